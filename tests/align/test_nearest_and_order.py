"""Order-free matching against exhaustive search, and the test for order."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.align.nearest import matches
from checker.align.order import longest_chain, order_of


def unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def test_a_row_made_of_three_far_rows_finds_the_three() -> None:
    source = unit(np.random.default_rng(0).normal(size=(30, 64)))
    target = unit(source[[4]] + source[[17]] + source[[28]])
    (match,) = matches(source, target)
    assert sorted(match.sources) == [4, 17, 28]
    assert match.combined == pytest.approx(1.0, abs=1e-5)


def test_a_faithful_row_draws_on_one_row_only() -> None:
    source = unit(np.random.default_rng(1).normal(size=(30, 64)))
    (match,) = matches(source, source[[7]])
    assert match.sources == (7,) and match.cosines[0] == pytest.approx(1.0, abs=1e-5)


@given(st.integers(0, 200))
def test_greedy_choice_is_never_worse_than_the_best_row_nor_better_than_exhaustive_search(seed: int) -> None:
    rng = np.random.default_rng(seed)
    source, target = unit(rng.normal(size=(8, 5))), unit(rng.normal(size=(1, 5)))
    (match,) = matches(source, target, min_gain=0.0)
    everything = max(
        float(unit(source[list(some)].sum(axis=0, keepdims=True))[0] @ target[0])
        for count in (1, 2, 3)
        for some in combinations(range(8), count)
    )
    assert float((source @ target[0]).max()) - 1e-6 <= match.combined <= everything + 1e-5


def test_many_rows_are_matched_as_each_alone() -> None:
    rng = np.random.default_rng(3)
    source = unit(rng.normal(size=(40, 12)))
    shares = rng.uniform(1, 3, (300, 40)) * (rng.random((300, 40)).argsort(axis=1) <= np.arange(300)[:, None] % 4)
    target = unit(shares @ source)
    weights = rng.uniform(1, 50, 40)
    together = matches(source, target, source_weights=weights)
    alone = [matches(source, row[None], source_weights=weights)[0] for row in target]
    assert [match.sources for match in together] == [match.sources for match in alone]
    assert {len(match.sources) for match in together} == {1, 2, 3}


def test_no_source_gives_empty_matches() -> None:
    assert [m.sources for m in matches(np.zeros((0, 4), np.float32), np.ones((2, 4), np.float32))] == [(), ()]


@pytest.mark.parametrize(
    ("best", "source_count", "monotone"),
    [
        ([0, 1, 2, 3, 4, 5, 6, 7], 30, True),
        ([0, 1, None, 3, 4, 5, 2, 6, 7], 30, True),
        ([2, 9, 4, 7, 12, 15, 16, 20, 22], 30, True),
        ([7, 6, 5, 4, 3, 2, 1, 0], 30, False),
        ([3, 0, 6, 1, 5, 2, 7, 4], 30, False),
        ([1, 4, 9, 12, 15], 30, False),  # a comment: too few to tell order from chance
        ([0, 1, None, 2, 3], 5, True),  # nearly the whole of a short text
        ([0, 1, 2, 3, 3, 4, 5, 6, 7, 7], 11, True),  # two sentences were split
        ([2, 2, 5, 5, 9, 9, 12, 12], 30, False),  # a comment of four thoughts
        ([1, 2], 4, False),
        ([0, 1, 2, 3, 4], 12, True),  # a translation that was broken off
        ([None, None, 2, 3, 4, 5], 9, True),
        ([1, 3, 6, 8], 12, False),  # sentences picked in order
        ([0, 2, 4], 8, False),
        ([0, 1, 3], 8, False),
        ([0, 1, 2, 3], 13, False),  # few of many
        ([0, 2, 1, 3, 4], 12, False),  # one strays
        ([], 30, False),
    ],
)
def test_order(best: list[int | None], source_count: int, monotone: bool) -> None:
    assert order_of(best, source_count).is_monotone is monotone


def shifted(count: int, every: int) -> list[int | None]:
    """Places in order, but for one in ``every``, which lies anywhere."""
    return [k if k % every else (37 * k + 11) % count for k in range(count)]


@pytest.mark.parametrize(
    ("best", "monotone"),
    [
        (shifted(60, 3), True),  # a third of the matches are wrong
        ([*range(40, 60), *range(40)], False),  # two parts changed places
        ([*range(20, 40), *range(20), *range(40, 60)], False),
        ([(7 * k) % 60 for k in range(60)], False),
    ],
)
def test_stray_matches_are_told_from_parts_that_changed_places(best: list[int | None], monotone: bool) -> None:
    assert order_of(best, 200).is_monotone is monotone


@given(st.lists(st.integers(0, 9), max_size=9))
def test_longest_chain_is_that_of_exhaustive_search(places: list[int]) -> None:
    rises = [
        len(some)
        for count in range(len(places) + 1)
        for some in combinations(places, count)
        if all(a < b for a, b in pairwise(some))
    ]
    chain = longest_chain(places)
    assert len(chain) == max(rises)
    assert all(a < b and places[a] < places[b] for a, b in pairwise(chain))
