"""A sentence with the places in it that may be names, in scripts with capitals and without."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from checker.evidence.words.lexical import Lexicon
from checker.model import Span
from checker.text.names.titles import is_rank
from checker.text.names.transcribed import end_by_sound, share_by_sound, writes_by_sound
from checker.text.ordinary import is_ordinary
from checker.text.words import Word

Floats = NDArray[np.float64]
Vectors = NDArray[np.float32]

LIKE_NAME, LIKE_NAME_UNCASED = 0.5, 0.4
"""How much an ordinary word with a capital must look like a name to be one, and a word of a script that has none;
chosen."""

_LEAST, _LEAST_UNCASED = 2, 3
"""Characters of the shortest name in a script without spaces, and in one without capitals; chosen."""

UNCASED = frozenset("ar fa ur he hi bn ta ko th zh ja".split())
UNSPACED = frozenset({"zh", "ja", "th"})

Place = tuple[int, int]
"""Words of a sentence by number, half-open."""


@dataclass(frozen=True)
class Bearer:
    """A sentence and the ``names`` that it may have; of its n words the unit vectors (n, d), how telling they are (n,),
    into how many parts the model cuts them (n,), and how much they look like names (n,)."""

    text: str
    language: str
    words: Sequence[Word]
    units: Vectors
    norms: Vectors
    parts: NDArray[np.int64]
    nameness: Floats
    names: Sequence[Place]

    @classmethod
    def of(
        cls, text: str, language: str, lexicon: Lexicon, index: int, nameness: Floats, capitals: Collection[int]
    ) -> Bearer:
        """Sentence ``index`` of a text; ``nameness`` is of each word of it, ``capitals`` are those words, by number,
        that may be names by their capital."""
        rows, words = lexicon.ids[index], lexicon.sentences[index]
        if language not in UNCASED:
            places = [
                (k, k + 1)
                for k in capitals
                if not is_rank(words[k].text) and (nameness[k] >= LIKE_NAME or not is_ordinary(words[k].text, language))
            ]
        elif writes_by_sound(language):
            places = _by_sound(words, language, nameness)
        else:
            places = [
                (k, k + 1)
                for k, word in enumerate(words)
                if len(word.text) >= _LEAST_UNCASED
                and nameness[k] >= LIKE_NAME_UNCASED
                and not is_ordinary(word.text, language)
            ]
        return cls(
            text, language, words, lexicon.units[rows], lexicon.norms[rows], lexicon.parts[rows], nameness, places
        )

    def said(self, place: Place) -> str:
        return self.span(place).of(self.text)

    def span(self, place: Place) -> Span:
        end = end_by_sound(self.text, self.words[place[1] - 1].end, self.language)
        return Span(self.words[place[0]].start, end)

    def begins(self, place: Place) -> bool:
        """Whether a name stands where every word has a capital."""
        return self.words[place[0]].text[:1].isupper() and not self.words[place[0]].is_name

    def adjoin(self, before: Place, after: Place) -> bool:
        """Whether one name stands right before another."""
        return before[1] == after[0] and self.words[after[0]].start - self.words[before[1] - 1].end <= 1

    def vectors_of(self, places: Sequence[Place]) -> Vectors:
        """Unit vectors (p, d) of some places."""
        sums = np.array([self.norms[first:last] @ self.units[first:last] for first, last in places], np.float32)
        return _of_unit_length(sums.reshape(-1, self.units.shape[1]))

    @cached_property
    def adjoining(self) -> Vectors:
        """Unit vectors (n - 1, d) of each two words that adjoin."""
        weighted = self.units * self.norms[:, None]
        return _of_unit_length(weighted[:-1] + weighted[1:])


def _of_unit_length(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1.0), dtype=np.float32)


def _by_sound(words: Sequence[Word], language: str, nameness: Floats) -> list[Place]:
    """Runs of words that may write a foreign name by its sound, and other words that look like names."""
    found: list[Place] = []
    k = 0
    while k < len(words):
        end = k
        while end < len(words) and share_by_sound(words[end].text, language) == 1.0 and _goes_on(words, k, end):
            end += 1
        if end > k:
            if words[end - 1].end - words[k].start >= _LEAST:
                found.append((k, end))
            k = end
            continue
        if len(words[k].text) >= _LEAST and nameness[k] >= LIKE_NAME:
            found.append((k, k + 1))
        k += 1
    return found


def _goes_on(words: Sequence[Word], first: int, k: int) -> bool:
    return k == first or words[k].start == words[k - 1].end
