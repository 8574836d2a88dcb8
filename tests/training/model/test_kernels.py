"""The compiled loops against plain numpy and torch."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import torch

from training.model import kernels

RNG = np.random.default_rng(3)
BAGS, ROWS, DIM = 12, 30, 8
LENGTHS = RNG.integers(1, 6, BAGS)
OFFSETS = np.concatenate([[0], np.cumsum(LENGTHS)]).astype(np.int64)
TOKENS = RNG.integers(0, ROWS, OFFSETS[-1]).astype(np.int32)
TABLE = RNG.standard_normal((ROWS, DIM)).astype(np.float32)


def pooled() -> tuple[np.ndarray, np.ndarray]:
    units, norms = np.empty((BAGS, DIM), np.float32), np.empty(BAGS, np.float32)
    kernels.pool_bags(TABLE, TOKENS, OFFSETS, units, norms)
    return units, norms


def test_pooling_is_the_normalised_sum() -> None:
    sums = np.stack([TABLE[TOKENS[a:b]].sum(0) for a, b in pairwise(OFFSETS)])
    units, norms = pooled()
    assert norms == pytest.approx(np.linalg.norm(sums, axis=1), rel=1e-4)
    assert units == pytest.approx(sums / np.linalg.norm(sums, axis=1, keepdims=True), abs=1e-5)


def test_by_row_lists_the_bags_of_each_touched_row() -> None:
    touched, begins, bags = kernels.by_row(TOKENS, OFFSETS, ROWS)
    bag_of = np.repeat(np.arange(BAGS), LENGTHS)
    assert touched.tolist() == sorted(set(TOKENS.tolist()))
    for index, row in enumerate(touched):
        assert sorted(bags[begins[index] : begins[index + 1]]) == sorted(bag_of[row == TOKENS])


def test_the_gradient_of_a_row_is_autograds() -> None:
    """With no moments kept, one Adam step moves each touched row along its gradient over its root mean
    square."""
    table = torch.tensor(TABLE, requires_grad=True)
    wanted = torch.tensor(RNG.standard_normal((BAGS, DIM)).astype(np.float32))
    sums = torch.stack([table[torch.tensor(TOKENS[a:b])].sum(0) for a, b in pairwise(OFFSETS)])
    (torch.nn.functional.normalize(sums) * wanted).sum().backward()
    units, norms = pooled()
    gradients = wanted.numpy().copy()
    kernels.through_norm(units, norms, gradients)
    moved, first, second = TABLE.copy(), np.zeros_like(TABLE), np.zeros(ROWS, np.float32)
    zero, one = np.float32(0), np.float32(1)
    touched, begins, bags = kernels.by_row(TOKENS, OFFSETS, ROWS)
    kernels.adam_rows(moved, first, second, touched, begins, bags, gradients, one, zero, zero, one, one)
    exact = table.grad.numpy()
    scale = np.sqrt((exact**2).mean(1, keepdims=True))
    expected = np.divide(exact, scale, out=np.zeros_like(exact), where=scale > 0)
    assert TABLE - moved == pytest.approx(expected, abs=2e-3)


def test_equal_pairs_are_no_negatives() -> None:
    keys = np.array([5, 7, 5, 9, 7, 5])
    entries = np.ones((6, 6), np.float32)
    kernels.blank_equal(entries, keys, np.argsort(keys, kind="stable"))
    assert (entries == (np.eye(6, dtype=bool) | (keys[:, None] != keys[None, :]))).all()


@pytest.mark.parametrize("dropout", [0.0, 0.5, 0.99])
def test_a_text_keeps_a_piece_however_many_are_dropped(dropout: float) -> None:
    cut_rows, cut_offsets = np.arange(8, dtype=np.int32), np.arange(9, dtype=np.int64)
    flat, text_offsets = np.array([0, 1, 1, 0], np.int32), np.array([0, 3, 4], np.int64)
    rows, offsets = np.empty(100, np.int32), np.empty(3, np.int64)
    size = kernels.gather_rows(
        np.array([0, 1]),
        flat,
        text_offsets,
        cut_rows,
        cut_offsets,
        3,
        np.array([False, True]),
        dropout,
        1,
        rows,
        offsets,
    )
    assert size == offsets[-1]
    assert (np.diff(offsets) >= 1).all()
    assert size <= 4
    if dropout == 0:
        assert rows[:3].tolist() == [0, 4, 4]
