"""The part of a lattice that is looked at: row i covers a range of columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NEVER = -1e30
"""Log score of what cannot be; finite, so that differences stay numbers."""

_MARGIN = 32


@dataclass(frozen=True, slots=True)
class Band:
    """Row i (0..n) covers columns ``first[i]`` to ``last[i]``, both included; both never decrease."""

    first: NDArray[np.int64]
    last: NDArray[np.int64]

    def row(self, i: int) -> tuple[int, int]:
        """Half-open range of the columns of row ``i``."""
        return int(self.first[i]), int(self.last[i]) + 1

    def moved(
        self, values: NDArray[np.float64], from_row: int, to_row: int, shift: int, outside: float
    ) -> NDArray[np.float64]:
        """Values of ``from_row`` laid over the columns of ``to_row``: column j takes that of j - shift."""
        first, stop = self.row(to_row)
        out = np.full(stop - first, outside)
        start = first - shift - int(self.first[from_row])
        low, high = max(start, 0), min(start + stop - first, len(values))
        if high > low:
            out[low - start : high - start] = values[low:high]
        return out


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
