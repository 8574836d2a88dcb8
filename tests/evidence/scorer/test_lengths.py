"""What is usual of lengths, how far a sentence is from it, and what that says for a match."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.evidence.scorer.lengths import Usual, length

LENGTHS = st.floats(1, 2000)


@pytest.mark.parametrize(("text", "count"), [("Ana are 3 mere.", 10), ("这是一句话。", 5), ("42", 1), ("", 1)])
def test_a_length_is_one_letter_at_least(text: str, count: int) -> None:
    assert length(text) == count


@given(source=LENGTHS, target=LENGTHS, ratio=st.floats(-1.5, 0.5))
def test_the_other_direction_is_the_same_from_the_other_side(source: float, target: float, ratio: float) -> None:
    usual = Usual(ratio)
    there, back = float(usual.excess(target, source)), float(usual.turned.excess(source, target))
    assert there == pytest.approx(-back, abs=1e-6)


@given(source=st.floats(200, 2000), ratio=st.floats(-1.5, 0.5))
def test_the_usual_length_is_no_excess_and_speaks_most_for_a_match(source: float, ratio: float) -> None:
    usual = Usual(ratio)
    expected = source * np.exp(ratio)
    assert float(usual.excess(expected, source)) == pytest.approx(0, abs=0.4)
    odds = usual.odds(np.full(3, source), np.array([0.5, 1.0, 2.0]) * expected)
    assert odds[1] == odds.max() and odds[1] > 0


def test_the_longer_the_text_the_more_a_clause_too_many_says() -> None:
    excess = Usual().excess(np.array([14.0, 140.0, 1400.0]), np.array([10.0, 100.0, 1000.0]))
    assert excess[0] < excess[1] < excess[2]


def test_no_length_is_impossible() -> None:
    odds = Usual().odds(np.array([1.0, 1000.0]), np.array([1000.0, 1.0]))
    assert np.isfinite(odds).all() and (odds > -10).all()


def test_a_document_shows_its_own_lengths_the_more_the_longer_it_is() -> None:
    usual = Usual(0.1)
    assert usual.of_document([]) == usual
    few, many = usual.of_document([0.5] * 2), usual.of_document([0.5] * 40)
    assert 0.1 < few.ratio < many.ratio < 0.5
