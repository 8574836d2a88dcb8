"""The clauses of a sentence, as punctuation parts them: what is slipped into a true sentence mostly stands in one."""

from __future__ import annotations

import re

from checker.model import Span
from checker.text.unspaced import LETTERS

_MARK = re.compile(r"[,;:،؛]\s+|[、，；：]\s*|\s[\u2012-\u2015]\s")
_UNSPACED = re.compile(f"[{LETTERS}]")

_LEAST_WORDS, _LEAST_LETTERS = 4, 8
"""Words of a clause, and letters where a script sets no blanks, below which it goes with what stands beside it: so
little says nothing by itself.  Chosen."""


def clauses(text: str) -> list[Span]:
    """The clauses of a sentence in order; together they are all of it but what parts them.  One where nothing does."""
    found: list[Span] = []
    begin = 0
    for mark in _MARK.finditer(text):
        if _says_enough(text[begin : mark.start()]):
            found.append(Span(begin, mark.start()))
            begin = mark.end()
    if text[begin:].strip():
        if found and not _says_enough(text[begin:]):
            found[-1] = Span(found[-1].start, len(text))
        else:
            found.append(Span(begin, len(text)))
    return found


def is_unspaced(text: str) -> bool:
    """Whether a text has letters of a script that sets no blanks between words."""
    return bool(_UNSPACED.search(text))


def _says_enough(text: str) -> bool:
    if is_unspaced(text):
        return sum(map(str.isalnum, text)) >= _LEAST_LETTERS
    return len(text.split()) >= _LEAST_WORDS
