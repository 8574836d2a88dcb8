"""The words of a sentence, and which of them look like names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from checker.text.unspaced import CHARACTERS

# Letters with their marks; an apostrophe or a middle dot may stand inside a word, a hyphen parts words.
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e\u064b-\u0655\u200c\u200d])*")
_UNSPACED = re.compile(f"[{CHARACTERS}]+")
_SENTENCE_END = frozenset('.!?:;…"“”„«»‘’([-–—•。！？')

Splitter = Callable[[str], Sequence[str]]
"""Cuts a run of a script without spaces into words whose concatenation is the run."""


class Word(NamedTuple):
    """A word, where it stands (code points, half-open), and whether it looks like (part of) a name."""

    start: int
    end: int
    text: str
    is_name: bool


def words(text: str, split_run: Splitter = list) -> list[Word]:
    """The words of a sentence in order, digits and punctuation left out.

    A word is a name when it is capitalised where its language would not capitalise it: not at the
    beginning of a sentence, and not in text that is all capitals or has a capital on most words
    (headlines, German nouns are told apart by the caller).
    """
    found = [(match.start(), match[0]) for match in _WORD.finditer(text)]
    if _UNSPACED.search(text):
        found = [piece for start, run in found for piece in _pieces(start, run, split_run)]
    shouting = is_shouting(text)
    return [
        Word(start, start + len(word), word, word[0].isupper() and not shouting and _is_name(text, start, word))
        for start, word in found
    ]


def _pieces(start: int, run: str, split_run: Splitter) -> Iterator[tuple[int, str]]:
    """The words of a run of letters that begins at ``start``: what is written without spaces is cut."""
    place = 0
    for part in _UNSPACED.finditer(run):
        if part.start() > place:
            yield start + place, run[place : part.start()]
        place = part.start()
        for piece in split_run(part[0]):
            yield start + place, piece
            place += len(piece)
    if place < len(run):
        yield start + place, run[place:]


def is_shouting(text: str) -> bool:
    """Whether a text is written in capitals, so that capitals say nothing."""
    if text.islower():
        return False
    upper = sum(map(str.isupper, text))
    return upper > 3 and upper > 2 * sum(map(str.islower, text))


def _is_name(text: str, start: int, word: str) -> bool:
    """Whether the capital of a word is more than that of a sentence's first."""
    before = text[:start].rstrip()
    if not before or before[-1] in _SENTENCE_END:
        return len(word) > 1 and word.isupper()
    return True
