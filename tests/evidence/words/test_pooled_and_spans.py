"""From words to sentences: runs of words, and what they amount to."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.evidence.words import pooled, spans
from checker.evidence.words.tokens import TOKEN_FEATURES

LOUD, QUIET = 5.0, 1.0

RUNS = [
    # probabilities of absence, lengths of vectors, runs
    ([0.1, 0.9, 0.9, 0.1], [LOUD] * 4, [(1, 3)]),
    ([0.9, 0.2, 0.9], [LOUD, QUIET, LOUD], [(0, 3)]),
    ([0.9, 0.05, 0.9], [LOUD, QUIET, LOUD], [(0, 1), (2, 3)]),
    ([0.9, 0.2, 0.2, 0.9], [LOUD] * 4, [(0, 1), (3, 4)]),
    ([0.9, 0.9], [QUIET, QUIET], []),
    ([0.1, 0.2], [LOUD, LOUD], []),
    ([], [], []),
]


@pytest.mark.parametrize(("p_absent", "norms", "expected"), RUNS)
def test_runs(p_absent: list[float], norms: list[float], expected: list[tuple[int, int]]) -> None:
    assert spans.runs(np.array(p_absent), np.array(norms)) == expected


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 9)), max_size=20))
def test_runs_are_apart_in_order_and_inside(words: list[tuple[float, float]]) -> None:
    found = spans.runs(np.array([p for p, _ in words]), np.array([norm for _, norm in words]))
    edges = [edge for run in found for edge in run]
    assert edges == sorted(edges) and all(0 <= first < stop <= len(words) for first, stop in found)
    assert all(words[first][0] >= spans.RUN_FROM for first, _ in found)


def word_rows(count: int, norm: float = LOUD) -> np.ndarray:
    rows = np.zeros((count, len(TOKEN_FEATURES)), np.float32)
    rows[:, TOKEN_FEATURES.index("norm")] = norm
    rows[:, TOKEN_FEATURES.index("letters")] = 6
    return rows


def features_of(rows: np.ndarray, p_absent: np.ndarray) -> np.ndarray:
    (found,) = pooled.words_features([pooled.SentenceWords(rows, p_absent)])
    return found


def brute_force_run(p_absent: list[float]) -> float:
    gains = [float(np.log(p / (1 - p))) + 1.0 for p in p_absent]
    return max([0.0, *(sum(gains[a:b]) for a, b in combinations(range(len(gains) + 1), 2))])


@given(st.lists(st.floats(0.001, 0.999), min_size=1, max_size=12))
def test_the_best_run_is_that_of_brute_force(p_absent: list[float]) -> None:
    found = features_of(word_rows(len(p_absent)), np.array(p_absent))
    run = found[pooled.WORDS_FEATURES.index("run")]
    assert run == pytest.approx(np.log1p(brute_force_run(p_absent)), abs=1e-6)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12), st.integers(0, 11))
def test_more_absence_never_lowers_what_words_amount_to(p_absent: list[float], which: int) -> None:
    rows, p = word_rows(len(p_absent)), np.array(p_absent)
    raised = p.copy()
    raised[which % len(p)] = 1.0
    assert (features_of(rows, raised) >= features_of(rows, p) - 1e-9).all()


def test_sentences_without_words_have_features_too() -> None:
    empty = pooled.SentenceWords(word_rows(0), np.zeros(0))
    two = pooled.SentenceWords(word_rows(2), np.array([0.1, 0.2]))
    (found,) = pooled.pair_features([empty], [two], [0.0], [0], [5])
    assert found.shape == (len(pooled.PAIR_FEATURES),) and found[pooled.PAIR_FEATURES.index("other_numbers_gone")] == 3
    both = pooled.divergence_features(found[None], found[None])
    assert both.shape == (1, len(pooled.DIVERGENCE_FEATURES))
