"""Nearest rows by comparing with every one, or with chosen ones."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker.encoders import Vectors

_BLOCK = 16_384
"""Rows that are compared at once: 16 MB as float32 at 256 dimensions."""

_QUERIES = 512


class NearestRows(NamedTuple):
    """Rows and their similarity, both (n, count), nearest first; where there are fewer, row -1 and -inf."""

    rows: NDArray[np.int64]
    similarities: NDArray[np.float32]


def nearest_rows(
    vectors: NDArray[np.float16], queries: Vectors, count: int, live: NDArray[np.bool_] | None = None
) -> NearestRows:
    """The ``count`` rows of ``vectors`` (rows, d) nearest to each of ``queries`` (n, d), those that are not ``live``
    left out.
    """
    parts = []
    for first in range(0, len(queries), _QUERIES):
        asked = queries[first : first + _QUERIES]
        best = NearestRows(np.empty((len(asked), 0), np.int64), np.empty((len(asked), 0), np.float32))
        for begin in range(0, len(vectors), _BLOCK):
            block = np.asarray(vectors[begin : begin + _BLOCK], np.float32)
            similarities = asked @ block.T
            if live is not None:
                similarities[:, ~live[begin : begin + len(block)]] = -np.inf
            rows = np.broadcast_to(np.arange(begin, begin + len(block)), similarities.shape)
            best = largest(
                np.concatenate([best.rows, rows], 1), np.concatenate([best.similarities, similarities], 1), count
            )
        parts.append(_padded(best, count))
    return stacked(parts, count)


def nearest_of(vectors: NDArray[np.float16], queries: Vectors, rows: NDArray[np.int64], count: int) -> NearestRows:
    """The ``count`` nearest of the ``rows`` (n, candidates) chosen for each of ``queries`` (n, d); -1 is no row."""
    similarities = np.full(rows.shape, -np.inf, np.float32)
    for k, chosen in enumerate(rows):
        there = chosen >= 0
        similarities[k, there] = np.asarray(vectors[chosen[there]], np.float32) @ queries[k]
    return _padded(largest(rows, similarities, count), count)


def largest(rows: NDArray[np.int64], similarities: NDArray[np.float32], count: int) -> NearestRows:
    """The ``count`` most similar of each line, nearest first, the lower row first among equals."""
    if similarities.shape[1] > 4 * count:
        kept = np.argpartition(-similarities, count - 1, 1)[:, :count]
        rows, similarities = np.take_along_axis(rows, kept, 1), np.take_along_axis(similarities, kept, 1)
    order = np.lexsort((rows, -similarities), axis=1)[:, :count]
    rows, similarities = np.take_along_axis(rows, order, 1), np.take_along_axis(similarities, order, 1)
    return NearestRows(np.where(np.isneginf(similarities), -1, rows), similarities)


def stacked(parts: list[NearestRows], count: int) -> NearestRows:
    """The neighbours of several runs of queries below one another."""
    if not parts:
        return NearestRows(np.empty((0, count), np.int64), np.empty((0, count), np.float32))
    return NearestRows(
        np.concatenate([part.rows for part in parts]), np.concatenate([part.similarities for part in parts])
    )


def _padded(found: NearestRows, count: int) -> NearestRows:
    missing = count - found.rows.shape[1]
    if missing <= 0:
        return found
    width = ((0, 0), (0, missing))
    return NearestRows(
        np.pad(found.rows, width, constant_values=-1), np.pad(found.similarities, width, constant_values=-np.inf)
    )
