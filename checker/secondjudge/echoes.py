"""Which words and numbers of one text are in the other too, as they are or nearly.

A small transformer sees poorly whether a rare name is the same one: names of one kind lie together in its vectors, and
their spelling is spread over pieces.  Whether the other text has a word that sounds alike is cheap to tell exactly, so
each piece is told it (as a class that has a vector, added to its own where the upper layers begin).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker.text.names.likeness import likeness
from checker.text.names.spelling import skeleton
from checker.text.words import Word, words

LIKENESS = np.array([0.45, 0.6, 0.75, 0.999], np.float32)
"""Where the classes of words end (chosen): of 1 (nothing sounds like it) to 5 (said in the other text too)."""

SAME_NUMBER, OTHER_NUMBER = 6, 7
"""Definition of the classes of numbers."""

CLASSES = 8
"""How many classes there are: a definition; 0 is for what is neither a word nor a number."""

MOST_WORDS = 300
"""Words of a text that are looked at (bound: as many as the pieces that are read at once)."""

_NUMBER = re.compile(r"\d+(?:[.,  ]\d+)*")
_NO_DIGIT = re.compile(r"\D")
_LATIN = re.compile(r"[a-zA-ZÀ-ɏ]")

Classes = NDArray[np.int64]


class _Text(NamedTuple):
    places: list[int]
    text: str
    words: list[Word]


def echoes(source: Sequence[str], target: Sequence[str]) -> tuple[Classes, Classes]:
    """The classes (n,) and (m,) of the pieces of two texts, each held against the other text.

    Pieces are those of the reader's tokenizer, a space written as U+2581.
    """
    one, other = _joined(source), _joined(target)
    best = _best(one.words, other.words)
    numbers = [{_digits(found[0]) for found in _NUMBER.finditer(of.text)} for of in (one, other)]
    return _classes(one, best[0], numbers[1]), _classes(other, best[1], numbers[0])


def _joined(pieces: Sequence[str]) -> _Text:
    text = "".join(pieces).replace("▁", " ")
    places = list(accumulate((len(piece) for piece in pieces), initial=0))
    return _Text(places, text, words(text)[:MOST_WORDS])


def _best(ones: Sequence[Word], others: Sequence[Word]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """How alike the likest word of the other text is, for the words of either."""
    if not ones or not others:
        return np.zeros(len(ones), np.float32), np.zeros(len(others), np.float32)
    ours, theirs = ([word.text for word in listed] for listed in (ones, others))
    alike = likeness(ours, theirs)
    if _is_latin(ones) != _is_latin(others):
        # What is written without vowels, or in syllables, keeps the consonants.
        alike = np.maximum(alike, likeness(ours, theirs, form=skeleton))
    return alike.max(axis=1), alike.max(axis=0)


def _is_latin(listed: Sequence[Word]) -> bool:
    letters = "".join(word.text for word in listed)
    return 2 * len(_LATIN.findall(letters)) > len(letters)


def _digits(number: str) -> str:
    return "".join(str(int(digit)) for digit in _NO_DIGIT.sub("", number))


def _classes(of: _Text, best: NDArray[np.float32], others: set[str]) -> Classes:
    letters = np.zeros(len(of.text) + 1, np.int64)
    for word, is_in in zip(of.words, (np.searchsorted(LIKENESS, best, side="right") + 1).tolist(), strict=True):
        letters[word.start : word.end] = is_in
    for found in _NUMBER.finditer(of.text):
        letters[found.start() : found.end()] = SAME_NUMBER if _digits(found[0]) in others else OTHER_NUMBER
    return np.array([letters[a:b].max(initial=0) for a, b in pairwise(of.places)], np.int64)
