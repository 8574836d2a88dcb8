"""Which words with a capital are often called otherwise in another language: "Commonwealth", "Munich", "Brytania".

What was learned from parallel text and from lists of names (``training/details/translated_names.py``) is in Bloom
filters, as ``ordinary`` words are.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from checker.text.names.spelling import plain
from checker.text.ordinary import filters, holds

DATA = Path(__file__).parents[1] / "data" / "translated_names.npz"
EXONYMS = DATA.with_name("exonyms.txt")

_LETTERS = 5
"""Letters of a word that are looked at, so that its endings do not matter; chosen."""


def beginning(word: str) -> str:
    """What a word is looked up by."""
    return word.lower()[:_LETTERS]


def has_translated(language: str) -> bool:
    """Whether it is known which names of ``language`` (a primary subtag) are called otherwise."""
    return language in filters(DATA)


@lru_cache(maxsize=1 << 14)
def is_translated(word: str, language: str) -> bool:
    """Whether a name of ``language`` (a primary subtag) is often said by a word of another sound; False for others."""
    bits = filters(DATA).get(language)
    return bits is not None and holds(bits, beginning(word))


def may_be_one(name: str, other: str) -> bool:
    """Whether two names of different sound are known to be of one place or person: "Gdańsk" and "Danzig"."""
    known = _exonyms()
    return bool(known.get(_plain(name), frozenset()) & known.get(_plain(other), frozenset()))


def _plain(name: str) -> str:
    return beginning(plain(name))


@cache
def _exonyms() -> dict[str, frozenset[int]]:
    """Beginnings of names, and the lines of the list that have them."""
    found: dict[str, frozenset[int]] = {}
    lines = EXONYMS.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(line for line in lines if not line.startswith("#")):
        for name in line.split():
            found[beginning(name)] = found.get(beginning(name), frozenset()) | {number}
    return found
