"""The few measures that the gold data's own scorers do not give."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def auroc(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """Probability that a positive scores above a negative, ties counted one half (Hanley and McNeil 1982)."""
    values, truth = np.asarray(scores, dtype=float), np.asarray(labels, dtype=bool)
    positives, negatives = int(truth.sum()), int((~truth).sum())
    if not positives or not negatives:
        return float("nan")
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks = np.cumsum(counts) - (counts - 1) / 2
    return float((ranks[inverse][truth].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def f1(flags: Sequence[bool], labels: Sequence[bool]) -> float:
    """Harmonic mean of precision and recall of the flags; 0 when nothing is right."""
    hits = sum(1 for flag, label in zip(flags, labels, strict=True) if flag and label)
    total = sum(map(bool, flags)) + sum(map(bool, labels))
    return 2 * hits / total if total else 0.0


def calibration_error(probabilities: Sequence[float], labels: Sequence[bool], bins: int = 10) -> float:
    """Expected calibration error over equal-width bins (Guo et al. 2017)."""
    values, truth = np.asarray(probabilities, dtype=float), np.asarray(labels, dtype=float)
    which = np.minimum((values * bins).astype(int), bins - 1)
    return float(
        sum(
            abs(values[which == b].mean() - truth[which == b].mean()) * (which == b).mean()
            for b in range(bins)
            if (which == b).any()
        )
    )
