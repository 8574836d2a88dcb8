"""ODS: aligned pairs from the sheets of a spreadsheet, and its cells as a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import chain

from checker.errors import ColumnsError, TooLargeError
from checker.formats.columns import Columns, layout
from checker.formats.office.headers import SHEET_HEADER_WITHIN, Header, header_of
from checker.formats.office.odf.content import BLANKS, COLUMNS, OFFICE, ROWS, TABLE, TEXT, content_of, repeated
from checker.formats.office.package import Package
from checker.formats.office.tables import MAX_CELLS
from checker.formats.office.xlsx.sheet import column_name
from checker.formats.pairs import MAX_RECORDS, Languages, Read
from checker.formats.pieces import Piece, document_of
from checker.formats.tables.delimited import Record
from checker.formats.tables.pairs import layout_of
from checker.formats.xml.events import Attributes
from checker.model import Document, Pair, Unread

_LEFT_OUT = frozenset((f"{OFFICE}annotation", f"{TABLE}shapes", f"{TABLE}tracked-changes", f"{OFFICE}automatic-styles"))


@dataclass(slots=True)
class OdsSheet:
    """A sheet: its name, and its rows that hold text."""

    name: str
    rows: list[Record] = field(default_factory=list)


def read(path: str, data: bytes) -> Document:
    """A document of the cells that hold text.  Raises ``InputError`` leaves."""
    pieces = [
        Piece(text, "cell", location=f"{sheet.name}!{column_name(column)}{row.line}")
        for sheet in _sheets(path, data)
        for row in sheet.rows
        for column, text in enumerate(row.fields)
        if text
    ]
    return document_of(path, pieces)


def read_pairs(path: str, data: bytes, columns: Columns) -> Read:
    """The pairs of the sheet that is named, else of the first with a header.  Raises ``InputError`` leaves."""
    sheets = [sheet for sheet in _sheets(path, data) if sheet.rows]
    sheet, header, notes = _chosen(sheets, columns)
    rows = sheet.rows[header.at if header else 0 :]
    if header is None:
        found, below, said = layout_of(rows, rows[0], columns, "row")
        notes += said
    else:
        found, below = layout(rows[0].fields, columns), rows[1:]
    languages = Languages()
    pairs: list[Pair | Unread] = []
    for number, row in enumerate(below, start=1):
        fields = (*row.fields, *("" for _ in range(max(found.source, found.target) + 1 - len(row.fields))))
        if (fields[found.source] + fields[found.target]).strip() and not languages.is_left_out(found, fields):
            pairs.append(replace(languages.pair(found, fields, number, row.line), location=f"row {row.line}"))
    return pairs, (*notes, *languages.notes())


def _chosen(sheets: list[OdsSheet], columns: Columns) -> tuple[OdsSheet, Header | None, tuple[str, ...]]:
    names = ", ".join(sheet.name[:40] for sheet in sheets[:5])
    if columns.sheet is not None:
        for sheet in sheets:
            if sheet.name.casefold() == columns.sheet.casefold():
                return sheet, header_of(sheet.rows[:SHEET_HEADER_WITHIN], columns), ()
        raise ColumnsError(f"there is no sheet {columns.sheet!r} with text: {names}", "name one of these with --sheet")
    if not sheets:
        raise ColumnsError("there is no text in its sheets", "check that this is the right file")
    headers = [header_of(sheet.rows[:SHEET_HEADER_WITHIN], columns) for sheet in sheets]
    clear = (at for at, header in enumerate(headers) if header is not None and header.is_clear)
    named = (at for at, header in enumerate(headers) if header is not None)
    first = next(chain(clear, named), 0)
    said = f"sheet {sheets[first].name!r} is read; all of them, for --sheet: {names}"
    return sheets[first], headers[first], (said,) if len(sheets) > 1 else ()


def _sheets(path: str, data: bytes) -> list[OdsSheet]:
    package = Package(path, data, "ODS")
    reader = _Sheets()
    package.walk(content_of(path, package, "ODS"), reader)
    return reader.found


class _Sheets:
    """What expat tells of the sheets."""

    def __init__(self) -> None:
        self.found: list[OdsSheet] = []
        self._number = self._column = self._next = self._depth = self._cells = 0
        self._row: dict[int, str] = {}
        self._repeat = 1
        self._lines: list[list[str]] = []

    def start(self, name: str, attributes: Attributes) -> bool:
        if name in _LEFT_OUT:
            return False
        if (act := _STARTS.get(name)) is not None:
            act(self, attributes)
        return True

    def end(self, name: str) -> None:
        if name == f"{TABLE}table":
            self._depth -= 1
        elif name == f"{TABLE}table-cell" and self._depth == 1:
            text = "\n".join("".join(line) for line in self._lines)
            if text.strip():
                self._row[self._column] = text
        elif name == f"{TABLE}table-row" and self._depth == 1:
            if self._row:
                self._cells += max(self._row) + 1
                if len(self.found[-1].rows) > MAX_RECORDS or self._cells > MAX_CELLS:
                    raise TooLargeError(f"over the {MAX_RECORDS} rows that are read at once, or too wide", "split it")
                fields = tuple(self._row.get(column, "") for column in range(max(self._row) + 1))
                self.found[-1].rows.append(Record(self._number + 1, fields))
            self._number += self._repeat

    def text(self, text: str) -> None:
        if self._lines:
            self._lines[-1].append(text)

    def enter_sheet(self, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth == 1:
            self.found.append(OdsSheet(attributes.get(f"{TABLE}name", "")))
            self._number = 0

    def enter_row(self, attributes: Attributes) -> None:
        self._repeat = repeated(attributes, f"{TABLE}number-rows-repeated", ROWS)
        self._row, self._next = {}, 0

    def enter_cell(self, attributes: Attributes) -> None:
        self._column = self._next
        self._next += repeated(attributes, f"{TABLE}number-columns-repeated", COLUMNS)
        self._lines = []

    def enter_line(self) -> None:
        self._lines.append([])

    def add(self, text: str) -> None:
        self.text(text)


_STARTS: dict[str, Callable[[_Sheets, Attributes], object]] = {
    f"{TABLE}table": _Sheets.enter_sheet,
    f"{TABLE}table-row": _Sheets.enter_row,
    f"{TABLE}table-cell": _Sheets.enter_cell,
    f"{TABLE}covered-table-cell": _Sheets.enter_cell,
    f"{TEXT}p": lambda sheets, _: sheets.enter_line(),
    f"{TEXT}s": lambda sheets, attributes: sheets.add(" " * repeated(attributes, f"{TEXT}c", BLANKS)),
    f"{TEXT}tab": lambda sheets, _: sheets.add("\t"),
    f"{TEXT}line-break": lambda sheets, _: sheets.add("\n"),
}
