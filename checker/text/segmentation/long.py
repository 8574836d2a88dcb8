"""Sentences that no stop ends: Thai and Lao, which put spaces between clauses, and text without any."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from checker.model import Span

MAX_SENTENCE = 2000
"""No sentence is longer than this, in code points, a bound of time; what is, is cut at the best place before it."""

MAX_SPACED = 160
_MIN_SPACED = 40
"""A stretch of Thai or Lao longer than the first is cut at spaces, into pieces not shorter than the second; chosen, for
Thai sentences run to some 80-120 characters."""

_THAI_LAO = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece]")
_THAI_LAO_SPACE = re.compile('(?<=[\u0e01-\u0e4e\u0e81-\u0ece"”)])[ \u00a0]+(?=["“(\u0e01-\u0e4e\u0e81-\u0ece])')
# Words that open a Thai sentence or clause: but, which, besides, however, when, because, for example, then.
_THAI_OPENER = re.compile("แต่|ซึ่ง|โดย|นอกจาก|อย่างไรก็|ทั้งนี้|เมื่อ|เพราะ|เนื่องจาก|ขณะ|ดังนั้น|จากนั้น|ต่อมา|หาก|ถ้า|เขา|เธอ|พวกเขา")
# Places to cut a sentence that is too long, the best first.
_CUTS = tuple(re.compile(pattern) for pattern in (r"[\r\n]+\s*", r"[.!?;:…。！？；：।]\s*", r"[,،、，]\s*", r"\s+"))


def shortened(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence ``text[start:end]`` as one span, or as several where it is too long to be one."""
    if end - start <= _SHORT:
        yield Span(start, end)
        return
    if _is_thai_or_lao(text, start, end):
        for bound in _spaced_ends(text, start, end):
            yield from _capped(text, start, bound)
            start = bound
    yield from _capped(text, start, end)


_SHORT = min(MAX_SENTENCE, MAX_SPACED)


def _is_thai_or_lao(text: str, start: int, end: int) -> bool:
    sample = text[start : min(end, start + MAX_SENTENCE)]
    return not sample.isascii() and 2 * len(_THAI_LAO.findall(sample)) > len(sample)


def _spaced_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Spaces at which a long Thai or Lao stretch is cut, its own end left out.

    Before a word that opens a sentence a piece may be short; elsewhere the last space that keeps it
    under ``MAX_SPACED`` is taken.
    """
    last: int | None = None
    for space in _THAI_LAO_SPACE.finditer(text, start, end):
        bound = space.end()
        if bound - start > MAX_SPACED and last is not None:
            yield last
            start, last = last, None
        if bound - start < _MIN_SPACED or end - bound < _MIN_SPACED:
            continue
        if _THAI_OPENER.match(text, bound, end) and bound - start > MAX_SPACED // 2:
            yield bound
            start, last = bound, None
        else:
            last = bound
    if last is not None and end - start > MAX_SPACED:
        yield last


def _capped(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > MAX_SENTENCE:
        bound = _cut(text, start, start + MAX_SENTENCE)
        yield Span(start, bound)
        start = bound
    yield Span(start, end)


def _cut(text: str, start: int, limit: int) -> int:
    """The best place to cut in the second half of ``text[start:limit]``."""
    half = (start + limit) // 2
    for pattern in _CUTS:
        bound = max((place.end() for place in pattern.finditer(text, half, limit)), default=0)
        if bound:
            return bound
    while limit > half and unicodedata.category(text[limit]).startswith("M"):
        limit -= 1
    return limit if limit > half else start + MAX_SENTENCE
