"""The part of a lattice that is looked at: row i covers a range of columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

NEVER = -1e30
"""Log score of what cannot be; finite, so that differences stay numbers: a bound below every score."""

_MARGIN = 16
"""Cells on both sides of the coarse path that a band covers; chosen."""


@dataclass(frozen=True)
class Band:
    """Row i (0..n) covers columns ``first[i]`` to ``last[i]``, both included; both never decrease."""

    first: Ints
    last: Ints

    @cached_property
    def start(self) -> Ints:
        """Where the cells of each row (n + 2,) begin among all, row after row; the last says how many there are."""
        return np.concatenate([[0], np.cumsum(self.last - self.first + 1)])

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return int(self.start[-1])

    def chunks(self, most: int) -> Iterator[tuple[int, int]]:
        """Half-open ranges of rows of at most ``most`` cells, or of one row."""
        begin, count = 0, len(self.first)
        while begin < count:
            stop = int(np.searchsorted(self.start, self.start[begin] + most, side="right")) - 1
            stop = min(max(stop, begin + 1), count)
            yield begin, stop
            begin = stop

    def places(self, begin: int, stop: int) -> tuple[Ints, Ints]:
        """Rows and columns of the cells of rows ``begin`` to ``stop``, row after row."""
        widths = (self.last - self.first + 1)[begin:stop]
        rows = np.repeat(np.arange(begin, stop), widths)
        columns = np.arange(len(rows)) + self.start[begin] - self.start[rows] + self.first[rows]
        return rows, columns

    def at(self, rows: Ints, columns: Ints) -> Ints:
        """The numbers of some cells among all, row after row; -1 for those that are not in the band.

        A table of all cells with one more value at its end, for what is outside, can so be asked for any cell.
        """
        known = np.clip(rows, 0, len(self.first) - 1)
        inside = (rows == known) & (columns >= self.first[known]) & (columns <= self.last[known])
        return np.where(inside, self.start[known] + columns - self.first[known], -1)


def full(n: int, m: int) -> Band:
    """The whole lattice of n by m segments."""
    return Band(np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m, dtype=np.int64))


def around(steps: Sequence[tuple[int, int]], n: int, m: int, margin: int = _MARGIN) -> Band:
    """A band around a path found on texts of half the length, ``margin`` cells wide on every side.

    ``steps`` are the path's moves (sources, targets) in the halved texts.
    """
    first = np.full(n + 1, m, dtype=np.int64)
    last = np.zeros(n + 1, dtype=np.int64)
    i = j = 0
    for sources, targets in [*steps, (0, 0)]:
        low, high = min(2 * i, n), min(2 * (i + sources), n)
        first[low : high + 1] = np.minimum(first[low : high + 1], min(2 * j, m))
        last[low : high + 1] = np.maximum(last[low : high + 1], min(2 * (j + targets), m))
        i, j = i + sources, j + targets
    rows = np.arange(n + 1)
    first = first[np.maximum(rows - margin, 0)] - margin
    last = last[np.minimum(rows + margin, n)] + margin
    first, last = np.clip(first, 0, m), np.clip(last, 0, m)
    first[0], last[n] = 0, m
    return Band(np.minimum.accumulate(first[::-1])[::-1], np.maximum.accumulate(last))
