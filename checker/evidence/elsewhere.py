"""Targets that render another segment of their file: a shifted column, a wrong match taken from a memory.

A pair that seems to differ is held against the source that is nearest to its target: where that one says what the
target says, the target stands in the wrong place.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checker.evidence.judge import FirstJudge
from checker.evidence.judged_pairs import JudgedPairs, judge_pairs
from checker.evidence.records import Elsewhere
from checker.text.letters import letter_count

ASKED_FROM = 0.3
"""Probability that a pair differs, from which the rest of its file is looked at; chosen."""

CLOSER_BY = 0.3
"""By how much less the target must differ from the other source than from its own.  Chosen on news in 13 languages:
one target in four put a segment further, nine in ten of them found, less than one alarm in a thousand."""

NEARER_BY = 0.15
"""By how much nearer, as a cosine, the other source must be; chosen so that the rest of a halved target is not taken
for the rendering of another segment."""

LEAST_LETTERS = 12
"""Letters of a source and of a target below which what they share may be chance; chosen."""


def rendered_elsewhere(
    judged: JudgedPairs, source: Sequence[str], target: Sequence[str], judge: FirstJudge
) -> dict[int, Elsewhere]:
    """Of pairs (n,) by number: those whose target renders the source of another pair, and which that is."""
    long_enough = np.array([letter_count(text) >= LEAST_LETTERS for text in source], dtype=bool)
    said, rendered = ([" ".join(text.split()).casefold() for text in side] for side in (source, target))
    asked = [
        k
        for k in range(len(source))
        if judged.p_divergent[k] >= ASKED_FROM and letter_count(target[k]) >= LEAST_LETTERS
    ]
    ours, theirs = judged.examined.source, judged.examined.target
    nearest: list[tuple[int, int]] = []
    for k in asked:
        cosines = ours.vectors @ theirs.vectors[k]
        others = long_enough & (cosines > cosines[k] + NEARER_BY)
        if others.any():
            other = int(np.where(others, cosines, -np.inf).argmax())
            nearest += [(k, other)] if said[other] != said[k] and rendered[other] != rendered[k] else []
    if not nearest:
        return {}
    there = judge_pairs(
        ours.alone([other for _, other in nearest], [source[other] for _, other in nearest], judge.word_model),
        theirs.alone([k for k, _ in nearest], [target[k] for k, _ in nearest], judge.word_model),
        judge.scorer,
    )
    return {
        k: Elsewhere(other, float(judged.p_divergent[k]), float(p_there))
        for (k, other), p_there in zip(nearest, there.p_divergent.tolist(), strict=True)
        if p_there <= judged.p_divergent[k] - CLOSER_BY
    }
