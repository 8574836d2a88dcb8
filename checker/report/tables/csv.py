"""CSV: one row a finding, in the columns of ``rows.FINDINGS``, for spreadsheets and scripts.

UTF-8 with a byte order mark, without which Excel takes it for a legacy encoding; a comma between cells, every text in
quotation marks, lines that end in CR LF (RFC 4180).  A row is one line: line breaks in texts are spaces.

A text that a spreadsheet would take for a formula gets an apostrophe before it (CWE-1236).  So does one inside a cell
after a semicolon or a tab, where a program would begin a cell that takes these for the separator.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from checker.model import DocumentResult
from checker.printable import CONTROLS
from checker.report import rows
from checker.report.context import Context
from checker.report.copies import FirstPlaces

_BREAKS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile(f"(?!\t)[{CONTROLS}]")
_FORMULA = re.compile(r"(^|[;\t])(?=[\s\ufeff\u200b'\"]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])")


def write(documents: Iterable[DocumentResult], _context: Context) -> Iterator[str]:
    """The header, then the rows of each document as it comes."""
    yield "\ufeff" + _lines([[column.name for column in rows.FINDINGS]])
    places = FirstPlaces()
    for result in documents:
        found = rows.finding_rows(result, places)
        yield _lines([_safe(cell) for cell in rows.values(row, rows.FINDINGS)] for row in found)


def _lines(table: Iterable[list[rows.Cell]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_NONNUMERIC).writerows(table)
    return text.getvalue()


def _safe(cell: rows.Cell) -> str | int | float:
    return inert(cell or "") if isinstance(cell, str | None) else cell


def inert(text: str) -> str:
    """A text on one line that no spreadsheet takes for a formula."""
    return _FORMULA.sub(r"\1'", _CONTROLS.sub("\ufffd", _BREAKS.sub(" ", text)))
