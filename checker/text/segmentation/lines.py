"""Paragraphs of plain text: which line breaks end something and which only wrap a line."""

from __future__ import annotations

import re
from itertools import pairwise

from checker.model import Span

_MIN_WRAP = 45
_MAX_WRAP = 140
"""A wrapped text is set to a width between these, in columns (a wide character takes two); chosen."""

_FULL = 0.88
"""A line counts as full when the next word would have brought it over this share of the widest line; chosen."""

_MIN_CONTINUED = 40
"""A line at least this wide, without final punctuation, goes on in a next line that begins in lower case; chosen."""

_MIN_NARROW = 25
_MIN_GOING_ON = 0.7
"""In a block whose widest line has so many columns, and whose last line ends a sentence, lines that end none are
wrapped if such a share of them, and two or more, go on in lower case; chosen."""

_ITEM = re.compile(
    r"[ \t]*(?:[-*+•‣◦▪●■►–—·]|\(?\d{1,3}[.)]|\(?[a-zA-Zа-яА-Я][.)]|\(?[ivxIVX]{1,5}[.)]|[#>|])(?:[ \t]|$)"
)
_TERMINAL = tuple(".!?…。！？।॥։؟۔።။។།")
_CLOSERS = "\"'”’»›«‹“‘)]}」』）*_\u200e\u200f"
_FIRST_WORD = re.compile(r"\S+")
_WIDE = re.compile("[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60]")


def paragraph_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Paragraphs of ``text[start:end]``, in code points; together they tile it exactly.

    Blank lines separate paragraphs and belong to the one before them.  Within a block of lines, a
    break stays inside a paragraph where the lines are wrapped to a width, and ends one where lines
    stand each for itself: headings, list items, turns of a dialogue.  Each block is judged alone, so
    the paragraphs of a text are those of its blocks.
    """
    end = len(text) if end is None else end
    if start >= end:
        return []
    if text.find("\n", start, end) < 0 and text.find("\r", start, end) < 0:
        return [Span(start, end)]
    breaks: list[int] = []
    block: list[str] = []
    block_start = offset = start
    for line in text[start:end].splitlines(keepends=True):
        if not line.isspace():
            if block and block[-1].isspace():
                breaks.extend(_breaks_in(block, block_start))
                breaks.append(offset)
                block, block_start = [], offset
            elif not block:
                block_start = offset
            block.append(line)
        elif block:
            block.append(line)
        offset += len(line)
    breaks.extend(_breaks_in(block, block_start))
    bounds = [start, *breaks, end]
    return [Span(first, last) for first, last in pairwise(bounds)]


def _breaks_in(block: list[str], offset: int) -> list[int]:
    """Offsets of the line breaks that end a paragraph inside one block, blank lines at its end aside."""
    lines = [line.rstrip() for line in block if not line.isspace()]
    if len(lines) < 2:
        return []
    widths = [_width(line) for line in lines]
    width = max(widths)
    prose = _is_ended(lines[-1])
    items = not prose and not any(_goes_on(line) or _is_ended(line) for line in lines)
    is_wrapped = prose and width >= _MIN_NARROW and _is_wrapped(lines)
    breaks = []
    for index in range(len(lines) - 1):
        offset += len(block[index])
        this, following = lines[index], lines[index + 1]
        full = _is_full(widths[index], following, width)
        wraps = full and not items and _MIN_WRAP <= width <= _MAX_WRAP
        long = is_wrapped or widths[index] >= _MIN_CONTINUED or (prose and full)
        continues = long and _goes_on(following) and not _is_ended(this)
        if _ITEM.match(following) or not (wraps or continues):
            breaks.append(offset)
    return breaks


def _is_wrapped(lines: list[str]) -> bool:
    """Whether sentences run over the lines: most that end none go on in lower case."""
    going_on = [_goes_on(following) for this, following in pairwise(lines) if not _is_ended(this)]
    return sum(going_on) >= max(2, _MIN_GOING_ON * len(going_on))


def _is_ended(line: str) -> bool:
    return line.rstrip(_CLOSERS).endswith(_TERMINAL)


def _goes_on(line: str) -> bool:
    return line.lstrip()[:1].islower()


def _is_full(width: int, following: str, widest: int) -> bool:
    word = _FIRST_WORD.search(following)
    first = word.group() if word else ""
    room = 2 if _WIDE.match(first) else _width(first) + 1
    return width + room > widest * _FULL


def _width(line: str) -> int:
    """Columns of a line on a terminal, combining marks not looked at."""
    return len(line) if line.isascii() else len(line) + len(_WIDE.findall(line))
