"""From words to a whole sentence: what the tagger found, summed up for the networks that judge sentences and pairs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from checker.evidence.lexical import Floats
from checker.evidence.spans import TELLING
from checker.evidence.tokens import TOKEN_FEATURES

WORDS_FEATURES = (
    "most", "three_most", "share", "words_gone", "letters_gone", "two_words", "four_words", "eight_words", "run",
    "telling_share",
)  # fmt: skip
"""What the probabilities of a sentence's words amount to: the highest, the sum of the three highest, the mean by
weight, logarithms of the expected numbers of words and letters, the highest means of two, four and eight adjoining
words, the sum of log-odds of the best run, and the mean over telling words."""

CONTEXT_FEATURES = ("similarity", "length_ratio", "support", "count", "expected")
"""Columns of ``tokens.features`` that are the same for all words of a sentence."""

_AT = {name: k for k, name in enumerate(TOKEN_FEATURES)}
_RUN_BONUS = 1.0
_LEAST = 1e-4


def words_features(features: Floats, p_absent: NDArray[np.float64]) -> NDArray[np.float64]:
    """(len(WORDS_FEATURES),) of one sentence from its words' features and probabilities; zeros without words."""
    if not len(p_absent):
        return np.zeros(len(WORDS_FEATURES))
    norms = features[:, _AT["norm"]].astype(float)
    weights, telling = norms * norms, norms > TELLING
    best_first = np.sort(p_absent)[::-1]
    sums = np.concatenate([[0.0], np.cumsum(p_absent)])
    return np.array(
        [
            best_first[0],
            best_first[:3].sum(),
            (weights * p_absent).sum() / max(weights.sum(), _LEAST),
            np.log1p(p_absent.sum()),
            np.log1p((p_absent * features[:, _AT["letters"]]).sum()),
            *(_best_mean(sums, width) for width in (2, 4, 8)),
            np.log1p(_best_run(p_absent)),
            p_absent[telling].mean() if telling.any() else 0.0,
        ]
    )


def context_features(features: Floats) -> NDArray[np.float64]:
    """(len(CONTEXT_FEATURES),) of one sentence; zeros without words."""
    if not len(features):
        return np.zeros(len(CONTEXT_FEATURES))
    return features[0, [_AT[name] for name in CONTEXT_FEATURES]].astype(float)


def _best_mean(sums: NDArray[np.float64], width: int) -> float:
    width = min(width, len(sums) - 1)
    return float((sums[width:] - sums[: len(sums) - width]).max() / width)


def _best_run(p_absent: NDArray[np.float64]) -> float:
    """The largest sum over adjoining words of their log-odds plus a bonus (Kadane's algorithm), at least 0."""
    p = np.clip(p_absent, _LEAST, 1.0 - _LEAST)
    best = running = 0.0
    for gain in (np.log(p / (1.0 - p)) + _RUN_BONUS).tolist():
        running = max(0.0, running + gain)
        best = max(best, running)
    return best


PAIR_FEATURES = (
    *WORDS_FEATURES,
    *CONTEXT_FEATURES,
    *(f"other_{name}" for name in WORDS_FEATURES),
    "repeats",
    "numbers_gone",
    "other_numbers_gone",
)


def pair_features(
    own: Floats,
    p_own: NDArray[np.float64],
    other: Floats,
    p_other: NDArray[np.float64],
    repeats: float,
    numbers_gone: int,
    other_numbers_gone: int,
) -> NDArray[np.float64]:
    """(len(PAIR_FEATURES),) of one side of an aligned pair: does it say what the other side does not?

    ``own`` and ``other`` are the word features of the two sides, ``p_own`` and ``p_other`` their probabilities.
    """
    return np.concatenate(
        [
            words_features(own, p_own),
            context_features(own),
            words_features(other, p_other),
            [repeats, min(numbers_gone, 3), min(other_numbers_gone, 3)],
        ]
    )


DIVERGENCE_FEATURES = (*PAIR_FEATURES, *(f"source_{name}" for name in CONTEXT_FEATURES[:3]), "source_repeats")


def divergence_features(additions: NDArray[np.float64], omissions: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n, len(DIVERGENCE_FEATURES)) of pairs from their ``pair_features`` in both directions, (n, f) each."""
    at = [PAIR_FEATURES.index(name) for name in (*CONTEXT_FEATURES[:3], "repeats")]
    return np.hstack([additions, omissions[:, at]])
