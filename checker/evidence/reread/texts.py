"""A rendering judged again: what the first judge says, changed where the second has read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from checker.evidence.judged import Judged
from checker.evidence.reread.combination import Combination
from checker.evidence.reread.features import source_side, target_side, word_features, word_logits
from checker.evidence.reread.reading import (
    Readings,
    drawn_on_features,
    read_texts,
    source_features,
    target_features,
)
from checker.evidence.scorer.networks import Floats
from checker.evidence.side import Side
from checker.evidence.words.pooled import SentenceWords
from checker.progress import Progress
from checker.secondjudge import Pieces, SecondJudge

Features = Callable[[int], "Floats | None"]


@dataclass(frozen=True, slots=True)
class Rereader:
    """The second judge with the networks that combine both; ``most`` sentences are read of a long text."""

    second: SecondJudge
    combination: Combination
    most: int
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Reread:
    """A ``Judged`` in which both judges have spoken, with what only the second can say.

    ``p_part`` and ``p_changed`` (m,) are the probabilities that a part of a target sentence is added, and that it tells
    something otherwise; ``p_left`` (n,) that a part of a source sentence is left out.  NaN where it was not read.
    """

    judged: Judged
    readings: Readings
    p_part: Floats
    p_changed: Floats
    p_left: Floats
    combination: Combination


def reread_texts(judged: Judged, source: Sequence[str], target: Sequence[str], by: Rereader) -> Reread:
    """Read the doubtful sentences of ``target`` (m) and ``source`` (n) again."""
    kind = "order" if judged.examined.is_in_order else "free"
    readings = read_texts(judged, source, target, by.second, by.most, by.progress)

    def of_target(k: int) -> Floats | None:
        return target_features(judged, readings, k)

    def of_both(k: int) -> Floats | None:
        ours = target_features(judged, readings, k)
        return None if ours is None else np.concatenate([ours, drawn_on_features(judged, readings, k)])

    both = by.combination
    count = len(judged.p_addition)
    p_addition = _asked(both, f"{kind}_added", of_target, judged.p_addition)
    nothing = np.full(count, np.nan)
    p_part = _asked(both, f"{kind}_part", of_target, nothing)
    p_changed = _asked(both, f"{kind}_changed", of_both if kind == "order" else of_target, nothing)
    p_left = _asked(
        both, "order_part", lambda k: source_features(judged, readings, k), np.full(len(judged.p_omission), np.nan)
    )
    p_omission = _asked(both, "omitted", lambda k: source_features(judged, readings, k), judged.p_omission)
    words = tuple(
        reread_words(of, target_side(reading), judged.examined.target, k, both) if reading else of
        for k, (of, reading) in enumerate(zip(judged.words, readings.targets, strict=True))
    )
    source_words = tuple(
        reread_words(of, source_side(reading), judged.examined.source, k, both) if reading else of
        for k, (of, reading) in enumerate(
            zip(judged.source_words, readings.sources or [None] * len(judged.source_words), strict=True)
        )
    )
    changed = replace(judged, p_addition=p_addition, p_omission=p_omission, words=words, source_words=source_words)
    return Reread(changed, readings, p_part, p_changed, p_left, both)


def _asked(both: Combination, name: str, features: Features, otherwise: Floats) -> Floats:
    """The probabilities of a network where it speaks and there are features, else what there was."""
    if name not in both.speaks:
        return otherwise
    rows = {k: row for k in range(len(otherwise)) if (row := features(k)) is not None}
    if not rows:
        return otherwise
    found = otherwise.copy()
    found[list(rows)] = both[name].probabilities(np.vstack(list(rows.values())))
    return found


def reread_words(
    of: SentenceWords, side: tuple[Pieces, Floats], text: Side, k: int, both: Combination
) -> SentenceWords:
    """The words of sentence ``k`` of a text with the probability that both judges give them; ``side`` is how the second
    reads it."""
    words = text.lexicon.sentences[k]
    if not words or "word" not in both.speaks:
        return of
    pieces, pair = side
    norms = text.lexicon.norms[text.lexicon.ids[k]]
    features = word_features(of.p_absent, word_logits(pieces, words), pair, norms, words)
    return replace(of, p_absent=both["word"].probabilities(features))
