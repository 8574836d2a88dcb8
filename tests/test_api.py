"""The Python interface: scan, compare, and what comes back."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jsonschema
import pandas as pd
import pytest

import checker
from checker.config import PROFILES, Settings
from checker.config.given import GivenSettings
from checker.errors import ColumnsError, EmptyError, InputError, NoOriginalError, SettingsError, UsageError

ENGLISH = (
    "The orchard lies on a hill above the lake. Every autumn the village picks the apples together. "
    "Most of them become cider, and the rest is given to the school. Last year frost destroyed half of the harvest."
)
GERMAN = (
    "Der Obstgarten liegt auf einem Hügel über dem See. Jeden Herbst pflückt das Dorf die Äpfel gemeinsam. "
    "Die meisten werden zu Most, der Rest geht an die Schule. Im vergangenen Jahr zerstörte der Frost die halbe Ernte."
)
ADDED = " Der Bischof von Valparaíso hat deshalb dreihundert Soldaten und zwei Hubschrauber geschickt."


def test_scan_finds_the_rendering_and_says_where_it_stands() -> None:
    text = f"{ENGLISH}\n\n{GERMAN}\n"
    (document,) = checker.scan(text).documents
    (rendering,) = document.renderings
    assert rendering.language == "de"
    assert text[rendering.start : rendering.end] == GERMAN
    assert [text[segment.start : segment.end] for segment in rendering.segments] == [
        segment.text for segment in rendering.segments
    ]
    assert not document.findings


def test_an_added_sentence_is_the_one_finding() -> None:
    result = checker.scan(f"{ENGLISH}\n\n{GERMAN}{ADDED}\n")
    (finding,) = [finding for finding in result.findings if finding.severity != "neutral"]
    assert finding.code == "ADD001"
    assert finding.target is not None and finding.target.text == ADDED.strip()
    assert "Valparaíso" in finding.evidence.names
    assert finding.source, "the nearest original sentences stand beside it"


def test_compare_gives_offsets_into_the_rendering_and_indices_into_the_original() -> None:
    (document,) = checker.compare(ENGLISH, GERMAN).documents
    (rendering,) = document.renderings
    assert document.source is not None and len(document.source.segments) == 4
    assert [[link.index for link in segment.source] for segment in rendering.segments] == [[0], [1], [2], [3]]
    assert rendering.alignment == "monotone" or rendering.alignment == "free"


def test_the_original_may_be_in_another_language() -> None:
    (document,) = checker.scan(f"{GERMAN}\n\n{ENGLISH}", source_language="de").documents
    assert document.source is not None and document.source.language == "de"
    assert [rendering.language for rendering in document.renderings] == ["en"]


def test_results_are_frozen_and_repeatable() -> None:
    text = f"{ENGLISH}\n\n{GERMAN}{ADDED}\n"
    one, other = checker.scan(text), checker.scan(text)
    assert one == other and one.to_json() == other.to_json()
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.documents[0].path = "elsewhere"  # type: ignore[misc]


def test_json_is_valid_against_the_schema() -> None:
    schema = json.loads(resources.files("checker.report").joinpath("schema.json").read_text("utf-8"))
    for result in (checker.scan(f"{ENGLISH}\n\n{GERMAN}{ADDED}"), checker.compare(ENGLISH, GERMAN + ADDED)):
        jsonschema.validate(json.loads(result.to_json()), schema)


def test_frames_have_a_row_a_sentence() -> None:
    frame = checker.compare(ENGLISH, GERMAN + ADDED).to_frame()
    assert len(frame) == 5
    assert frame["verdict"].iloc[-1] == "unsupported"


@pytest.mark.parametrize(
    ("text", "error"), [("", EmptyError), (" \n ", EmptyError), (GERMAN, NoOriginalError), ("12 34", NoOriginalError)]
)
def test_what_cannot_be_checked_raises(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        checker.scan(text)


def test_unknown_settings_are_refused() -> None:
    with pytest.raises(SettingsError, match="did you mean source_language"):
        checker.scan(ENGLISH, source_langauge="de")


PAIRS = [
    ("The orchard lies on a hill above the lake.", "Der Obstgarten liegt auf einem Hügel über dem See."),
    ("Most of the apples become cider.", "Most of the apples become cider."),
]


@pytest.mark.parametrize(
    "pairs",
    [
        PAIRS,
        iter(PAIRS),
        [list(pair) for pair in PAIRS],
        [{"source": source, "target": target} for source, target in PAIRS],
        [{"src": source, "translation": target, "id": number} for number, (source, target) in enumerate(PAIRS, 1)],
        pd.DataFrame(PAIRS, columns=["source", "target"]),
        pd.DataFrame([(*pair, number) for number, pair in enumerate(PAIRS, 1)], columns=["en", "de", "id"]),
    ],
    ids=["tuples", "iterator", "lists", "dictionaries", "other names", "table", "languages"],
)
def test_pairs_come_in_many_shapes(pairs: Any) -> None:
    result = checker.bitext(pairs, select="UNT001,CON001")
    assert [(finding.code, finding.pair) for finding in result.findings] == [("UNT001", "2")]
    frame = result.to_frame()
    assert list(zip(frame["source"], frame["target"], strict=True)) == PAIRS
    assert list(frame["id"]) == ["1", "2"]
    assert list(frame["codes"]) == [(), ("UNT001",)]


def test_gaps_in_a_table_are_empty_texts() -> None:
    table = pd.DataFrame({"source": ["Yes.", None, "No."], "target": ["Ja.", "Und?", float("nan")], "id": [1, None, 3]})
    result = checker.bitext(table, select="ADD001,OMI001", target_language="de")
    assert [(pair.id, pair.source, pair.target) for pair in result.documents[0].pairs] == [
        ("1", "Yes.", "Ja."),
        ("2", "", "Und?"),
        ("3", "No.", ""),
    ]
    assert [(finding.code, finding.pair) for finding in result.findings][-2:] == [("ADD001", "2"), ("OMI001", "3")]


@pytest.mark.parametrize(
    ("pairs", "error", "says"),
    [
        ([], EmptyError, "no pairs"),
        ([("a", "b"), ("a",)], InputError, "pair 2: neither"),
        ([("a", "b", "c")], InputError, "pair 1: neither"),
        ([("a", 3)], InputError, "'target'. is a number"),
        ([{"source": "a"}], InputError, "target"),
        (pd.DataFrame({"a": ["x"], "b": ["y"]}), ColumnsError, "call the columns source and target"),
        (pd.DataFrame([("x", "y", "z")], columns=["source", "target", "target"]), ColumnsError, "2 columns"),
        ("source", UsageError, "not an object of type str"),
        (7, UsageError, "not an object of type int"),
        ({"source": "a", "target": "b"}, UsageError, "not an object of type dict"),
    ],
)
def test_what_are_no_pairs_is_refused(pairs: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        checker.bitext(pairs)


HTML = f"<article><p>{ENGLISH}</p><p>{GERMAN}{ADDED}</p></article>"


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda path: checker.scan(str(path)), r"the name of a file, .*; give pathlib.Path\(name\)"),
        (lambda _: checker.scan("not-there.docx"), "the name of a file"),
        (lambda _: checker.scan(b"bytes"), "is bytes; decode it first"),
        (lambda _: checker.scan(None), "is None; give its text"),
        (lambda _: checker.scan(["a"]), "is a list; give its text"),
        (lambda _: checker.compare(ENGLISH, 3), "the rendering is an int"),
        (lambda _: checker.compare(b"", ENGLISH), "the original is bytes"),
        (lambda _: checker.scan_file(None), "the path of the file to scan is None"),
        (lambda _: checker.scan_file(b"a.txt"), "the path of the file to scan is a bytes"),
        (lambda _: checker.compare_files("", "b"), "the path of the original is empty"),
        (lambda _: checker.bitext("pairs.csv"), "a file as pathlib.Path"),
        (lambda _: checker.open_archive(7), "the path of the archive is an int"),
        (lambda path: checker.audit_files(path, ledger=path.with_suffix(".sqlite"), jobs=0), "jobs is 0"),
        (lambda path: checker.audit_files((), ledger=path), "nothing to audit"),
        (lambda path: checker.audit_files(path, ledger=path, source="a", pairs="b"), "exclude each other"),
    ],
)
def test_what_is_no_text_or_no_path_is_refused_in_one_sentence(
    call: Callable[[Path], object], says: str, tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(f"{ENGLISH}\n\n{GERMAN}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=says) as raised:
        call(path)
    assert "\n" not in str(raised.value)


def test_a_text_and_its_file_have_the_same_findings(tmp_path: Path) -> None:
    mixed, original, copy = (tmp_path / name for name in ("mixed.txt", "en.txt", "de.txt"))
    for path, text in ((mixed, f"{ENGLISH}\n\n{GERMAN}{ADDED}\n"), (original, ENGLISH), (copy, GERMAN + ADDED)):
        path.write_text(text, encoding="utf-8")
    text, *files = (
        checker.scan(mixed.read_text("utf-8")),
        checker.scan(mixed),
        checker.scan_file(mixed),
        checker.scan_file(str(mixed)),
        checker.Checker().scan_file(mixed),
    )
    assert [result.findings for result in files] == [text.findings] * len(files)
    text, *files = (
        checker.compare(ENGLISH, GERMAN + ADDED),
        checker.compare(original, copy),
        checker.compare(ENGLISH, copy),
        checker.compare_files(original, str(copy)),
    )
    assert [[found.code for found in result.findings] for result in files] == [["ADD001"]] * len(files)
    assert text.findings == files[1].findings


def test_html_is_read_as_a_page_and_that_is_said() -> None:
    page, text = checker.scan(HTML), checker.scan(f"{ENGLISH}\n\n{GERMAN}{ADDED}\n")
    assert [found.target and found.target.text for found in page.findings] == [ADDED.strip()]
    assert any("HTML" in note for note in page.documents[0].notes) and not text.documents[0].notes
    assert page.documents[0].path == text.documents[0].path
    assert not checker.scan(f"3 < 4 <b>but</b> {ENGLISH}\n\n{GERMAN}").documents[0].notes


def test_every_setting_is_a_typed_keyword() -> None:
    assert set(GivenSettings.__annotations__) == {field.name for field in dataclasses.fields(Settings)} | {"profile"}
    assert set(PROFILES) == set(get_args(get_type_hints(GivenSettings)["profile"]))


def test_a_checker_says_its_settings_and_is_used_again() -> None:
    reused = checker.Checker(profile="editor", ignore=["QE"])
    assert reused.settings.order == "gravity" and reused.settings.ignore == ("QE",)
    assert repr(reused) == "Checker(model='embedded', ignore=['QE'], omissions='never', order='gravity')"
    one, other = reused.compare(ENGLISH, GERMAN), reused.bitext(PAIRS)
    assert one.signature == other.signature == reused.signature


def test_what_a_person_sees_of_a_result_is_short() -> None:
    result = checker.compare(ENGLISH, GERMAN + ADDED)
    assert repr(result) == "Result(<rendering>: ADD001 1)"
    (document,) = result.documents
    assert repr(document) == "DocumentResult('<rendering>', checked, renderings: 1, findings: 1)"
    assert len(repr(document.source)) < 100 and len(repr(document.renderings)) < 100
    (finding,) = document.findings
    assert re.fullmatch(r"Finding\(ADD001, major, 0\.\d{4}, line 1, '.{1,63}'\)", repr(finding))
    (other,) = checker.bitext(PAIRS).findings
    assert repr(other).startswith("Finding(UNT001, major, not measured, line 2, 'Most of the apples become cider.')")


def test_an_archive_is_named_in_short_open_or_closed(tmp_path: Path) -> None:
    with checker.open_archive(tmp_path / "originals", create=True) as archive:
        assert repr(archive) == f"Archive({str(tmp_path / 'originals')!r}, sentences: 0)"
    assert repr(archive).startswith("Archive(")


def test_the_table_of_findings_has_a_row_a_finding() -> None:
    for result in (checker.compare(ENGLISH, GERMAN + ADDED), checker.bitext(PAIRS), checker.compare(ENGLISH, GERMAN)):
        frame = result.findings_frame()
        assert list(frame["code"]) == [finding.code for finding in result.findings]
        assert list(frame["fingerprint"]) == [finding.fingerprint for finding in result.findings]


def test_the_table_of_pairs_keeps_the_index_of_the_one_given() -> None:
    table = pd.DataFrame(PAIRS, columns=["source", "target"], index=["sign", "cider"])
    joined = table.join(checker.bitext(table).to_frame()[["codes"]])
    assert joined.loc["cider", "codes"] == ("UNT001",) and joined.loc["sign", "codes"] == ()


def test_an_audit_from_python(tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    (copies / "a.txt").write_text(f"{ENGLISH}\n\n{GERMAN}{ADDED}\n", encoding="utf-8")
    (copies / "b.txt").write_text(f"{ENGLISH}\n\n{GERMAN}\n", encoding="utf-8")
    ledger = tmp_path / "audit.sqlite"
    first = checker.audit_files(copies, ledger=ledger)
    assert first.totals.documents == 2 and [lead.code for lead in first.leads()] == ["ADD001"]
    assert list(first.findings_frame()["code"]) == ["ADD001"] and "look at first" in str(first)
    (copies / "b.txt").write_text(f"{ENGLISH}\n\n{GERMAN}{ADDED}\n\n", encoding="utf-8")
    new = checker.audit_files(copies, ledger=ledger, since=1)
    assert new.earlier == 1 and [document.path for document in new] == [str(copies / "b.txt")]
    with pytest.raises(UsageError, match="no such run"):
        new.since(9)
