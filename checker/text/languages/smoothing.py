"""The language of each sentence from its own evidence and its neighbours'.

A hidden Markov model whose states are languages (Rabiner 1989): changing the language costs much inside a paragraph
and little between two.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

P_CHANGE_INSIDE = 0.002
"""Probability that the next sentence of a paragraph is in another language; chosen."""

P_CHANGE_BETWEEN = 0.08
"""The same at the beginning of a paragraph; chosen."""

MAX_NATS = 20.0
"""No sentence alone says more than this against a language; chosen."""


def smooth(scores: NDArray[np.float32], begins: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Probability of each language for each sentence of a document, shape (n, S).

    ``scores``, shape (n, S), are log-probabilities of the sentences one by one, in document order; a row of zeros
    says nothing.  ``begins``, shape (n,), says which sentences begin a paragraph.  Time is linear in n.
    """
    count, size = scores.shape
    if count == 0 or size == 0:
        return np.zeros((count, size), dtype=np.float32)
    own = np.exp(np.maximum(scores - scores.max(axis=1, keepdims=True), np.float32(-MAX_NATS)))
    change = np.where(begins, P_CHANGE_BETWEEN, P_CHANGE_INSIDE) / max(size - 1, 1)
    stay = 1.0 - change * size
    forward = np.empty((count, size), dtype=np.float32)
    state = np.full(size, 1.0 / size)
    for index in range(count):
        state = (state * stay[index] + change[index]) * own[index]
        state /= state.sum()
        forward[index] = state
    state = np.full(size, 1.0)
    for index in range(count - 1, 0, -1):
        state = state * own[index]
        state = state * stay[index] + change[index] * state.sum()
        state /= state.sum()
        forward[index - 1] *= state
    forward /= forward.sum(axis=1, keepdims=True)
    return forward
