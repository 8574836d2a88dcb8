"""Measures against values worked out by hand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.evidence.calibration.measures import auroc, calibration_error

PERFECT = ([0.9, 0.8, 0.2, 0.1], [True, True, False, False])
MIXED = ([0.9, 0.8, 0.7, 0.6, 0.5], [True, False, True, False, False])
ALL_EQUAL = ([0.5, 0.5, 0.5, 0.5], [True, False, False, False])


@pytest.mark.parametrize(
    ("scores", "labels", "expected"),
    [
        (*PERFECT, 1.0),
        (*MIXED, 5 / 6),
        (*ALL_EQUAL, 0.5),
        ([1.0, 0.0], [False, True], 0.0),
    ],
)
def test_auroc_is_the_share_of_pairs_in_the_right_order(
    scores: list[float], labels: list[bool], expected: float
) -> None:
    assert auroc(scores, labels) == pytest.approx(expected)


def test_auroc_needs_both_classes() -> None:
    assert math.isnan(auroc([0.1, 0.2], [True, True]))


def test_calibration_weighs_bins_by_their_items() -> None:
    # Three at .9 of which two are true, one at .1 that is true.
    probabilities, labels = [0.9, 0.9, 0.9, 0.1], [True, True, False, True]
    assert calibration_error(probabilities, labels) == pytest.approx((3 * (0.9 - 2 / 3) + 0.9) / 4)
    assert math.isnan(calibration_error([], []))


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans(), st.integers(1, 4)), min_size=1, max_size=30))
def test_a_weight_is_as_many_items(items: list[tuple[float, bool, int]]) -> None:
    weighed = calibration_error(*zip(*items, strict=True))
    repeated = [(p, truth) for p, truth, times in items for _ in range(times)]
    assert weighed == pytest.approx(calibration_error(*zip(*repeated, strict=True)))
