"""The dynamic programme against every possible alignment, and the band against the whole lattice."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.align import band, monotone
from checker.align.beads import STEPS, Priors

Bead = tuple[tuple[int, ...], tuple[int, ...]]


def log_odds(cosines: np.ndarray) -> np.ndarray:
    return 12.0 * np.asarray(cosines) - 5.0


def gain_odds(gains: np.ndarray) -> np.ndarray:
    return np.clip(9.0 * np.asarray(gains), -3.0, 2.0)


def length_odds(source: np.ndarray, target: np.ndarray) -> np.ndarray:
    return 1.0 - np.abs(np.log((target + 1.0) / (source + 1.0)))


def unit_rows(seed: int, count: int, dimension: int = 6) -> np.ndarray:
    rows = np.random.default_rng(seed).normal(size=(count, dimension))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def every_alignment(n: int, m: int, i: int = 0, j: int = 0) -> Iterator[tuple[Bead, ...]]:
    if (i, j) == (n, m):
        yield ()
        return
    for a, b in (*STEPS, (0, 1)):
        if i + a <= n and j + b <= m:
            bead = tuple(range(i, i + a)), tuple(range(j, j + b))
            for rest in every_alignment(n, m, i + a, j + b):
                yield (bead, *rest)


def cosine_of(source: np.ndarray, target: np.ndarray, bead: Bead) -> float:
    left, right = source[list(bead[0])].sum(axis=0), target[list(bead[1])].sum(axis=0)
    return float(left @ right / max(np.linalg.norm(left) * np.linalg.norm(right), 1e-18))


def one_fewer(bead: Bead) -> Iterator[Bead]:
    """The beads within a bead that lack the first or last segment of one side."""
    rows, columns = bead
    shorter = [(rows[1:], columns), (rows[:-1], columns), (rows, columns[1:]), (rows, columns[:-1])]
    return ((a, b) for a, b in shorter if a and b)


def length_of(index: int) -> int:
    """Lengths of both sides' segments, by their place."""
    return 2 + 5 * index % 7


def bead_score(source: np.ndarray, target: np.ndarray, bead: Bead) -> float:
    rows, columns = bead
    prior = Priors().log(len(rows), len(columns))
    if not rows or not columns:
        return prior
    cosine = cosine_of(source, target, bead)
    lengths = (np.array(float(sum(map(length_of, side)))) for side in (rows, columns))
    score = prior + float(log_odds(np.array(cosine))) + float(length_odds(*lengths))
    if (len(rows), len(columns)) != (1, 1):
        score += float(gain_odds(np.array(cosine - max(cosine_of(source, target, part) for part in one_fewer(bead)))))
    return score


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), n=st.integers(0, 5), m=st.integers(0, 5))
def test_beads_and_null_probabilities_are_those_of_brute_force(seed: int, n: int, m: int) -> None:
    source, target = unit_rows(seed, n), unit_rows(seed + 1, m)
    weights = [np.array([length_of(k) for k in range(count)], float) for count in (n, m)]
    found = monotone.align(
        source,
        target,
        log_odds,
        gain_odds=gain_odds,
        length_odds=length_odds,
        source_weights=weights[0],
        target_weights=weights[1],
    )
    source, target = (rows * lengths[:, None] for rows, lengths in zip((source, target), weights, strict=True))
    scored = []
    for alignment in every_alignment(n, m):
        wide_source, wide_target = source.astype(float), target.astype(float)
        scored.append((sum(bead_score(wide_source, wide_target, bead) for bead in alignment), alignment))
    best = max(score for score, _ in scored)
    mine = sum(bead_score(source.astype(float), target.astype(float), bead[:2]) for bead in found.beads)
    assert mine == pytest.approx(best, abs=1e-4)

    total = sum(math.exp(score - best) for score, _ in scored)
    for side, count, nulls in ((0, n, found.source_null), (1, m, found.target_null)):
        for k in range(count):
            mass = sum(
                math.exp(score - best)
                for score, alignment in scored
                if any(bead[side] == (k,) and not bead[1 - side] for bead in alignment)
            )
            assert nulls[k] == pytest.approx(mass / total, abs=1e-4)


@pytest.mark.parametrize(("n", "m"), [(0, 3), (3, 0), (1, 1), (7, 4), (4, 7)])
def test_beads_tile_both_texts_in_order(n: int, m: int) -> None:
    beads = monotone.align(unit_rows(1, n), unit_rows(2, m), log_odds).beads
    assert [k for source, _, _ in beads for k in source] == list(range(n))
    assert [k for _, target, _ in beads for k in target] == list(range(m))


def test_an_inserted_and_a_dropped_row_are_found() -> None:
    source = unit_rows(3, 12, dimension=32)
    noise = unit_rows(4, 12, dimension=32)
    target = source + 0.4 * noise
    target = np.insert(np.delete(target, 8, axis=0), 4, unit_rows(5, 1, dimension=32)[0], axis=0)
    target = (target / np.linalg.norm(target, axis=1, keepdims=True)).astype(np.float32)
    found = monotone.align(source, target, log_odds)
    assert found.target_null[4] > 0.8 and found.source_null[8] > 0.8
    assert np.delete(found.target_null, 4).max() < 0.2
    assert ((), (4,), 0.0) in found.beads and ((8,), (), 0.0) in found.beads


def test_the_band_finds_what_the_whole_lattice_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    source = unit_rows(6, 300, dimension=32)
    target = source + 0.5 * unit_rows(7, 300, dimension=32)
    target = np.delete(np.insert(target, 100, unit_rows(8, 40, dimension=32), axis=0), slice(200, 220), axis=0)
    target = (target / np.linalg.norm(target, axis=1, keepdims=True)).astype(np.float32)
    whole = monotone.align(source, target, log_odds)
    monkeypatch.setattr(monotone, "_FULL_LATTICE", 5_000)
    banded = monotone.align(source, target, log_odds)
    assert [bead[:2] for bead in banded.beads] == [bead[:2] for bead in whole.beads]
    assert np.allclose(banded.target_null, whole.target_null, atol=1e-3)


def test_a_band_keeps_both_corners_and_never_goes_back() -> None:
    narrow = band.around([(1, 1)] * 50 + [(0, 1)] * 30 + [(1, 0)] * 20, 139, 159, margin=4)
    assert narrow.first[0] == 0 and narrow.last[-1] == 159
    assert (np.diff(narrow.first) >= 0).all() and (np.diff(narrow.last) >= 0).all()
    assert (narrow.first <= narrow.last).all()


def test_other_ranks_are_refused() -> None:
    with pytest.raises(ValueError, match="two-dimensional"):
        monotone.align(np.zeros(3, np.float32), np.zeros((2, 3), np.float32), log_odds)
