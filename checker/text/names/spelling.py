"""Names across scripts: one form in plain Latin letters, and how alike two forms are.

Transliteration is anyascii's; likeness is edit distance over a spelling by sound, lenient to the
endings that languages hang on names (Stoltenberg, Stoltenberga, Столтенберга), so that no list of
endings is needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_KEEP = re.compile(r"[^a-z]+")
_LONGEST = 64
"""Letters of a word that are compared: no name is longer, and it is a bound of what a word of a megabyte costs."""

_ENDING = 3.0
_ENDING_DISCOUNT = 0.85
"""Letters by which one word is longer that may be an ending, and the share of their edits that is forgiven; chosen."""

_SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("shch", "s"), ("tch", "c"), ("cz", "c"), ("sz", "s"), ("ch", "c"), ("sh", "s"),
    ("zh", "z"), ("kh", "k"), ("ph", "f"), ("th", "t"), ("ts", "c"), ("ck", "k"), ("qu", "k"), ("q", "k"),
    ("w", "v"), ("y", "i"), ("j", "i"), ("x", "ks"), ("h", ""), ("c", "k"), ("z", "s"),
)  # fmt: skip

_CONSONANTS = (
    ("tsch", "s"), ("shch", "s"), ("sch", "s"), ("tch", "s"), ("tz", "s"), ("ts", "s"), ("ch", "s"), ("sh", "s"),
    ("zh", "s"), ("cz", "s"), ("sz", "s"), ("gh", "g"), ("kh", "k"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("x", "ks"),
    ("qu", "k"),
)  # fmt: skip
_KINDS = str.maketrans("bpvfdtgkqcszjlrmn", "ppppttkkkksssllnn", "aeiouyhw")


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """``word`` in lower-case Latin letters a-z only; of a very long one, its beginning."""
    word = word[:_LONGEST]
    if word.isascii():
        return _KEEP.sub("", word.lower())
    from anyascii import anyascii

    return _KEEP.sub("", anyascii(word).lower())


@lru_cache(maxsize=100_000)
def sounds(word: str) -> str:
    """A rough spelling by sound, equal for the usual ways to write one name in many languages."""
    form = plain(word)
    for written, heard in _SOUNDS:
        form = form.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", form)


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The consonants of a word by kind: what a name keeps in a script without vowels or made of syllables.

    "Stoltenberg", ستولتنبرغ and 斯托尔滕贝格 come near each other.
    """
    form = plain(word)
    for written, heard in _CONSONANTS:
        form = form.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", form.translate(_KINDS))


def likeness(ones: Sequence[str], others: Sequence[str], form: Callable[[str], str] = sounds) -> NDArray[np.float32]:
    """How alike words are by ``form``, (n, m) in [0, 1]: about 1 for one name spelled two ways or with endings.

    One minus the edit distance over the shorter form's length; up to three letters of ending cost
    little.  Forms of fewer than three letters are alike only when equal.
    """
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    rows, columns = [form(word) for word in ones], [form(word) for word in others]
    distances = cdist(rows, columns, scorer=Levenshtein.distance, dtype=np.int32).astype(np.float32)
    row_lengths, column_lengths = _lengths(rows)[:, None], _lengths(columns)[None, :]
    return _alike(distances, row_lengths, column_lengths)


def paired_likeness(ones: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
    """How alike (n,) each of some words is to its own other word by ``sounds``, as ``likeness`` has it."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cpdist

    forms, other_forms = list(map(sounds, ones)), list(map(sounds, others))
    distances = cpdist(forms, other_forms, scorer=Levenshtein.distance, dtype=np.int32).astype(np.float32)
    return _alike(distances, _lengths(forms), _lengths(other_forms))


def _lengths(forms: Sequence[str]) -> NDArray[np.float32]:
    return np.array([len(form) for form in forms], np.float32)


def _alike(
    distances: NDArray[np.float32], lengths: NDArray[np.float32], other_lengths: NDArray[np.float32]
) -> NDArray[np.float32]:
    shorter = np.minimum(lengths, other_lengths)
    endings = np.minimum(np.abs(lengths - other_lengths), _ENDING)
    alike = 1.0 - (distances - _ENDING_DISCOUNT * endings) / np.maximum(shorter, 1.0)
    alike = np.where(shorter >= 3, alike, (distances == 0) & (shorter > 0))
    clipped: NDArray[np.float32] = np.clip(alike, 0.0, 1.0).astype(np.float32)
    return clipped
