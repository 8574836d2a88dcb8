"""What beads say about the sentences in them: room for a free rendering, and what each adds to its bead."""

from __future__ import annotations

import numpy as np
import pytest

from checker.evidence import matching
from checker.evidence.lexical import Lexicon
from checker.evidence.matching import BeadFound

ONE = ((0,), (0,), 0.8)

VACANCIES = [
    # beads, number of target sentences, source sentences there are for each to render
    ((ONE,), 1, [1.0]),
    ((ONE, ((), (1,), 0.0), ((1,), (2,), 0.7)), 3, [1.0, 0.0, 1.0]),
    ((ONE, ((1,), (), 0.0), ((), (1,), 0.0), ((2,), (2,), 0.7)), 3, [1.0, 1.0, 1.0]),
    ((ONE, ((), (1,), 0.0), ((), (2,), 0.0), ((1,), (), 0.0)), 3, [1.0, 0.5, 0.5]),
    ((((0,), (0, 1), 0.6), ((1,), (), 0.0)), 2, [0.5, 0.5]),
    ((((0,), (), 0.0), ((1,), (), 0.0), ((2,), (), 0.0), ((), (0,), 0.0)), 1, [2.0]),
    ((), 0, []),
]


@pytest.mark.parametrize(("beads", "count", "expected"), VACANCIES)
def test_vacancies(beads: tuple[BeadFound, ...], count: int, expected: list[float]) -> None:
    assert matching.vacancies(beads, count).tolist() == expected


def side(vectors: list[list[float]]) -> matching.Side:
    rows = np.array(vectors, np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    none = np.zeros(0, np.float32)
    empty = Lexicon((), (), (), none.reshape(0, 3), none, np.zeros(0, int), np.zeros(0, bool))
    return matching.Side(rows, np.ones(len(rows)), ("en",) * len(rows), empty, ((),) * len(rows))


def test_a_sentence_that_belongs_adds_to_the_cosine_of_its_bead_and_another_takes_away() -> None:
    source = side([[1, 0, 0], [0, 1, 0]])
    whole, half = side([[1, 1, 0]]), side([[1, 0.05, 0]])
    for target, adds in ((whole, True), (half, False)):
        facing = target.vectors[0]
        both = (source.vectors[0] + source.vectors[1]) / np.sqrt(2)
        bead = ((0, 1), (0,), float(both @ facing))
        found = matching.contributions([bead], source, target, of_source=True)
        assert bool(found[1] > 0) is adds and found[0] > 0
    assert matching.contributions([((0,), (), 0.0)], source, whole, of_source=True).tolist() == [0.0, 0.0]


def test_links_fall_back_on_the_nearest_sentence() -> None:
    source, target = side([[1, 0, 0], [0, 1, 0], [0, 0, 1]]), side([[1, 0, 0], [0, 0.9, 0.1]])
    matches = matching.matches(source.vectors, target.vectors)
    top, nearest, mean, spread = matching.cosine_statistics(source.vectors, target.vectors)
    found = matching.Matching(
        matches, matching.order_of([0, 1], 3), None, ((0,), ()), np.zeros(2), top, nearest, mean, spread,
        matching.Scale(0.0, 0.1, 1.0),
    )  # fmt: skip
    assert matching.target_links(found) == [(0,), (1,)]
    assert matching.source_links(found, source, target) == [(0,), (1,), (1,)]
