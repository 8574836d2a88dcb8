"""How alike by sound words of two texts are, one of each two a name: what all aligned pairs ask for.

A table of all names of each text with all words of the other costs far less for a cell than two words do that are
compared by themselves, and serves both directions; it is made where enough of it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from checker.evidence.words.lexical import Floats, Ints, Lexicon
from checker.text.names.likeness import Spelled, alike

_PAYS = 16
"""Cells of a table that cost as much as two words compared by themselves: measured, 6 to 8 ns against 150 to 200."""

_MOST_CELLS = 24_000_000
"""Cells of a table, two bytes each: a bound of memory."""


class NamesAlike:
    """The words of two texts by sound.

    ``held`` are the words of each sentence and those that they are held against, as rows of the two texts.
    """

    def __init__(self, of: Lexicon, by: Lexicon, held: Iterable[tuple[Ints, Ints]]) -> None:
        self._words, self._others = Spelled.of(of.forms), Spelled.of(by.forms)
        cells = int(of.names.sum()) * len(by.forms) + len(of.forms) * int(by.names.sum())
        pays = cells <= min(_MOST_CELLS, _PAYS * _asked(of, by, held))
        self._edits = _NameEdits(self._words, self._others, of.names, by.names) if pays else None

    def alike(self, rows: Ints, columns: Ints) -> Floats:
        """How alike (n,) words (n,) of the one text are to words (n,) of the other, one of each two a name."""
        if self._edits is None:
            return self._words.only(rows).likeness(self._others.only(columns))
        edits = self._edits.edits(rows, columns)
        return alike(edits, self._words.lengths[rows], self._others.lengths[columns])

    def turned(self, rows: Ints, columns: Ints) -> Floats:
        """The same for words (n,) of the other text and words (n,) of the one."""
        return self.alike(columns, rows)


class _NameEdits:
    """The edits between the names of each of two texts and all words of the other."""

    def __init__(
        self, words: Spelled, others: Spelled, is_name: NDArray[np.bool_], is_other_name: NDArray[np.bool_]
    ) -> None:
        self._place, self._other_place = _places(is_name), _places(is_other_name)
        self._names = words.only(np.flatnonzero(is_name)).distances(others)
        self._other_names = words.distances(others.only(np.flatnonzero(is_other_name)))

    def edits(self, rows: Ints, columns: Ints) -> Floats:
        """Edits (n,) from words (n,) of the one text to words (n,) of the other."""
        place = self._place[rows]
        is_name = place >= 0
        found = np.empty(len(rows), np.float32)
        found[is_name] = self._names[place[is_name], columns[is_name]]
        found[~is_name] = self._other_names[rows[~is_name], self._other_place[columns[~is_name]]]
        return found


def _asked(of: Lexicon, by: Lexicon, held: Iterable[tuple[Ints, Ints]]) -> int:
    """How many words will be compared in one direction, some of them twice counted."""
    return sum(
        int(of.names[rows].sum()) * len(columns) + len(rows) * int(by.names[columns].sum()) for rows, columns in held
    )


def _places(chosen: NDArray[np.bool_]) -> Ints:
    """Where each of some things is among those chosen, -1 for the others."""
    places = np.full(len(chosen), -1, np.int64)
    places[chosen] = np.arange(int(chosen.sum()))
    return places
