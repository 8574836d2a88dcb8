"""The pieces of a sentence that polarity cues are made of: words, their letter sequences, neighbouring words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0dff\u0e31-\u0e4e\u200c\u200d"
WORD = re.compile(rf"[^\W\d_][^\W\d_{MARKS}]*(?:[{MARKS}]+[^\W\d_{MARKS}]*)*(?:(?<=n)['’]t\b)?")
"""A word; an English "n't" belongs to it, other apostrophes part words ("n'est", "l'altro")."""

LONGEST = 6
"""Letters of the longest sequence inside a word, edges included, a bound of the tables; a whole word may be longer."""

LONGEST_UNSPACED = 4
"""Characters of the longest sequence in a script without spaces: a bound of the tables."""

LONGEST_WORD = 40
"""What is longer is no word and is not looked at: a bound of what hostile text costs."""

_DROPPED = re.compile("[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u200c\u200d]")


_CYRILLIC = re.compile("[Ѐ-ӿ]")
_LOOKALIKES = str.maketrans("aceijopsxyAEOPCTKMHBXJI", "асеіјорѕхуАЕОРСТКМНВХЈІ")


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """``word`` in lower case without diacritics, so that text typed without them costs nothing.

    Latin letters that look like Cyrillic ones become Cyrillic in a word that has some: Serbian texts mix them.
    """
    if word.isascii():
        return word.lower()
    if _CYRILLIC.search(word):
        word = word.translate(_LOOKALIKES)
    parts = unicodedata.normalize("NFKD", word.replace("’", "'")).lower()
    return unicodedata.normalize("NFC", _DROPPED.sub("", parts))


def neighbours(words: Sequence[str], number: int) -> Iterator[tuple[str, int]]:
    """Pair features of a word with its neighbours up to two away, and the neighbour's number."""
    word = words[number]
    for distance, join in ((1, " "), (2, " _ ")):
        if number >= distance:
            yield f"{words[number - distance]}{join}{word}", number - distance
        if number + distance < len(words):
            yield f"{word}{join}{words[number + distance]}", number + distance


def grams(word: str) -> set[str]:
    """The whole of a folded word between "^" and "$", and every sequence of 2 to ``LONGEST`` letters of that."""
    edged = f"^{word}$"
    size = len(edged)
    found = {edged[start : start + length] for length in range(2, LONGEST + 1) for start in range(size - length + 1)}
    found.add(edged)
    return found
