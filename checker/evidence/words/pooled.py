"""From words to a whole sentence: what the tagger found, summed up for the networks that judge sentences and pairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.evidence.words.blocks import Mask, batches, padded
from checker.evidence.words.columns import arranged, by_name
from checker.evidence.words.lexical import Floats
from checker.evidence.words.spans import TELLING
from checker.evidence.words.tokens import TOKEN_FEATURES

WORDS_FEATURES = (
    "most",
    "three_most",
    "share",
    "words_gone",
    "letters_gone",
    "two_words",
    "four_words",
    "eight_words",
    "run",
    "telling_share",
)
"""What the probabilities of a sentence's words amount to: the highest, the sum of the three highest, the mean by
weight, logarithms of the expected numbers of words and letters, the highest means of two, four and eight adjoining
words, the sum of log-odds of the best run, and the mean over telling words."""

CONTEXT_FEATURES = ("similarity", "length_ratio", "support", "count", "expected")
"""Columns of ``tokens.features`` that are the same for all words of a sentence."""

_AT = {name: k for k, name in enumerate(TOKEN_FEATURES)}
_RUN_BONUS = 1.0
"""Log-odds that each word adds to a run, so that runs go on over words that are as likely there as not; chosen."""

_LEAST = 1e-4
"""A bound that keeps logarithms and division of nought out."""

_MOST_CELLS = 400_000
"""Words, times the words of the longest sentence, that are summed up at once: a bound of memory."""


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """The words of one sentence: features (k, f) as in ``tokens.features``, probabilities (k,) of no counterpart."""

    features: Floats
    p_absent: NDArray[np.float64]

    def column(self, name: str) -> NDArray[np.float64]:
        """One feature (k,) of the words."""
        column: NDArray[np.float64] = self.features[:, _AT[name]].astype(np.float64)
        return column


class PaddedWords:
    """The words of some sentences as rows (s, k), zeros at their ends: ``counts`` (s,), ``p_absent`` and columns."""

    def __init__(self, sentences: Sequence[SentenceWords]) -> None:
        self._sentences = sentences
        self.p_absent, self.is_word = padded([of.p_absent for of in sentences])
        self.counts = self.is_word.sum(axis=1)

    def column(self, name: str) -> NDArray[np.float64]:
        """One feature (s, k) of the words."""
        column: NDArray[np.float64] = padded([of.features[:, _AT[name]] for of in self._sentences])[0].astype(float)
        return column


def summed_up(
    words: Sequence[SentenceWords], sums: Callable[[PaddedWords], NDArray[np.float64]], width: int
) -> NDArray[np.float64]:
    """What ``sums`` says (s, width) of every sentence (n, width); zeros for one without words."""
    found = np.zeros((len(words), width))
    counts = [len(of.p_absent) for of in words]
    for sentences in batches(counts, [0] * len(counts), _MOST_CELLS):
        found[sentences] = sums(PaddedWords([words[k] for k in sentences]))
    return found


def words_features(words: Sequence[SentenceWords]) -> NDArray[np.float64]:
    """(n, len(WORDS_FEATURES)) of some sentences from their words' features and probabilities; zeros without words."""
    return summed_up(words, _words_features, len(WORDS_FEATURES))


def _words_features(of: PaddedWords) -> NDArray[np.float64]:
    p, norms = of.p_absent, of.column("norm")
    weights, telling = norms * norms, norms > TELLING
    best_first = -np.sort(-p, axis=1)[:, :3]
    sums = np.zeros((len(p), p.shape[1] + 1))
    np.cumsum(p, axis=1, out=sums[:, 1:])
    columns = {
        "most": best_first[:, 0],
        "three_most": best_first.sum(axis=1),
        "share": (weights * p).sum(axis=1) / np.maximum(weights.sum(axis=1), _LEAST),
        "words_gone": np.log1p(sums[:, -1]),
        "letters_gone": np.log1p((p * of.column("letters")).sum(axis=1)),
        "two_words": _best_mean(sums, 2, of.counts),
        "four_words": _best_mean(sums, 4, of.counts),
        "eight_words": _best_mean(sums, 8, of.counts),
        "run": np.log1p(_best_run(p, of.is_word)),
        "telling_share": (p * telling).sum(axis=1) / np.maximum(telling.sum(axis=1), 1),
    }
    return np.column_stack(arranged(WORDS_FEATURES, columns))


def context_features(words: Sequence[SentenceWords]) -> NDArray[np.float64]:
    """(n, len(CONTEXT_FEATURES)) of some sentences; zeros without words."""
    found = np.zeros((len(words), len(CONTEXT_FEATURES)))
    spoken = [k for k, of in enumerate(words) if len(of.features)]
    if spoken:
        first = np.array([words[k].features[0] for k in spoken])
        found[spoken] = first[:, [_AT[name] for name in CONTEXT_FEATURES]]
    return found


def _best_mean(sums: NDArray[np.float64], width: int, counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Highest mean (s,) of ``width`` adjoining words, or of all where there are fewer; ``sums`` (s, k + 1) run."""
    # A window over the end of its sentence has no more than the last one in it, for nothing is below 0.
    width = min(width, sums.shape[1] - 1)
    best: NDArray[np.float64] = (sums[:, width:] - sums[:, :-width]).max(axis=1) / np.minimum(width, counts)
    return best


def _best_run(p_absent: NDArray[np.float64], is_word: Mask) -> NDArray[np.float64]:
    """The largest sum (s,) over adjoining words of their log-odds plus a bonus, at least 0: the highest rise of the
    running sum from any of its earlier values."""
    p = np.clip(p_absent, _LEAST, 1.0 - _LEAST)
    running = np.zeros((len(p), p.shape[1] + 1))
    np.cumsum((np.log(p / (1.0 - p)) + _RUN_BONUS) * is_word, axis=1, out=running[:, 1:])
    rise: NDArray[np.float64] = (running - np.minimum.accumulate(running, axis=1)).max(axis=1)
    return rise


PAIR_FEATURES = (
    *WORDS_FEATURES,
    *CONTEXT_FEATURES,
    *(f"other_{name}" for name in WORDS_FEATURES),
    "repeats",
    "numbers_gone",
    "other_numbers_gone",
)


def pair_features(
    own: Sequence[SentenceWords],
    other: Sequence[SentenceWords],
    repeats: Sequence[float],
    numbers_gone: Sequence[int],
    other_numbers_gone: Sequence[int],
) -> NDArray[np.float64]:
    """(n, len(PAIR_FEATURES)) of one side of aligned pairs: does it say what the other side does not?

    ``own`` and ``other`` are the words of the two sides.
    """
    columns = {
        **by_name(WORDS_FEATURES, words_features(own)),
        **by_name(CONTEXT_FEATURES, context_features(own)),
        **by_name(WORDS_FEATURES, words_features(other), "other_"),
        "repeats": repeats,
        "numbers_gone": np.minimum(numbers_gone, 3),
        "other_numbers_gone": np.minimum(other_numbers_gone, 3),
    }
    return np.column_stack(arranged(PAIR_FEATURES, columns))


DIVERGENCE_FEATURES = (*PAIR_FEATURES, *(f"source_{name}" for name in CONTEXT_FEATURES[:3]), "source_repeats")


def divergence_features(additions: NDArray[np.float64], omissions: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n, len(DIVERGENCE_FEATURES)) of pairs from their ``pair_features`` in both directions, (n, f) each."""
    at = [PAIR_FEATURES.index(name) for name in (*CONTEXT_FEATURES[:3], "repeats")]
    return np.hstack([additions, omissions[:, at]])
