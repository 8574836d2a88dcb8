"""The words of a text, and how well those of another text carry their meaning.

Both texts are lists of sentences of words.  A word's vector comes from the static model, where one
word has one vector and its length says how telling the word is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from checker.text.names import likeness
from checker.text.words import Word, words

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_MOST_PAIRS = 4_000_000
"""Pairs of distinct words whose comparison is held in memory at once."""


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

    def vectors(self, rows: Ints) -> Floats:
        """Vectors (r, d) of some distinct words, not of unit length: longer ones say more."""
        return np.asarray(self.units[rows] * self.norms[rows, None], dtype=np.float32)


class Support:
    """How well the words of one text are carried by those of another.

    ``best_cosine`` and ``best_likeness`` (u,) are the best anywhere in the other text, for
    every distinct word.  Texts with few enough distinct words are compared all at once; of larger ones,
    words are compared by meaning in chunks and by letters only when they are names.
    """

    def __init__(self, of: Lexicon, by: Lexicon) -> None:
        self._of, self._by = of, by
        count, others = len(of.forms), len(by.forms)
        small = count * others <= _MOST_PAIRS
        self._cosines = of.units @ by.units.T if small else None
        self._likeness = likeness(of.forms, by.forms) if small else None
        self.best_cosine = _best(of.units, by.units) if self._cosines is None else _row_best(self._cosines)
        self.best_likeness = self._best_likeness()

    def _best_likeness(self) -> Floats:
        if self._likeness is not None:
            return _row_best(self._likeness)
        found = np.zeros(len(self._of.forms), np.float32)
        columns = [self._by.forms[k] for k in np.flatnonzero(self._by.names)]
        rows = np.flatnonzero(self._of.names)
        for begin in range(0, len(rows) if columns else 0, _chunk(len(columns))):
            part = rows[begin : begin + _chunk(len(columns))]
            found[part] = _row_best(likeness([self._of.forms[k] for k in part], columns))
        return found

    def cosines(self, rows: Ints, columns: Ints) -> Floats:
        """Cosines (r, c) of some words of one text with some of the other."""
        if self._cosines is not None:
            return self._cosines[np.ix_(rows, columns)]
        return self._of.units[rows] @ self._by.units[columns].T


def _row_best(values: Floats) -> Floats:
    best: Floats = values.max(axis=1, initial=0.0)
    return best


def _best(units: Floats, others: Floats) -> Floats:
    """Best cosine (n,) of each row with any of the others, at least 0."""
    found = np.zeros(len(units), np.float32)
    step = _chunk(len(others))
    for begin in range(0, len(units), step):
        found[begin : begin + step] = _row_best(units[begin : begin + step] @ others.T)
    return found


def _chunk(width: int) -> int:
    return max(1, _MOST_PAIRS // max(width, 1))
