"""What a translator joined: "It cleans the gate. (See gate(1).)" as one sentence, or half of one sentence as the
beginning of the next.

The vector of a sentence is near those of the words that stand out in it, names and paths, so that the alignment gives a
joined sentence to the one of two that has them, however short, and leaves the other alone.  So a bead that is far too
long on one side is looked at again: where its words can be parted so that both parts render what they should, it is
joined with the bead beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import log

import numpy as np
from numpy.typing import NDArray

from checker.align.monotone import BeadFound, MonotoneAlignment
from checker.evidence.scorer.lengths import Usual
from checker.evidence.sentences.scale import Scale
from checker.evidence.side import Side

Vectors = NDArray[np.float32]
Floats = NDArray[np.float64]

TOO_LONG = log(1.8)
"""Logarithm of how much longer than usual a side of a bead is that holds a second sentence; chosen: of 1,327 sentences
that eight news translations leave out none lies beside so long a bead that seems to hold it."""

FITS = log(1.6)
"""The same of a joined bead, at most, either way; chosen."""

RENDERS = 0.45
"""How near both parts lie to what they render, on the scale of the texts; chosen where the bound above was."""

GAINS = 0.03
"""Cosine that a rendering gains by the part of the next sentence that belongs to it; chosen."""

_MOST_SIDE = 2
"""Sentences of a side of a bead that is joined with another: a bound."""


def joined(found: MonotoneAlignment, source: Side, target: Side, scale: Scale, usual: Usual) -> MonotoneAlignment:
    """``found`` with the beads joined that hold a part of what the bead beside them has on the other side."""
    beads = list(found.beads)
    nulls = [found.source_null.copy(), found.target_null.copy()]
    for of_source in (True, False):
        ours, theirs = (source, target) if of_source else (target, source)
        join = _Joining(ours, theirs, scale, usual if of_source else usual.turned)
        for k in range(len(beads)):
            bead = _turned(beads[k], of_source)
            if not join.is_too_long(bead):
                continue
            beside = [m for m in (k - 1, k + 1) if 0 <= m < len(beads)]
            fit, m = max(((join.fit(bead, _turned(beads[m], of_source), m < k), m) for m in beside), default=(0.0, k))
            if fit < RENDERS:
                continue
            first, second = sorted((k, m))
            beads[first], beads[second] = ((), (), 0.0), _both(beads[first], beads[second], source, target)
            for null, members in zip(nulls, beads[second][:2], strict=True):
                null[list(members)] = null[list(members)].min()
    if len(beads) == len(kept := [bead for bead in beads if bead[0] or bead[1]]):
        return found
    return replace(found, beads=tuple(kept), source_null=nulls[0], target_null=nulls[1])


class _Joining:
    """Beads as (ours, theirs), where theirs may be too long."""

    def __init__(self, ours: Side, theirs: Side, scale: Scale, usual: Usual) -> None:
        self._ours, self._theirs, self._scale, self._usual = ours, theirs, scale, usual

    def is_too_long(self, bead: BeadFound) -> bool:
        ours, theirs, _ = bead
        return 0 < len(ours) <= _MOST_SIDE and 0 < len(theirs) <= _MOST_SIDE and self._excess(ours, theirs) >= TOO_LONG

    def fit(self, long: BeadFound, beside: BeadFound, is_before: bool) -> float:
        """How well the long side of a bead, parted, renders both its own sentences and those of the bead beside it; 0
        where that cannot be."""
        (ours, theirs, _), (other, rest, _) = long, beside
        together = (*ours, *other), (*theirs, *rest)
        if len(other) != 1 or len(rest) > 1 or abs(self._excess(*together)) > FITS:
            return 0.0
        at = theirs[0] if is_before else theirs[-1]
        words = self._theirs.lexicon.vectors_of(at)
        own = self._sum(self._theirs, [k for k in theirs if k != at])
        theirs_beside = self._sum(self._theirs, rest)
        wanted = self._sum(self._ours, other)
        sums = np.cumsum(words if is_before else words[::-1], axis=0)[:-1]
        if not len(sums):
            return 0.0
        gained = _cosines(sums + theirs_beside, wanted)
        if rest and gained.max() < _cosines(theirs_beside[None], wanted)[0] + GAINS:
            return 0.0
        kept = _cosines(words.sum(axis=0) - sums + own, self._sum(self._ours, ours))
        return float(self._scale.relative(np.minimum(gained, kept)).max())

    def _excess(self, ours: Sequence[int], theirs: Sequence[int]) -> float:
        """Logarithm of how much longer theirs is than usual."""
        lengths = self._ours.lengths[list(ours)].sum(), self._theirs.lengths[list(theirs)].sum()
        return float(np.log(lengths[1] / lengths[0])) - self._usual.ratio

    @staticmethod
    def _sum(side: Side, sentences: Sequence[int]) -> Vectors:
        total = np.zeros(side.lexicon.units.shape[1], np.float32)
        for k in sentences:
            total += side.lexicon.vectors_of(k).sum(axis=0)
        return total


def _turned(bead: BeadFound, of_source: bool) -> BeadFound:
    return bead if of_source else (bead[1], bead[0], bead[2])


def _both(one: BeadFound, two: BeadFound, source: Side, target: Side) -> BeadFound:
    """Two beads as one, with its cosine."""
    sources, targets = (*one[0], *two[0]), (*one[1], *two[1])
    sums = [
        side.lengths[list(members)] @ side.vectors[list(members)]
        for side, members in ((source, sources), (target, targets))
    ]
    return sources, targets, float(_cosines(sums[0][None], sums[1])[0])


def _cosines(rows: NDArray[np.floating], one: NDArray[np.floating]) -> Floats:
    """Cosines (n,) of rows (n, d) with one vector (d,); 0 where one of them says nothing."""
    lengths = np.linalg.norm(rows, axis=1) * np.linalg.norm(one)
    cosines: Floats = np.where(lengths > 0, rows @ one / np.where(lengths > 0, lengths, 1.0), 0.0).astype(np.float64)
    return cosines
