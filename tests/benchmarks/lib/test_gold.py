"""Reading gold data, parts of which are missing or broken, and the names of its languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.lib.gold import by_key, in_languages, read_rows, spread
from benchmarks.lib.tags import group, tag


def test_what_is_broken_is_left_out_and_named(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"id": "a", "src": "x"}\n\nnot json\n{"id": "b"}\n["c"]\n{"id": "d", "src": ""}\n', "utf-8")
    said: list[str] = []
    assert [row["id"] for row in read_rows(path, ("id", "src"), said.append)] == ["a", "d"]
    assert [line.removeprefix(str(path)) for line in said] == [
        ":3: not JSON (Expecting value), left out",
        ": 2 records without all of id, src, left out",
    ]


ROWS = [
    {"src_lang": "eng", "tgt_lang": "ron"},
    {"src_lang": "eng", "tgt_lang": "deu"},
    {"src_lang": "deu", "tgt_lang": "eng"},
]


@pytest.mark.parametrize(
    ("languages", "kept"),
    [(set(), [0, 1, 2]), ({"ron"}, [0]), ({"deu"}, [1, 2]), ({"pairs"}, [0, 1, 2]), ({"fra"}, [])],
)
def test_languages_are_those_of_either_side_or_of_the_file(languages: set[str], kept: list[int]) -> None:
    assert in_languages(ROWS, "pairs", frozenset(languages)) == [ROWS[k] for k in kept]


@pytest.mark.parametrize(
    ("limit", "kept"), [(None, [0, 1, 2, 3, 4, 5]), (9, [0, 1, 2, 3, 4, 5]), (3, [0, 2, 4]), (4, [0, 1, 3, 4])]
)
def test_a_limit_takes_rows_from_the_whole_file(limit: int | None, kept: list[int]) -> None:
    rows = [{"id": k} for k in range(6)]
    assert [row["id"] for row in spread(rows, limit)] == kept


def test_groups_keep_the_order_of_rows() -> None:
    assert by_key([{"k": "b"}, {"k": "a"}, {"k": "b"}], lambda row: row["k"]) == {"b": [0, 2], "a": [1]}


@pytest.mark.parametrize(
    ("code", "expected"),
    [("ron", "ro"), ("zho-CN", "zh"), ("cmn", "zh"), ("srp-Cyrl", "sr"), ("arb", "ar"), ("kab", "kab"), ("eng", "en")],
)
def test_tags(code: str, expected: str) -> None:
    assert tag(code) == expected


@pytest.mark.parametrize(
    ("code", "expected"), [("ro", "Romance"), ("hy", "Greek, Armenian, Georgian"), ("kab", "other")]
)
def test_groups_of_languages(code: str, expected: str) -> None:
    assert group(code) == expected
