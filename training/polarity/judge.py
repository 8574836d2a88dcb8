"""Fits the judge of a pair of sentences on untouched pairs and on pairs edited by program.

Features are rounded and equal ones counted, so that a million pairs are some thousand weighted rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from torch.nn import functional

from checker.evidence.calibration.measures import calibration_error
from checker.text.polarity import PRIOR
from checker.text.polarity.data import Judge

Features = tuple[float, ...]

HIDDEN = 6
STEPS = 1_500
RATE = 0.02
DECAY = 1e-5
SEED = 5
THRESHOLD = 0.6


class Rows:
    """How much the pairs with some features weigh, untouched and edited; features are rounded to ``digits``.

    ``totals`` are the weights of all pairs, of which those that are not counted are none to doubt.
    """

    def __init__(self, digits: int) -> None:
        self._digits = digits
        self.weights: dict[Features, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self.totals = [0.0, 0.0]

    def add(self, features: Features, edited: bool, weight: float) -> None:
        """Counts a pair, in the totals too."""
        self.count(features, edited, weight)
        self.totals[edited] += weight

    def count(self, features: Features, edited: bool, weight: float) -> None:
        """Counts a pair that the totals hold already."""
        self.weights[tuple(round(value, self._digits) for value in features)][edited] += weight

    def arrays(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Features (n, f) and weights (n, 2) as shares of all pairs of their kind."""
        rows = sorted(self.weights)
        weights = np.array([self.weights[row] for row in rows])
        return np.array(rows), weights / np.maximum(self.totals, 1e-9)


def fit_judge(learned: Rows, unseen: Rows, directions: Sequence[int]) -> tuple[Judge, Mapping[str, float]]:
    """The network, its output scaled on unseen pairs for ``PRIOR`` (Platt 1999), and what it reaches on those.

    ``directions`` says which way each feature may speak: 1 for a mismatch, -1 against it, 0 either way.
    """
    rows, weights = learned.arrays()
    center, scale = rows.mean(axis=0).round(3), np.maximum(rows.std(axis=0), 0.1).round(3)
    hidden, hidden_bias, output, output_bias = _descend((rows - center) / scale, weights, directions)
    judge = Judge(
        tuple(center.tolist()),
        tuple(scale.tolist()),
        tuple(map(tuple, hidden.T.round(4).tolist())),
        tuple(hidden_bias.round(4).tolist()),
        tuple(output.round(4).tolist()),
        round(output_bias, 4),
    )
    rows, weights = unseen.arrays()
    raw = np.array([[judge.log_odds(tuple(row))] for row in rows])
    prior = np.concatenate([weights[:, 0] * (1 - PRIOR), weights[:, 1] * PRIOR]) * 1e6
    platt = LogisticRegression(C=1e6).fit(np.vstack([raw, raw]), np.repeat([0, 1], len(raw)), sample_weight=prior)
    slope, offset = float(platt.coef_[0, 0]), float(platt.intercept_[0])
    judge = Judge(
        judge.center,
        judge.scale,
        judge.hidden,
        judge.hidden_bias,
        tuple(round(slope * weight, 4) for weight in judge.output),
        round(slope * judge.output_bias + offset, 4),
    )
    p = np.array([judge.probability(tuple(row)) for row in rows])
    flagged = p >= THRESHOLD
    fine, wrong = weights[:, 0] * (1 - PRIOR), weights[:, 1] * PRIOR
    return judge, {
        "rows": float(len(rows)),
        "slope": slope,
        "edited pairs flagged": float(weights[flagged, 1].sum()),
        "untouched pairs flagged in 1000": float(1000 * weights[flagged, 0].sum()),
        "expected calibration error": calibration_error(
            np.concatenate([p, p]), np.repeat([0, 1], len(p)), np.concatenate([fine, wrong])
        )
        # Pairs that are not counted are none to doubt.
        * float(fine.sum() + wrong.sum()),
    }


def _descend(
    values: NDArray[np.float64], weights: NDArray[np.float64], directions: Sequence[int]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], float]:
    """Weights (f, h) and biases (h,) of the tanh layer, weights (h,) and bias of the output (Sill 1998)."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    inputs = torch.tensor(values, dtype=torch.float64)
    share = torch.tensor(weights, dtype=torch.float64)
    direction = torch.tensor(directions, dtype=torch.float64)[:, None]
    first = torch.nn.Parameter(torch.randn(len(directions), HIDDEN, dtype=torch.float64) * 0.3)
    first_bias = torch.nn.Parameter(torch.randn(HIDDEN, dtype=torch.float64))
    last = torch.nn.Parameter(torch.zeros(HIDDEN, dtype=torch.float64))
    last_bias = torch.nn.Parameter(torch.zeros(1, dtype=torch.float64))
    optimizer = torch.optim.Adam([first, first_bias, last, last_bias], lr=RATE)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, STEPS)
    for _ in range(STEPS):
        hidden, output = _constrained(first, direction), functional.softplus(last)
        logits = torch.tanh(inputs @ hidden + first_bias) @ output + last_bias
        loss = (share[:, 1] * functional.softplus(-logits) + share[:, 0] * functional.softplus(logits)).sum()
        loss = loss + DECAY * (hidden.square().sum() + output.square().sum())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    with torch.no_grad():
        return (
            _constrained(first, direction).numpy(),
            first_bias.numpy(),
            functional.softplus(last).numpy(),
            float(last_bias[0]),
        )


def _constrained(raw: torch.Tensor, direction: torch.Tensor) -> torch.Tensor:
    return torch.where(direction == 0, raw, direction * functional.softplus(raw))
