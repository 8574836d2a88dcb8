"""XLSX as a document: one block a cell that holds text, row by row, sheet by sheet.

Formulas are never evaluated: what is read is the result that is stored with them.  docs/formats-office.md has what is
read and what is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.errors import InputError
from checker.formats.office.xlsx.book import Book, SheetName
from checker.formats.office.xlsx.sheet import Holds, Sheet, column_name
from checker.formats.pairs import MAX_RECORDS
from checker.formats.pieces import Piece, document_of
from checker.model import Document

_PLAIN_NAME = re.compile(r"[^\W\d]\w*")
_MOST_NAMED = 5


def read(path: str, data: bytes) -> Document:
    """A document of the cells that hold text in all sheets that are not hidden.  Raises ``InputError`` leaves."""
    book = Book(path, data)
    shown = [sheet for sheet in book.sheets if not sheet.hidden] or list(book.sheets)
    pieces: list[Piece] = []
    notes: list[str] = []
    others = 0
    for name in shown:
        sheet = sheet_of(path, book, name)
        for row in sheet.rows:
            for cell in row.cells:
                if cell.holds is Holds.TEXT:
                    location = f"{_quoted(name.name)}!{column_name(cell.column)}{row.number}"
                    pieces.append(Piece(cell.text, "cell", location=location))
                else:
                    others += 1
        notes += hidden_parts(sheet, f" of sheet {name.name!r}" if len(shown) > 1 else "")
    left_out = [sheet.name for sheet in book.sheets if sheet not in shown]
    if left_out:
        notes.append(f"hidden sheets left out: {named(left_out)}")
    if others:
        notes.append(f"cells without text (numbers, dates, errors) left out: {others}")
    return document_of(path, pieces, notes)


def sheet_of(path: str, book: Book, name: SheetName) -> Sheet:
    """The cells of a sheet; errors name it."""
    try:
        return book.read(name, MAX_RECORDS + 1)
    except InputError as error:
        said = error.message.removeprefix(f"{path}: ")
        raise type(error)(f"{path}: sheet {name.name!r}: {said}", error.hint) from None


def hidden_parts(sheet: Sheet, whose: str) -> Iterator[str]:
    """What to say of rows and columns that are read though nobody sees them."""
    rows = sorted(sheet.hidden_rows & {row.number for row in sheet.rows})
    if rows:
        yield f"hidden rows{whose} are read, too: {named(list(map(str, rows)))}"
    used = {cell.column for row in sheet.rows for cell in row.cells}
    columns = sorted(column for column in used if any(left <= column <= right for left, right in sheet.hidden_columns))
    if columns:
        yield f"hidden columns{whose} are read, too: {named([column_name(column) for column in columns])}"


def named(names: Sequence[str]) -> str:
    """Names for a message, cut to what a reader can take in."""
    more = f", ... ({len(names)} in all)" if len(names) > _MOST_NAMED else ""
    return ", ".join(name[:40] for name in names[:_MOST_NAMED]) + more


def _quoted(name: str) -> str:
    """A sheet's name as spreadsheets write it in references."""
    return name if _PLAIN_NAME.fullmatch(name) else "'" + name.replace("'", "''") + "'"
