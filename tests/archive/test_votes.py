"""The arithmetic behind a search, against trying everything."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.archive import Original, OriginalMatch, Passage, passages
from checker.archive.candidates import EMPTY_BACKGROUND, NEIGHBOURS, Neighbourhood, candidates
from checker.archive.fitted import FEW, LARGE, MANY, SMALL, load
from checker.archive.passages import assign, share_out
from checker.archive.search import best_run, weights_of
from checker.archive.votes import evidence

RATIO = st.floats(-8, 8)


@given(st.lists(RATIO, max_size=12))
def test_the_best_run_is_the_best_of_all_runs(values: list[float]) -> None:
    runs = [sum(values[i:j]) for i in range(len(values)) for j in range(i, len(values) + 1)]
    assert best_run(np.array(values)) == pytest.approx(max(runs, default=0.0), abs=1e-9)


@given(st.integers(1, 2), st.integers(1, 5), st.randoms(use_true_random=False))
def test_passages_are_the_likeliest_path(originals: int, length: int, random: object) -> None:
    ratios = np.array([[random.uniform(-6, 6) for _ in range(length)] for _ in range(originals)])  # type: ignore[attr-defined]

    def worth(path: tuple[int, ...]) -> float:
        said = sum(ratios[state, place] if state >= 0 else 0.0 for place, state in enumerate(path))
        return float(said - passages._SWITCH * sum(a != b for a, b in pairwise(path)))

    best = max(map(worth, product(range(-1, originals), repeat=length)))
    assert worth(tuple(assign(ratios).tolist())) == pytest.approx(best)


def test_a_doubtful_sentence_belongs_to_the_passage_around_it() -> None:
    ratios = np.array([[5, 5, -1, 5, -8, -8, -8, -8], [-8, -8, -1, -8, 5, 5, 5, 5]], float)
    assigned = assign(ratios)
    assert passages.passages(assigned, 0) == (Passage(0, 4),)
    assert passages.passages(assigned, 1) == (Passage(4, 8),)
    assert assign(np.empty((0, 3))).tolist() == [-1, -1, -1]


def test_shared_out_every_sentence_draws_on_one_of_the_originals() -> None:
    """What speaks for none is in the passage around it; between two passages the better one of both has it."""
    ratios = [[5, -1, 5, -3, -4, -8, -8], [-8, -3, -8, -4, -3, 5, 5]]
    assert assign(np.array(ratios, float)).tolist() == [0, 0, 0, -1, -1, 1, 1]
    matches = [OriginalMatch(Original("", "", "en", 9), 1.0, 0.5, (), (), tuple(map(float, row))) for row in ratios]
    assert share_out(matches).tolist() == [0, 0, 0, 0, 1, 1, 1]
    assert share_out(matches[:1]).tolist() == [0] * 7


@pytest.mark.parametrize(
    ("ratios", "low", "high"),
    [
        ([-8] * 20, -9, 0),  # nothing speaks for it: evidence against it, but little, for it may be a small part
        ([8] * 10, 70, 80),  # all speak for it
        ([8] * 3 + [-8] * 9, 10, 24),  # a part
        ([8], 6, 8),
        ([], 0, 0),
    ],
)
def test_evidence_of_a_part_is_evidence(ratios: list[float], low: float, high: float) -> None:
    factor, share = evidence(np.array(ratios, float), np.ones(len(ratios)))
    assert low <= factor <= high
    assert 0 < share < 1


def test_sentences_that_do_not_count_say_nothing() -> None:
    factor, _ = evidence(np.array([8.0, 8.0]), np.zeros(2))
    assert factor == pytest.approx(0)
    said = weights_of(("All rights reserved.", "The bridge is closed.", "It is old.", "It is old."))
    assert said.tolist() == [0, 1, 0.5, 0.5]


def test_a_sentence_near_to_most_originals_tells_nothing() -> None:
    documents = np.array([list(range(16)), [3, *list(range(20, 35))]])
    similarities = np.array([[0.8] * 16, [0.8] + [0.3] * 15], np.float32)
    found = Neighbourhood(documents, similarities)
    assert found.rarity(16) == pytest.approx([1 - np.log(16) / np.log(17), 1])
    assert found.background(3) == pytest.approx([0.8, 0.3], abs=1e-6)
    assert candidates(found, np.ones(2))[0] == 3


def test_a_small_archive_has_a_background_too() -> None:
    documents = np.full((1, NEIGHBOURS), -1)
    similarities = np.full((1, NEIGHBOURS), -np.inf, np.float32)
    documents[0, 0], similarities[0, 0] = 0, 0.7
    found = Neighbourhood(documents, similarities)
    assert found.background(0) == pytest.approx([EMPTY_BACKGROUND])
    assert candidates(found, np.ones(1)) == [0]


def test_another_version_of_an_original_takes_nothing_from_it() -> None:
    found = Neighbourhood(np.array([[5, 9, 2, 3]]), np.array([[0.9, 0.88, 0.4, 0.3]], np.float32))
    assert found.elsewhere(5) == pytest.approx([0.4], abs=1e-6)
    assert found.elsewhere(2) == pytest.approx([0.88], abs=1e-6)


@pytest.mark.parametrize("which", ["few", "small", "large"])
def test_what_was_fitted_fits_the_code(which: str) -> None:
    fitted = getattr(load(), which)
    assert fitted.sentence_weights.shape == (8,)
    assert fitted.original_weights.shape == (10,)
    assert fitted.sentence_weights[1] + fitted.sentence_weights[6] > 0  # rising above others speaks for an original


def test_weights_go_from_small_to_large_archives_without_a_leap() -> None:
    fits = load()
    biases = [fits.of_size(size, MANY).original_bias for size in (0, 1, SMALL, SMALL + 1, LARGE - 1, LARGE, 10**7)]
    assert biases[:3] == [fits.small.original_bias] * 3 and biases[5:] == [fits.large.original_bias] * 2
    assert biases[3] == pytest.approx(fits.small.original_bias, abs=1e-2)
    assert biases[4] == pytest.approx(fits.large.original_bias, abs=1e-2)
    between = fits.of_size(round((SMALL * LARGE) ** 0.5), MANY).sentence_weights
    assert between == pytest.approx((fits.small.sentence_weights + fits.large.sentence_weights) / 2, abs=1e-3)


def test_few_sentences_may_be_a_comment_and_many_may_not() -> None:
    fits = load()
    biases = [fits.of_size(1, sentences).original_bias for sentences in (0, 1, FEW, 8, MANY, 1_000)]
    assert biases[:3] == [fits.few.original_bias] * 3 and biases[4:] == [fits.small.original_bias] * 2
    assert biases[2] > biases[3] > biases[4]
    assert fits.of_size(LARGE, FEW) is fits.few and fits.of_size(LARGE, MANY) is fits.large
    assert fits.few.sentence_weights == pytest.approx(fits.small.sentence_weights)
