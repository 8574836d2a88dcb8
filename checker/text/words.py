"""The words of a sentence, and which of them look like names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from checker.model import Span

# Letters with their marks; an apostrophe or a middle dot may stand inside a word, a hyphen parts words.
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e\u064b-\u0655\u200c\u200d])*")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_SENTENCE_START = re.compile(r"[.!?:;…\"“”„«»‘’(\[\-–—•。！？]\s*$")

Splitter = Callable[[str], Sequence[str]]
"""Cuts a run of a script without spaces into words whose concatenation is the run."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, where it stands, and whether it looks like (part of) a name."""

    span: Span
    text: str
    is_name: bool


def words(text: str, split_run: Splitter = list) -> list[Word]:
    """The words of a sentence in order, digits and punctuation left out.

    A word is a name when it is capitalised where its language would not capitalise it: not at the
    beginning of a sentence, and not in text that is all capitals or has a capital on most words
    (headlines, German nouns are told apart by the caller).
    """
    spans: list[Span] = []
    for match in _WORD.finditer(text):
        run = match[0]
        if not _UNSPACED.search(run):
            spans.append(Span(*match.span()))
            continue
        start = match.start()
        for part in _UNSPACED.finditer(run):
            if part.start() > start - match.start():
                spans.append(Span(start, match.start() + part.start()))
            start = match.start() + part.start()
            for piece in split_run(part[0]):
                spans.append(Span(start, start + len(piece)))
                start += len(piece)
        if start < match.end():
            spans.append(Span(start, match.end()))
    shouting = is_shouting(text)
    return [Word(span, span.of(text), not shouting and _is_name(text, span)) for span in spans]


def is_shouting(text: str) -> bool:
    """Whether a text is written in capitals, so that capitals say nothing."""
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return upper > 3 and upper > 2 * lower


def _is_name(text: str, span: Span) -> bool:
    if not text[span.start].isupper():
        return False
    before = text[: span.start].rstrip()
    if not before or _SENTENCE_START.search(before):
        word = span.of(text)
        return len(word) > 1 and word.isupper()
    return True
