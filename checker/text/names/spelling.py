"""Names across scripts: one form in plain Latin letters, by sound, by consonants.

Transliteration is anyascii's.
"""

from __future__ import annotations

import re
from functools import lru_cache

_KEEP = re.compile(r"[^a-z]+")
_LONGEST = 64
"""Letters of a word that are compared: no name is longer, and it is a bound of what a word of a megabyte costs."""

_SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("shch", "s"), ("tch", "c"), ("cz", "c"), ("sz", "s"), ("ch", "c"), ("sh", "s"),
    ("zh", "z"), ("kh", "k"), ("ph", "f"), ("th", "t"), ("ts", "c"), ("ck", "k"), ("qu", "k"), ("q", "k"),
    ("w", "v"), ("y", "i"), ("j", "i"), ("x", "ks"), ("h", ""), ("c", "k"), ("z", "s"),
)  # fmt: skip

_CONSONANTS = (
    ("tsch", "s"), ("shch", "s"), ("sch", "s"), ("tch", "s"), ("dzh", "s"), ("dz", "s"), ("tz", "s"), ("ts", "s"),
    ("ch", "s"), ("sh", "s"), ("zh", "s"), ("cz", "s"), ("sz", "s"), ("ce", "s"), ("ci", "s"), ("cy", "s"),
    ("gh", "g"), ("kh", "k"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("x", "ks"), ("qu", "k"),
)  # fmt: skip

_GREEK = (("ντ", "d"), ("μπ", "b"), ("γκ", "g"), ("γγ", "ng"), ("τζ", "dz"), ("ου", "u"), ("ού", "u"))
"""Greek letters that are one sound together, which a transliteration letter by letter would not tell."""

_KINDS = str.maketrans("bpvfdtgkqcszjlrmn", "ppppttkkkksssllnn", "aeiouyhw")


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """``word`` in lower-case Latin letters a-z only; of a very long one, its beginning."""
    word = word[:_LONGEST]
    if word.isascii():
        return _KEEP.sub("", word.lower())
    from anyascii import anyascii

    low = word.lower()
    for written, heard in _GREEK:
        low = low.replace(written, heard)
    return _KEEP.sub("", anyascii(low).lower())


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
