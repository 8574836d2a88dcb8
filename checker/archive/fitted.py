"""What was fitted for the votes: read from data, made by ``training/archive.py``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).parent / "data" / "votes.json"


@dataclass(frozen=True, slots=True)
class Fitted:
    """Logistic weights for one model (``revision``): of a sentence, and of an original."""

    revision: str
    sentence_weights: NDArray[np.float64]
    sentence_bias: float
    cap: float
    original_weights: NDArray[np.float64]
    original_bias: float


@cache
def load(path: Path = DATA) -> Fitted:
    """The weights that come with the package."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return Fitted(
        found["revision"],
        np.array(found["sentence_weights"], float),
        found["sentence_bias"],
        found["cap"],
        np.array(found["original_weights"], float),
        found["original_bias"],
    )
