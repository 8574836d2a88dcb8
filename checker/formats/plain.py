"""Plain text: the whole file is one block of text.

Blanked in the view: the marks of quoted mail (">"), the signature below a mail, which two hyphens part from it, and the
stamps of chat logs ("[12.04.26, 18:03:11] "), of which there must be several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.model import Document

MIN_LINES = 2
"""So many lines with a mark make a quotation, next to one another, or a log, anywhere; chosen."""

MOST_SIGNED = 8
MAX_SIGNED = 80
"""Lines of a signature and characters of each, of which none ends a sentence; chosen."""

MAX_ABOVE = 50
"""Characters of such a line above a notice, of which a line of wrapped text has more; chosen."""

_PARTING = "--"
"""Alone on a line, before a signature (RFC 3676, 4.3)."""

_STOPS = (".", "!", "?", "…", "。", "！", "？", "।", "؟")

_LETTER = re.compile(r"\S")
_QUOTE = re.compile(r"[ \t]*>(?:[ \t]*>)*")
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
        text = "".join(_without_quotes(text.splitlines(keepends=True)))
    if _PARTING in text:
        text = "".join(_without_signatures(text.splitlines(keepends=True)))
    stamps = list(_STAMP.finditer(text))
    return _STAMP.sub(_blank, text) if len(stamps) >= MIN_LINES else text


def _without_quotes(lines: Sequence[str]) -> Iterator[str]:
    """The lines, each quotation without its marks, a paragraph of its own: the first mark becomes a line break."""
    for is_quoted, group in groupby(lines, key=lambda line: _QUOTE.match(line) is not None):
        run = list(group)
        if is_quoted and len(run) >= MIN_LINES:
            run = [_QUOTE.sub(_blank, line, count=1) for line in run]
            run[0] = f"\n{run[0][1:]}"
        yield from run


def _without_signatures(lines: Sequence[str]) -> Iterator[str]:
    """The lines; two hyphens and the short lines after them, up to a blank one or the end, as white space."""
    start = 0
    while start < len(lines):
        if lines[start].strip() != _PARTING:
            yield lines[start]
            start += 1
            continue
        stop = next((k for k in range(start + 1, len(lines)) if not lines[k].strip()), len(lines))
        its = lines[start + 1 : stop]
        blanked = _is_signature(its)
        yield from (_LETTER.sub(" ", line) if blanked else line for line in lines[start:stop])
        start = stop


def _is_signature(lines: Sequence[str]) -> bool:
    """Whether short lines that end no sentence are all, but for notices below them ("This mail is confidential.")."""
    if not 0 < len(lines) <= MOST_SIGNED or any(len(line) > MAX_SIGNED for line in lines):
        return False
    ended = [line.rstrip().endswith(_STOPS) for line in lines]
    if not any(ended):
        return True
    signed = ended.index(True)
    is_notice = all(line.lstrip()[:1].isupper() for line in lines[signed:])
    return is_notice and all(ended[signed:]) and signed > 0 and all(len(line) <= MAX_ABOVE for line in lines[:signed])


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
