"""The Python interface: scan, compare, and what comes back."""

from __future__ import annotations

import dataclasses
import json
from importlib import resources
from typing import Any

import jsonschema
import pandas as pd
import pytest

import checker
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
        ("source", UsageError, "not a str"),
        (7, UsageError, "not a int"),
        ({"source": "a", "target": "b"}, UsageError, "not a dict"),
    ],
)
def test_what_are_no_pairs_is_refused(pairs: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        checker.bitext(pairs)
