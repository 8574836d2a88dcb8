"""What was edited is followed by what it was made of, and both are learnt from in one batch."""

from __future__ import annotations

import numpy as np
import pytest

from training.secondjudge.batches import batches, with_twins
from training.secondjudge.examples.claims import against, by_premise
from training.secondjudge.examples.encode import Row
from training.secondjudge.examples.example import Example, Side


def row(length: int, mark: int, *, twin: bool = False) -> Row:
    ids = np.full(length, mark, np.int32)
    sides = np.array([1] * (length // 2) + [2] * (length - length // 2), np.int8)
    return Row(ids, sides, *np.zeros((2, length), np.int8), np.zeros(4, np.int8), twin)


def claim(text: str, adds: int | None, language: str = "en") -> Example:
    return Example("mnli", language, Side("The bakery opens at six."), Side(text), adds, None, 0, 0)


def test_twins_stay_with_the_row_before() -> None:
    rows = [row(4, 1), row(5, 2), row(6, 2, twin=True), row(4, 3)]
    assert [[int(one.ids[0]) for one in unit] for unit in with_twins(rows)] == [[1], [2, 2], [3]]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_twins_are_in_one_batch_whatever_their_lengths(seed: int) -> None:
    rng = np.random.default_rng(seed)
    rows = []
    for number in range(60):
        rows.append(row(int(rng.integers(4, 60)), 10 + number))
        if number % 2:
            rows.append(row(int(rng.integers(4, 60)), 10 + number, twin=True))
    seen: list[int] = []
    for batch in batches(rows, 256, seed):
        marks = [int(ids[0]) for ids in batch.ids]
        seen += marks
        assert all(marks.count(mark) == 1 + mark % 2 for mark in marks)
    assert sorted(seen) == sorted(int(one.ids[0]) for one in rows)


def test_the_twin_of_a_claim_is_about_the_same_premise_and_the_opposite() -> None:
    right, wrong, unknown = claim("It opens early.", 0), claim("It opens at noon.", 1), claim("It sells rolls.", None)
    beside = by_premise([right, wrong, unknown, claim("Abre pronto.", 0, "es")])
    rng = np.random.default_rng(1)
    assert [(one.target.text, one.twin) for one in against(right, beside, rng)] == [("It opens at noon.", True)]
    assert [one.target.text for one in against(wrong, beside, rng)] == ["It opens early."]
    assert against(unknown, beside, rng) == []
    assert not wrong.twin
