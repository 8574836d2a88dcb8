"""What beads say about the sentences in them: room for a free rendering, and what each adds to its bead."""

from __future__ import annotations

import numpy as np
import pytest

from checker.align.monotone import BeadFound
from checker.align.neighbours import Neighbours, neighbours
from checker.evidence.scorer.lengths import Usual
from checker.evidence.scorer.networks import Expected
from checker.evidence.sentences import matching, standing
from checker.evidence.sentences.scale import Scale
from checker.evidence.side import Side
from checker.evidence.words.lexical import Lexicon

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
    assert standing.vacancies(beads, count).tolist() == expected


def side(vectors: list[list[float]] | np.ndarray, lengths: list[float] | None = None) -> Side:
    rows = np.array(vectors, np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    none = np.zeros(0, np.float32)
    empty = Lexicon((), (), (), none.reshape(0, 3), none, np.zeros(0, int), np.zeros(0, bool))
    letters = np.full(len(rows), 60.0) if lengths is None else np.array(lengths)
    return Side(rows, letters, ("en",) * len(rows), empty, ((),) * len(rows))


def test_a_sentence_that_belongs_adds_to_the_cosine_of_its_bead_and_another_takes_away() -> None:
    source = side([[1, 0, 0], [0, 1, 0]])
    whole, half = side([[1, 1, 0]]), side([[1, 0.05, 0]])
    for target, adds in ((whole, True), (half, False)):
        facing = target.vectors[0]
        both = (source.vectors[0] + source.vectors[1]) / np.sqrt(2)
        bead = ((0, 1), (0,), float(both @ facing))
        found = standing.contributions([bead], source, target, of_source=True)
        assert bool(found[1] > 0) is adds and found[0] > 0
    assert standing.contributions([((0,), (), 0.0)], source, whole, of_source=True).tolist() == [0.0, 0.0]


def test_rivals_are_those_that_lie_nearer_to_the_same_sentence() -> None:
    rng = np.random.default_rng(0)
    source, target = side(rng.normal(size=(6, 3)).tolist()), side(rng.normal(size=(5, 3)).tolist())
    scale = Scale(0.1, 0.1, 0.9)
    cosines = (scale.relative(target.vectors @ source.vectors.T)).astype(float)
    found = standing.rivalry(neighbours(source.vectors, target.vectors), scale)
    for k, row in enumerate(cosines):
        nearest = row.argmax()
        rival = np.delete(cosines[:, nearest], k).max()
        own = [row[j] for j in range(6) if cosines[:, j].argmax() == k]
        expected = [max(rival, 0), np.clip(row[nearest] - rival, -1, 1), max(own, default=0)]
        assert found[k] == pytest.approx(expected, abs=1e-6)


def test_a_sentence_without_others_has_no_rival() -> None:
    source, target, none = side([[1, 0, 0], [0, 1, 0]]), side([[1, 0.2, 0]]), side([[1, 0, 0]]).vectors[:0]
    scale = Scale(0.0, 0.1, 1.0)
    rival, ahead, mutual = standing.rivalry(neighbours(source.vectors, target.vectors), scale)[0]
    assert rival == 0.0 and ahead == mutual > 0.9
    assert standing.rivalry(neighbours(source.vectors, none), scale).shape == (0, 3)
    assert standing.rivalry(neighbours(none, target.vectors), scale).tolist() == [[0.0, 0.0, 0.0]]


def test_links_fall_back_on_the_nearest_sentence() -> None:
    source, target = side([[1, 0, 0], [0, 1, 0], [0, 0, 1]]), side([[1, 0, 0], [0, 0.9, 0.1]])
    matches = matching.matches(source.vectors, target.vectors)
    found = matching.Matching(
        matches,
        matching.order_of([0, 1], 3),
        None,
        ((0,), ()),
        np.zeros(2),
        neighbours(source.vectors, target.vectors),
        Scale(0.0, 0.1, 1.0),
        Usual(),
    )
    assert matching.target_links(found) == [(0,), (1,)]
    assert matching.source_links(found, source, target) == [(0,), (1,), (1,)]


def long_texts(count: int) -> tuple[np.ndarray, np.ndarray]:
    """A text of ``count`` rows and a blurred one without every tenth and with some rows of its own."""
    rng = np.random.default_rng(0)
    source = rng.standard_normal((count, 48), np.float32)
    target = source[np.arange(count) % 10 > 0] + 0.3 * rng.standard_normal((count - count // 10, 48), np.float32)
    target[::23] = rng.standard_normal((len(target[::23]), 48), np.float32)
    return tuple(rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (source, target))  # type: ignore[return-value]


def test_long_texts_in_order_are_looked_at_in_windows_and_shuffled_ones_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = map(side, long_texts(900))
    expected = Expected(0.8, 0.3)
    whole = matching.near_each_other(source, target, expected)
    asked: list[object] = []
    original = matching.neighbours

    def spy(*arguments: object, **named: object) -> Neighbours:
        asked.append(arguments[2] if len(arguments) > 2 else None)
        return original(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(matching, "MOST_COMPARED", 90_000)
    monkeypatch.setattr(matching, "_MARGIN", 60)
    monkeypatch.setattr(matching, "neighbours", spy)
    found = matching.near_each_other(source, target, expected)
    assert asked[0] is None and asked[1] is not None
    sure = whole.top[:, 0] > 0.8
    assert sure.mean() > 0.9
    assert (found.nearest[sure, 0] == whole.nearest[sure, 0]).all()
    assert found.mean == pytest.approx(whole.mean, abs=0.05)

    asked.clear()
    shuffled = side(target.vectors[np.random.default_rng(1).permutation(len(target.vectors))])
    found = matching.near_each_other(source, shuffled, expected)
    assert asked == [None, None]
    assert (found.nearest == original(source.vectors, shuffled.vectors).nearest).all()


def test_a_number_by_itself_is_near_to_other_numbers_and_to_no_sentence() -> None:
    source = side([[1, 0, 0], [0.6, 0.8, 0]], [1, 60])
    target = side([[1, 0.1, 0], [1, 0.1, 0]], [60, 1])
    found = matching.near_each_other(source, target, Expected(0.8, 0.3))
    assert found.nearest[:, 0].tolist() == [1, 0]
    assert found.back_nearest.tolist() == [1, 0]
