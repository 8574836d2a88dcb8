"""Translator comments in PO: whole lines that begin with ``# checker found: ``, behind other comments of translators.

Comments that begin with ``checker:`` are what people say to the program (``formats.suppressions``), and so not these.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from checker.annotate.remarks import OWN, Remark
from checker.errors import InputError
from checker.formats.line_ends import LINE_END
from checker.formats.units.po_entries import PoEntry, entries
from checker.model import Unread

_WHO = "# checker found: "
_LINE = re.compile(rf"[^\r\n]*(?:{LINE_END}|\Z)")


def annotated(text: str, remarks: Mapping[int, Sequence[Remark]]) -> str:
    """``text`` with these remarks in place of those of an earlier run.  Raises ``InputError``."""
    lines = [line for line in _LINE.findall(text) if not _is_own(line)]
    numbers = _lines_of_entries("".join(lines))
    made: list[str] = []
    at = 0
    for number in sorted(remarks):
        if number >= len(numbers):
            raise InputError("it is not the file that was checked", "leave it alone until the run has ended")
        keyword = numbers[number] - 1
        place = _place(lines, keyword)
        ending = lines[keyword][len(lines[keyword].rstrip("\r\n")) :] or "\n"
        made += lines[at:place]
        made += (f"{_WHO}{remark.text}{ending}" for remark in remarks[number])
        at = place
    return "".join([*made, *lines[at:]])


def _is_own(line: str) -> bool:
    return line.startswith(_WHO) and bool(OWN.match(line.removeprefix(_WHO)))


def _lines_of_entries(text: str) -> list[int]:
    """The line of the first keyword of each entry, from 1, entries counted as the reader counts them."""
    return [entry.line for entry in entries(text) if not _is_header(entry)]


def _is_header(entry: PoEntry | Unread) -> bool:
    return isinstance(entry, PoEntry) and not entry.msgid and entry.context is None and not entry.is_obsolete


def _place(lines: Sequence[str], keyword: int) -> int:
    """The line, from 0, before which a comment on the entry goes: behind the translator's, before all other kinds."""
    first = keyword
    while first and lines[first - 1].lstrip().startswith("#") and not lines[first - 1].lstrip().startswith("#~"):
        first -= 1
    while first < keyword and re.match(r"\s*#(?:\s|$)", lines[first]):
        first += 1
    return first
