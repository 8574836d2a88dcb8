"""What was fitted for the votes: read from data, made by ``training/archive/fit.py``."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).parent / "data" / "votes.json"

FEW, MANY = 6, 10
"""Sentences asked up to which they may be a loose comment, and from which on they are a rendering if anything; between
them the weights go from the ones to the others with the logarithm of the number.  Chosen on news, of
which the weights of few sentences name another report of the same event from some ten sentences on."""

SMALL, LARGE = 3_500, 10_000
"""Originals up to which an archive is small, and from which on it is large; between them weights go from one fit to
the other with the logarithm of the size."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Logistic weights for one model (``revision``): of a sentence, and of an original."""

    revision: str
    sentence_weights: NDArray[np.float64]
    sentence_bias: float
    cap: float
    original_weights: NDArray[np.float64]
    original_bias: float


@dataclass(frozen=True, slots=True)
class Fits:
    """Weights for ``few`` sentences, and for more of them in small archives, where what is near is telling, and in
    large ones, where much is near by chance.
    """

    few: Fitted
    small: Fitted
    large: Fitted

    def of_size(self, originals: int, sentences: int) -> Fitted:
        """The weights for an archive of so many originals that is asked for so many sentences."""
        small = _between(self.few, self.small, sentences, FEW, MANY)
        large = _between(self.few, self.large, sentences, FEW, MANY)
        return _between(small, large, originals, SMALL, LARGE)


def _between(one: Fitted, other: Fitted, size: int, low: int, high: int) -> Fitted:
    """The weights of ``one`` up to ``low``, of ``other`` from ``high`` on, what lies between them in between."""
    share = math.log(max(size, low) / low) / math.log(high / low)
    if share <= 0:
        return one
    if share >= 1:
        return other
    return Fitted(
        one.revision,
        (1 - share) * one.sentence_weights + share * other.sentence_weights,
        (1 - share) * one.sentence_bias + share * other.sentence_bias,
        one.cap,
        (1 - share) * one.original_weights + share * other.original_weights,
        (1 - share) * one.original_bias + share * other.original_bias,
    )


@cache
def load(path: Path = DATA) -> Fits:
    """The weights that come with the package."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return Fits(_fitted(found, "small", "few"), _fitted(found, "small"), _fitted(found, "large"))


def _fitted(found: dict[str, Any], which: str, of_originals: str = "") -> Fitted:
    values = {**found[which], **found[of_originals or which]}
    return Fitted(
        found["revision"],
        np.array(values["sentence_weights"], float),
        values["sentence_bias"],
        found["cap"],
        np.array(values["original_weights"], float),
        values["original_bias"],
    )
