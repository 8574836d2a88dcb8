"""Aligned pairs from delimited text, with a header or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.errors import ColumnsError
from checker.formats.columns import Columns, Layout, is_header, layout, listed, positions
from checker.formats.pairs import MAX_RECORDS, Languages
from checker.formats.tables.delimited import Record, records
from checker.model import Pair, Unread

_ID = re.compile(r"(?=.*[\d_.:#/-])[\w.:#/-]{1,64}")


def read(text: str, columns: Columns, delimiter: str | None = None) -> tuple[list[Pair | Unread], tuple[str, ...]]:
    """Pairs and unread records in order, and notes; ``delimiter`` None is found out.  Raises ``ColumnsError``."""
    rows = records(text, delimiter, MAX_RECORDS + 2)  # the header, and one too many
    blank = sum(row.is_blank for row in rows)
    rows = [row for row in rows if not row.is_blank]
    first = next((row for row in rows if not row.problem), None)
    if first is None:
        return [Unread(row.line, row.problem) for row in rows], ()
    found, rows, notes = layout_of(rows, first, columns)
    languages = Languages()
    read_rows = list(_pairs(rows, found, len(first.fields), languages))
    if blank:
        notes += ("1 blank row left out" if blank == 1 else f"{blank} blank rows left out",)
    return read_rows, notes + languages.notes()


def read_tabs(text: str, columns: Columns) -> tuple[list[Pair | Unread], tuple[str, ...]]:
    """``read`` of tab-separated text."""
    return read(text, columns, "\t")


def layout_of(
    rows: Sequence[Record], first: Record, columns: Columns, word: str = "line"
) -> tuple[Layout, list[Record], tuple[str, ...]]:
    """Where the texts are, the rows that hold pairs, and notes; ``first`` is the header if there is one.

    ``word`` is what the notes call a row.  Raises ``ColumnsError``.
    """
    others = [row for row in rows if row is not first]
    found, notes = _layout(first, [row for row in others if not row.problem], columns, word)
    return (layout(first.fields, columns), others, notes) if found is None else (found, list(rows), notes)


def names_columns(row: Record, columns: Columns) -> bool:
    """Whether a row reads like a header."""
    return is_header(row.fields) or _names_some(row.fields, columns)


def _layout(
    first: Record, rest: Sequence[Record], columns: Columns, word: str
) -> tuple[Layout | None, tuple[str, ...]]:
    """Where the texts are in a table without a header, with a note; None if ``first`` is one."""
    names = first.fields
    if names_columns(first, columns):
        numbered = any(name is not None and name.isdecimal() for name in (columns.source, columns.target))
        return None, (f"{word} {first.line} read as the header: {listed(names)}",) if numbered else ()
    given = positions(names, columns)
    if given is not None:
        return given, (f"no header: {word} {first.line} read as the first pair",)
    if len(names) == 2:
        return Layout(0, 1), ("no header: column 1 read as source, column 2 as target",)
    if len(names) == 3 and _look_like_ids([row.fields[0] for row in (first, *rest)]):
        return Layout(1, 2, 0), ("no header: column 1 read as id, column 2 as source, column 3 as target",)
    raise ColumnsError(
        f"no header that names source and target; the first row is {listed(names)}",
        "add a header, or give --source-column and --target-column a number",
    )


def _names_some(names: Sequence[str], columns: Columns) -> bool:
    """Whether the caller names a column, not only numbers: then the first row must be a header."""
    wanted = [name for name in (columns.source, columns.target, columns.id) if name is not None]
    return any(not name.isdecimal() or name in names for name in wanted)


def _look_like_ids(cells: Sequence[str]) -> bool:
    """One word each with a digit or a mark in it, no two alike."""
    return len(set(cells)) == len(cells) and all(_ID.fullmatch(cell.strip()) for cell in cells)


def _pairs(rows: Sequence[Record], found: Layout, width: int, languages: Languages) -> Iterator[Pair | Unread]:
    needed = max(found.source, found.target)
    for number, row in enumerate(rows, start=1):
        fields = row.fields
        if row.problem:
            yield Unread(row.line, row.problem)
        elif len(fields) <= needed:
            yield Unread(row.line, f"it ends before column {needed + 1}")
        elif any(field.strip() for field in fields[width:]):
            yield Unread(
                row.line,
                f"it has {len(fields)} columns where the first row has {width}; "
                "put quotation marks around a text with the delimiter in it",
            )
        elif not languages.is_left_out(found, fields):
            yield languages.pair(found, fields, number, row.line)
