"""How well names are carried across aligned pairs: each two sentences of one number are two texts of their own.

The same as ``support.Support`` of each pair, of as many pairs at once as have the same numbers of words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from checker.evidence.words.lexical import Floats, Ints, Lexicon, unit_sums
from checker.evidence.words.support import BY_SOUND, NAME_SUPPORT
from checker.text.names.likeness import Spelled, alike

_MOST_WORDS = 20_000
"""Words whose vectors are held in memory at once, and what their number times that of the others' is at most: bounds of
memory."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """The distinct words (m,) of a sentence, those (c,) of the one it is held against, and which two (p, 2) of the
    latter adjoin."""

    rows: Ints
    columns: Ints
    adjoining: Ints

    @classmethod
    def of(cls, ids: Ints, other_ids: Ints) -> _Pair:
        listed = other_ids.tolist()
        adjoining = sorted({(a, b) for a, b in pairwise(listed) if a != b})
        rows, columns = (np.array(sorted(set(of)), np.int64) for of in (ids.tolist(), listed))
        return cls(rows, columns, np.array(adjoining, np.int64).reshape(-1, 2))

    @property
    def shape(self) -> tuple[int, int, int]:
        return len(self.rows), len(self.columns), len(self.adjoining)


@dataclass(frozen=True)
class PairedSupport:
    """How well the words of each sentence of ``of`` are carried by the sentence of the same number of ``by``.

    ``is_turned`` says from which side the two are multiplied, which decides over the last bit.
    """

    of: Lexicon
    by: Lexicon
    is_turned: bool = False

    def turned(self) -> PairedSupport:
        """The support of the other text by this one."""
        return PairedSupport(self.by, self.of, not self.is_turned)

    def of_names(
        self, sentences: Sequence[int], others: Sequence[Sequence[int]], chosen: Sequence[Sequence[int]]
    ) -> Floats:
        """Support (n, len(NAME_SUPPORT)) of words that may be names, n in all: those ``chosen`` of each of some
        ``sentences``; ``others`` must name for each the sentence of its number."""
        if any(list(listed) != [k] for k, listed in zip(sentences, others, strict=True)):
            raise ValueError("a sentence of a pair is held against the other one of it")
        pairs = {k: _Pair.of(self.of.ids[k], self.by.ids[k]) for k in sentences}
        found: dict[int, Floats] = {}
        for numbers in _of_one_shape(pairs):
            found.update(zip(numbers, self._supported([pairs[k] for k in numbers]), strict=True))
        empty = np.zeros((0, len(NAME_SUPPORT)), np.float32)
        return np.concatenate(
            [
                empty,
                *(
                    found[k][np.searchsorted(pairs[k].rows, self.of.ids[k][list(at)])]
                    for k, at in zip(sentences, chosen, strict=True)
                ),
            ]
        )

    def _supported(self, pairs: Sequence[_Pair]) -> Floats:
        """Support (g, m, len(NAME_SUPPORT)) of every word of some pairs of one shape."""
        rows, columns = np.stack([pair.rows for pair in pairs]), np.stack([pair.columns for pair in pairs])
        adjoining = np.stack([pair.adjoining for pair in pairs])
        found = np.zeros((*rows.shape, len(NAME_SUPPORT)), np.float32)
        column = {name: found[:, :, at] for at, name in enumerate(NAME_SUPPORT)}
        column["norm"][:], column["parts"][:] = self.of.norms[rows], np.minimum(self.of.parts[rows], 6)
        if not columns.shape[1]:
            return found
        cosines, likeness = self._cosines(rows, columns), self._likeness(rows, columns)
        column["best_cosine"][:] = column["local_cosine"][:] = cosines.max(axis=2, initial=0.0)
        column["best_likeness"][:] = column["local_likeness"][:] = likeness.max(axis=2, initial=0.0)
        if adjoining.shape[1]:
            sums = unit_sums(self.by, adjoining[:, :, 0], adjoining[:, :, 1])
            column["best_pair"][:] = (self.of.units[rows] @ sums.swapaxes(1, 2)).max(axis=2, initial=0.0)
        strength = np.maximum(cosines, likeness - BY_SOUND)
        carriers = strength.argmax(axis=2)
        column["taken"][:] = np.take_along_axis(strength.max(axis=1), carriers, axis=1) - strength.max(axis=2)
        return found

    def _cosines(self, rows: Ints, columns: Ints) -> Floats:
        ones, others = self.of.units[rows], self.by.units[columns]
        if self.is_turned:
            return (others @ ones.swapaxes(1, 2)).swapaxes(1, 2)
        return ones @ others.swapaxes(1, 2)

    def _likeness(self, rows: Ints, columns: Ints) -> Floats:
        ones, others = self._spelled
        edits = [ones.only(row).distances(others.only(column)) for row, column in zip(rows, columns, strict=True)]
        lengths, other_lengths = ones.lengths[rows][:, :, None], others.lengths[columns][:, None]
        return alike(np.stack(edits).astype(np.float32), lengths, other_lengths)

    @cached_property
    def _spelled(self) -> tuple[Spelled, Spelled]:
        return Spelled.of(self.of.forms), Spelled.of(self.by.forms)


def _of_one_shape(pairs: dict[int, _Pair]) -> Iterator[list[int]]:
    """The numbers of pairs of one shape, as many at once as memory allows."""
    shapes: dict[tuple[int, int, int], list[int]] = {}
    for k, pair in pairs.items():
        shapes.setdefault(pair.shape, []).append(k)
    for (rows, columns, adjoining), listed in shapes.items():
        step = max(1, _MOST_WORDS // max(1, rows + columns + adjoining, rows * columns))
        for begin in range(0, len(listed), step):
            yield listed[begin : begin + step]
