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

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.align.band import NEVER, Floats, around, full
from checker.align.beads import CELLS_AT_ONCE, STEPS, BeadScores, LengthOdds, LogOdds, Odds, Priors, Rows

_TARGET_NULL = len(STEPS)
_FULL_LATTICE = 1_000_000
"""Pairs of segments up to which a lattice is searched whole: a bound of time and memory."""


BeadFound = tuple[tuple[int, ...], tuple[int, ...], float]
"""Source indices, target indices, cosine."""


@dataclass(frozen=True, slots=True)
class MonotoneAlignment:
    """Beads as (source indices, target indices, cosine), and null probabilities of both sides.

    ``source_null`` has shape (n,), ``target_null`` (m,); both in [0, 1].
    """

    beads: tuple[BeadFound, ...]
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
    odds = Odds(log_odds, gain_odds or _no_odds, length_odds or _no_length_odds)
    return _align((source, weights[0]), (target, weights[1]), odds, priors or Priors())


def _no_odds(gains: Floats) -> Floats:
    return np.zeros_like(gains)


def _no_length_odds(source: Floats, target: Floats) -> Floats:
    return np.zeros(np.broadcast_shapes(source.shape, target.shape))


def _weights(given: Floats | None, count: int) -> Floats:
    return np.ones(count) if given is None else np.asarray(given, dtype=np.float64)


def _align(source: Rows, target: Rows, odds: Odds, priors: Priors) -> MonotoneAlignment:
    n, m = len(source[0]), len(target[0])
    if n * m <= _FULL_LATTICE:
        band = full(n, m)
    else:
        coarse = _align(_halved(source), _halved(target), odds, priors)
        band = around([(len(s), len(t)) for s, t, _ in coarse.beads], n, m)
    beads = BeadScores(source, target, odds, priors, band)
    moves, forward = _onward(beads)
    source_null, target_null = _null_posteriors(beads, forward, _backward(beads))
    return MonotoneAlignment(_trace(beads, moves), source_null, target_null)


def _halved(side: Rows) -> Rows:
    rows, lengths = side
    if len(rows) % 2:
        rows, lengths = np.vstack([rows, np.zeros((1, rows.shape[1]))]), np.append(lengths, 0.0)
    return rows[0::2] + rows[1::2], lengths[0::2] + lengths[1::2]


def _onward(beads: BeadScores) -> tuple[NDArray[np.int8], Floats]:
    """By cell of the band: the last step of the best path to it from the origin, and the log sum over all paths."""
    band = beads.band
    best, sums = np.full(band.cells + 1, NEVER), np.full(band.cells + 1, NEVER)
    moves = np.empty(band.cells, np.int8)
    for begin, stop in band.chunks(CELLS_AT_ONCE):
        rows, columns = band.places(begin, stop)
        before = np.stack([band.at(rows - a, columns - b) for a, b in STEPS])
        for i in range(begin, stop):
            here = slice(band.start[i], band.start[i + 1])
            entered = before[:, here.start - band.start[begin] : here.stop - band.start[begin]]
            steps = np.arange(entered.shape[1]) * beads.target_gap
            options = best[entered] + beads.scores[:, here]
            entry = options.max(axis=0) if i else _origin(len(steps))
            along = np.maximum.accumulate(entry - steps) + steps
            # The tolerance is over rounding: a cell entered from above keeps that step.
            moves[here] = np.where(along > entry + 1e-7, _TARGET_NULL, options.argmax(axis=0))
            best[here] = np.maximum(along, entry)
            options = sums[entered] + beads.scores[:, here]
            entry = np.logaddexp.reduce(options, axis=0) if i else _origin(len(steps))
            sums[here] = np.logaddexp.accumulate(entry - steps) + steps
    return moves, sums


def _origin(width: int) -> Floats:
    row = np.full(width, NEVER)
    row[0] = 0.0
    return row


def _backward(beads: BeadScores) -> Floats:
    """By cell of the band, the log sum over all paths from it to the end."""
    band = beads.band
    sums = np.full(band.cells + 1, NEVER)
    for begin, stop in reversed(list(band.chunks(CELLS_AT_ONCE))):
        rows, columns = band.places(begin, stop)
        after = np.stack([band.at(rows + a, columns + b) for a, b in STEPS])
        scores = np.take_along_axis(beads.scores, after, axis=1)
        for i in range(stop - 1, begin - 1, -1):
            here = slice(band.start[i], band.start[i + 1])
            left = slice(here.start - band.start[begin], here.stop - band.start[begin])
            steps = np.arange(here.stop - here.start) * beads.target_gap
            if i == beads.n:
                leave = _origin(len(steps))
            else:
                leave = np.logaddexp.reduce(sums[after[:, left]] + scores[:, left], axis=0)[::-1]
            sums[here] = (np.logaddexp.accumulate(leave - steps) + steps)[::-1]
    return sums


def _null_posteriors(beads: BeadScores, forward: Floats, backward: Floats) -> tuple[Floats, Floats]:
    """Probability (n,) and (m,) that each segment stands in a null bead, over all alignments."""
    band, total = beads.band, backward[0]
    source_null, target_null = np.zeros(beads.n + 1), np.zeros(beads.m + 1)
    for begin, stop in band.chunks(CELLS_AT_ONCE):
        rows, columns = band.places(begin, stop)
        here = slice(band.start[begin], band.start[stop])
        before = band.at(rows, columns - 1)
        along = np.exp(np.minimum(forward[before] + beads.target_gap + backward[here] - total, 0.0))
        target_null += np.bincount(columns, along, beads.m + 1)
        above = forward[band.at(rows - 1, columns)] + beads.scores[0, here] + backward[here]
        down = np.logaddexp.reduceat(above, band.start[begin:stop] - band.start[begin])
        source_null[begin:stop] = np.exp(np.minimum(down - total, 0.0))
    return source_null[1:], np.minimum(target_null[1:], 1.0)


def _trace(beads: BeadScores, moves: NDArray[np.int8]) -> tuple[tuple[tuple[int, ...], tuple[int, ...], float], ...]:
    found: list[tuple[tuple[int, ...], tuple[int, ...], float]] = []
    i, j = beads.n, beads.m
    while i or j:
        cell = int(beads.band.start[i] + j - beads.band.first[i])
        move = int(moves[cell])
        (a, b), cosine = ((0, 1), 0.0) if move == _TARGET_NULL else (STEPS[move], float(beads.cosines[move, cell]))
        found.append((tuple(range(i - a, i)), tuple(range(j - b, j)), cosine))
        i, j = i - a, j - b
    return tuple(reversed(found))
