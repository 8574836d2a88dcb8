"""How well the words of a text are carried by those of another.

All features are "best of the other side": anywhere in it (global) or in the sentences that a sentence draws on (local).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from checker.evidence.words.blocks import padded
from checker.evidence.words.lexical import Floats, Ints, Lexicon, likeness_of
from checker.text.names.likeness import likeness

_MOST_PAIRS = 4_000_000
"""Pairs of distinct words of two texts up to which all comparisons are held in memory: a bound of memory."""

_PAIRS_AT_ONCE = 1_000_000
"""Pairs of distinct words that are compared at once where not all are held: a bound of memory."""

_MOST_AT_ONCE = 20_000
"""Pairs of names with the words near them that are compared together: a bound of memory."""

BY_SOUND = 0.1
"""What a likeness by sound counts less than a cosine; chosen."""

NAME_SUPPORT = ("best_cosine", "local_cosine", "best_likeness", "local_likeness", "best_pair", "norm", "parts", "taken")
"""Columns of ``Support.of_names``.

``best`` is anywhere in the other text, ``local`` in the sentences that are asked; ``taken`` says how much better
another word of the sentence is carried by what carries the name best: 0 where the name is itself the best, more
for a name that only resembles one that is said elsewhere.
"""

_NOTHING = np.zeros(0, np.int64)


class Support:
    """How well the words of one text are carried by those of another.

    ``best_cosine`` and ``best_likeness`` (u,) are the best anywhere in the other text, for every distinct word.
    Texts with few enough distinct words are compared all at once; of larger ones, words are compared by meaning in
    chunks and by letters only when they are names.
    """

    def __init__(self, of: Lexicon, by: Lexicon) -> None:
        self._of, self._by = of, by
        count, others = len(of.forms), len(by.forms)
        small = count * others <= _MOST_PAIRS
        self._cosines = of.units @ by.units.T if small else None
        self._likeness = likeness(of.forms, by.forms) if small else None
        # Of either text by the other: what is compared serves both.
        self._best_cosines = _bests(of.units, by.units) if self._cosines is None else _both(self._cosines)
        self._best_likenesses = self._compared_names() if self._likeness is None else _both(self._likeness)

    @property
    def best_cosine(self) -> Floats:
        return self._best_cosines[0]

    @property
    def best_likeness(self) -> Floats:
        return self._best_likenesses[0]

    def best_pair(self, rows: Ints) -> Floats:
        """Best cosine (n,) of some words with two adjoining words of the other text; of large texts only they are
        compared."""
        if self._cosines is not None:
            return _best_of(self._of.units, self._by.pair_units())[rows]
        asked, places = np.unique(rows, return_inverse=True)
        return _best_of(self._of.units[asked], self._by.pair_units())[places]

    def turned(self) -> Support:
        """The support of the other text by this one; what was compared already is not compared again."""
        turned = object.__new__(Support)
        turned._of, turned._by = self._by, self._of
        turned._cosines = None if self._cosines is None else self._cosines.T
        turned._likeness = None if self._likeness is None else self._likeness.T
        turned._best_cosines, turned._best_likenesses = self._best_cosines[::-1], self._best_likenesses[::-1]
        return turned

    def _compared_names(self) -> tuple[Floats, Floats]:
        """The best likeness of every word of either text, 0 for those that are no names."""
        found = np.zeros(len(self._of.forms), np.float32), np.zeros(len(self._by.forms), np.float32)
        rows, columns = np.flatnonzero(self._of.names), np.flatnonzero(self._by.names)
        others = [self._by.forms[k] for k in columns]
        for begin in range(0, len(rows) if others else 0, _chunk(len(others))):
            part = rows[begin : begin + _chunk(len(others))]
            found[0][part], best = _both(likeness([self._of.forms[k] for k in part], others))
            found[1][columns] = np.maximum(found[1][columns], best)
        return found

    def alike(self, rows: Ints, columns: Ints) -> Floats:
        """How alike (n,) by sound some words (n,) of one text are to some (n,) of the other."""
        if self._likeness is not None:
            return self._likeness[rows, columns]
        return likeness_of(self._of, self._by, rows, columns)

    def cosines(self, rows: Ints, columns: Ints) -> Floats:
        """Cosines (r, c) of some words of one text with some of the other."""
        if self._cosines is not None:
            return self._cosines[rows[:, None], columns]
        return self._of.units[rows] @ self._by.units[columns].T

    def of_names(
        self, sentences: Sequence[int], others: Sequence[Sequence[int]], chosen: Sequence[Sequence[int]]
    ) -> Floats:
        """Support (n, len(NAME_SUPPORT)) of words that may be names, n in all: those ``chosen`` of each of some
        ``sentences``, within the sentences of the other text that ``others`` has for it, and anywhere in that text."""
        ids = [self._of.ids[k] for k in sentences]
        names = np.concatenate([_NOTHING, *(rows[list(at)] for rows, at in zip(ids, chosen, strict=True))])
        found = np.zeros((len(names), len(NAME_SUPPORT)), np.float32)
        if not len(names):
            return found
        column = dict(zip(NAME_SUPPORT, found.T, strict=True))
        column["best_cosine"][:], column["best_likeness"][:] = self.best_cosine[names], self.best_likeness[names]
        column["best_pair"][:], column["norm"][:] = self.best_pair(names), self._of.norms[names]
        column["parts"][:] = np.minimum(self._of.parts[names], 6)
        if not len(self._by.forms):
            return found
        columns = [np.unique(np.concatenate([_NOTHING, *(self._by.ids[j] for j in listed)])) for listed in others]
        begin = first = 0
        counts = [len(at) for at in chosen]
        for stop in _parts(counts, [len(rows) + len(listed) for rows, listed in zip(ids, columns, strict=True)]):
            part = slice(first, first + sum(counts[begin:stop]))
            owners = np.repeat(np.arange(stop - begin), counts[begin:stop])
            near = self._near(names[part], owners, ids[begin:stop], columns[begin:stop])
            for name, values in zip(("local_cosine", "local_likeness", "taken"), near.T, strict=True):
                column[name][part] = values
            begin, first = stop, part.stop
        return found

    def _near(self, names: Ints, owners: Ints, ids: Sequence[Ints], columns: Sequence[Ints]) -> Floats:
        """Local cosine, local likeness and "taken" (n, 3) of ``names`` (n,), each a word of the sentence ``owners``
        (n,) of those with the words ``ids``, held against the other text's words ``columns`` of that sentence."""
        other_words, is_other = padded(columns)
        words, is_word = padded(ids)
        other_words, is_other = other_words[owners], is_other[owners]
        cosines, alike = self._compared(names[:, None], other_words, is_other)
        # What carries each name best, and how well it carries any word of the sentence.
        strength = np.where(is_other, np.maximum(cosines, alike - BY_SOUND), -1.0)
        best = strength.argmax(axis=1)
        every = np.arange(len(names))
        carriers = other_words[every, best][:, None]
        is_word = is_word[owners] & is_other[every, best][:, None]
        word_cosines, words_alike = self._compared(words[owners], carriers, is_word)
        most = np.where(is_word, np.maximum(word_cosines, words_alike - BY_SOUND), -1.0).max(axis=1)
        return np.column_stack([_row_best(cosines), _row_best(alike), most - strength[every, best]])

    def _compared(self, rows: Ints, columns: Ints, is_asked: NDArray[np.bool_]) -> tuple[Floats, Floats]:
        """Cosines and likeness (n, m) of words of the two texts, rows and columns broadcast to (n, m), 0 for those not
        asked; of large texts only names are compared by letters."""
        if self._cosines is not None and self._likeness is not None:
            return self._cosines[rows, columns] * is_asked, self._likeness[rows, columns] * is_asked
        cosines, alike = np.zeros(is_asked.shape, np.float32), np.zeros(is_asked.shape, np.float32)
        rows, columns = np.broadcast_to(rows, is_asked.shape), np.broadcast_to(columns, is_asked.shape)
        cosines[is_asked] = np.einsum("ij,ij->i", self._of.units[rows[is_asked]], self._by.units[columns[is_asked]])
        is_asked = is_asked & self._of.names[rows] & self._by.names[columns]
        alike[is_asked] = self.alike(rows[is_asked], columns[is_asked])
        return cosines, alike


def _parts(counts: Sequence[int], widths: Sequence[int]) -> Iterator[int]:
    """Where to part sentences with ``counts`` names that are compared with ``widths`` words, to bound the memory."""
    cells = 0
    for k, (count, width) in enumerate(zip(counts, widths, strict=True)):
        if cells and cells + count * width > _MOST_AT_ONCE:
            yield k
            cells = 0
        cells += count * width
    yield len(counts)


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


def _best_of(units: Floats, parts: Iterable[Floats]) -> Floats:
    """Best cosine (n,) of each row with any of the others, which come in parts."""
    found = np.zeros(len(units), np.float32)
    for others in parts:
        np.maximum(found, _best(units, others), out=found)
    return found


def _both(values: Floats) -> tuple[Floats, Floats]:
    """The best of each row and of each column."""
    return _row_best(values), _row_best(values.T)


def _bests(units: Floats, others: Floats) -> tuple[Floats, Floats]:
    """Best cosines of each row (n,) with any of the others and of each of the others (m,) with any row, at least 0."""
    found, back = np.zeros(len(units), np.float32), np.zeros(len(others), np.float32)
    step = _chunk(len(others))
    for begin in range(0, len(units), step):
        found[begin : begin + step], best = _both(units[begin : begin + step] @ others.T)
        np.maximum(back, best, out=back)
    return found, back


def _chunk(width: int) -> int:
    return max(1, _PAIRS_AT_ONCE // max(width, 1))
