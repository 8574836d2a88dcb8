"""What the first judge says of a rendering as arrays, from which all records are made.

The stage between features and records: whoever knows better (a second judge) takes a ``Judged`` and gives another one,
and everything that hangs on its probabilities follows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from checker.evidence.examined import Examined, examine
from checker.evidence.scorer.networks import Scorer
from checker.evidence.side import Floats, Side
from checker.evidence.words.pooled import SentenceWords


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of the n sentences of a source and the m of a target, and of their words.

    ``p_addition`` (m,) are the probabilities that nothing in the source supports a target sentence, ``p_omission`` (n,)
    that nothing in the target renders a source sentence; those are 0 where the target is in no order.  ``words`` (m)
    and ``source_words`` (n, or none) have the probability of each word.  Records are made from these, not from the
    words in ``examined``, which are what the networks saw.  ``omission_features`` are what ``p_omission`` is from.
    """

    examined: Examined
    p_addition: Floats
    p_omission: Floats
    words: tuple[SentenceWords, ...]
    source_words: tuple[SentenceWords, ...]
    omission_features: Floats


def judge_texts(source: Side, target: Side, scorer: Scorer, language: str) -> Judged:
    """What the scorer says of ``target``, in ``language`` (BCP 47), as a rendering of ``source``."""
    examined = examine(source, target, scorer, language)
    return with_additions(examined, p_additions(examined, scorer), scorer)


def with_additions(examined: Examined, p_addition: Floats, scorer: Scorer) -> Judged:
    """What follows from the probabilities (m,) that the target's sentences are additions: what is left out."""
    features = examined.omission_features(p_addition)
    return Judged(
        examined=examined,
        p_addition=p_addition,
        p_omission=scorer.omission.probabilities(features)
        if examined.is_in_order
        else np.zeros(len(examined.source.vectors)),
        words=examined.words,
        source_words=examined.source_words,
        omission_features=features,
    )


def p_additions(examined: Examined, scorer: Scorer) -> Floats:
    """The probabilities (m,) that the target's sentences are additions, by the network for their kind of order."""
    if examined.is_in_order:
        return scorer.monotone.probabilities(examined.features)
    return scorer.free.probabilities(examined.features) if len(examined.features) else np.zeros(0)
