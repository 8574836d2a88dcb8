"""Which original each sentence draws on, when there may be several: runs of sentences, told apart by Viterbi (1967)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checker.archive.records import OriginalMatch, Passage

_SWITCH = 3.0
"""Cost, in nats, of leaving one original for another or for none."""


def assign(ratios: NDArray[np.float64]) -> NDArray[np.int64]:
    """int64 (n,): the number of the original that each sentence is taken to draw on, -1 for none.

    ``ratios`` (originals, n) are logarithms of likelihood ratios against "none"; neighbours tend to draw on the same.
    """
    return _likeliest(np.vstack([np.zeros((1, ratios.shape[1])), ratios])) - 1


def share_out(matches: Sequence[OriginalMatch]) -> NDArray[np.int64]:
    """int64 (n,): as ``assign``, when every sentence must draw on one of these originals, and there is at least one."""
    return _likeliest(np.array([match.ratios for match in matches]))


def _likeliest(states: NDArray[np.float64]) -> NDArray[np.int64]:
    """The states (count, n) on the path with the largest sum, changes of state paid for."""
    count, length = states.shape
    score = states[:, 0].copy() if length else np.zeros(count)
    came_from = np.zeros((length, count), np.int64)
    for place in range(1, length):
        best = int(score.argmax())
        stay = score >= score[best] - _SWITCH
        came_from[place] = np.where(stay, np.arange(count), best)
        score = np.where(stay, score, score[best] - _SWITCH) + states[:, place]
    path = np.empty(length, np.int64)
    state = int(score.argmax())
    for place in range(length - 1, -1, -1):
        path[place] = state
        state = int(came_from[place, state])
    return path


def passages(assigned: NDArray[np.int64], original: int) -> tuple[Passage, ...]:
    """The runs of sentences that are assigned to an original."""
    is_its = np.concatenate([[False], assigned == original, [False]])
    bounds = np.flatnonzero(is_its[1:] != is_its[:-1])
    return tuple(Passage(int(start), int(end)) for start, end in zip(bounds[::2], bounds[1::2], strict=True))
