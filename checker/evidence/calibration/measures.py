"""How good scores and probabilities are against the truth, for calibrations, training and benchmarks alike."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

BINS = 10
"""Bins of equal width for the calibration error; chosen, as many as are usual."""


def auroc(scores: ArrayLike, truth: ArrayLike) -> float:
    """Probability that a positive scores above a negative, ties counted one half (Hanley and McNeil 1982).

    Both (n,); not a number where there are no positives or no negatives.
    """
    values, true = np.asarray(scores, float), np.asarray(truth).astype(bool)
    positives, negatives = values[true], np.sort(values[~true])
    if not len(positives) or not len(negatives):
        return float("nan")
    below = np.searchsorted(negatives, positives, "left") + np.searchsorted(negatives, positives, "right")
    return float(below.mean() / 2 / len(negatives))


def calibration_error(
    probabilities: ArrayLike, truth: ArrayLike, weights: ArrayLike | None = None, bins: int = BINS
) -> float:
    """Expected calibration error over bins of equal width (Guo et al. 2017), items weighted.

    All (n,); not a number where nothing weighs anything.
    """
    p, true = np.asarray(probabilities, float), np.asarray(truth, float)
    weighed = np.ones(len(p)) if weights is None else np.asarray(weights, float)
    total = float(weighed.sum())
    if not total:
        return float("nan")
    gaps = np.bincount(bins_of(p, bins), weighed * (p - true), minlength=bins)
    return float(np.abs(gaps).sum() / total)


def bins_of(probabilities: NDArray[np.float64], bins: int = BINS) -> NDArray[np.int64]:
    """(n,) the number of each probability's bin, all of equal width, the last one closed."""
    numbers: NDArray[np.int64] = np.minimum((probabilities * bins).astype(np.int64), bins - 1)
    return numbers
