"""Which words are ordinary ones: seen with a small letter, so that a capital does not make a name of them.

Each language has a Bloom filter (Bloom 1970) of its commonest words, made by ``training/details/ordinary.py``: a
word that was put in is always found, one in fifty others is taken for one of them.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).parent / "data" / "ordinary_words.npz"
HASHES, BITS = 4, 8
"""Bits of a filter that each word sets, and bits for each word; chosen for a filter of a size that ships (Bloom
1970)."""

Filter = NDArray[np.uint8]


def filled(words: Collection[str]) -> Filter:
    """A filter that holds ``words``."""
    bits = np.zeros(max(1, len(words) * BITS // 8), np.uint8)
    for word in words:
        for place in places(word, 8 * len(bits)):
            bits[place >> 3] |= np.uint8(1 << (place & 7))
    return bits


def holds(bits: Filter, word: str) -> bool:
    """Whether ``word`` was put into a filter; of others, one in fifty is taken for one that was."""
    return all(bits[place >> 3] >> (place & 7) & 1 for place in places(word, 8 * len(bits)))


def places(word: str, size: int) -> list[int]:
    """The bits of a word in a filter of ``size`` bits."""
    digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=4 * HASHES).digest()
    return [int.from_bytes(digest[k : k + 4], "little") % size for k in range(0, 4 * HASHES, 4)]


def is_ordinary(word: str, language: str) -> bool:
    """Whether ``word`` is common with a small letter in ``language`` (a primary subtag); False for others."""
    return _is_ordinary(word.lower(), language)


def has_ordinary_words(language: str) -> bool:
    """Whether there is a filter of the ordinary words of ``language`` (a primary subtag)."""
    return language in filters(DATA)


@cache
def filters(path: Path) -> dict[str, Filter]:
    """The filters of a file by their languages (primary subtags)."""
    with np.load(path) as arrays:
        return {language: arrays[language] for language in arrays.files}


@lru_cache(maxsize=1 << 16)
def _is_ordinary(word: str, language: str) -> bool:
    bits = filters(DATA).get(language)
    return bits is not None and holds(bits, word)
