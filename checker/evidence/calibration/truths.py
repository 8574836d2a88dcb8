"""What a scorer said of sentences whose truth is known: its fit, and how good its probabilities are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from checker.evidence.calibration.fits import (
    Fit,
    Quality,
)
from checker.evidence.calibration.measures import auroc, calibration_error
from checker.evidence.calibration.statements import Trial
from checker.evidence.records import RenderingEvidence
from checker.evidence.scorer import logistic

Floats = NDArray[np.float64]
PRIORS = {"monotone": 0.05, "free": 0.1, "omission": 0.05}
"""Share of absent sentences that the probabilities of each network are for; chosen.

Documents made by program have two to three times as many as real renderings do, and a checker that assumes inventions
everywhere sees them.  In comments and excerpts (``free``) people add more of their own.
"""

_LEAST_SLOPE = 0.05
"""A bound: calibration never turns a probability round."""

_PLATT_STRENGTH = 10.0
"""Precision of the prior of no change, in units of the information of one statement; chosen."""


@dataclass(frozen=True, slots=True)
class Truths:
    """Log-odds (n,), their truth (n,) 0 or 1, whose network they are from and of which original they are."""

    logits: Floats
    truth: Floats
    networks: NDArray[np.str_]
    originals: NDArray[np.str_]

    def of(self, name: str) -> Truths:
        """Those of one network."""
        return self._where(self.networks == name)

    def without(self, original: str) -> Truths:
        """Those of all other originals."""
        return self._where(self.originals != original)

    def _where(self, chosen: NDArray[np.bool_]) -> Truths:
        return Truths(self.logits[chosen], self.truth[chosen], self.networks[chosen], self.originals[chosen])

    @property
    def weights(self) -> Floats:
        """Weights (n,), with mean 1, that give the absent sentences of each network their share in real text."""
        weights = np.ones(len(self.truth))
        for name in np.unique(self.networks):
            here = self.networks == name
            share = self.truth[here].mean()
            if 0 < share < 1:
                prior = PRIORS[str(name)]
                weights[here] = np.where(self.truth[here] == 1, prior / share, (1 - prior) / (1 - share))
        return weights


def additions_judged(trials: Sequence[Trial], found: Sequence[RenderingEvidence]) -> Truths:
    rows = [
        (sentence.p_addition, added, evidence.alignment.kind, trial.original)
        for trial, evidence in zip(trials, found, strict=True)
        for sentence, added in zip(evidence.sentences, trial.added, strict=True)
        if added is not None
    ]
    return _judged(rows)


def omissions_judged(trials: Sequence[Trial], found: Sequence[RenderingEvidence]) -> Truths:
    rows = [
        (rendered.p_omission, omitted, "omission", trial.original)
        for trial, evidence in zip(trials, found, strict=True)
        if trial.omitted is not None and evidence.alignment.kind == "monotone"
        for rendered, omitted in zip(evidence.sources, trial.omitted, strict=True)
    ]
    return _judged(rows)


def _judged(rows: Sequence[tuple[float, bool, str, str]]) -> Truths:
    p = np.clip(np.array([row[0] for row in rows], float), 1e-9, 1 - 1e-9)
    return Truths(
        np.log(p) - np.log1p(-p),
        np.array([row[1] for row in rows], float),
        np.array([row[2] for row in rows], dtype=np.str_),
        np.array([row[3] for row in rows], dtype=np.str_),
    )


def platt_of(judged: Truths) -> tuple[float, float]:
    """Slope and constant of the log-odds; no change where there is nothing to learn from."""
    if not 0 < judged.truth.sum() < len(judged.truth):
        return 1.0, 0.0
    columns = np.column_stack([judged.logits, np.ones(len(judged.logits))])
    slope, constant = logistic.fit(
        columns, judged.truth, judged.weights, np.array([1.0, 0.0]), np.full(2, _PLATT_STRENGTH)
    ).tolist()
    return max(slope, _LEAST_SLOPE), constant


def fit_of(before: Truths, after: Truths) -> Fit:
    """What the calibration gave; each original is judged by the scaling that the other originals led to."""
    scaled = np.array(after.logits)
    for original in np.unique(after.originals):
        others = after.without(str(original))
        for name in np.unique(after.networks):
            here = (after.originals == original) & (after.networks == name)
            slope, constant = platt_of(others.of(str(name)))
            scaled[here] = slope * after.logits[here] + constant
    return Fit(len(after.truth), _quality(before), _quality(replace(after, logits=scaled)))


def _quality(judged: Truths) -> Quality:
    p, truth, weights = 1.0 / (1.0 + np.exp(-judged.logits)), judged.truth, judged.weights
    # Of nothing to tell apart the one is as good as chance, and of no items at all the other is none.
    area, error = np.nan_to_num(auroc(p, truth), nan=0.5), np.nan_to_num(calibration_error(p, truth, weights), nan=0.0)
    return Quality(round(float(area), 4), round(float(error), 4))
