"""Aligned pairs from one sheet of an XLSX file, with a header or without, a pair a row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.errors import ColumnsError, EmptyError
from checker.formats.columns import Columns, Layout
from checker.formats.office.headers import SHEET_HEADER_WITHIN, Header, header_of
from checker.formats.office.xlsx.book import Book, SheetName
from checker.formats.office.xlsx.document import hidden_parts, named, sheet_of
from checker.formats.office.xlsx.sheet import Area, Holds, Sheet, SheetRow
from checker.formats.pairs import Languages
from checker.formats.tables.delimited import Record
from checker.formats.tables.pairs import layout_of
from checker.model import Pair, Unread

_SHEETS_SEEN = 5
"""Sheets in which a header is looked for."""

_LETTERS = re.compile(r"[A-Za-z]{1,2}")


def read(path: str, data: bytes, columns: Columns) -> tuple[list[Pair | Unread], tuple[str, ...]]:
    """Pairs and unread rows in order, and notes.  Raises ``InputError`` leaves."""
    book = Book(path, data)
    name, sheet, notes = _chosen(path, book, columns)
    if not sheet.rows:
        raise EmptyError(f"there is nothing in its sheet {name.name!r}", "name another with --sheet")
    records = _records(sheet.rows)
    top = records[:SHEET_HEADER_WITHIN]
    columns = _by_letter(columns, top)
    header = header_of(top, columns)
    above = header.at if header else 0
    first = records[above]
    if above:
        notes.append(f"row {first.line} read as the header; rows above it not read: {above}")
    found, below, said = layout_of(records[above:], first, columns, "row")
    languages = Languages()
    pairs = _Pairs(found, sheet, languages)
    rows = sheet.rows[len(records) - len(below) :]
    read_rows = [pair for record, row in zip(below, rows, strict=True) for pair in pairs.of(record, row)]
    return read_rows, (*notes, *hidden_parts(sheet, ""), *said, *pairs.notes(), *languages.notes())


def _chosen(path: str, book: Book, columns: Columns) -> tuple[SheetName, Sheet, list[str]]:
    """The sheet that a caller names, or the first that is not hidden and has a header, with a note on others."""
    wanted = columns.sheet
    names = [sheet.name for sheet in book.sheets]
    if wanted is not None:
        exact = [sheet for sheet in book.sheets if sheet.name == wanted]
        if found := exact or [sheet for sheet in book.sheets if sheet.name.casefold() == wanted.casefold()]:
            return found[0], sheet_of(path, book, found[0]), []
        raise ColumnsError(f"there is no sheet {wanted!r}: {named(names)}", "name one of these with --sheet")
    shown = [sheet for sheet in book.sheets if not sheet.hidden] or list(book.sheets[:1])
    first, sheet = _headed(path, book, shown[:_SHEETS_SEEN], columns)
    others = [name for name in names if name != first.name]
    return first, sheet, [f"sheet {first.name!r} is read; others, for --sheet: {named(others)}"] if others else []


def _headed(path: str, book: Book, names: Sequence[SheetName], columns: Columns) -> tuple[SheetName, Sheet]:
    """The first sheet with a clear header, else the first that names columns at all, else the first.

    Each is read once, and two are kept at a time.
    """
    best = names[0], sheet_of(path, book, names[0])
    header = _header(best[1], columns)
    for name in names[1:]:
        if header is not None and header.is_clear:
            break
        sheet = sheet_of(path, book, name)
        other = _header(sheet, columns)
        if other is not None and (header is None or other.is_clear):
            best, header = (name, sheet), other
    return best


def _header(sheet: Sheet, columns: Columns) -> Header | None:
    return header_of(_records(sheet.rows[:SHEET_HEADER_WITHIN]), columns)


def _records(rows: Sequence[SheetRow]) -> list[Record]:
    """Rows as lists of texts, each as long as it has cells."""
    records = []
    for row in rows:
        fields = [""] * (max(cell.column for cell in row.cells) + 1)
        for cell in row.cells:
            fields[cell.column] = cell.text
        records.append(Record(row.number, tuple(fields)))
    return records


def _by_letter(columns: Columns, top: Sequence[Record]) -> Columns:
    """Columns that a caller calls by their letter, by number, unless a cell at the top of the sheet has that name."""

    def number(name: str | None) -> str | None:
        if name is None or not _LETTERS.fullmatch(name) or any(name in row.fields for row in top):
            return name
        place = 0
        for letter in name.upper():
            place = 26 * place + ord(letter) - ord("A") + 1
        return str(place)

    return replace(columns, source=number(columns.source), target=number(columns.target), id=number(columns.id))


class _Pairs:
    """Makes pairs of rows, and counts those that are none."""

    def __init__(self, found: Layout, sheet: Sheet, languages: Languages) -> None:
        self._layout, self._languages = found, languages
        self._merged = {
            column: sorted(
                (area for area in sheet.merged if area.left <= column <= area.right), key=lambda area: area.top
            )
            for column in (found.source, found.target)
        }
        self._number = self._headings = self._textless = 0

    def of(self, record: Record, row: SheetRow) -> Iterator[Pair | Unread]:
        """The pair of a row, or why it is none; nothing for a row with neither text."""
        found = self._layout
        width = max(found.source, found.target) + 1
        fields = (*record.fields, *("" for _ in range(width - len(record.fields))))
        problem = self._problem(row, fields)
        if problem is None:
            self._number += 1
            pair = self._languages.pair(found, fields, self._number, row.number)
            yield replace(pair, location=f"row {row.number}")
        elif problem:
            self._number += 1
            yield Unread(row.number, problem)

    def _problem(self, row: SheetRow, fields: Sequence[str]) -> str | None:
        """Why a row is no pair, empty where it need not be one; None for a pair."""
        found = self._layout
        cells = {cell.column: cell for cell in row.cells}
        areas = {column: self._area(column, row.number) for column in (found.source, found.target)}
        if areas[found.source] is not None and areas[found.source] == areas[found.target]:
            self._headings += 1
            return ""
        for role, column in (("source", found.source), ("target", found.target)):
            cell, area = cells.get(column), areas[column]
            if cell is not None and cell.holds is Holds.UNKNOWN:
                return f"its {role} is a formula whose result is not stored: open the file in its program and save it"
            if cell is not None and cell.holds is Holds.ERROR:
                return f"its {role} is the error {cell.text[:40]}"
            if cell is None and area is not None and area.top < row.number:
                return f"its {role} is merged with that of row {area.top}"
        if self._languages.is_left_out(found, fields):
            return ""
        if not (fields[found.source].strip() or fields[found.target].strip()):
            self._textless += 1
            return ""
        return None

    def _area(self, column: int, row: int) -> Area | None:
        areas = self._merged[column]
        place = bisect_right(areas, row, key=lambda area: area.top) - 1
        return areas[place] if place >= 0 and row <= areas[place].bottom else None

    def notes(self) -> Iterator[str]:
        if self._headings:
            yield f"rows in which source and target are one merged cell left out: {self._headings}"
        if self._textless:
            yield f"rows without source and target left out: {self._textless}"
