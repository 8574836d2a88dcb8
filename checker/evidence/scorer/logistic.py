"""Logistic regression by Newton's method, for a few coefficients and no more library than numpy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

STEPS = 100
_HALVINGS = 30
"""Newton steps, and halvings of one: bounds that a fit is far from."""

_CLOSE = 1e-9
"""Gain of a step, as a share of the loss, below which the fit is done; chosen."""


def fit(columns: Floats, truth: Floats, weights: Floats, prior: Floats, strength: Floats) -> Floats:
    """Coefficients (f,) that make ``columns`` (n, f) say ``truth`` (n,), in [0, 1], best.

    The largest posterior with a normal prior: mean ``prior`` (f,) and precision ``strength`` (f,), all positive.
    The likelihood of each row counts ``weights`` (n,) times. There is one such point, and damped Newton steps
    (Boyd and Vandenberghe 2004, section 9.5) reach it from anywhere.
    """
    at = prior.astype(float)
    value = _loss(columns, truth, weights, prior, strength, at)
    for _ in range(STEPS):
        p = np.exp(-np.logaddexp(0.0, -(columns @ at)))
        gradient = columns.T @ (weights * (p - truth)) + strength * (at - prior)
        curvature = (columns.T * (weights * p * (1.0 - p))) @ columns + np.diag(strength)
        step = np.linalg.solve(curvature, gradient)
        size = 1.0
        for _ in range(_HALVINGS):
            there = at - size * step
            found = _loss(columns, truth, weights, prior, strength, there)
            if found <= value:
                break
            size /= 2
        else:
            break
        done = value - found <= _CLOSE * max(1.0, abs(value))
        at, value = there, found
        if done:
            break
    return at


def _loss(columns: Floats, truth: Floats, weights: Floats, prior: Floats, strength: Floats, at: Floats) -> float:
    logits = columns @ at
    likelihood = weights * (np.logaddexp(0.0, logits) - truth * logits)
    return float(likelihood.sum() + 0.5 * (strength * (at - prior) ** 2).sum())
