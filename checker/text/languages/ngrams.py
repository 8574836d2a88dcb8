"""The n-grams of a batch of texts as 32-bit keys, in a few array operations.

An n-gram is one to four letters inside a word, the space before or after it counting as a letter (as in
Cavnar and Trenkle 1994 and langdetect); a whole word with the spaces around it counts too.  Letters are taken
without diacritics, so that a text typed without them has the same n-grams; an n-gram with diacritics counts
once more as it is written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker.text.languages.scripts import CodePoints, code_points, letters

MAX_LETTERS = 4
"""Longest n-gram that is not a whole word, spaces counted; chosen."""

MAX_MARKED_LETTERS = 3
"""Longest n-gram that is also looked up with its diacritics: those of langdetect's profiles, chosen there."""

NAME_WEIGHT = 0.25
"""What an n-gram of a capitalised word inside a text counts; chosen."""

MAX_TEXT = 4_000
"""A longer text is judged by its beginning: this many characters decide any language; a bound of time."""

_NOT_LANGUAGE = re.compile(
    r"(?<!\S)(?:[!-~]*(?:://|www\.|[@_={}\\]|\(\))[!-~]*"
    r"|[\"'(\[`<]*(?:~|\.{1,2})?/[A-Za-z][!-~]*"  # /etc/fstab, ./run
    r"|[!-.0-~]+/[!-.0-~]+/[!-~]*"  # share/doc/checker
    r"|[\"'(\[`]*-(?:-[a-z][!-~]*|[A-Za-z](?!\S))"  # --verbose, -v
    r"|[!-~]*\w\.(?:c|cfg|conf|cpp|css|csv|docx?|exe|gz|h|html?|ini|java|js|json|md|pdf|php|png|py|rs|sh|so|svg|tar|ts|txt"
    r"|xlsx?|xml|ya?ml|zip)(?![\w.])[!-~]*"  # setup.cfg
    r"|[!-~]*[A-Za-z]\d[!-~]*-[!-~]*)"  # libxml2-dev
)
"""Tokens of addresses, paths, options, names of files and of packages, and code."""

_INVISIBLE = re.compile("[\u00ad\u0300-\u036f\u0640\u064b-\u0652\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_BASE = 0x9E3779B97F4A7C15
_SPREAD = 0xBF58476D1CE4E5B9
"""Odd multipliers of a rolling hash: 2**64 over the golden ratio, and one of SplitMix64 (Steele et al. 2014)."""

_BASE_INVERSE = pow(_BASE, -1, 2**64)


class LetterStream(NamedTuple):
    """Letters of many texts one after another, a single 0 (space) before, between and after words.

    ``texts`` is the index of the text that a letter belongs to, ``capital`` whether it was written as
    a capital.  All shapes (n,).
    """

    lower: CodePoints
    folded: CodePoints
    script: NDArray[np.uint8]
    texts: NDArray[np.int64]
    capital: NDArray[np.bool_]


class NGrams(NamedTuple):
    """``keys[i]`` names an n-gram of text ``texts[i]`` that counts ``weights[i]`` times; shapes (n,)."""

    keys: NDArray[np.uint32]
    texts: NDArray[np.int64]
    weights: NDArray[np.float32]

    def of(self, rows: NDArray[np.int64], count: int) -> NGrams:
        """The n-grams of the texts ``rows`` out of ``count``, numbered from 0 in that order."""
        if rows.size == count:
            return self
        number = np.full(count, -1, dtype=np.int64)
        number[rows] = np.arange(rows.size)
        texts = number[self.texts]
        kept = texts >= 0
        return NGrams(self.keys[kept], texts[kept], self.weights[kept])


def letter_stream(texts: Sequence[str]) -> LetterStream:
    """The letters of ``texts`` without URLs, e-mail addresses, paths, code, digits and invisible characters."""
    joined = "\n".join([text[:MAX_TEXT].replace("\n", " ") for text in texts])
    joined = _NOT_LANGUAGE.sub(" ", f" {joined}\n")
    if not joined.isascii():
        joined = _INVISIBLE.sub("", unicodedata.normalize("NFC", joined))
    points = code_points(joined)
    lower, folded, script, capital = letters(points)
    kept = lower != 0
    kept[1:] |= lower[:-1] != 0
    kept[0] = True
    index = np.cumsum(points == ord("\n"))
    return LetterStream(lower[kept], folded[kept], script[kept], index[kept], capital[kept])


def ngrams(letters: LetterStream) -> NGrams:
    """Every n-gram, marked n-gram and whole word of a stream."""
    n = letters.lower.size
    is_space = letters.lower == 0
    spaces = np.flatnonzero(is_space)
    next_space = np.append(spaces, n)[np.searchsorted(spaces, np.arange(n), side="right")]
    text_of = letters.texts.copy()
    text_of[spaces[:-1]] = letters.texts[spaces[:-1] + 1]
    folded = SliceKeys(letters.folded)
    lower = SliceKeys(letters.lower)
    marks = np.concatenate(([0], np.cumsum(letters.lower != letters.folded)))
    importance = _importance(letters, spaces, text_of)
    keys, at = [], []
    for length in range(1, MAX_LETTERS + 1):
        starts = np.arange(n - length + 1)
        starts = starts[~is_space[starts] if length == 1 else starts + length - 1 <= next_space[starts]]
        keys.append(folded.keys(starts, length))
        at.append(starts)
        if length <= MAX_MARKED_LETTERS:
            starts = starts[marks[starts + length] > marks[starts]]
            keys.append(lower.keys(starts, length))
            at.append(starts)
    starts = spaces[:-1]
    lengths = next_space[starts] - starts + 1
    long = lengths > MAX_LETTERS
    keys.append(folded.keys(starts[long], lengths[long]))
    at.append(starts[long])
    starts = np.concatenate(at)
    return NGrams(np.concatenate(keys), text_of[starts], importance[starts])


def _importance(letters: LetterStream, spaces: NDArray[np.int64], text_of: NDArray[np.int64]) -> NDArray[np.float32]:
    """How much an n-gram that starts at each letter or space counts, shape (n,).

    Capitalised words inside a text are mostly names, and names say little about the language around
    them; not so where most letters are capitals.
    """
    firsts = spaces[:-1] + 1
    begins_text = np.append(True, np.diff(text_of[firsts]) != 0)[: firsts.size]
    count = int(letters.texts[-1]) + 1
    sizes = np.bincount(letters.texts, weights=letters.lower != 0, minlength=count)
    shouted = np.bincount(letters.texts, weights=letters.capital, minlength=count) > sizes / 2
    is_name = letters.capital[firsts] & ~begins_text & ~shouted[text_of[firsts]]
    words = np.where(is_name, np.float32(NAME_WEIGHT), np.float32(1.0))
    word_of = np.cumsum(letters.lower == 0) - 1
    return np.asarray(np.append(words, np.float32(1.0))[word_of], dtype=np.float32)


class SliceKeys:
    """Keys of every slice of a sequence of letters: polynomial hashes modulo 2**64 (Karp and Rabin 1987).

    ``sequence`` has the shape (n,); n-grams that are equal letter by letter have equal keys.
    """

    def __init__(self, sequence: CodePoints) -> None:
        n = sequence.size
        powers = np.cumprod(np.full(n, _BASE, dtype=np.uint64))
        values = (sequence.astype(np.uint64) + np.uint64(1)) * np.uint64(_SPREAD)
        values ^= values >> np.uint64(29)
        self._sums = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(values * powers)))
        self._inverse_powers = np.cumprod(np.full(n, _BASE_INVERSE, dtype=np.uint64))

    def keys(self, starts: NDArray[np.int64], lengths: int | NDArray[np.int64]) -> NDArray[np.uint32]:
        """The upper halves of the hashes of ``sequence[start:start + length]``, shape as ``starts``."""
        sums = self._sums[starts + lengths] - self._sums[starts]
        return np.asarray(sums * self._inverse_powers[starts] >> np.uint64(32), dtype=np.uint32)


def key_of(gram: CodePoints) -> int:
    """The key of one n-gram, its letters as in a ``LetterStream``."""
    return int(SliceKeys(gram).keys(np.zeros(1, dtype=np.int64), gram.size)[0])
