"""Monotone m-n alignment by dynamic programming, with posterior probabilities of null beads.

A pair hidden Markov model (Durbin et al. 1998, chapter 4) over beads in the sense of Gale and Church
(1993): every bead has a prior, and beads with both sides have a log-likelihood ratio of their
similarity under "renders" against "does not".  Viterbi gives the beads; forward and backward sums
give, for every segment, the probability that it stands in a null bead.  Rows of the lattice are
vectorised: moves inside a row (null beads of the target) are a running maximum or sum.

Long texts are aligned coarse to fine as in Vecalign (Thompson and Koehn 2019): adjacent segments are
merged, the shorter versions aligned, and a band around the path kept, so time and memory are linear.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.align.band import NEVER, Band, around, full

Floats = NDArray[np.float64]
LogOdds = Callable[[Floats], Floats]
"""Similarities (any shape, in [-1, 1]) to log-likelihood ratios of "renders" against "does not"; for beads of
several segments, gains in similarity to those of "all belong to it" against "one does not"."""

LengthOdds = Callable[[Floats, Floats], Floats]
"""Lengths of both sides of beads (broadcast together) to log-likelihood ratios of "renders" against "does not"."""

_Rows = tuple[Floats, Floats]
"""One side: vectors (k, d), longer for longer segments, and lengths (k,)."""

MOVES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
_TARGET_NULL = len(MOVES) + 1
_FULL_LATTICE = 1_000_000


@dataclass(frozen=True, slots=True)
class Priors:
    """Prior probability of each kind of bead (mirrored kinds share one).

    The defaults are near the counts of Gale and Church (1993, table 5), with more room for nulls.
    """

    one_one: float = 0.89
    source_null: float = 0.02
    target_null: float = 0.02
    one_two: float = 0.03
    one_three: float = 0.003
    two_two: float = 0.003

    def log(self, sources: int, targets: int) -> float:
        """Log prior of a bead with that many segments on each side."""
        few, many = sorted((sources, targets))
        if few == 0:
            return float(np.log(self.source_null if sources else self.target_null))
        kinds = {(1, 1): self.one_one, (1, 2): self.one_two, (1, 3): self.one_three, (2, 2): self.two_two}
        return float(np.log(kinds[few, many]))


@dataclass(frozen=True, slots=True)
class MonotoneAlignment:
    """Beads as (source indices, target indices, cosine), and null probabilities of both sides.

    ``source_null`` has shape (n,), ``target_null`` (m,); both in [0, 1].
    """

    beads: tuple[tuple[tuple[int, ...], tuple[int, ...], float], ...]
    source_null: Floats
    target_null: Floats


def align(
    source_vectors: NDArray[np.float32],
    target_vectors: NDArray[np.float32],
    log_odds: LogOdds,
    *,
    gain_odds: LogOdds | None = None,
    length_odds: LengthOdds | None = None,
    source_weights: Floats | None = None,
    target_weights: Floats | None = None,
    priors: Priors | None = None,
) -> MonotoneAlignment:
    """Align two texts in order.

    ``source_vectors`` (n, d) and ``target_vectors`` (m, d) hold unit rows; the weights (n,) and (m,)
    say how much each segment counts when several are merged into one side of a bead (its length).
    ``gain_odds`` judges what a bead of several segments gains in cosine over the best bead with one segment
    fewer: without it, an omitted sentence hides in the bead of its neighbour.  ``length_odds`` judges the lengths
    (sums of weights) of both sides of a bead.
    Raises ``ValueError`` for arrays of another rank.
    """
    if source_vectors.ndim != 2 or target_vectors.ndim != 2:
        raise ValueError("vectors must be two-dimensional: (segments, dimension)")
    weights = _weights(source_weights, len(source_vectors)), _weights(target_weights, len(target_vectors))
    source, target = source_vectors * weights[0][:, None], target_vectors * weights[1][:, None]
    odds = _Odds(log_odds, gain_odds or _no_odds, length_odds or _no_length_odds)
    return _align((source, weights[0]), (target, weights[1]), odds, priors or Priors())


@dataclass(frozen=True, slots=True)
class _Odds:
    match: LogOdds
    gain: LogOdds
    length: LengthOdds


def _no_odds(gains: Floats) -> Floats:
    return np.zeros_like(gains)


def _no_length_odds(source: Floats, target: Floats) -> Floats:
    return np.zeros(np.broadcast_shapes(source.shape, target.shape))


def _weights(given: Floats | None, count: int) -> Floats:
    return np.ones(count) if given is None else np.asarray(given, dtype=np.float64)


def _align(source: _Rows, target: _Rows, odds: _Odds, priors: Priors) -> MonotoneAlignment:
    n, m = len(source[0]), len(target[0])
    if n * m <= _FULL_LATTICE:
        band = full(n, m)
    else:
        coarse = _align(_halved(source), _halved(target), odds, priors)
        band = around([(len(s), len(t)) for s, t, _ in coarse.beads], n, m)
    beads = _BeadScores(source, target, odds, priors, band)
    moves = _viterbi(beads)
    forward, backward = _forward(beads), _backward(beads)
    source_null, target_null = _null_posteriors(beads, forward, backward)
    return MonotoneAlignment(_trace(beads, moves), source_null, target_null)


def _halved(side: _Rows) -> _Rows:
    rows, lengths = side
    if len(rows) % 2:
        rows, lengths = np.vstack([rows, np.zeros((1, rows.shape[1]))]), np.append(lengths, 0.0)
    return rows[0::2] + rows[1::2], lengths[0::2] + lengths[1::2]


class _BeadScores:
    """Cosine and log score of every bead, by the lattice cell (i, j) in which it ends.

    ``scores[k][i]`` covers the band's columns of row i: log prior plus log-likelihood ratios of
    ``MOVES[k]`` there, or ``NEVER`` where the bead would leave the texts or the band.
    """

    def __init__(self, source_side: _Rows, target_side: _Rows, odds: _Odds, priors: Priors, band: Band) -> None:
        (source, source_lengths), (target, target_lengths) = source_side, target_side
        self.n, self.m, self.band = len(source), len(target), band
        self.source_gap, self.target_gap = priors.log(1, 0), priors.log(0, 1)
        dots = self._dots(source, target)
        self.cosines: list[list[Floats]] = []
        self.scores: list[list[Floats]] = []
        for a, b in MOVES:
            norms = _norms_of_runs(source, a), _norms_of_runs(target, b)
            cosines = [self._cosines(dots[b], i, a, *norms) for i in range(self.n + 1)]
            self.cosines.append(cosines)
            self.scores.append([])
        for k, (a, b) in enumerate(MOVES):
            prior = priors.log(a, b)
            lengths = _sums_of_runs(source_lengths, a), _sums_of_runs(target_lengths, b)
            for i, row in enumerate(self.cosines[k]):
                first, stop = band.row(i)
                scores = odds.match(row) + odds.length(lengths[0][i : i + 1], lengths[1][first:stop]) + prior
                if (a, b) != (1, 1):
                    scores = scores + odds.gain(row - self._best_part(i, a, b))
                self.scores[k].append(np.where(np.isnan(row), NEVER, scores))

    def _best_part(self, i: int, a: int, b: int) -> Floats:
        """The best cosine, by column of row ``i``, of a bead within this one that has one segment fewer."""
        parts = []
        for fewer in ((a - 1, b), (a, b - 1)):
            if fewer in MOVES:
                part = self.cosines[MOVES.index(fewer)]
                first_row = i - (a - fewer[0])
                parts.append(part[i])
                parts.append(self.band.moved(part[max(first_row, 0)], max(first_row, 0), i, b - fewer[1], np.nan))
        best: Floats = np.fmax.reduce(parts)
        return np.where(np.isnan(best), -1.0, best)

    def _dots(self, source: Floats, target: Floats) -> dict[int, list[Floats]]:
        """For b in 1..3 and lattice row i: source i-1 times the sum of targets j-b..j-1, NaN for j < b."""
        sums: dict[int, list[Floats]] = {1: [], 2: [], 3: []}
        for i in range(self.n + 1):
            first, stop = self.band.row(i)
            left = max(first - 3, 0)
            dots = target[left : stop - 1] @ source[i - 1] if i else np.zeros(stop - 1 - left)
            running = np.concatenate([[0.0], np.cumsum(dots)])
            columns = np.arange(first, stop)
            for b, rows in sums.items():
                begins = np.maximum(columns - b - left, 0)
                rows.append(np.where(columns >= b, running[columns - left] - running[begins], np.nan))
        return sums

    def _cosines(
        self, dots: list[Floats], i: int, a: int, source_norms: Floats, target_norms: Floats
    ) -> Floats:
        first, stop = self.band.row(i)
        if i < a:
            return np.full(stop - first, np.nan)
        total = sum(self.band.moved(dots[i - k], i - k, i, 0, np.nan) for k in range(a))
        result: Floats = total / (source_norms[i] * target_norms[first:stop])
        return result


def _sums_of_runs(lengths: Floats, width: int) -> Floats:
    """Sums (k + 1,) of the ``width`` lengths that end before each index; 0 where none does."""
    sums = np.zeros(len(lengths) + 1)
    running = np.concatenate([[0.0], np.cumsum(lengths)])
    sums[width:] = running[width:] - running[: max(len(running) - width, 0)]
    return sums


def _norms_of_runs(rows: Floats, width: int) -> Floats:
    """Lengths (k + 1,) of the sums of ``width`` rows that end before each index; 1 where none does."""
    norms = np.ones(len(rows) + 1)
    if len(rows) >= width:
        summed = np.sum([rows[k : len(rows) - width + 1 + k] for k in range(width)], axis=0)
        norms[width:] = np.maximum(np.linalg.norm(summed, axis=1), 1e-9)
    return norms


def _entries(beads: _BeadScores, table: list[Floats], i: int) -> Floats:
    """Scores (1 + moves, columns) of entering row ``i`` from above: by a source null, by each move."""
    band = beads.band
    options = [band.moved(table[i - 1], i - 1, i, 0, NEVER) + beads.source_gap]
    for k, (a, b) in enumerate(MOVES):
        if i >= a:
            options.append(band.moved(table[i - a], i - a, i, b, NEVER) + beads.scores[k][i])
        else:
            options.append(np.full(len(options[0]), NEVER))
    return np.stack(options)


def _origin(beads: _BeadScores) -> Floats:
    first, stop = beads.band.row(0)
    row = np.full(stop - first, NEVER)
    row[0] = 0.0
    return row


def _viterbi(beads: _BeadScores) -> list[NDArray[np.int8]]:
    best: list[Floats] = []
    moves: list[NDArray[np.int8]] = []
    for i in range(beads.n + 1):
        if i == 0:
            entry = _origin(beads)
            choice = np.full(len(entry), -1, dtype=np.int8)
        else:
            options = _entries(beads, best, i)
            choice = options.argmax(axis=0).astype(np.int8)
            entry = options.max(axis=0)
        steps = np.arange(len(entry)) * beads.target_gap
        along = np.maximum.accumulate(entry - steps) + steps
        # The tolerance is over rounding: a cell entered from above keeps that move.
        moves.append(np.where(along > entry + 1e-7, np.int8(_TARGET_NULL), choice))
        best.append(np.maximum(along, entry))
    return moves


def _forward(beads: _BeadScores) -> list[Floats]:
    """Log sums over all paths from the origin to each cell."""
    table: list[Floats] = []
    for i in range(beads.n + 1):
        entry = np.logaddexp.reduce(_entries(beads, table, i), axis=0) if i else _origin(beads)
        steps = np.arange(len(entry)) * beads.target_gap
        table.append(np.logaddexp.accumulate(entry - steps) + steps)
    return table


def _backward(beads: _BeadScores) -> list[Floats]:
    """Log sums over all paths from each cell to the end."""
    n, band = beads.n, beads.band
    table: list[Floats] = [np.zeros(0)] * (n + 1)
    for i in range(n, -1, -1):
        first, stop = band.row(i)
        if i == n:
            exits = np.full((1, stop - first), NEVER)
            exits[0, -1] = 0.0
        else:
            options = [band.moved(table[i + 1], i + 1, i, 0, NEVER) + beads.source_gap]
            for k, (a, b) in enumerate(MOVES):
                if i + a <= n:
                    onward = table[i + a] + beads.scores[k][i + a]
                    options.append(band.moved(onward, i + a, i, -b, NEVER))
            exits = np.stack(options)
        leave = np.logaddexp.reduce(exits, axis=0)[::-1]
        steps = np.arange(len(leave)) * beads.target_gap
        table[i] = (np.logaddexp.accumulate(leave - steps) + steps)[::-1]
    return table


def _null_posteriors(
    beads: _BeadScores, forward: list[Floats], backward: list[Floats]
) -> tuple[Floats, Floats]:
    """Probability (n,) and (m,) that each segment stands in a null bead, over all alignments."""
    band, total = beads.band, backward[0][0]
    source_null, target_null = np.zeros(beads.n), np.zeros(beads.m)
    for i in range(beads.n + 1):
        first, stop = band.row(i)
        along = forward[i][:-1] + beads.target_gap + backward[i][1:] - total
        target_null[first : stop - 1] += np.exp(np.minimum(along, 0.0))
        if i:
            above = band.moved(forward[i - 1], i - 1, i, 0, NEVER) + beads.source_gap
            source_null[i - 1] = np.exp(np.minimum(np.logaddexp.reduce(above + backward[i]) - total, 0.0))
    return source_null, np.minimum(target_null, 1.0)


def _trace(
    beads: _BeadScores, moves: list[NDArray[np.int8]]
) -> tuple[tuple[tuple[int, ...], tuple[int, ...], float], ...]:
    found: list[tuple[tuple[int, ...], tuple[int, ...], float]] = []
    i, j = beads.n, beads.m
    while i or j:
        column = j - int(beads.band.first[i])
        move = int(moves[i][column])
        if move == _TARGET_NULL:
            a, b, cosine = 0, 1, 0.0
        elif move == 0:
            a, b, cosine = 1, 0, 0.0
        else:
            a, b = MOVES[move - 1]
            cosine = float(beads.cosines[move - 1][i][column])
        found.append((tuple(range(i - a, i)), tuple(range(j - b, j)), cosine))
        i, j = i - a, j - b
    return tuple(reversed(found))
