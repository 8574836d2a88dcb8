"""Aligned segments of which a large part is not rendered: what the words say, and how short the target is.

The networks for pairs look at words; a target that lacks half of its source is also short for its languages and its
file.  The two together tell it from a target that says the same in other words.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checker.evidence.judged_pairs import ExaminedPairs
from checker.evidence.scorer.lengths import SHORT, Usual
from checker.evidence.scorer.networks import Floats, Scorer, sigmoid
from checker.text.primary import primary_language

WORDS, LENGTH, CONSTANT = 1.89, -1.38, -4.5
"""Log-odds that a large part is missing, from the log-odds that anything is and the standard deviations by which the
target is longer than usual.  Measured on untouched news and news cut in half, in 25 languages, for one cut segment in
a hundred; the figures in ``docs/quality.md`` are from other documents (``benchmarks segments``)."""

MOST = 0.99
"""What is nearer to certain than this was not measured: a bound."""

COMPLETE = 0.2
"""Probability of an omission below which a pair tells what is usual in its file; chosen."""

_LEAST = 1e-4
"""Added to probabilities before their log-odds are taken: a bound."""


def shortened(p_omission: Sequence[float], examined: ExaminedPairs, scorer: Scorer) -> Floats:
    """The probabilities (n,) that a large part of each source is not rendered by its target; ``p_omission`` (n,) are
    those that anything is not."""
    p = np.asarray(p_omission, dtype=float)
    languages = list(zip(examined.source.languages, examined.target.languages, strict=True))
    ours, theirs = examined.source.lengths, examined.target.lengths
    excess = np.zeros(len(p))
    for pair in sorted(set(languages)):
        members = np.array([k for k, both in enumerate(languages) if both == pair])
        sure = members[p[members] < COMPLETE]
        ratios = np.log((theirs[sure] + SHORT) / (ours[sure] + SHORT))
        usual = Usual(_usual(scorer, *pair)).of_document(ratios.tolist())
        excess[members] = usual.excess(theirs[members], ours[members])
    found: Floats = np.minimum(
        sigmoid(WORDS * np.log((p + _LEAST) / (1.0 - p + _LEAST)) + LENGTH * excess + CONSTANT), MOST
    )
    return found


def _usual(scorer: Scorer, source: str, target: str) -> float:
    """The logarithm of target letters over source letters; what is known of a language is known against English."""
    return _against_english(scorer, target) - _against_english(scorer, source)


def _against_english(scorer: Scorer, language: str) -> float:
    return 0.0 if primary_language(language) == "en" else scorer.expected(language).length.ratio
