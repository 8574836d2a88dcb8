"""The words of a text: a list of sentences of words.

A word's vector comes from the static model, where one word has one vector and its length says how telling the word is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from checker.text.names.likeness import Spelled
from checker.text.words import Word, words

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Alike = Callable[[Ints, Ints], Floats]
"""How alike (n,) by sound words are: rows (n,) of one lexicon, rows (n,) of another."""

MOST_WORDS = 1000
"""Words of a sentence that are looked at, a bound of time: what is longer is no sentence, and words are compared in
squares."""

_PAIRS_AT_ONCE = 10_000
"""Pairs of words whose vectors are held in memory at once: a bound of memory."""


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
        found = {content: tuple(words(content, model.cut)[:MOST_WORDS]) for content in dict.fromkeys(contents)}
        sentences = tuple(found[content] for content in contents)
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

    @property
    def vectors(self) -> Floats:
        """Vectors (u, d) of the distinct words, not of unit length: longer ones say more."""
        return self.units * self.norms[:, None]

    def vectors_of(self, sentence: int) -> Floats:
        """Vectors (w, d) of the words of one sentence, as ``vectors`` has them."""
        rows = self.ids[sentence]
        return self.units[rows] * self.norms[rows][:, None]

    def only(self, chosen: Sequence[int]) -> Lexicon:
        """The words of some sentences as a text of its own."""
        lengths = [len(self.ids[k]) for k in chosen]
        joined = np.concatenate([np.zeros(0, np.int64), *(self.ids[k] for k in chosen)])
        rows, ids = np.unique(joined, return_inverse=True)
        forms = tuple(self.forms[row] for row in rows)
        return Lexicon(
            tuple(self.sentences[k] for k in chosen),
            tuple(np.split(ids, np.cumsum(lengths)[:-1])) if chosen else (),
            forms,
            self.units[rows],
            self.norms[rows],
            self.parts[rows],
            self.names[rows],
        )

    def pair_units(self) -> Iterator[Floats]:
        """Unit sums of all distinct adjoining words, in parts: what a compound of another language may render."""
        width = len(self.forms)
        codes = [rows[:-1] * width + rows[1:] for rows in self.ids]
        first, second = np.divmod(np.unique(np.concatenate([np.zeros(0, np.int64), *codes])), max(width, 1))
        first, second = first[first != second], second[first != second]
        for begin in range(0, len(first), _PAIRS_AT_ONCE):
            part = slice(begin, begin + _PAIRS_AT_ONCE)
            yield unit_sums(self, first[part], second[part])


def unit_sums(of: Lexicon, first: Ints, second: Ints) -> Floats:
    """Unit sums (..., d) of words (...) with other words (...) of a text."""
    sums = of.units[first] * of.norms[first][..., None] + of.units[second] * of.norms[second][..., None]
    lengths = np.linalg.norm(sums, axis=-1, keepdims=True)
    return np.asarray(sums / np.where(lengths > 0, lengths, 1.0), dtype=np.float32)


def likeness_of(of: Lexicon, by: Lexicon, rows: Ints, columns: Ints) -> Floats:
    """How alike (n,) by sound words (n,) of two texts are; each two distinct words are compared once."""
    codes, inverse = np.unique(rows * len(by.forms) + columns, return_inverse=True)
    ones, others = np.divmod(codes, len(by.forms))
    return _spelled(of, ones).likeness(_spelled(by, others))[inverse]


def _spelled(of: Lexicon, rows: Ints) -> Spelled:
    """Words (n,) of a text by sound; each distinct one is spelled once."""
    distinct, places = np.unique(rows, return_inverse=True)
    return Spelled.of([of.forms[k] for k in distinct.tolist()]).only(places)
