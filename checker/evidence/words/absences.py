"""What is absent of sentences: columns for the networks that judge whole sentences, from their words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checker.evidence.words.columns import arranged
from checker.evidence.words.pooled import PaddedWords, SentenceWords, summed_up
from checker.evidence.words.spans import NOWHERE, TELLING

Floats = NDArray[np.float64]

ABSENCES = (
    "absent",
    "worst",
    "second_worst",
    "absent_names",
    "weight",
    "words",
    "known",
    "unsupported",
    "unsupported_words",
    "names_nowhere",
    "names_found",
)
"""Share of what is absent by weight, the two heaviest absent words, absent names; logarithms of weight and number of
words, share of known words; share by weight and number of telling words that nothing supports; names without and with
support."""

_MOST_CAPITALS = 0.3
"""Share of a sentence's words with a capital above which a capital makes no name (German nouns, titles); chosen."""

_LEAST = 1e-9
"""A bound that keeps division by nought out."""


def nowhere_shares(words: Sequence[SentenceWords]) -> Floats:
    """The share (n,) of each sentence's words, by weight, that nothing in the other text supports, in [0, 1]."""
    return summed_up(words, _nowhere_shares, 1)[:, 0]


def _nowhere_shares(of: PaddedWords) -> Floats:
    weights = of.column("norm") ** 2
    nowhere = weights * (1.0 - np.clip(of.column("wide"), 0.0, 1.0))
    return _over(nowhere.sum(axis=1), weights.sum(axis=1))[:, None]


def _over(sums: Floats, totals: Floats) -> Floats:
    shares: Floats = sums / np.maximum(totals, _LEAST)
    return shares


def absences(words: Sequence[SentenceWords]) -> Floats:
    """What is absent of each sentence, (n, len(ABSENCES)); zeros without words."""
    return summed_up(words, _absences, len(ABSENCES))


def _absences(of: PaddedWords) -> Floats:
    norms, absent = of.column("norm"), of.p_absent
    weights = norms * norms
    total = weights.sum(axis=1)
    heaviest_first = -np.sort(-weights * absent, axis=1)
    may_be_names = of.column("is_name") > 0
    names = may_be_names & (may_be_names.sum(axis=1) <= _MOST_CAPITALS * of.counts)[:, None]
    gone = (of.column("wide") < NOWHERE) & (norms >= TELLING)
    columns = {
        "absent": _over((weights * absent).sum(axis=1), total),
        "worst": heaviest_first[:, 0],
        "second_worst": heaviest_first[:, 1] if heaviest_first.shape[1] > 1 else np.zeros(len(total)),
        "absent_names": (absent * may_be_names).sum(axis=1),
        "weight": np.log1p(np.maximum(total, _LEAST)),
        "words": np.log1p(of.counts),
        "known": (norms > 0).sum(axis=1) / of.counts,
        "unsupported": _over((weights * gone).sum(axis=1), total),
        "unsupported_words": np.minimum(gone.sum(axis=1), 8),
        "names_nowhere": np.minimum((names & gone).sum(axis=1), 3),
        "names_found": np.minimum((names & ~gone).sum(axis=1), 3),
    }
    return np.column_stack(arranged(ABSENCES, columns))
