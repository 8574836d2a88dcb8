"""What each sentence says for an original: the likelihood that it renders a sentence of it against that it does not."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker.archive.fitted import Fitted
from checker.encoders import Vectors

Floats = NDArray[np.float64]

_SHARES = np.array([0.03, 0.06, 0.12, 0.25, 0.5, 0.75, 0.95])
"""Shares of a document that may draw on an original, all as likely."""


class Compared(NamedTuple):
    """n sentences against one original: the nearest sentence of it to each, its cosine, and features (n, 8)."""

    nearest: NDArray[np.int64]
    similarities: Floats
    features: Floats


def compare(
    asked: Vectors,
    original: NDArray[np.float16],
    background: Floats,
    elsewhere: Floats,
    lengths: Floats,
    original_lengths: Floats,
) -> Compared:
    """Compare sentences (n, dimension) with those of an original (m, dimension), m > 0.

    ``background`` (n,) is the similarity that a sentence has to others anyway, ``elsewhere`` (n,) how near other
    originals come to it; lengths are in characters.  Features are the similarity, how far it rises above the
    background, above the next sentence of the original, above that of the original's sentence to the other sentences
    asked, the logarithms of both lengths, how far it rises above what is elsewhere, and the logarithm of m: among many
    sentences one is near by chance.
    """
    cosines = (asked @ original.astype(np.float32).T).astype(np.float64)
    nearest = cosines.argmax(1)
    lines = np.arange(len(asked))
    best = cosines[lines, nearest]
    second = np.partition(cosines, -2, 1)[:, -2] if cosines.shape[1] > 1 else np.zeros(len(asked))
    # How near the original's sentence is to the other sentences asked: a sentence near to all says little.
    top = np.partition(cosines, -2, 0)[-2:] if len(asked) > 1 else np.vstack([np.zeros(len(original)), cosines])
    rival = np.where(best >= top[1, nearest], top[0, nearest], top[1, nearest])
    features = np.column_stack(
        [
            best,
            best - background,
            best - second,
            best - rival,
            np.log1p(lengths),
            np.log1p(original_lengths[nearest]),
            best - elsewhere,
            np.full(len(asked), np.log(len(original))),
        ]
    )
    return Compared(nearest, best, features)


def log_ratios(compared: Compared, fitted: Fitted) -> Floats:
    """(n,) logarithms of likelihood ratios: this sentence renders one of the original's, against it does not."""
    return np.clip(compared.features @ fitted.sentence_weights + fitted.sentence_bias, -fitted.cap, fitted.cap)


def evidence(ratios: Floats, weights: Floats) -> tuple[float, float]:
    """How much all sentences together say that some share of them draws on the original, and the likeliest share.

    The logarithm of a Bayes factor for ``ratios`` (n,), logarithms of likelihood ratios, over shares that are equally
    likely beforehand; ``weights`` (n,) are in [0, 1].
    """
    joint = (weights[:, None] * np.logaddexp(np.log1p(-_SHARES), np.log(_SHARES) + ratios[:, None])).sum(0)
    top = joint.max()
    odds = np.exp(joint - top)
    return float(top + np.log(odds.mean())), float((odds * _SHARES).sum() / odds.sum())
