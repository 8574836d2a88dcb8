"""Every view of a result has the same findings, counted alike and in the same order: one table over all outputs."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from read_back import BESIDE, IN_ORDER, of_notebook, of_parquet, of_xlsx_documents
from test_pairs_reports import DOCUMENTS as PAIRS
from test_reports import DOCUMENTS, SIGNATURE
from written import CONTEXT

import checker
from checker.annotate import annotated
from checker.model import LIKELY, DocumentResult, Finding, Severity
from checker.report import registry
from checker.report.html.words import headline
from checker.report.support import run_counts
from checker.result import Result

ROOT = Path(__file__).parents[2]


def written(name: str, results: Sequence[DocumentResult]) -> bytes:
    return b"".join(registry.FORMATS[name].pieces(iter(results), CONTEXT))


ENGLISH = (
    "The orchard lies on a hill above the lake. Every autumn the village picks the apples together. Most of them "
    "become cider. Last year frost destroyed half of the harvest. Why?"
)
GERMAN = (
    "Der Obstgarten liegt auf einem Hügel über dem See. Jeden Herbst pflückt das Dorf die Äpfel gemeinsam. "
    "Im vergangenen Jahr zerstörte der Frost die halbe Ernte. Ach so."
)


def checked() -> tuple[DocumentResult, ...]:
    """Real results: an invention, an omission, wrong details, something that nobody can tell."""
    samples = ROOT / "samples"
    editor = checker.Checker(omissions="always")
    return (
        *editor.scan_file(samples / "transcript/ro-added.txt"),
        *editor.compare_files(samples / "press-release/original.txt", samples / "press-release/fr-added.txt"),
        *editor.compare(ENGLISH, GERMAN),
        *editor.bitext_file(samples / "bitext/en-ro.xlf"),
        *editor.bitext([("Press.", "Apăsați."), ("Two dogs.", "Doi câini și o pisică neagră care doarme.")]),
    )


RESULTS = {"made": (*DOCUMENTS, *PAIRS), "real": checked()}


@pytest.fixture(params=RESULTS)
def results(request: pytest.FixtureRequest) -> tuple[DocumentResult, ...]:
    return RESULTS[request.param]


def findings(results: Sequence[DocumentResult]) -> list[Finding]:
    return [finding for result in results for finding in result.findings]


def test_real_results_have_findings_of_many_kinds() -> None:
    assert len({finding.kind for finding in findings(RESULTS["real"])}) >= 5


@pytest.mark.parametrize("name", IN_ORDER)
def test_the_same_findings_in_the_same_order(name: str, results: tuple[DocumentResult, ...]) -> None:
    assert list(IN_ORDER[name](written(name, results))) == [finding.code for finding in findings(results)]


@pytest.mark.parametrize("name", BESIDE)
def test_the_same_findings_beside_what_they_are_on(name: str, results: tuple[DocumentResult, ...]) -> None:
    assert sorted(BESIDE[name](written(name, results))) == sorted(finding.code for finding in findings(results))


def test_a_table_of_sentences_has_the_rules_of_the_findings_on_each(results: tuple[DocumentResult, ...]) -> None:
    for result in results:
        on_sentences = [finding for finding in result.findings if finding.target is not None or result.pairs]
        assert set(of_parquet(written("parquet", [result]))) == {finding.code for finding in on_sentences}


def test_no_format_is_left_out_here() -> None:
    assert {*IN_ORDER, *BESIDE, "text", "parquet"} == set(registry.FORMATS)


@pytest.mark.parametrize(
    ("name", "remark"), [("en-ro.xlf", r'<note from="checker"[^>]*>(\w+) '), ("en-de.po", r"^# checker found: (\w+) ")]
)
def test_a_copy_of_the_file_with_the_findings_in_it_has_the_same(name: str, remark: str) -> None:
    path = ROOT / "samples/bitext" / name
    (result,) = checker.Checker(omissions="always").bitext_file(path)
    copy = annotated(str(path), path.read_bytes(), result).decode()
    assert sorted(re.findall(remark, copy, re.M)) == sorted(finding.code for finding in result.findings)


def test_frames_and_notebooks_have_all_of_them(results: tuple[DocumentResult, ...]) -> None:
    result, wanted = Result(results, SIGNATURE), findings(results)
    assert list(result.findings_frame()["code"]) == [finding.code for finding in wanted]
    view = result._repr_html_()
    assert sorted(of_notebook(view)) == sorted(finding.code for finding in wanted)
    assert all(html.escape(" ".join(finding.message.split())) in view for finding in wanted)
    for row, below in pairwise(re.findall(r"<tr>.*?</tr>", view)):
        assert not ("✓" in row and re.search(r"· (?:minor|major|critical) ·", below)), row


def test_the_text_has_all_but_neutral_ones_and_counts_these(results: tuple[DocumentResult, ...]) -> None:
    text, counted = written("text", results).decode(), run_counts(results)
    heads = re.findall(r" (\w+) [\w-]+   (?:minor|major|critical)   ", text)
    assert heads == [finding.code for finding in findings(results) if finding.severity is not Severity.NEUTRAL]
    if counted.undetermined:
        assert f"{counted.undetermined} undetermined" in text.splitlines()[-1] and "cannot tell" in text


def test_every_headline_counts_the_same(results: tuple[DocumentResult, ...]) -> None:
    wanted = [finding for finding in findings(results) if finding.severity is not Severity.NEUTRAL]
    counted = run_counts(results)
    assert (counted.findings, counted.undetermined) == (len(wanted), len(findings(results)) - len(wanted))
    assert f"**{len(wanted)} findings**" in written("markdown", results).decode()
    assert of_xlsx_documents(written("xlsx", results)) == len(findings(results))
    page = written("html", results).decode()
    summary = re.search(r'<p class="summary">(.*?)</p>', page)
    assert summary is not None
    assert sum(map(int, re.findall(r"(\d+) (?:minor|major|critical)", summary[1]))) == len(wanted)
    for result in results:
        found = [finding for finding in result.findings if finding.severity is not Severity.NEUTRAL]
        said = headline([result])
        numbers = [*re.findall(r"^(\d+) of \d+ sentences?", said), *re.findall(r"(\d+) (?:other )?findings?", said)]
        assert sum(map(int, numbers)) == len(found), said


@pytest.mark.parametrize(
    ("probability", "said"),
    [(0.9956, "over 99 %"), (0.994, "99 %"), (1.0, "100 %"), (0.004, "under 1 %"), (0.0, "0 %")],
)
def test_what_is_not_certain_is_called_so_nowhere(probability: float, said: str) -> None:
    document = DOCUMENTS[0]
    (finding,) = document.findings
    results = (replace(document, findings=(replace(finding, probability=probability),)),)
    for name in ("text", "html", "markdown", "junit"):
        assert said in written(name, results).decode(), name
    assert said.replace(" %", " %25") in written("github", results).decode()
    assert said in Result(results, SIGNATURE)._repr_html_()


def test_a_finding_that_may_as_well_be_wrong_is_not_major() -> None:
    found = findings(RESULTS["real"])
    doubtful = [finding for finding in found if finding.probability is not None and finding.probability < LIKELY]
    assert {finding.severity for finding in doubtful} <= {Severity.MINOR, Severity.NEUTRAL}
