"""One sheet of an XLSX file: its cells as they are displayed, row by row.

Read here rather than by openpyxl or calamine: both give 1234.5 and a format where a reader of the sheet sees "1,234.50
kr", which is what a translation is held against, and neither stops at a bound of our own in a hostile file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from checker.errors import InputError, TooLargeError
from checker.formats.office.xlsx.numbers import GENERAL, shown
from checker.formats.xml.events import Attributes

MAX_COLUMNS = 1_000
"""Columns that are read; a sheet of texts has some ten."""

MAX_CELLS = 3_000_000
"""Cells of a sheet that are held in memory, the empty ones in front of the last of each row counted."""

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Holds(Enum):
    """What kind of value a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    ERROR = "error"
    UNKNOWN = "formula"
    """A formula whose result is not stored; formulas are never evaluated."""


@dataclass(frozen=True, slots=True)
class Cell:
    column: int
    """From 0."""
    text: str
    holds: Holds = Holds.TEXT


@dataclass(frozen=True, slots=True)
class SheetRow:
    """The cells of a row that hold something; ``number`` from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that are merged into one: first and last row (from 1), first and last column (from 0)."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(slots=True)
class Sheet:
    """What ``SheetReader`` found."""

    rows: list[SheetRow] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last of each run, from 0."""


@dataclass(frozen=True, slots=True)
class Values:
    """What cells refer to: texts that are stored once for all sheets, and number formats by style."""

    texts: Sequence[str]
    formats: Sequence[str]
    from_1904: bool = False


def column_name(column: int) -> str:
    """The letters of a column, from 0: A, B, ..., Z, AA."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def unescaped(text: str) -> str:
    """Text of a cell, in which characters that XML has no place for are written as ``_x000D_``."""
    return _ESCAPED.sub(lambda match: _character(int(match[1], 16)), text) if "_x" in text else text


def _character(code: int) -> str:
    return "\n" if code == 0x0D else chr(code) if code >= 0x20 and not 0xD800 <= code < 0xE000 else ""


class SheetReader:
    """What expat tells of a sheet.  Raises ``TooLargeError`` for one that is not read, however little is in it.

    ``characters`` are those of the texts in its cells, ``room`` says at any time how many there may be.
    """

    def __init__(self, values: Values, most_rows: int, room: Callable[[], int]) -> None:
        self.sheet = Sheet()
        self.characters = 0
        self._values, self._most_rows, self._room = values, most_rows, room
        self._row = self._column = self._held = 0
        self._cells: list[Cell] = []
        self._type = ""
        self._style = 0
        self._is_formula = False
        self._value: list[str] = []
        self._in_value = False

    def start(self, name: str, attributes: Attributes) -> bool:
        if name == "c":
            self._start_cell(attributes)
        elif name in ("v", "t"):
            self._in_value = True
        elif name == "f":
            self._is_formula = True
            return False
        elif name == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdecimal() and len(number) < 9 else self._row + 1
            self._column, self._cells = 0, []
            if attributes.get("hidden") in ("1", "true"):
                self.sheet.hidden_rows.add(self._row)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = (attributes.get(edge, "") for edge in ("min", "max"))
            is_number = first.isdecimal() and last.isdecimal() and max(len(first), len(last)) < 9
            if is_number and len(self.sheet.hidden_columns) < MAX_COLUMNS:
                self.sheet.hidden_columns.append((int(first) - 1, int(last) - 1))
        return name not in ("rPh", "extLst", "conditionalFormatting", "dataValidations")

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._in_value = False
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self._end_row()

    def text(self, text: str) -> None:
        if self._in_value:
            self._value.append(text)

    def _start_cell(self, attributes: Attributes) -> None:
        reference = _REFERENCE.fullmatch(attributes.get("r", ""))
        if reference is not None:
            self._column = _column(reference[1])
        if self._column >= MAX_COLUMNS:
            raise TooLargeError(f"over the {MAX_COLUMNS} columns that are read", "leave out those that are not needed")
        self._type, style = attributes.get("t", "n"), attributes.get("s", "")
        self._style = int(style) if style.isdecimal() and len(style) < 9 else 0
        self._is_formula, self._value = False, []

    def _end_cell(self) -> None:
        raw = "".join(self._value)
        if raw or self._is_formula:
            holds, text = self._read(raw)
            if text.strip() or holds is Holds.UNKNOWN:
                self._cells.append(Cell(self._column, text, holds))
                self.characters += len(text)
        self._column += 1

    def _read(self, raw: str) -> tuple[Holds, str]:
        if not raw:
            return (Holds.TEXT, "") if self._type == "str" else (Holds.UNKNOWN, "")
        match self._type:
            case "s":
                return Holds.TEXT, self._stored(raw)
            case "inlineStr" | "str":
                return Holds.TEXT, unescaped(raw)
            case "e":
                return Holds.ERROR, raw
            case "b":
                return Holds.NUMBER, "TRUE" if raw.strip() in ("1", "true") else "FALSE"
            case "d":
                return Holds.NUMBER, raw
        try:
            value = float(raw)
            formats = self._values.formats
            code = formats[self._style] if self._style < len(formats) else GENERAL
            return Holds.NUMBER, shown(value, code, from_1904=self._values.from_1904)
        except (ValueError, ArithmeticError):
            return Holds.NUMBER, raw

    def _stored(self, raw: str) -> str:
        try:
            index = int(raw)
            if index >= 0:
                return self._values.texts[index]
        except (ValueError, IndexError):
            pass
        where = f"{column_name(self._column)}{self._row}"
        raise InputError(f"its cell {where} refers to a text that is not there", "save it again")

    def _end_row(self) -> None:
        if not self._cells:
            return
        if self.characters > self._room():
            raise TooLargeError("its cells repeat long texts more often than honest ones do", "leave out what repeats")
        self._held += max(cell.column for cell in self._cells) + 1
        if self._held > MAX_CELLS or len(self.sheet.rows) >= self._most_rows:
            raise TooLargeError(
                f"over the {self._most_rows} rows or {MAX_CELLS} cells that are read at once", "split it"
            )
        self.sheet.rows.append(SheetRow(self._row, tuple(self._cells)))

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        edges = [_REFERENCE.fullmatch(edge) for edge in (first, last)]
        if edges[0] and edges[1] and len(self.sheet.merged) < self._most_rows:
            columns, rows = zip(*((_column(edge[1]), int(edge[2])) for edge in edges if edge), strict=True)
            self.sheet.merged.append(Area(min(rows), max(rows), min(columns), max(columns)))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
