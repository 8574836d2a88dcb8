"""Which original each sentence draws on, when there may be several: runs of sentences, told apart by Viterbi (1967)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from checker.archive.records import Passage

_SWITCH = 3.0
"""Cost, in nats, of leaving one original for another or for none."""


def assign(ratios: NDArray[np.float64]) -> NDArray[np.int64]:
    """int64 (n,): the number of the original that each sentence is taken to draw on, -1 for none.

    ``ratios`` (originals, n) are logarithms of likelihood ratios against "none"; neighbours tend to draw on the same.
    """
    count, length = ratios.shape
    states = np.vstack([np.zeros((1, length)), ratios])
    score = states[:, 0].copy() if length else np.zeros(count + 1)
    came_from = np.zeros((length, count + 1), np.int64)
    for place in range(1, length):
        best = int(score.argmax())
        stay = score >= score[best] - _SWITCH
        came_from[place] = np.where(stay, np.arange(count + 1), best)
        score = np.where(stay, score, score[best] - _SWITCH) + states[:, place]
    path = np.empty(length, np.int64)
    state = int(score.argmax())
    for place in range(length - 1, -1, -1):
        path[place] = state
        state = int(came_from[place, state])
    return path - 1


def passages(assigned: NDArray[np.int64], original: int) -> tuple[Passage, ...]:
    """The runs of sentences that are assigned to an original."""
    is_its = np.concatenate([[False], assigned == original, [False]])
    bounds = np.flatnonzero(is_its[1:] != is_its[:-1])
    return tuple(Passage(int(start), int(end)) for start, end in zip(bounds[::2], bounds[1::2], strict=True))
