"""Order-free matching: the one to three source rows whose sum comes nearest to a target row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.align.neighbours import Neighbours, neighbours

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MAX_SOURCES = 3
"""Source rows that a target row may draw on; chosen."""

MIN_GAIN = 0.03
"""Cosine that each further source row must add; chosen."""

_AT_ONCE = 64
"""Target rows that are matched together: a bound of memory."""

_LEAST = 1e-18
"""Least square of a length: a bound that keeps division by nought out."""


@dataclass(frozen=True, slots=True)
class Match:
    """Source rows, best first, their own cosines, and the cosine of their weighted sum."""

    sources: tuple[int, ...]
    cosines: tuple[float, ...]
    combined: float


def matches(
    source_vectors: NDArray[np.float32],
    target_vectors: NDArray[np.float32],
    near: Neighbours | None = None,
    *,
    source_weights: Floats | None = None,
    min_gain: float = MIN_GAIN,
) -> tuple[Match, ...]:
    """For each target row the best source row, and up to two more that each add ``min_gain`` in cosine.

    ``source_vectors`` (n, d) and ``target_vectors`` (m, d) hold unit rows, ``near`` their neighbours where they are
    known; ``source_weights`` (n,) say how much a row counts in a sum (its length).  A target draws on source rows
    anywhere in the text.  With no source rows, matches are empty.
    """
    near = near or neighbours(source_vectors, target_vectors)
    if not len(source_vectors):
        return tuple(Match((), (), 0.0) for _ in target_vectors)
    weights = np.ones(len(source_vectors)) if source_weights is None else np.asarray(source_weights, dtype=float)
    found: list[Match] = []
    for begin in range(0, len(target_vectors), _AT_ONCE):
        part = slice(begin, begin + _AT_ONCE)
        candidates = near.nearest[part], near.top[part], near.known[part]
        found += _matches(source_vectors, weights, target_vectors[part], *candidates, min_gain)
    return tuple(found)


def _matches(
    source: NDArray[np.float32],
    weights: Floats,
    target: NDArray[np.float32],
    candidates: Ints,
    cosines: Floats,
    known: Ints,
    min_gain: float,
) -> list[Match]:
    """Matches of target rows (t, d) with their candidates (t, c), ``known`` (t,) of them, best first."""
    scaled = source[candidates] * weights[candidates][:, :, None]
    products = (scaled @ target.astype(np.float64)[:, :, None])[:, :, 0]
    gram = scaled @ scaled.transpose(0, 2, 1)
    squares = np.diagonal(gram, axis1=1, axis2=2)
    every = np.arange(len(target))
    is_left = np.arange(candidates.shape[1]) < known[:, None]
    chosen = np.zeros((len(target), MAX_SOURCES), np.int64)
    counts, best = np.minimum(known, 1), np.array(cosines[:, 0])
    # Of the sum of what was chosen: its product with the target, its square, its products with all candidates.
    total, square, across = products[:, 0].copy(), squares[:, 0].copy(), gram[:, 0].copy()
    is_left[:, 0] = False
    for place in range(1, MAX_SOURCES):
        lengths = np.sqrt(np.maximum(square[:, None] + 2 * across + squares, _LEAST))
        sums = np.where(is_left, (total[:, None] + products) / lengths, -np.inf)
        choice = sums.argmax(axis=1)
        reached = sums[every, choice]
        rows = np.flatnonzero((counts == place) & (reached >= best + min_gain))
        taken = choice[rows]
        chosen[rows, place], best[rows], counts[rows] = taken, reached[rows], place + 1
        is_left[rows, taken] = False
        total[rows] += products[rows, taken]
        square[rows] += 2 * across[rows, taken] + squares[rows, taken]
        across[rows] += gram[rows, taken]
    listed = zip(
        np.take_along_axis(candidates, chosen, 1).tolist(),
        np.take_along_axis(cosines, chosen, 1).tolist(),
        counts.tolist(),
        best.tolist(),
        strict=True,
    )
    return [Match(tuple(rows[:count]), tuple(own[:count]), combined) for rows, own, count, combined in listed]
