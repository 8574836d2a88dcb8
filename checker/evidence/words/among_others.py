"""A word among the words of the other side: with its neighbour, and its sentence without it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.evidence.words.blocks import Mask
from checker.evidence.words.left_out import LEAVE_FEATURES, left_out
from checker.evidence.words.lexical import Floats

_LEAST = 1e-6
"""A bound that keeps division by nought out."""


def over(values: NDArray[Any], totals: NDArray[Any]) -> NDArray[Any]:
    """Sums over totals, 0 where a total is none."""
    shares: NDArray[Any] = values / np.maximum(totals, _LEAST)
    return shares


def among_others(
    ours: tuple[Floats, Floats, Mask], theirs: tuple[Floats, Floats, Mask], cosines: Floats
) -> dict[str, Floats]:
    """The columns that hold a word, with its neighbour or left out, against all of the other side; of each side unit
    vectors, lengths, and where there are words."""
    (units, norms, is_row), (other_units, other_norms, is_column) = ours, theirs
    products = (units @ units.transpose(0, 2, 1)) * (norms[:, :, None] * norms[:, None, :])
    other_beside = np.einsum("scd,scd->sc", other_units[:, :-1], other_units[:, 1:])
    other_beside *= other_norms[:, :-1] * other_norms[:, 1:]
    other_length = np.linalg.norm(other_norms[:, None, :] @ other_units, axis=2)
    # Some kernels of BLAS look at what lies beside small arrays and warn of values that they do not use (numpy #24067).
    with np.errstate(invalid="ignore"):
        sums = cosines @ other_norms[:, :, None]
    context = over(sums[:, :, 0], other_length)
    similarity, changes = left_out(products, norms * context)
    return {
        "pair": _joined(cosines.transpose(0, 2, 1), other_norms, other_beside, is_column).max(axis=1, initial=0.0),
        "joined": _best_joined(cosines, norms, np.diagonal(products, 1, 1, 2), is_row),
        "context": context,
        **dict(zip(LEAVE_FEATURES, changes, strict=True)),
        "similarity": similarity,
    }


def _joined(cosines: Floats, norms: Floats, beside: Floats, is_word: Mask) -> Floats:
    """Cosines (s, k - 1, c) of each two adjoining of k words taken together with c words of the other side.

    ``cosines`` (s, k, c) are those of the single words, ``norms`` (s, k) their lengths, ``beside`` (s, k - 1) the
    products of each with the next.
    """
    weighted = cosines * norms[:, :, None]
    squares = norms * norms
    lengths = np.sqrt(np.maximum(squares[:, :-1] + squares[:, 1:] + 2.0 * beside, 0.0))
    joined = over(weighted[:, :-1] + weighted[:, 1:], lengths[:, :, None])
    return joined * (is_word[:, :-1] & is_word[:, 1:])[:, :, None]


def _best_joined(cosines: Floats, norms: Floats, beside: Floats, is_word: Mask) -> Floats:
    """Best cosine (s, k) of a word together with the one before or after it: what may render a compound."""
    pairs = _joined(cosines, norms, beside, is_word).max(axis=2)
    best = np.zeros(norms.shape, np.float32)
    best[:, :-1] = pairs
    best[:, 1:] = np.maximum(best[:, 1:], pairs)
    return np.maximum(best, 0.0)
