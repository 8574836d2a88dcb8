"""Order-free matching: the one to three source rows whose sum comes nearest to a target row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.align.neighbours import Neighbours, neighbours

Floats = NDArray[np.float64]

MAX_SOURCES = 3


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
    min_gain: float = 0.03,
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
    return tuple(
        _match(source_vectors, weights, row, candidates[:known], cosines[:known], min_gain)
        for row, candidates, cosines, known in zip(target_vectors, near.nearest, near.top, near.known, strict=True)
    )


def _match(
    source: NDArray[np.float32],
    weights: Floats,
    target: NDArray[np.float32],
    candidates: NDArray[np.int64],
    cosines: Floats,
    min_gain: float,
) -> Match:
    scaled = source[candidates] * weights[candidates][:, None]
    products = scaled @ target.astype(np.float64)
    gram = scaled @ scaled.T
    chosen = [0]
    best = float(cosines[0])
    while len(chosen) < min(MAX_SOURCES, len(candidates)):
        rest = [k for k in range(len(candidates)) if k not in chosen]
        within, across = gram[np.ix_(chosen, chosen)].sum(), gram[np.ix_(rest, chosen)].sum(axis=1)
        lengths = within + 2 * across + gram.diagonal()[rest]
        sums = (products[chosen].sum() + products[rest]) / np.sqrt(np.maximum(lengths, 1e-18))
        k = int(sums.argmax())
        if sums[k] < best + min_gain:
            break
        best = float(sums[k])
        chosen.append(rest[k])
    sources = tuple(int(candidates[k]) for k in chosen)
    return Match(sources, tuple(float(cosines[k]) for k in chosen), best)
