"""Delimited text: the same cells as the standard library writes, lines where records begin, bad quoting kept local."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.formats.tables.delimited import records, sniffed

CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
QUOTABLE = st.text(st.sampled_from('ab",;|\n\r\t\0 é漢'), max_size=10)
ROWS = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS | QUOTABLE, min_size=width, max_size=width), min_size=1, max_size=8)
)


QUOTINGS = (csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC)


def written(rows: list[list[str]], delimiter: str, quoting: int = csv.QUOTE_ALL) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return file.getvalue()


@given(ROWS, st.sampled_from(",;|"), st.sampled_from(QUOTINGS))
def test_what_csv_writes_is_read_back(rows: list[list[str]], delimiter: str, quoting: int) -> None:
    found = records(written(rows, delimiter, quoting), delimiter)
    assert [list(record.fields) for record in found] == rows
    assert not any(record.problem for record in found)


@given(ROWS)
def test_every_record_knows_the_line_where_it_begins(rows: list[list[str]]) -> None:
    text = written(rows, ",")
    line = 1
    for record, row in zip(records(text, ","), rows, strict=True):
        assert record.line == line
        body = written([row], ",")
        line += body.count("\n") + body.count("\r") - body.count("\r\n")


@given(st.text(st.sampled_from('a",\n\r\t '), max_size=60), st.sampled_from([",", "\t", None]))
def test_no_text_is_lost_or_breaks_the_reader(text: str, delimiter: str | None) -> None:
    found = records(text, delimiter)
    kept = "".join("".join(record.fields) for record in found)
    assert sum(record.problem != "" for record in found) or kept.count("a") == text.count("a")
    assert [record.line for record in found] == sorted({record.line for record in found})


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,b\r\n\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
        ('"a ""x"", y",b', [['a "x", y', "b"]]),
        ('a, "b, c" ,d', [["a", "b, c", "d"]]),
        ('a,5" nail', [["a", '5" nail']]),
        ('"a\n\nb",c', [["a\n\nb", "c"]]),
        ("a,\n", [["a", ""]]),
        (",", [["", ""]]),
        ("", []),
        ("\n\n", []),
        ("sep=;\r\na;b,c\r\n", [["a", "b,c"]]),
        ("a\u2028b,c", [["a\u2028b", "c"]]),
    ],
)
def test_cells(text: str, rows: list[list[str]]) -> None:
    assert [list(record.fields) for record in records(text, None if text.startswith("sep") else ",")] == rows


@pytest.mark.parametrize(
    ("text", "bad_lines", "good"),
    [
        ('a,b\n"never closed,c\nd,e\n', [2], 2),
        ('a,b\n"never closed,c\n"d","e"\n', [2], 2),
        ('a,b\n"x" y,c\nd,e\n', [2], 2),
        ('"a\nb",c\n"x,y\nd,e\n', [3], 2),
        ('"x\n', [1], 0),
    ],
)
def test_bad_quoting_costs_one_record(text: str, bad_lines: list[int], good: int) -> None:
    found = records(text, ",")
    assert [record.line for record in found if record.problem] == bad_lines
    assert sum(not record.problem for record in found) == good


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('s\tt\n"a"\t"b\nc"\n', [["s", "t"], ["a", "b\nc"]]),  # as spreadsheets write it
        ('s\tt\n"Hi" he said\tb\n', [["s", "t"], ['"Hi" he said', "b"]]),  # as most programs do
        ('s\tt\n"a\tb\nc"\td\n', [["s", "t"], ['"a', "b"], ['c"', "d"]]),
        ('s\tt\n"a\tb\n', [["s", "t"], ['"a', "b"]]),
    ],
)
def test_quotation_marks_in_tab_separated_text(text: str, rows: list[list[str]]) -> None:
    assert [list(record.fields) for record in records(text, "\t")] == rows


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("id,source,target\n1,a; b,c\n", ","),
        ("id;source;target\n1;a, b;c\n2;d, e, f;g\n", ";"),
        ("source\ttarget\na, b\tc; d\n", "\t"),
        ("source|target\na,b|c\n", "|"),
        ('"a, b";c\n"d";"e, f"\n', ";"),
        ("one column\nonly\n", ","),
        ("", ","),
    ],
)
def test_the_delimiter_is_found_out(text: str, delimiter: str) -> None:
    assert sniffed(text) == delimiter
