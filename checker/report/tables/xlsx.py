"""XLSX: a sheet of findings, one of segments, one of documents, and one that says what the columns are.

Where several documents have the very same finding, one more sheet has it once, with all of them.

Every text is a text cell, so that nothing in it is a formula or a link.  The bytes depend on nothing but the results:
times in the file are fixed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING

from checker.model import DocumentResult, Severity
from checker.report import rows
from checker.report.context import Context
from checker.report.copies import Copies, FirstPlaces
from checker.report.xml import legal

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MAX_ROWS = 1_048_576
"""Rows of a sheet, the header among them (Excel specifications and limits)."""
MAX_TEXT = 32_767
"""Characters of a cell, counted in UTF-16 as Excel does."""
_CUT = " [...]"
_PIECE = 1 << 20
_LINE_HEIGHT, _MOST_LINES = 15, 20
_WIDE = "\u1100"
"""From here on most letters are as wide as two."""
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_FORMULA = tuple("=+-@")
_WORDS = frozenset(("kind", "severity", "status", "verdict"))
"""Columns that hold words of this program, which are coloured."""
_COLOURS = {
    "critical": ("#7B1FA2", "#FFFFFF"),
    "major": ("#C62828", "#FFFFFF"),
    "minor": ("#FFE082", "#000000"),
    "neutral": ("#E0E0E0", "#000000"),
    "failed": ("#C62828", "#FFFFFF"),
    "partly_checked": ("#FFE082", "#000000"),
    "unsupported": ("#C62828", "#FFFFFF"),
    "partly_supported": ("#FFE082", "#000000"),
    "undetermined": ("#E0E0E0", "#000000"),
    rows.NOT_CHECKED: ("#C62828", "#FFFFFF"),
    rows.NOT_READ: ("#C62828", "#FFFFFF"),
}
"""Fill and letters of cells that hold one of these words."""


def write(documents: Iterable[DocumentResult], context: Context) -> Iterator[bytes]:
    """The workbook, when all documents are there; rows wait on disk, not in memory."""
    import xlsxwriter

    with tempfile.TemporaryFile() as file:
        workbook = xlsxwriter.Workbook(file, {"constant_memory": True})
        workbook.set_properties({"title": "Translation check", "author": "checker", "created": _CREATED})
        styles = _Styles(workbook)
        findings = _Sheet(workbook, styles, "Findings", rows.FINDINGS, hidden=_UNUSUAL)
        segments = _Sheet(workbook, styles, "Segments", rows.SEGMENTS)
        listed = _Sheet(workbook, styles, "Documents", rows.DOCUMENTS)
        sheets, places, copies = [findings, segments, listed], FirstPlaces(), Copies()
        for result in documents:
            copies.add(result)
            for row in rows.finding_rows(result, places):
                findings.add(row)
            for row in rows.segment_rows(result):
                segments.add(row)
            listed.add(rows.document_row(result))
        repeated = list(rows.repeated_rows(copies))
        if repeated:
            sheets.append(_Sheet(workbook, styles, "Repeated", rows.REPEATED, hidden=_UNUSUAL))
            for row in repeated:
                sheets[-1].add(row)
        for sheet in sheets:
            sheet.finish()
        _about(workbook, styles, context)
        workbook.close()
        yield from _pieces(file)


_UNUSUAL = frozenset(("column", "similarity", "names", "numbers", "mqm", "start", "end", "fingerprint"))
"""Columns for programs, hidden until a person wants them; so is any column in which nothing stands."""


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(_PIECE):
        yield piece


class _Styles:
    """The formats of cells, one of each kind."""

    def __init__(self, workbook: Workbook) -> None:
        whole = {"valign": "top", "font_name": "Calibri", "font_size": 11}
        self.head: Format = workbook.add_format(
            {**whole, "bold": True, "bg_color": "#263238", "font_color": "#FFFFFF", "text_wrap": True}
        )
        self.text: Format = workbook.add_format({**whole, "text_wrap": True})
        # Marked as text, so that it stays one when a person edits the cell.
        self.formula: Format = workbook.add_format({**whole, "text_wrap": True, "quote_prefix": True})
        self.plain: Format = workbook.add_format(whole)
        self.number: Format = workbook.add_format({**whole, "align": "center"})
        self.share: Format = workbook.add_format({**whole, "align": "center", "num_format": "0.00"})
        self.words: dict[str, Format] = {
            word: workbook.add_format({**whole, "bg_color": fill, "font_color": letters, "bold": True})
            for word, (fill, letters) in _COLOURS.items()
        }


class _Sheet:
    """A table with a frozen header and filters, written row by row."""

    def __init__(
        self,
        workbook: Workbook,
        styles: _Styles,
        name: str,
        columns: Sequence[rows.Column],
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        self._sheet: Worksheet = workbook.add_worksheet(name)
        self._styles, self._columns, self._hidden = styles, columns, hidden
        self._next, self._left_out = 1, 0
        self._used: set[str] = set()
        sheet = self._sheet
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        for number, column in enumerate(columns):
            sheet.write_string(0, number, column.name, styles.head)

    def add(self, row: rows.Row) -> None:
        """The next row; the last one of a sheet is kept for saying how many are left out."""
        if self._next >= MAX_ROWS - 1:
            self._left_out += 1
            return
        cells = rows.values(row, self._columns)
        lines = max(_lines(cell, column.width) for cell, column in zip(cells, self._columns, strict=True))
        self._sheet.set_row(self._next, _LINE_HEIGHT * min(lines, _MOST_LINES))
        for number, cell in enumerate(cells):
            self._write(number, cell)
        self._next += 1

    def _write(self, number: int, cell: rows.Cell) -> None:
        if cell is None or cell == "":
            return
        self._used.add(self._columns[number].name)
        if isinstance(cell, str):
            style = self._styles.formula if cell.lstrip()[:1] in _FORMULA else self._styles.text
            if self._columns[number].name in _WORDS:
                style = self._styles.words.get(cell, style)
            self._sheet.write_string(self._next, number, fitting(cell), style)
        else:
            style = self._styles.share if isinstance(cell, float) else self._styles.number
            self._sheet.write_number(self._next, number, cell, style)

    def finish(self) -> None:
        if self._left_out:
            said = f"{self._left_out:,} more rows are left out: a sheet holds {MAX_ROWS:,}. CSV and JSON have them all."
            self._sheet.write_string(self._next, 0, said, self._styles.plain)
        for number, column in enumerate(self._columns):
            is_hidden = column.name in self._hidden or (self._next > 1 and column.name not in self._used)
            self._sheet.set_column(number, number, column.width, None, {"hidden": is_hidden})
        self._sheet.autofilter(0, 0, self._next - 1, len(self._columns) - 1)


def _lines(cell: rows.Cell, width: int) -> int:
    """Lines that a wrapped text takes in a column, about: programs do not all find the height of a row themselves."""
    if not isinstance(cell, str):
        return 1
    room = max(width - 2, 1)
    columns = (len(line) + sum(character >= _WIDE for character in line) for line in cell[:MAX_TEXT].split("\n"))
    return sum(1 + (count - 1) // room if count else 1 for count in columns)


def fitting(text: str) -> str:
    """A text that a cell can hold: without what XML cannot, and no longer than Excel reads."""
    text = legal(text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) * 2 <= MAX_TEXT or len(text.encode("utf-16-le")) // 2 <= MAX_TEXT:
        return text
    room = MAX_TEXT - len(_CUT)
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + _CUT


def _about(workbook: Workbook, styles: _Styles, context: Context) -> None:
    sheet: Worksheet = workbook.add_worksheet("About")
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 22)
    sheet.set_column(2, 2, 100)
    signature = context.signature
    lines = [
        ("made by", "checker", signature.version),
        ("model", signature.model, signature.model_sha256),
        *(("setting", name, str(value)) for name, value in signature.settings.items()),
        ("severities", ", ".join(severity.value for severity in Severity), "from least to gravest"),
        *(
            (name, column.name, column.meaning)
            for name, columns in (
                ("Findings", rows.FINDINGS),
                ("Segments", rows.SEGMENTS),
                ("Documents", rows.DOCUMENTS),
                ("Repeated", rows.REPEATED),
            )
            for column in columns
        ),
    ]
    for number, line in enumerate(lines):
        for column, text in enumerate(line):
            sheet.write_string(number, column, fitting(text), styles.text)
