"""Aligned pairs from the tables of a document, as translation programs export them for review: a pair a row.

Every table is read that has a row of heads for source and target among its first rows; where none has, the only table
if it has two columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.errors import InputError, TooLargeError
from checker.formats.columns import Columns, Layout, layout
from checker.formats.office.headers import header_of
from checker.formats.pairs import Languages
from checker.formats.tables.delimited import Record
from checker.formats.tables.pairs import layout_of
from checker.model import Document, Pair, Unread

_HEADER_WITHIN = 5
"""Rows in which a header is looked for: a title may stand above it."""

MAX_CELLS = 4_000_000
"""Places in all rows, empty ones before the last text of a row counted: a bound of memory."""

_PLACE = re.compile(r"table (\d+), row (\d+), column (\d+)")
_TAG = re.compile(r"</?\d{1,4}/?>|</?cf(?: [^<>]{0,200})?>")
"""Tags that stand in such exports as text."""


def pairs_in_tables(document: Document, columns: Columns) -> tuple[list[Pair | Unread], tuple[str, ...]]:
    """The pairs in the tables of a document whose cells are called ``table 1, row 2, column 3``.

    Raises ``InputError`` where there are none.
    """
    languages = Languages()
    found: list[Pair | Unread] = []
    tables = _tables(document)
    headers = {number: header_of(rows[:_HEADER_WITHIN], columns) for number, rows in tables.items()}
    headed = [(number, header.at) for number, header in headers.items() if header is not None and header.is_clear]
    notes: tuple[str, ...] = ()
    untranslated = 0
    if not headed and len(tables) == 1:
        (number, rows), *_ = tables.items()
        if rows and len(rows[0].fields) == 2:
            said_layout, below, notes = layout_of(rows, rows[0], columns, "row")
            untranslated += _add(found, below, said_layout, languages, number)
    for number, at in headed:
        rows = tables[number]
        untranslated += _add(found, rows[at + 1 :], layout(rows[at].fields, columns), languages, number)
    if not found and not untranslated:
        for number, header in headers.items():
            if header is not None:
                layout(tables[number][header.at].fields, columns)  # raises, and says what is not clear
        raise InputError(
            "there is no table in it whose columns are called source and target",
            "use `checker scan FILE`, or `checker compare SOURCE TARGET`, for text that is in no table",
        )
    left = (f"rows without a rendering left out as not translated yet: {untranslated}",) if untranslated else ()
    found += (Unread(0, said) for said in document.unread)
    return found, (*document.notes, *notes, *left, *languages.notes())


def _tables(document: Document) -> dict[int, list[Record]]:
    """The rows of each table by its number, each as long as it has cells with text."""
    cells: dict[int, dict[int, dict[int, str]]] = {}
    for block in document.blocks:
        place = _PLACE.fullmatch(block.location)
        if place is None:
            continue
        row = cells.setdefault(int(place[1]), {}).setdefault(int(place[2]), {})
        column = int(place[3]) - 1
        text = _TAG.sub("", block.span.of(document.view))
        row[column] = f"{row[column]}\n{text}" if column in row else text
    if sum(max(row) + 1 for rows in cells.values() for row in rows.values()) > MAX_CELLS:
        raise TooLargeError(f"its tables have over the {MAX_CELLS} cells that are read at once", "split it")
    return {
        table: [
            Record(number, tuple(row.get(column, "") for column in range(max(row) + 1)))
            for number, row in sorted(rows.items())
        ]
        for table, rows in sorted(cells.items())
    }


def _add(found: list[Pair | Unread], rows: Sequence[Record], of: Layout, languages: Languages, table: int) -> int:
    """Add the pairs of a table; how many rows have no rendering yet."""
    untranslated = 0
    for row in rows:
        fields = (*row.fields, *("" for _ in range(max(of.source, of.target) + 1 - len(row.fields))))
        if not fields[of.target].strip():
            untranslated += bool(fields[of.source].strip())
            continue
        pair = languages.pair(of, fields, len(found) + 1, row.line)
        found.append(replace(pair, location=f"table {table}, row {row.line}"))
    return untranslated
