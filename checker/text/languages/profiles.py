"""Tables of n-gram weights, one a script, and what they say about a batch of texts.

A text's score for a language is the sum of the weights of its n-grams: those of langdetect's profiles, and those
learned on top of them, which know more languages, whole words and four letters (see ``training/languages/build.py``).
Weights are whole numbers of ``UNIT`` nats, so that sums are exact whatever the order.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker.text.languages.known import LANGUAGES_BY_SCRIPT, Script
from checker.text.languages.ngrams import NGrams

UNIT = 1 / 32
"""Nats of one step of a weight; chosen."""

INDEPENDENT = 400
DEPENDENCE = 0.5
"""Beyond so many n-grams, about a hundred letters, a text repeats itself: what it says grows by this power less than
its length, so that what is to be expected still counts between close languages.  Both chosen."""


DATA = Path(__file__).parents[1] / "data"


class Profile(NamedTuple):
    """``weights[i, j]`` is what n-gram ``keys[i]`` says for language ``languages[j]``, in steps of ``UNIT`` nats.

    Shapes: keys (K,) uint32, ascending; weights (K, L) float32, whole numbers; bias (L,) float32 in steps.
    """

    keys: NDArray[np.uint32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    languages: tuple[str, ...]

    def scores(self, grams: NGrams, count: int) -> NDArray[np.float32]:
        """Nats for each of ``count`` texts and each language of the script, shape (count, L)."""
        rows, known = self._look_up(grams)
        texts = grams.texts[known]
        order = np.argsort(texts, kind="stable")
        rows, weights = rows[known][order], grams.weights[known][order]
        ends = np.cumsum(np.bincount(texts, minlength=count))
        totals = np.zeros((count, len(self.languages)), dtype=np.float32)
        start = 0
        for text, end in enumerate(ends):
            if end > start:
                totals[text] = weights[start:end] @ self.weights[rows[start:end]]
            start = end
        repeated = np.maximum(np.bincount(grams.texts, minlength=count) / INDEPENDENT, 1.0) ** -DEPENDENCE
        return np.asarray((totals * repeated[:, None] + self.bias) * UNIT, dtype=np.float32)

    def familiarity(self, grams: NGrams) -> float:
        """Share of the n-grams that the profile has, in [0, 1]; 0 where there are none."""
        known = self._look_up(grams)[1]
        return float(known.mean()) if known.size else 0.0

    def _look_up(self, grams: NGrams) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """The row of each n-gram and whether it has one; shapes (n,)."""
        rows = np.searchsorted(self.keys, grams.keys)
        rows[rows == len(self.keys)] = 0
        return rows, self.keys[rows] == grams.keys


def profile_path(script: Script, folder: Path = DATA) -> Path:
    """Where the profile of a script is kept."""
    return folder / f"languages-{script.name.lower()}.npz"


@cache
def profile(script: Script) -> Profile:
    """The shipped profile of a script, langdetect's weights and the learned ones added up."""
    languages = LANGUAGES_BY_SCRIPT[script]
    with np.load(profile_path(script)) as stored:
        keys, bias = stored["keys"], stored["bias"].astype(np.float32)
        weights = stored["learned"].astype(np.float32)
        rows = np.searchsorted(keys, stored["langdetect_keys"])
        columns = [languages.index(code) for code in stored["langdetect_languages"]]
        weights[np.ix_(rows, np.array(columns, dtype=np.int64))] += stored["langdetect"]
    return Profile(keys, weights, bias, languages)
