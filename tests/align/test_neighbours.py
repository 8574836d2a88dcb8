"""Neighbours against a plain look at all cosines, whole and in windows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.align import neighbours as module
from checker.align.neighbours import KEPT, neighbours


def unit_rows(seed: int, count: int, dimension: int = 8) -> np.ndarray:
    rows = np.random.default_rng(seed).normal(size=(count, dimension))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 1000), n=st.integers(0, 30), m=st.integers(0, 30), at_once=st.integers(1, 200))
def test_all_of_them_are_those_of_a_plain_look(seed: int, n: int, m: int, at_once: int) -> None:
    source, target = unit_rows(seed, n), unit_rows(seed + 1, m)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_MOST_COSINES", at_once)
        found = neighbours(source, target)
    cosines = target.astype(float) @ source.T.astype(float)
    for k in range(m):
        best = np.sort(cosines[k])[::-1][:KEPT]
        assert found.known[k] == len(best)
        assert found.top[k, : len(best)] == pytest.approx(best, abs=1e-5) and not found.top[k, len(best) :].any()
        assert cosines[k, found.nearest[k, : len(best)]] == pytest.approx(best, abs=1e-5)
        if n:
            assert found.mean[k] == pytest.approx(cosines[k].mean(), abs=1e-5)
            assert found.spread[k] == pytest.approx(cosines[k].std(), abs=1e-5)
    for k in range(n):
        best = np.sort(cosines[:, k])[::-1][:2]
        assert found.back_top[k, : len(best)] == pytest.approx(best, abs=1e-5)
        assert not found.back_top[k, len(best) :].any()
        if m:
            assert cosines[found.back_nearest[k], k] == pytest.approx(best[0], abs=1e-5)


def test_equal_rows_keep_the_order_of_the_text() -> None:
    source = np.ones((5, 4), np.float32) / 2
    found = neighbours(source, source[:3])
    assert found.nearest[0, :5].tolist() == [0, 1, 2, 3, 4]
    assert found.back_nearest.tolist() == [0] * 5


def test_in_windows_nothing_outside_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BLOCK", 10)
    source = unit_rows(1, 200)
    target = source + 0.2 * unit_rows(2, 200)
    rows = np.arange(200)
    found = neighbours(source, target, (np.maximum(rows - 20, 0), np.minimum(rows + 21, 200)))
    assert (np.abs(found.nearest - rows[:, None]) <= 20 + 9).all()
    assert (found.nearest[:, 0] == rows).mean() > 0.9 and (found.back_nearest == rows).mean() > 0.9


def test_rows_of_opposite_kinds_are_found_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_COSINES", 30)
    source, target = unit_rows(1, 10), unit_rows(2, 12)
    kinds = np.arange(10) % 3 - 1, np.arange(12) % 3 - 1
    cosines = target.astype(float) @ source.T.astype(float)
    cosines = np.where(np.outer(kinds[1], kinds[0]) == -1, np.minimum(cosines, 0.0), cosines)
    found = neighbours(source, target, kinds=kinds)
    assert found.top[:, :10] == pytest.approx(-np.sort(-cosines, axis=1), abs=1e-5)
    assert found.mean == pytest.approx(cosines.mean(axis=1), abs=1e-5)
    assert (found.back_nearest == cosines.argmax(axis=0)).all()


def test_arrays_of_another_rank_are_refused() -> None:
    with pytest.raises(ValueError, match="two-dimensional"):
        neighbours(np.zeros(3, np.float32), np.zeros((2, 3), np.float32))
