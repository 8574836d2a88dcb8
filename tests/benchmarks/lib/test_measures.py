"""Measures against values worked out by hand, and properties that hold for any scores."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.lib import measures

MIXED = ([0.9, 0.8, 0.7, 0.6, 0.5], [True, False, True, False, False])
ALL_EQUAL = ([0.5, 0.5, 0.5, 0.5], [True, False, False, False])


def test_detection_by_hand() -> None:
    # Going down the scores: precision 1, 1/2, 2/3, 2/4, 2/5 at recall 1/2, 1/2, 1, 1, 1.
    row = measures.detection(*MIXED)
    assert row == pytest.approx(
        {
            "n": 5,
            "pos": 2,
            "AUROC": 5 / 6,
            "AP": 1 / 2 + 2 / 3 * 1 / 2,
            "chance_AP": 2 / 5,
            "AP/chance": (5 / 6) / (2 / 5),
            "bestF1_oracle": 2 * 2 / (3 + 2),
            "R@P90": 1 / 2,
            "FPR@TPR90": 1 / 3,
        }
    )


def test_items_with_one_score_are_taken_together() -> None:
    row = measures.detection(*ALL_EQUAL)
    assert (row["AP"], row["bestF1_oracle"], row["R@P90"], row["FPR@TPR90"]) == pytest.approx((0.25, 0.4, 0.0, 1.0))


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=2, max_size=30))
def test_the_order_of_items_changes_nothing(items: list[tuple[int, bool]]) -> None:
    scores, labels = [float(score) for score, _ in items], [label for _, label in items]
    again = items[::-1]
    reversed_row = measures.detection([float(score) for score, _ in again], [label for _, label in again])
    assert measures.detection(scores, labels) == pytest.approx(reversed_row, nan_ok=True)


def test_decisions_by_hand() -> None:
    flags, labels = [True, True, True, False, False, False], [True, True, False, True, False, False]
    assert measures.confusion(flags, labels) == (2, 1, 1, 2)
    assert measures.decision(flags, labels) == pytest.approx(
        {"P": 2 / 3, "R": 2 / 3, "F1": 2 / 3, "MCC": (2 * 2 - 1 * 1) / 9, "false_alarm_rate": 1 / 3}
    )


def test_both_classes_by_hand() -> None:
    flags, labels = [True, True, False, False], [True, False, False, False]
    row = measures.two_classes(flags, labels)
    assert (row["F1"], row["other_F1"]) == pytest.approx((2 / 3, 4 / 5))
    assert row["F1_weighted"] == pytest.approx((2 / 3 + 3 * 4 / 5) / 4)
    assert row["F1_product"] == pytest.approx(2 / 3 * 4 / 5)
    assert row["accuracy"] == pytest.approx(3 / 4)


@pytest.mark.parametrize("flags", [[False, False], [True, True]])
def test_a_decision_that_never_varies_has_no_correlation(flags: list[bool]) -> None:
    assert measures.decision(flags, [True, False])["MCC"] == 0.0


def test_every_label_needs_a_flag() -> None:
    with pytest.raises(ValueError, match="one flag"):
        measures.confusion([True], [True, False])


def test_the_rule_flags_as_many_as_there_are_and_prefers_earlier_ones() -> None:
    assert measures.as_many_as_there_are([0.5, 0.9, 0.5, 0.1], [True, False, True, False]) == pytest.approx(
        {"MCC": 0.0, "P": 0.5, "R": 0.5}
    )


def test_ties_between_the_members_of_a_pair_count_one_half() -> None:
    assert measures.pair_accuracy([0.1, 0.5, 0.9], [0.2, 0.5, 0.1]) == pytest.approx(0.5)


def test_overlap_sums_characters_over_items() -> None:
    row = measures.overlap([([(0, 4)], [(2, 6)]), ([], [(1, 3)]), ([(5, 7)], [])])
    assert (row["char_P"], row["char_R"], row["char_F1"]) == pytest.approx((2 / 6, 2 / 6, 2 / 6))
    assert (row["gold_spans"], row["gold_spans_touched"]) == (2, 0.5)
    assert (row["pred_spans"], row["pred_spans_touching_gold"]) == (2, 0.5)


def test_ranks_share_the_mean_of_ties() -> None:
    assert measures.ranks([30.0, 10.0, 10.0, 20.0]).tolist() == [4.0, 1.5, 1.5, 3.0]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [([1, 2, 3], [2, 4, 6], 1.0), ([1, 2, 3], [9, 5, 1], -1.0), ([1, 2, 3], [10, 11, 900], 1.0)],
)
def test_rank_correlation(first: list[float], second: list[float], expected: float) -> None:
    assert measures.spearman(first, second) == pytest.approx(expected)


def test_correlation_with_what_does_not_vary_is_not_defined() -> None:
    assert math.isnan(measures.pearson([1.0, 1.0], [1.0, 2.0]))


def test_reliability_leaves_empty_bins_out() -> None:
    # Three at .9 of which two are true, one at .1 that is true.
    rows = measures.reliability([0.9, 0.9, 0.9, 0.1], [True, True, False, True])
    assert {name: (row["n"], row["share"]) for name, row in rows.items()} == {
        "0.1-0.2": (1, 1.0),
        "0.9-1.0": (3, pytest.approx(2 / 3)),
    }
