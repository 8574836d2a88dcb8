"""Word by word: what in the other text carries a word's meaning, as plain features of a word.

Both texts are lists of sentences of words.  A word's vector comes from the static model, where one
word has one vector and its length says how telling the word is.  All features are "best of the other
side": anywhere in it (global) or in the sentences that a sentence draws on (local).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from checker.text.names import likeness
from checker.text.words import Word, words

Floats = NDArray[np.float32]

_CHUNK = 512
_MOST_LIKENESS = 4_000_000
"""Pairs of word forms that are compared letter by letter; beyond it, only names are."""


class WordModel(Protocol):
    """What is needed of a model of words."""

    def word_vectors(self, listed: Sequence[str]) -> Floats:
        """float32 (n, dimension), not scaled: the norm tells how much a word says; zero when unknown."""

    def cut(self, run: str) -> list[str]:
        """Parts of a run of letters as the model knows them; their concatenation is the run."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one text.

    ``sentences`` has the words of each sentence, ``ids`` their rows in ``forms``; ``forms`` are the
    distinct lower-cased words, ``units`` (u, d) their unit vectors, ``norms`` (u,) the lengths before
    scaling, ``parts`` (u,) into how many pieces the model cuts them.
    """

    sentences: tuple[tuple[Word, ...], ...]
    ids: tuple[NDArray[np.int64], ...]
    forms: tuple[str, ...]
    units: Floats
    norms: Floats
    parts: NDArray[np.int64]
    names: NDArray[np.bool_]

    @classmethod
    def of(cls, contents: Sequence[str], model: WordModel) -> Lexicon:
        sentences = tuple(tuple(words(content, model.cut)) for content in contents)
        index: dict[str, int] = {}
        names: list[bool] = []
        ids: list[NDArray[np.int64]] = []
        for sentence in sentences:
            rows = np.empty(len(sentence), dtype=np.int64)
            for k, word in enumerate(sentence):
                form = word.text.lower()
                row = index.setdefault(form, len(index))
                if row == len(names):
                    names.append(False)
                names[row] |= word.is_name
                rows[k] = row
            ids.append(rows)
        forms = tuple(index)
        vectors = model.word_vectors(forms)
        norms = np.linalg.norm(vectors, axis=1).astype(np.float32)
        units = np.asarray(vectors / np.where(norms > 0, norms, 1.0)[:, None], dtype=np.float32)
        parts = np.array([len(model.cut(form)) for form in forms], dtype=np.int64)
        return cls(sentences, tuple(ids), forms, units, norms, parts, np.array(names, dtype=bool))

    def pair_units(self) -> Floats:
        """Unit sums of all distinct adjoining words: what a compound of another language may render."""
        pairs = {
            (a, b) for rows in self.ids for a, b in pairwise(rows.tolist()) if a != b
        }
        if not pairs:
            return np.zeros((0, self.units.shape[1]), np.float32)
        first, second = np.array(sorted(pairs)).T
        sums = self.units[first] * self.norms[first, None] + self.units[second] * self.norms[second, None]
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        return np.asarray(sums / np.where(lengths > 0, lengths, 1.0), dtype=np.float32)


class Support:
    """Cosines and likeness of every distinct word of one text with the words of another."""

    def __init__(self, of: Lexicon, by: Lexicon) -> None:
        self._of, self._by = of, by
        count, others = len(of.forms), len(by.forms)
        self.cosines = of.units @ by.units.T if others else np.zeros((count, 0), np.float32)
        self.likeness = np.zeros((count, others), np.float32)
        rows = np.arange(count) if count * others <= _MOST_LIKENESS else np.flatnonzero(of.names)
        if len(rows) and others:
            self.likeness[rows] = likeness([of.forms[row] for row in rows], by.forms)
        pairs = by.pair_units()
        self.best_cosine = self.cosines.max(axis=1, initial=0.0)
        self.best_likeness = self.likeness.max(axis=1, initial=0.0)
        self.best_pair = np.zeros(count, np.float32)
        for begin in range(0, count, _CHUNK):
            rows = slice(begin, begin + _CHUNK)  # type: ignore[assignment]
            self.best_pair[rows] = (of.units[rows] @ pairs.T).max(axis=1, initial=0.0)

    def local(self, sentence: int, other_sentences: Sequence[int]) -> tuple[Floats, Floats]:
        """Best cosine and best likeness (k,) of a sentence's words within some sentences of the other text."""
        rows = self._of.ids[sentence]
        listed = [self._by.ids[k] for k in other_sentences]
        columns = np.unique(np.concatenate(listed)) if listed else np.zeros(0, np.int64)
        grid = np.ix_(rows, columns)
        return (
            self.cosines[grid].max(axis=1, initial=0.0),
            self.likeness[grid].max(axis=1, initial=0.0),
        )


FEATURES = (
    "best_cosine",
    "local_cosine",
    "best_likeness",
    "local_likeness",
    "best_pair",
    "norm",
    "parts",
    "is_name",
    "length",
    "neighbours",
    "similarity",
)
"""Columns of ``features``; ``neighbours`` is the mean local cosine of the two words on each side."""


def features(support: Support, of: Lexicon, sentence: int, links: Sequence[int], similarity: float) -> Floats:
    """Features (k, len(FEATURES)) of the words of one sentence that draws on ``links``."""
    rows = of.ids[sentence]
    cosine, alike = support.local(sentence, links)
    strength = np.maximum(cosine, np.where(alike > 0.75, alike, 0.0))
    return np.column_stack(
        [
            support.best_cosine[rows],
            cosine,
            support.best_likeness[rows],
            alike,
            support.best_pair[rows],
            of.norms[rows],
            np.minimum(of.parts[rows], 6),
            np.array([word.is_name for word in of.sentences[sentence]], dtype=np.float32),
            np.array([min(len(word.text), 15) for word in of.sentences[sentence]], dtype=np.float32),
            _around(strength),
            np.full(len(rows), similarity, np.float32),
        ]
    ).astype(np.float32)


def _around(values: Floats) -> Floats:
    """Mean of up to two values on each side of each, its own left out."""
    if len(values) < 2:
        return values.copy()
    padded = np.concatenate([np.zeros(2), values, np.zeros(2)])
    present = np.concatenate([np.zeros(2), np.ones(len(values)), np.zeros(2)])
    count = len(values)
    sums = padded[:count] + padded[1 : count + 1] + padded[3 : count + 3] + padded[4 : count + 4]
    numbers = present[:count] + present[1 : count + 1] + present[3 : count + 3] + present[4 : count + 4]
    return np.asarray(sums / np.maximum(numbers, 1.0), dtype=np.float32)
