"""How sentences stand among the others that were matched: who else is near, what each adds, what is left over."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checker.align.monotone import BeadFound
from checker.align.neighbours import Neighbours
from checker.evidence.sentences.matching import Floats
from checker.evidence.sentences.scale import Scale
from checker.evidence.side import Side

_MOST_VACANT = 2.0
"""Source sentences left over for each one of the target that waits for one: a bound of the feature."""

RIVALRY = ("rival", "ahead", "mutual")
"""Columns of ``rivalry``."""


def rivalry(near: Neighbours, scale: Scale) -> Floats:
    """Whether others lie nearer to what a target sentence is nearest to: what was said once is mostly rendered once.

    Columns (m, len(RIVALRY)), on the document's scale: how near the nearest other target sentence is to the source
    sentence that this one is nearest to; how far this one is ahead of it; and this one's nearest source sentence of
    those that no other target sentence is nearer to, 0 without any.
    """
    count = len(near.top)
    found = np.zeros((count, len(RIVALRY)))
    if not count or not len(near.back_top):
        return found
    nearest = near.nearest[:, 0]
    is_first = near.back_nearest[nearest] == np.arange(count)
    rival = scale.relative(np.where(is_first, near.back_top[nearest, 1], near.back_top[nearest, 0]))
    found[:, 0] = np.maximum(rival, 0.0)
    found[:, 1] = np.clip(scale.relative(near.top[:, 0]) - rival, -1.0, 1.0)
    np.maximum.at(found[:, 2], near.back_nearest, scale.relative(near.back_top[:, 0]))
    return found


def contributions(beads: Sequence[BeadFound], of: Side, other: Side, *, of_source: bool) -> Floats:
    """What each segment (k,) adds to the cosine of its bead: its own cosine when it stands alone, 0 in a null bead."""
    found = np.zeros(len(of.vectors))
    for sources, targets, cosine in beads:
        these, those = (sources, targets) if of_source else (targets, sources)
        if not these or not those:
            continue
        facing = (other.vectors[list(those)] * other.lengths[list(those), None]).sum(axis=0)
        for k in these:
            rest = [j for j in these if j != k]
            found[k] = cosine
            if rest:
                left = (of.vectors[rest] * of.lengths[rest, None]).sum(axis=0)
                lengths = float(np.linalg.norm(left) * np.linalg.norm(facing))
                found[k] -= float(left @ facing) / max(lengths, 1e-9)
    return found


def vacancies(beads: Sequence[BeadFound], count: int) -> Floats:
    """For each target sentence (k,) how many source sentences there are for it to render, of those nothing else does.

    In a bead, its sources over its targets; in a run of null beads, those of the source over those of the target.
    A free rendering stands where its original is left over; an addition stands where nothing is.
    """
    found = np.zeros(count)
    run: list[BeadFound] = []

    def fill() -> None:
        waiting = [k for _, targets, _ in run for k in targets]
        left_over = sum(len(sources) for sources, _, _ in run)
        found[waiting] = min(left_over / max(len(waiting), 1), _MOST_VACANT)
        run.clear()

    for bead in beads:
        if bead[0] and bead[1]:
            fill()
            found[list(bead[1])] = len(bead[0]) / len(bead[1])
        else:
            run.append(bead)
    fill()
    return found
