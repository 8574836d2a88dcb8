"""Aligned pairs judged again: what the first judge says, changed where the second has read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from checker.evidence.judged_pairs import JudgedPairs
from checker.evidence.reread.combination import CHANGED_COLUMNS, Combination
from checker.evidence.reread.features import log_odds, side_features, source_side, target_side, word_logits
from checker.evidence.reread.texts import Rereader, reread_words
from checker.evidence.reread.windows import readable
from checker.evidence.scorer.networks import Floats
from checker.evidence.side import Side
from checker.secondjudge import Pieces, Reading

DOUBTFUL = 0.02
"""Probability of any fault from which a pair of a long file is read (chosen: as for texts)."""


@dataclass(frozen=True, slots=True)
class RereadPairs:
    """A ``JudgedPairs`` in which both judges have spoken; ``p_changed`` (n,) is NaN where a pair was not read; ``left``
    pairs of a long file were not read."""

    judged: JudgedPairs
    readings: tuple[Reading | None, ...]
    left: int
    p_changed: Floats
    combination: Combination


def reread_pairs(judged: JudgedPairs, source: Sequence[str], target: Sequence[str], by: Rereader) -> RereadPairs:
    """Read the pairs (n) again: all of them where they are at most ``by.most``, else the most suspicious ones."""
    asked = by.combination.asks("pair")
    able = {k for k in range(len(source)) if asked and readable(source[k], target[k])}
    chosen = [k for k in _doubtful(judged, by.most) if k in able]
    left = len(able) - len(chosen)
    found = by.second.read([(source[k], target[k]) for k in chosen], by.progress)
    readings: list[Reading | None] = [None] * len(source)
    for k, reading in zip(chosen, found, strict=True):
        readings[k] = reading
    if not chosen:
        return RereadPairs(judged, tuple(readings), left, np.full(len(source), np.nan), by.combination)
    both = by.combination
    examined = judged.examined

    def sides(p_first: Floats, of: Callable[[Reading], tuple[Pieces, Floats]], text: Side) -> Floats:
        return np.vstack(
            [pair_side(p_first[k], of(reading), text, k) for k, reading in zip(chosen, found, strict=True)]
        )

    ours = sides(judged.p_added, target_side, examined.target)
    theirs = sides(judged.p_omitted, source_side, examined.source)
    # The same sides; of the first judge, what it says of them as wholes.
    whole, gone = ours.copy(), theirs.copy()
    whole[:, 0], gone[:, 0] = log_odds(judged.p_unsupported[chosen]), log_odds(judged.p_unrendered[chosen])
    divergent = np.hstack([ours, theirs])
    divergent[:, 0] = log_odds(judged.p_divergent[chosen])

    def put(otherwise: Floats, name: str, features: Floats) -> Floats:
        if name not in both.speaks:
            return otherwise
        values = otherwise.copy()
        values[chosen] = both[name].probabilities(features)
        return values

    changed = replace(
        judged,
        p_added=put(judged.p_added, "pair_added", ours),
        p_omitted=put(judged.p_omitted, "pair_added", theirs),
        p_unsupported=put(judged.p_unsupported, "pair_unsupported", whole),
        p_unrendered=put(judged.p_unrendered, "pair_unsupported", gone),
        p_divergent=put(judged.p_divergent, "pair_divergent", divergent),
        words=tuple(
            reread_words(of, target_side(reading), examined.target, k, both) if reading else of
            for k, (of, reading) in enumerate(zip(judged.words, readings, strict=True))
        ),
        source_words=tuple(
            reread_words(of, source_side(reading), examined.source, k, both) if reading else of
            for k, (of, reading) in enumerate(zip(judged.source_words, readings, strict=True))
        ),
    )
    p_changed = put(np.full(len(source), np.nan), "pair_changed", divergent[:, CHANGED_COLUMNS])
    return RereadPairs(changed, tuple(readings), left, p_changed, both)


def _doubtful(judged: JudgedPairs, most: int) -> list[int]:
    count = len(judged.p_added)
    if count <= most:
        return list(range(count))
    worst = np.max([judged.p_added, judged.p_omitted, judged.p_divergent], axis=0)
    order = np.argsort(-worst, kind="stable")[:most]
    return sorted(int(k) for k in order if worst[k] >= DOUBTFUL)


def pair_side(p_first: float, of: tuple[Pieces, Floats], text: Side, k: int) -> Floats:
    """Features (len(FEATURES),) of one side of an aligned pair."""
    pieces, pair = of
    words = text.lexicon.sentences[k]
    norms = text.lexicon.norms[text.lexicon.ids[k]]
    return side_features(float(p_first), pair, word_logits(pieces, words), norms, words, 1)
