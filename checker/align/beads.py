"""Cosine and log score of every bead that may end in a cell of a lattice.

The cells of a band lie one row after the other, so that one call judges the beads of many rows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from checker.align.band import NEVER, Band, Floats, Ints

LogOdds = Callable[[Floats], Floats]
"""Similarities (any shape, in [-1, 1]) to log-likelihood ratios of "renders" against "does not"; for beads of
several segments, gains in similarity to those of "all belong to it" against "one does not"."""

LengthOdds = Callable[[Floats, Floats], Floats]
"""Lengths of both sides of beads (broadcast together) to log-likelihood ratios of "renders" against "does not"."""

Rows = tuple[Floats, Floats]
"""One side: vectors (k, d), longer for longer segments, and lengths (k,)."""

STEPS = ((1, 0), (1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
"""Segments of the source and of the target in a bead: null beads of the source, and those with both sides; the kinds of
Gale and Church (1993) and two with three segments on a side."""

CELLS_AT_ONCE = 20_000
"""Cells of a lattice that are judged together: a bound of memory."""

_MOST_SEGMENTS = 3
"""Segments on one side of a bead: the bound that ``STEPS`` sets."""


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
class Odds:
    """What judges a bead: its cosine, what it gains over the best with one segment fewer, and its lengths."""

    match: LogOdds
    gain: LogOdds
    length: LengthOdds


class BeadScores:
    """Cosine and log score of every bead that takes from the source, by the lattice cell (i, j) in which it ends.

    ``cosines`` and ``scores`` (steps, cells + 1) cover the cells of the band, row after row, and what is outside: the
    scores are log prior plus log-likelihood ratios of ``STEPS[k]``, or ``NEVER`` where the bead would leave the texts
    or the band.  ``target_gap`` is the score of the one bead that does not, a null bead of the target.
    """

    def __init__(self, source: Rows, target: Rows, odds: Odds, priors: Priors, band: Band) -> None:
        self.n, self.m, self.band = len(source[0]), len(target[0]), band
        self.target_gap = priors.log(0, 1)
        self._source, self._target, self._odds, self._priors = source, target, odds, priors
        self.cosines = np.full((len(STEPS), band.cells + 1), np.nan)
        self.scores = np.full(self.cosines.shape, NEVER)
        self.cosines[0] = 0.0
        self.scores[0, band.start[1] : -1] = priors.log(1, 0)
        # Of runs of one to three segments that end before each index: lengths, and lengths of the vectors' sums.
        self._lengths = [_sums_of_runs(side[1]) for side in (source, target)]
        self._norms = [_norms_of_runs(side[0]) for side in (source, target)]
        self._dots = np.full((_MOST_SEGMENTS, band.cells + 1), np.nan)
        for begin, stop in band.chunks(CELLS_AT_ONCE):
            self._fill(begin, stop)
        del self._dots

    def _fill(self, begin: int, stop: int) -> None:
        """Cosines and scores of rows ``begin`` to ``stop``; those of the rows before are there already."""
        here = slice(self.band.start[begin], self.band.start[stop])
        rows, columns = self.band.places(begin, stop)
        self._fill_dots(begin, stop, rows, columns)
        above = [self.band.at(rows - back, columns) for back in range(_MOST_SEGMENTS)]
        for k, (a, b) in enumerate(STEPS[1:], start=1):
            total = sum(self._dots[b - 1, above[back]] for back in range(a))
            cosines = total / (self._norms[0][a - 1, rows] * self._norms[1][b - 1, columns])
            self.cosines[k, here] = np.where(rows >= a, cosines, np.nan)
        for k in range(1, len(STEPS)):
            cells = self.band.start[begin] + np.flatnonzero(~np.isnan(self.cosines[k, here]))
            self.scores[k, cells] = self._judged(k, cells, rows[cells - here.start], columns[cells - here.start])

    def _fill_dots(self, begin: int, stop: int, rows: Ints, columns: Ints) -> None:
        """For b in 1..3 and each cell (i, j): source i-1 times the sum of targets j-b..j-1; NaN for j < b."""
        (source, _), (target, _) = self._source, self._target
        left, right = max(int(columns.min()) - _MOST_SEGMENTS, 0), int(columns.max())
        first = max(begin, 1)  # nothing ends before row 0
        running = np.zeros((stop - begin, right - left + 1))
        np.cumsum(source[first - 1 : stop - 1] @ target[left:right].T, axis=1, out=running[first - begin :, 1:])
        for b in range(1, _MOST_SEGMENTS + 1):
            sums = running[rows - begin, columns - left] - running[rows - begin, np.maximum(columns - b - left, 0)]
            self._dots[b - 1, self.band.start[begin] : self.band.start[stop]] = np.where(columns >= b, sums, np.nan)

    def _judged(self, k: int, cells: Ints, rows: Ints, columns: Ints) -> Floats:
        """Scores of the beads ``STEPS[k]`` that end in some cells, which are in these rows and columns."""
        a, b = STEPS[k]
        cosines = self.cosines[k, cells]
        lengths = self._lengths[0][a - 1, rows], self._lengths[1][b - 1, columns]
        scores = self._odds.match(cosines) + self._odds.length(*lengths) + self._priors.log(a, b)
        parts = []
        for fewer in ((a - 1, b), (a, b - 1)):
            if 0 not in fewer:
                part = self.cosines[STEPS.index(fewer)]
                parts += [part[cells], part[self.band.at(rows - (a - fewer[0]), columns - (b - fewer[1]))]]
        if not parts:
            return scores
        best = np.fmax.reduce(parts)
        gained: Floats = scores + self._odds.gain(cosines - np.where(np.isnan(best), -1.0, best))
        return gained


def _sums_of_runs(lengths: Floats) -> Floats:
    """Sums (3, k + 1) of the one, two and three of k lengths that end before each index; 0 where none do."""
    running = np.concatenate([[0.0], np.cumsum(lengths)])
    sums = np.zeros((_MOST_SEGMENTS, len(running)))
    for width in range(1, min(_MOST_SEGMENTS, len(lengths)) + 1):
        sums[width - 1, width:] = running[width:] - running[:-width]
    return sums


def _norms_of_runs(vectors: Floats) -> Floats:
    """Lengths (3, k + 1) of the sums of the one, two and three of k vectors that end before each index; 1 where none
    do."""
    norms = np.ones((_MOST_SEGMENTS, len(vectors) + 1))
    sums = np.zeros_like(vectors)
    for width in range(1, min(_MOST_SEGMENTS, len(vectors)) + 1):
        sums = (sums[:-1] if width > 1 else sums) + vectors[width - 1 :]
        norms[width - 1, width:] = np.maximum(np.linalg.norm(sums, axis=1), 1e-9)
    return norms
