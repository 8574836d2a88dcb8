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
    """Weights for small archives, where what is near is telling, and for large ones, where much is near by chance."""

    small: Fitted
    large: Fitted

    def of_size(self, originals: int) -> Fitted:
        """The weights for an archive of so many originals."""
        share = math.log(max(originals, SMALL) / SMALL) / math.log(LARGE / SMALL)
        if share <= 0:
            return self.small
        if share >= 1:
            return self.large
        one, other = self.small, self.large
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
    return Fits(_fitted(found, "small"), _fitted(found, "large"))


def _fitted(found: dict[str, Any], which: str) -> Fitted:
    values = found[which]
    return Fitted(
        found["revision"],
        np.array(values["sentence_weights"], float),
        values["sentence_bias"],
        found["cap"],
        np.array(values["original_weights"], float),
        values["original_bias"],
    )
