"""Sentences in the order of their original, read again as the aligned pairs that they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checker.evidence.judged import Judged
from checker.evidence.judged_pairs import judge_pairs
from checker.evidence.reread.pairs import reread_pairs
from checker.evidence.reread.reading import Readings
from checker.evidence.reread.texts import Reread, Rereader
from checker.evidence.reread.windows import Window
from checker.evidence.scorer.networks import Scorer
from checker.secondjudge import Reading


def reread_linked(judged: Judged, source: Sequence[str], target: Sequence[str], scorer: Scorer, by: Rereader) -> Reread:
    """Read again the target sentences (m) that render one source sentence (of n) each, which nothing else renders.

    The first judge's probabilities stay as they are; only whether something is told otherwise is the second's.
    """
    examined = judged.examined
    links = examined.matching.links
    chosen = [k for k, its in enumerate(links) if len(its) == 1 and len(examined.source_links[its[0]]) == 1]
    rendered = [links[k][0] for k in chosen]
    pairs = judge_pairs(examined.source.only(rendered), examined.target.only(chosen), scorer)
    read = reread_pairs(pairs, [source[j] for j in rendered], [target[k] for k in chosen], by)
    nothing = np.full(len(target), np.nan)
    p_changed = nothing.copy()
    p_changed[chosen] = read.p_changed
    readings: list[Reading | None] = [None] * len(target)
    for k, reading in zip(chosen, read.readings, strict=True):
        readings[k] = reading
    windows = tuple(Window.of(source, links[k]) for k in range(len(target)))
    return Reread(
        judged,
        Readings(windows, tuple(readings), (), (), read.left),
        nothing,
        p_changed,
        np.full(len(source), np.nan),
        by.combination,
    )
