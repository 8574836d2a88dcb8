"""Features to calibrated probabilities: small networks whose weights come with the package.

Trained by ``training/evidence/fit.py`` on edits made by program in parallel text that the embedding never
saw; the last step is Platt scaling (Platt 1999) on text held out from that.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.errors import ModelDamagedError
from checker.evidence.scorer.lengths import Usual
from checker.evidence.words.tagger import Tagger
from checker.evidence.words.tagger import load as load_tagger
from checker.text.primary import primary_language

Floats = NDArray[np.float64]

ANY = "*"
"""Stands for all languages together in the table of what is expected."""

NETWORKS = ("span", "free", "monotone", "omission", "pair", "unsupported", "divergent")
"""Of runs of words, sentences in free order, sentences in order and omissions; of one side of an aligned pair (does it
say anything that the other does not? is it unsupported altogether?) and of both (do they differ?)."""

WEIGHTS = Path(__file__).parents[1] / "data" / "scorer.json"
_CLIP = 8.0
"""Standard deviations at which a feature is cut off: a bound."""


@dataclass(frozen=True, slots=True)
class Network:
    """A perceptron with tanh units: feature columns to the probability of "absent".

    ``center`` and ``scale`` have shape (f,), ``layers`` are pairs of weights (in, out) and biases (out,).
    """

    features: tuple[str, ...]
    center: Floats
    scale: Floats
    layers: tuple[tuple[Floats, Floats], ...]

    def logits(self, columns: NDArray[Any]) -> Floats:
        """Log-odds (n,) for features (n, f)."""
        if columns.ndim != 2 or columns.shape[1] != len(self.features):
            raise ValueError(f"expected {len(self.features)} feature columns, got shape {columns.shape}")
        values = np.clip((columns - self.center) / self.scale, -_CLIP, _CLIP)
        for weights, biases in self.layers[:-1]:
            values = np.tanh(values @ weights + biases)
        weights, biases = self.layers[-1]
        result: Floats = (values @ weights + biases)[:, 0]
        return result

    def probabilities(self, columns: NDArray[Any]) -> Floats:
        """Probabilities (n,) for features (n, f)."""
        return sigmoid(self.logits(columns))

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> Network:
        """A network from the plain values of the weights file."""
        return cls(
            tuple(values["features"]),
            np.array(values["center"]),
            np.array(values["scale"]),
            tuple((np.array(weights), np.array(biases)) for weights, biases in values["layers"]),
        )


@dataclass(frozen=True, slots=True)
class Expected:
    """What faithful sentences of a language typically reach with the embedded model.

    ``best`` is their best cosine with the original, ``nowhere`` the share (by weight, 0 to 1) of their
    words that nothing in the original supports, ``length`` how long they are.
    """

    best: float
    nowhere: float
    length: Usual = Usual()  # noqa: RUF009 (frozen)


@dataclass(frozen=True, slots=True)
class Scorer:
    """The tagger of words, networks (see ``NETWORKS``), and the numbers that alignment needs.

    ``match`` are the coefficients of the log-likelihood ratio of "renders" against "does not" for the
    cosine of two sentences of one document pair (columns: ``scale.Scale.match_columns``), ``gain`` those
    for what a segment adds to the cosine of a bead (``scale.Scale.gain_odds``).
    """

    span: Network
    free: Network
    monotone: Network
    omission: Network
    pair: Network
    unsupported: Network
    divergent: Network
    tagger: Tagger
    match: tuple[float, ...]
    gain: tuple[float, float]
    languages: dict[str, Expected]

    def expected(self, language: str) -> Expected:
        """What is typical of a language (BCP 47); of all languages together for one that is not known."""
        return self.languages.get(language) or self.languages.get(primary_language(language)) or self.languages[ANY]


def sigmoid(logits: Floats) -> Floats:
    """Log-odds to probabilities."""
    result: Floats = 1.0 / (1.0 + np.exp(-np.clip(logits, -60.0, 60.0)))
    return result


@lru_cache(maxsize=4)
def load(path: Path = WEIGHTS) -> Scorer:
    """The scorer whose weights are in ``path``; raises ``ModelDamagedError`` when they cannot be read."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return Scorer(
            **{name: Network.from_values(values[name]) for name in NETWORKS},
            tagger=load_tagger(),
            match=tuple(values["match"]),
            gain=(values["gain"][0], values["gain"][1]),
            languages={
                tag: Expected(best, nowhere, Usual(ratio, spread))
                for tag, (best, nowhere, ratio, spread) in values["languages"].items()
            },
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelDamagedError(f"{path}: cannot be read ({error})", "install the package again") from error
