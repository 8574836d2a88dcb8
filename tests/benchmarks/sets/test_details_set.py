"""Batteries of details: how pairs are parted, which rules count, and that what is committed is whole."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from figures import answered, figure

from benchmarks.lib import detail_pairs
from benchmarks.lib.detail_pairs import DEVELOPMENT, HOUSE, REPORT
from benchmarks.programs import details as program
from benchmarks.sets import details

ROWS = detail_pairs.battery(HOUSE / "details" / "battery.tsv")


def test_rules_are_made_on_no_construction_that_is_reported() -> None:
    parts = {(row["construction"], row["part"]) for row in ROWS}
    assert len(parts) == len({row["construction"] for row in ROWS})
    assert Counter(part for _, part in parts).keys() == {DEVELOPMENT, REPORT}


def test_the_sentences_of_a_document_stay_in_one_part(tmp_path: Path) -> None:
    row = {"id": "a", "item": 7, "src": "Acht.", "good": "Eight.", "bad": "Nine.", "src_lang": "deu", "tgt_lang": "eng"}
    path = tmp_path / "demetr.jsonl"
    families = ("number", "entity", "word order")
    path.write_text("\n".join(json.dumps({**row, "family": family}) for family in families), encoding="utf-8")
    rows = detail_pairs.demetr(path)
    assert [row["kind"] for row in rows] == ["numbers", "names"]
    assert len({row["part"] for row in rows}) == 1


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_every_pair_of_the_battery_is_whole(row: dict[str, str]) -> None:
    assert row["kind"] in {*details.FOUND_BY, *details.ACCUSED_BY}
    assert row["src"] and row["construction"] and (row["right"] or row["wrong"])
    assert row["right"] != row["wrong"]


def test_only_a_rule_that_knows_the_kind_finds_it() -> None:
    rows = [
        {"kind": kind, "part": part, "right": "x", "wrong": wrong, "tgt_lang": "de"}
        for kind, part, wrong in (("names", REPORT, "y"), ("names", REPORT, ""), ("uncovered", DEVELOPMENT, ""))
    ]
    answers = [
        {"right": ["OMI002"], "wrong": ["MIS001"]},
        {"right": ["MIS003"], "wrong": []},
        {"right": ["ADD001"], "wrong": []},
    ]
    tables = details.measure(answered(rows, answers))
    assert figure(tables, "report, by kind", "names", "accused") == 0.5
    assert figure(tables, "report, by kind", "names", "missed") == 1.0
    assert figure(tables, "development, by kind", "uncovered", "accused") == 1.0


def test_the_program_shows_pairs_of_the_development_part_only(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables = program.battery(gold, (DEVELOPMENT, REPORT), ["details"], show=True)
    assert set(tables) == {f"details: {part}, by kind" for part in (DEVELOPMENT, REPORT)}
    shown = capsys.readouterr().out
    reported = [text for row in ROWS if row["part"] == REPORT for text in (row["right"], row["wrong"]) if text]
    assert [text for text in reported if text in shown] == []
