"""Logistic regression: the point it finds is the best one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.evidence.scorer import logistic


@pytest.mark.parametrize(("ones", "zeros", "log_odds"), [(10, 10, 0.0), (30, 10, np.log(3)), (1, 99, -np.log(99))])
def test_a_constant_alone_becomes_the_log_odds(ones: int, zeros: int, log_odds: float) -> None:
    truth = np.array([1.0] * ones + [0.0] * zeros)
    column, weights = np.ones((len(truth), 1)), np.ones(len(truth))
    (found,) = logistic.fit(column, truth, weights, np.zeros(1), np.full(1, 1e-9))
    assert found == pytest.approx(log_odds, abs=1e-4)


def test_with_nothing_to_learn_from_the_prior_stays() -> None:
    prior = np.array([1.0, -2.0])
    found = logistic.fit(np.zeros((0, 2)), np.zeros(0), np.zeros(0), prior, np.ones(2))
    assert found == pytest.approx(prior)


@example(43588143, 17, 3, 0.015625, 14.0)
@settings(max_examples=50, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 60), st.integers(1, 4), st.floats(0.01, 10), st.floats(0.1, 30))
def test_the_gradient_is_zero_where_it_stops(seed: int, rows: int, width: int, strength: float, size: float) -> None:
    rng = np.random.default_rng(seed)
    columns = rng.normal(scale=size, size=(rows, width))
    truth = rng.integers(0, 2, rows).astype(float)
    weights, prior = rng.uniform(0, 2, rows), rng.normal(size=width)
    found = logistic.fit(columns, truth, weights, prior, np.full(width, strength))
    p = np.exp(-np.logaddexp(0, -(columns @ found)))
    gradient = columns.T @ (weights * (p - truth)) + strength * (found - prior)
    assert np.abs(gradient).max() < 1e-3 * (1 + size * rows)
