"""Records of comma-, semicolon- or tab-separated text (RFC 4180), with the line where each begins.

The standard library's reader is not used because it lets one unclosed quotation mark swallow the rest of a file,
bounds the size of a cell, and does not say where a record begins.  Here a record that is badly quoted is one bad
record, and reading goes on at the next line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

DELIMITERS = (",", ";", "\t", "|")
_SNIFFED_RECORDS = 50
_BREAK = re.compile(r"\r\n|\n|\r")
_QUOTED = re.compile(r' *"((?:[^"]++|"")*+)" *')
_EXCEL_HINT = re.compile(r"\Asep=(.)(?:\r\n|\n|\r)")


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of one record and the line, from 1, where it begins; ``problem`` says why it has none."""

    line: int
    fields: tuple[str, ...]
    problem: str = ""

    @property
    def is_blank(self) -> bool:
        return not self.problem and not any(field.strip() for field in self.fields)


def records(text: str, delimiter: str | None = None, most: int | None = None) -> list[Record]:
    """Records but for empty lines, the first ``most`` of them; ``delimiter`` None is found out.

    In tab-separated text quotation marks stand for themselves unless every record comes out right when they are read
    as marks around a cell, since many programs write such text without any quoting.
    """
    line = 1
    if hint := _EXCEL_HINT.match(text):
        text, delimiter, line = text[hint.end() :], delimiter or hint[1], 2
    delimiter = delimiter or sniffed(text)
    quoted = list(islice(_records(text, delimiter, line, quoting=True), most))
    if delimiter != "\t" or '"' not in text:
        return quoted
    literal = list(islice(_records(text, delimiter, line, quoting=False), most))
    many_lines = len(quoted) < len(literal)
    if not _is_regular(quoted) or (many_lines and _is_regular(literal)):
        return literal
    return quoted


def sniffed(text: str) -> str:
    """The delimiter that cuts the first records into the same number of fields, at least two; a comma if none does."""

    def regularity(delimiter: str) -> tuple[float, int]:
        widths = Counter(
            len(record.fields)
            for record in islice(_records(text, delimiter, 1, quoting=True), _SNIFFED_RECORDS)
            if not record.problem
        )
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
        return (count / widths.total(), width) if width > 1 else (0.0, 0)

    # max() keeps the first of equals: a comma goes before a semicolon.
    return max(DELIMITERS, key=regularity)


def _is_regular(found: list[Record]) -> bool:
    width = len(found[0].fields) if found else 0
    return all(not record.problem and len(record.fields) == width for record in found)


def _records(text: str, delimiter: str, line: int, *, quoting: bool) -> Iterator[Record]:
    start, length = 0, len(text)
    while start < length:
        match = _BREAK.search(text, start)
        end = match.start() if match else length
        row = text[start:end]
        if quoting and '"' in row:
            fields, stop, problem = _quoted_fields(text, start, end, delimiter)
        else:
            fields, stop, problem = row.split(delimiter), end, ""
        if problem or fields != [""]:
            yield Record(line, () if problem else tuple(fields), problem)
        begin, (start, lines) = start, _next(text, stop)
        line += lines + _breaks(text, begin, stop)


def _next(text: str, stop: int) -> tuple[int, int]:
    """Where the next record begins after the end of one, and how many lines further down."""
    match = _BREAK.match(text, stop)
    return (match.end(), 1) if match else (len(text), 0)


def _breaks(text: str, start: int, stop: int) -> int:
    feeds, returns = text.count("\n", start, stop), text.count("\r", start, stop)
    return feeds + returns - text.count("\r\n", start, stop)


def _quoted_fields(text: str, start: int, line_end: int, delimiter: str) -> tuple[list[str], int, str]:
    """Fields of the record at ``start``, its end, and what is wrong with it; a wrong one ends with its line."""
    plain = re.compile(f"[^{re.escape(delimiter)}\r\n]*")
    fields: list[str] = []
    position = start
    while True:
        match = _QUOTED.match(text, position)
        if match:
            fields.append(match[1].replace('""', '"'))
        elif text.startswith('"', position):
            return [], line_end, "a quotation mark is opened and never closed"
        else:
            match = plain.match(text, position)
            fields.append(match[0] if match else "")
        position = match.end() if match else position
        if position >= len(text) or text[position] in "\r\n":
            return fields, position, ""
        if text[position] != delimiter:
            return [], line_end, "there is text after a closing quotation mark; write a mark inside a cell twice"
        position += 1
