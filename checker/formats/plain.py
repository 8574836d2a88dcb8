"""Plain text: the whole file is one block of text.

Blanked in the view: the marks of quoted mail (">") and the stamps of chat logs ("[12.04.26, 18:03:11] "), of which
there must be several.
"""

from __future__ import annotations

import re

from checker.model import Document

MIN_LINES = 2
"""So many lines with a mark make a quotation, next to one another, or a log, anywhere; chosen."""

_QUOTE = re.compile(r"[ \t]*>(?:[ \t]*>)*")
_QUOTED = re.compile(rf"^(?:{_QUOTE.pattern}.*(?:\n|\Z)){{{MIN_LINES},}}", re.MULTILINE)
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?"
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_STAMP = re.compile(
    rf"^\u200e?(?:[\[(](?:{_DAY},?[ \u202f])?{_CLOCK}[\])]|{_DAY},?[ \u202f]{_CLOCK}[ \u202f][-–])[ \t]+", re.MULTILINE
)


def read(path: str, text: str, encoding: str, notes: tuple[str, ...]) -> Document:
    """A document whose own text is the file's text as it stands, line ends included."""
    return Document(path, text, view=_without_marks(text), encoding=encoding, notes=notes)


def _without_marks(text: str) -> str:
    """The text, as long, without what stands before the lines of quotations and logs."""
    if ">" in text:
        text = _QUOTED.sub(lambda quotation: _each_line(_QUOTE, quotation.group()), text)
    stamps = list(_STAMP.finditer(text))
    return _STAMP.sub(_blank, text) if len(stamps) >= MIN_LINES else text


def _each_line(mark: re.Pattern[str], text: str) -> str:
    return "".join(mark.sub(_blank, line, count=1) for line in text.splitlines(keepends=True))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
