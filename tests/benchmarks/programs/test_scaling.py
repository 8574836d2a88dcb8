"""Invented text, its alignment, and how growth is told."""

from __future__ import annotations

import pytest

from benchmarks.lib.invented import sentences, with_gaps
from benchmarks.programs.cost.scaling import aligned, compared, exponent


def test_invented_sentences_are_the_same_on_every_run() -> None:
    english, romanian = sentences(50)
    assert (english, romanian) == sentences(50)
    assert len(english) == len(romanian) == 50
    assert len(set(english)) > 40


def test_gaps() -> None:
    assert with_gaps(list("abcdefg"), 3) == ["a", "b", "d", "e", "g"]


@pytest.mark.parametrize(("after", "expected"), [(2.0, 1.0), (4.0, 2.0), (1.0, 0.0)])
def test_growth_of_a_doubled_text(after: float, expected: float) -> None:
    assert exponent(1.0, after, 2.0) == pytest.approx(expected)


def test_what_is_measured_is_aligned_right() -> None:
    assert aligned(200)["right"] > 0.98
    assert compared(200)["right"] > 0.98
