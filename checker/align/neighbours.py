"""The nearest rows of two sides to each other, and what a cosine between them usually is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Vectors = NDArray[np.float32]

KEPT = 12
"""How many neighbours of each target row are kept; chosen."""

LEAD_AMONG = 5
"""How many of a row's best cosines its lead is taken among; chosen."""

_MOST_COSINES = 1_000_000
_BLOCK = 128
"""Cosines, and within windows target rows, that are worked out at once: bounds of memory."""

_SAMPLE = 1024
"""Source rows, about, that mean and spread are taken over where there are windows; chosen."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Cosines between ``n`` source and ``m`` target rows.

    ``top`` (m, KEPT) are the best of each target row, best first and zero-padded, ``nearest`` (m, KEPT) whose they are,
    ``known`` (m,) how many there are;
    ``mean`` and ``spread`` (m,) are over all source rows, or a sample of them.  ``back_top`` (n, 2) are the best of
    each source row, ``back_nearest`` (n,) whose the best is.
    """

    top: Floats
    nearest: Ints
    known: Ints
    mean: Floats
    spread: Floats
    back_top: Floats
    back_nearest: Ints


def neighbours(
    source: Vectors,
    target: Vectors,
    windows: tuple[Ints, Ints] | None = None,
    kinds: tuple[Ints, Ints] | None = None,
) -> Neighbours:
    """Neighbours among unit rows (n, d) and (m, d).

    ``windows`` (m,) and (m,) are half-open ranges of source rows in which a target row's are looked for, neither ever
    decreasing; then time grows with the sizes of the windows, and mean and spread are those of a sample.
    ``kinds`` (n,) and (m,) are -1, 0 or 1: rows of opposite kinds have nothing to do with each other, and their cosines
    count as 0 at most.
    Raises ``ValueError`` for arrays of another rank.
    """
    if source.ndim != 2 or target.ndim != 2:
        raise ValueError("vectors must be two-dimensional: (segments, dimension)")
    count, width = len(target), len(source)
    found = Neighbours(
        np.zeros((count, KEPT)),
        np.zeros((count, KEPT), np.int64),
        np.zeros(count, np.int64),
        np.zeros(count),
        np.zeros(count),
        np.full((width, 2), -np.inf),
        np.zeros(width, np.int64),
    )
    if not width or not count:
        found.back_top[:] = 0.0
        return found
    sample = None if windows is None else source[:: max(1, width // _SAMPLE)]
    for rows, columns in _blocks(count, width, windows):
        cosines = (target[rows] @ source[columns].T).astype(np.float64)
        if kinds is not None:
            is_apart = np.multiply.outer(kinds[1][rows], kinds[0][columns]) < 0
            cosines[is_apart] = np.minimum(cosines[is_apart], 0.0)
        _keep_best(found, rows, columns, cosines)
        _keep_best_back(found, rows, columns, cosines)
        of = cosines if sample is None else (target[rows] @ sample.T).astype(np.float64)
        found.mean[rows], found.spread[rows] = of.mean(axis=1), of.std(axis=1)
    found.back_top[~np.isfinite(found.back_top)] = 0.0
    return found


def _blocks(count: int, width: int, windows: tuple[Ints, Ints] | None) -> Iterator[tuple[slice, slice]]:
    if windows is None:
        step = max(1, _MOST_COSINES // width)
        for begin in range(0, count, step):
            yield slice(begin, min(begin + step, count)), slice(0, width)
        return
    first, stop = windows
    for begin in range(0, count, _BLOCK):
        end = min(begin + _BLOCK, count)
        yield slice(begin, end), slice(int(first[begin]), int(stop[end - 1]))


def _keep_best(found: Neighbours, rows: slice, columns: slice, cosines: Floats) -> None:
    kept = min(KEPT, cosines.shape[1])
    best = np.sort(np.argpartition(cosines, -kept, axis=1)[:, -kept:], axis=1)
    values = np.take_along_axis(cosines, best, axis=1)
    found.known[rows] = kept
    order = np.argsort(-values, axis=1, kind="stable")
    found.top[rows, :kept] = np.take_along_axis(values, order, axis=1)
    found.nearest[rows, :kept] = np.take_along_axis(best, order, axis=1) + columns.start


def _keep_best_back(found: Neighbours, rows: slice, columns: slice, cosines: Floats) -> None:
    """Two best of each source row so far; the earlier target row keeps its place among equals."""
    choice = cosines.argmax(axis=0)
    best = np.take_along_axis(cosines, choice[None], axis=0)[0]
    second = np.partition(cosines, -2, axis=0)[-2] if len(cosines) > 1 else np.full(len(best), -np.inf)
    before, before_second = found.back_top[columns].T.copy()
    found.back_nearest[columns] = np.where(best > before, choice + rows.start, found.back_nearest[columns])
    found.back_top[columns, 0] = np.maximum(best, before)
    found.back_top[columns, 1] = np.maximum(np.minimum(best, before), np.maximum(second, before_second))
