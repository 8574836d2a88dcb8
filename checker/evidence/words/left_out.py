"""What becomes of the cosine of two sides when a word of one, or a window around it, is left out."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.evidence.words.lexical import Floats

LEAVE_FEATURES = ("leave_one", "leave_three", "leave_seven")
_REACHES = (0, 1, 3)
"""Words on each side of a word that are left out with it; chosen."""

_LEAST = 1e-6
"""A bound that keeps division by nought out."""


def left_out(products: Floats, facing: Floats) -> tuple[NDArray[Any], list[NDArray[Any]]]:
    """The cosine (s, 1) of the two sides, and its changes (s, k) when windows of one, three and seven words are left
    out.

    ``products`` (s, k, k) are those of the words with each other, ``facing`` (s, k) with the unit sum of the other
    side, all 0 for padding.  Lengths of what is left come from running sums of the products' rows and diagonals, so
    that no window is ever summed up.
    """
    count = facing.shape[1]
    diagonals = np.zeros((2 * max(_REACHES) + 1, *facing.shape))
    for apart, diagonal in enumerate(diagonals[:count]):
        diagonal[:, : count - apart] = np.diagonal(products, apart, 1, 2)
    inside, across, along = _running(diagonals), _running(products.sum(axis=2)), _running(facing)
    total, whole = across[:, -1:], along[:, -1:]
    similarity = whole / np.maximum(np.sqrt(np.maximum(total, 0.0)), _LEAST)
    every = np.arange(count)
    changes: list[NDArray[Any]] = []
    for reach in _REACHES:
        begin, end = np.maximum(every - reach, 0), np.minimum(every + reach + 1, count)
        # Each product of two different words of a window is in it twice, that of a word with itself once.
        gaps = np.arange(2 * reach + 1)[:, None]
        pairs = inside[gaps, :, np.maximum(end - gaps, begin)] - inside[gaps, :, begin]
        within = (2.0 * pairs.sum(axis=0) - pairs[0]).T
        left = np.sqrt(np.maximum(total - 2.0 * (across[:, end] - across[:, begin]) + within, 0.0))
        cosine = np.where(left > _LEAST, (whole - along[:, end] + along[:, begin]) / np.maximum(left, _LEAST), 0.0)
        changes.append(cosine - similarity)
    return similarity, changes


def _running(values: NDArray[Any]) -> NDArray[np.float64]:
    """Sums (..., k + 1) of the values (..., k) before each place and before the end."""
    sums = np.zeros((*values.shape[:-1], values.shape[-1] + 1))
    np.cumsum(values, axis=-1, out=sums[..., 1:])
    return sums
