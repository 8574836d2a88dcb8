"""SARIF, JUnit, GitHub annotations and Markdown, read with independent parsers; nothing may break out of its place."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import junitparser
import pytest
from defusedxml import ElementTree
from hostile import documents, many_texts
from hypothesis import given, settings
from test_pairs_reports import DOCUMENTS as PAIRS
from test_reports import DOCUMENTS, sample
from written import BOTH, CONTEXT, made

from checker.checks import RULES
from checker.model import Dismissal, Dismissed, DocumentResult, Severity
from checker.report.paths import relative
from checker.report.xml import legal

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
GITHUB = re.compile(r"::(error|warning|notice) (.*?)::(.*)")


# SARIF


def sarif(results: tuple[DocumentResult, ...]) -> dict:  # type: ignore[type-arg]
    log = json.loads(made("sarif", results))
    jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(log)
    (run,) = log["runs"]
    return run


def test_sarif_points_at_lines_columns_and_characters() -> None:
    run = sarif(BOTH)
    first = run["results"][0]
    (place,) = first["locations"]
    assert place["physicalLocation"]["artifactLocation"] == {"uri": "market.txt", "index": 0}
    region = place["physicalLocation"]["region"]
    assert region.pop("snippet") == {"text": "Regele a promis ploaie."}
    assert region == {
        "startLine": 4,
        "startColumn": 41,
        "endLine": 4,
        "endColumn": 64,
        "charOffset": 100,
        "charLength": 23,
    }
    assert run["columnKind"] == "unicodeCodePoints"
    assert first["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 2
    assert first["partialFingerprints"] == {"checker/1": "0123456789abcdef"}
    assert (first["level"], first["rank"]) == ("error", 97.0)
    rule = run["tool"]["driver"]["rules"][first["ruleIndex"]]
    assert (rule["id"], rule["name"]) == ("ADD001", "UnsupportedSentence")
    assert "What to do" in rule["help"]["text"]


def test_sarif_of_a_pair_names_it_and_gives_the_line_of_its_record() -> None:
    pair = sarif(PAIRS)["results"][0]["locations"][0]
    assert pair["physicalLocation"]["region"] == {"startLine": 3}
    assert pair["logicalLocations"] == [{"name": "m-2", "kind": "segment"}]


def test_sarif_of_a_page_has_a_place_and_no_line() -> None:
    document = sample()
    (finding,) = document.findings
    assert finding.target is not None
    place = replace(finding.target, location="page 3")
    (found,) = sarif((replace(document, path="a.pdf", findings=(replace(finding, target=place),)),))["results"]
    assert "region" not in found["locations"][0]["physicalLocation"]
    assert found["locations"][0]["logicalLocations"] == [{"name": "page 3", "kind": "place"}]


def test_sarif_of_a_pair_in_a_sheet_has_its_row_and_no_line() -> None:
    document = PAIRS[0]
    place = replace(document.findings[0].target, location="row 7")  # type: ignore[type-var]
    finding = replace(document.findings[0], target=place)
    (found,) = sarif((replace(document, findings=(finding,)),))["results"]
    assert "region" not in found["locations"][0]["physicalLocation"]
    assert [one["name"] for one in found["locations"][0]["logicalLocations"]] == ["m-2", "row 7"]


def test_sarif_of_what_is_left_out_points_into_the_original() -> None:
    document = sample()
    assert document.source is not None
    source = replace(document.source, path="/here/original.txt")
    omission = replace(document.findings[0], code="OMI001", target=None)
    (found,) = sarif((replace(document, source=source, findings=(omission,)),))["results"]
    assert found["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "original.txt"},
        "region": {"startLine": 2},
    }


def test_sarif_says_what_was_not_checked() -> None:
    (invocation,) = sarif(BOTH)["invocations"]
    assert invocation["executionSuccessful"] is False
    said = [(one["level"], one["message"]["text"]) for one in invocation["toolExecutionNotifications"]]
    assert ("error", "not checked: the file is empty") in said
    assert ("error", "not read: it ends before column 2") in said
    assert ("note", "2 blank rows left out") in said
    assert sarif(DOCUMENTS[1:2])["invocations"] == [{"executionSuccessful": True}]


def test_sarif_marks_what_people_dismissed_as_suppressed() -> None:
    document = sample()
    dismissed = tuple(
        Dismissed(document.findings[0], by, reason)
        for by, reason in ((Dismissal.BASELINE, "fine"), (Dismissal.COMMENT, ""))
    )
    results = sarif((replace(document, findings=(), dismissed=dismissed),))["results"]
    assert [one["suppressions"] for one in results] == [
        [{"kind": "external", "justification": "fine"}],
        [{"kind": "inSource"}],
    ]


@settings(deadline=None, max_examples=50)
@given(many_texts)
def test_sarif_is_valid_and_no_text_is_a_link_or_a_placeholder(said: list[str]) -> None:
    results = documents(said)
    run = sarif(results)
    assert len(run["results"]) == 4
    for message in re.findall(r'"text": ("(?:[^"\\]|\\.)*")', made("sarif", results).partition('"results"')[2]):
        text = json.loads(message)
        assert not re.search(r"\[[^\]]*\]\(", text) or text in said  # a snippet is the text as it is
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 0


# JUnit


def suites(text: str) -> list[junitparser.TestSuite]:
    return list(junitparser.JUnitXml.fromstring(text.encode("utf-8")))


def test_junit_has_a_suite_a_document_and_a_test_a_rule() -> None:
    market, plain, bad, pairs, good, bad_pairs = suites(made("junit", BOTH))
    assert (market.name, market.tests, market.failures, market.errors) == ("market.txt", 1 + len(RULES), 1, 0)
    names = [case.name for case in market]
    assert names[:2] == ["checked", "ADD001 unsupported-sentence"] and len(names) == 1 + len(RULES)
    failed = [case for case in market if case.result]
    assert [case.name for case in failed] == ["ADD001 unsupported-sentence"]
    (failure,) = failed[0].result
    assert (
        failure.message.startswith("line 4, column 41: nothing in the original") and "Regele a promis" in failure.text
    )
    assert [case.name for case in bad] == ["checked"] and bad.errors == 1
    assert isinstance(next(iter(bad)).result[0], junitparser.Error)
    assert (pairs.failures, pairs.errors) == (2, 1)
    assert (plain.failures, good.failures, bad_pairs.errors) == (0, 0, 1)


@pytest.mark.parametrize(
    ("least", "failures"), [(Severity.MINOR, 2), (Severity.NEUTRAL, 3), (Severity.CRITICAL, 0), (None, 0)]
)
def test_junit_fails_at_the_severity_that_the_run_fails_at(least: Severity | None, failures: int) -> None:
    (suite,) = suites(made("junit", PAIRS[:1], replace(CONTEXT, fail_on=least)))
    assert suite.failures == failures
    assert "segment m-2, line 3: " in made("junit", PAIRS[:1], replace(CONTEXT, fail_on=least))


@settings(deadline=None, max_examples=50)
@given(many_texts)
def test_junit_is_xml_with_the_texts_as_they_are(said: list[str]) -> None:
    results = documents(said)
    text = made("junit", results)
    root = ElementTree.fromstring(text.encode("utf-8"))
    assert {element.tag for element in root.iter()} <= {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "error",
        "system-out",
    }
    assert len(root) == 3
    names = [suite.get("name") for suite in root]
    assert names == [legal(relative(result.path, CONTEXT.base)) for result in results]


# GitHub annotations


def annotations(results: tuple[DocumentResult, ...]) -> list[tuple[str, dict[str, str], str]]:
    text = made("github", results)
    found = []
    for line in text.splitlines():
        match = GITHUB.fullmatch(line)
        assert match, line
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        found.append((match[1], {key: unquote(value) for key, value in properties.items()}, unquote(match[3])))
    return found


def test_github_annotations_stand_at_files_lines_and_columns() -> None:
    found = annotations(BOTH)
    assert [(kind, place.get("file"), place.get("line"), place.get("col")) for kind, place, _ in found] == [
        ("error", "market.txt", "4", "41"),
        ("error", "bad.txt", None, None),
        ("error", "market.csv", "3", None),
        ("error", "market.csv", "3", None),
        ("notice", "market.csv", "5", None),
        ("error", "market.csv", "4", None),
        ("error", "bad.csv", None, None),
    ]
    _, place, message = found[0]
    assert place["title"] == "ADD001 unsupported-sentence, major, 97 %"
    assert message.splitlines()[1:] == [
        "text: Regele a promis ploaie.",
        "nearest in the original: Nobody promised anything.",
    ]
    assert found[1][1]["title"] == "not checked" and found[1][2] == "the file is empty"


@settings(deadline=None, max_examples=50)
@given(many_texts)
def test_no_text_forges_a_github_command(said: list[str]) -> None:
    results = documents(said)
    assert len(annotations(results)) == sum(len(result.findings) + len(result.unread) for result in results) + 1
    assert not any(character < " " or character == "\x7f" for character in made("github", results).replace("\n", ""))


# Markdown


# Paths
