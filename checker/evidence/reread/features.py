"""From a reading to features: what the second judge says of one side of a pair, beside what the first says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.evidence.scorer.networks import Floats, sigmoid
from checker.evidence.words.spans import TELLING
from checker.secondjudge import Pieces, Reading
from checker.text.words import Word

FEATURES = (
    "first",
    "read_adds",
    "read_lacks",
    "read_contradicts",
    "read_unrelated",
    "read_mean",
    "read_telling",
    "read_most",
    "read_second",
    "read_third",
    "read_share",
    "read_name",
    "read_words",
    "read_window",
)
"""Log-odds of the first judge; of the pair: this side says more, the other does, they contradict, they are strangers;
of this side's words: mean probability of all and of telling ones, the three highest log-odds, the share of letters that
the other side does not carry, the highest of a name; logarithm of the number of words; sentences of the other side."""

WORD_FEATURES = ("word_first", "word_read", "word_pair", "word_telling", "word_name")
"""Of one word: log-odds of both judges, log-odds that its side says more, whether it is telling, whether a name."""

_MOST = 8.0
"""Log-odds are cut here (bound)."""


def log_odds(p: NDArray[np.floating]) -> Floats:
    """Probabilities as log-odds, cut where they are all but certain."""
    clipped = np.clip(np.asarray(p, np.float64), 1e-9, 1 - 1e-9)
    found: Floats = np.clip(np.log(clipped) - np.log1p(-clipped), -_MOST, _MOST)
    return found


def word_logits(pieces: Pieces, words: Sequence[Word], start: int = 0) -> Floats:
    """For each word (w) the highest log-odds of its pieces, -8 where there are none; ``start`` is where the words' text
    begins in the text that was read."""
    found = np.full(len(words), -_MOST)
    if not len(words) or not len(pieces.logits):
        return found
    begins = np.array([a for a, _ in pieces.spans]) - start
    ends = np.array([b for _, b in pieces.spans]) - start
    for k, word in enumerate(words):
        first = int(np.searchsorted(ends, word.start, side="right"))
        last = int(np.searchsorted(begins, word.end, side="left"))
        if first < last:
            found[k] = pieces.logits[first:last].max()
    clipped: Floats = np.clip(found, -_MOST, _MOST)
    return clipped


def turned(pair: Floats) -> Floats:
    """The log-odds of a pair as its other side sees them."""
    return pair[[1, 0, 2, 3]]


def side_features(
    p_first: float, pair: Floats, logits: Floats, norms: NDArray[Any], words: Sequence[Word], window: int
) -> Floats:
    """Features (len(FEATURES),) of one side of a pair.

    ``pair`` (4,) is seen from this side (``turned``); ``logits`` (w,) are ``word_logits`` of its words, whose vectors
    have lengths ``norms`` (w,).
    """
    pair = np.clip(pair, -_MOST, _MOST)
    head = [float(log_odds(np.array([p_first]))[0]), *pair.tolist()]
    if not len(logits):
        return np.array([*head, 0.0, 0.0, -_MOST, -_MOST, -_MOST, 0.0, -_MOST, 0.0, float(window)])
    p = sigmoid(logits)
    telling = norms >= TELLING
    letters = np.array([word.end - word.start for word in words], dtype=float)
    names = np.array([word.is_name for word in words], dtype=bool)
    ordered = np.concatenate([np.sort(logits)[::-1], np.full(3, -_MOST)])
    return np.array(
        [
            *head,
            float(p.mean()),
            float(p[telling].mean()) if telling.any() else float(p.mean()),
            *ordered[:3].tolist(),
            float((letters * (p > 0.5)).sum() / max(1.0, letters.sum())),
            float(logits[names].max()) if names.any() else -_MOST,
            float(np.log1p(len(words))),
            float(window),
        ]
    )


def word_features(p_first: Floats, logits: Floats, pair: Floats, norms: NDArray[Any], words: Sequence[Word]) -> Floats:
    """Features (w, len(WORD_FEATURES)) of the words of one side of a pair; ``pair`` as in ``side_features``."""
    if not len(words):
        return np.zeros((0, len(WORD_FEATURES)))
    return np.column_stack(
        [
            log_odds(p_first),
            logits,
            np.full(len(words), float(np.clip(pair[0], -_MOST, _MOST))),
            (norms >= TELLING).astype(float),
            np.array([float(word.is_name) for word in words]),
        ]
    )


def target_side(reading: Reading) -> tuple[Pieces, Floats]:
    """The target's pieces, and the pair as the target sees it."""
    return reading.target, reading.pair


def source_side(reading: Reading) -> tuple[Pieces, Floats]:
    """The source's pieces, and the pair as the source sees it."""
    return reading.source, turned(reading.pair)
