"""What cosines mean in one pair of texts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.align.neighbours import Neighbours
from checker.evidence.scorer.networks import Expected

Floats = NDArray[np.float64]

_LEAST_SPREAD, _LEAST_REACH = 0.03, 0.1
"""Bounds of the scale: the spread of cosines, and how far a best match is above the background, are taken for no
less."""

_RELATIVE, _STANDARD = (-0.5, 1.6), (-3.0, 12.0)
"""Bounds of a cosine on the scale and in standard deviations: beyond, the fitted line has seen no text."""

_EXPECTED_WEIGHT = 4.0
"""Weight, in sentences, of what is typical of a language against what the document itself shows; chosen."""

_MOST_ODDS = (-8.0, 4.0)
"""Bounds of the log-likelihood ratio of a gain: beyond, the fitted line has seen no text."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What cosines mean in one pair of texts.

    ``background`` and ``spread`` are the mean and standard deviation of those of sentences that do not
    belong together, ``reference`` is what the best match of a sentence typically reaches.
    """

    background: float
    spread: float
    reference: float

    @classmethod
    def of(cls, near: Neighbours, expected: Expected) -> Scale:
        """From the neighbours of each target sentence and what its language leads to expect."""
        if not len(near.top):
            return cls(0.0, _LEAST_REACH, expected.best)
        reference = tempered(near.top[:, 0], expected.best)
        background = float(near.mean.mean())
        spread = max(float(np.median(near.spread)), _LEAST_SPREAD)
        return cls(background, spread, max(reference, background + _LEAST_REACH))

    def relative(self, cosines: Floats) -> Floats:
        """Cosines on a scale where 0 is the background and 1 the typical best match."""
        result: Floats = (cosines - self.background) / (self.reference - self.background)
        return result

    def match_columns(self, cosines: Floats) -> Floats:
        """Columns (..., 4) for the log-likelihood ratio of a match: 1, relative, its square, standard scores."""
        relative = np.clip(self.relative(cosines), *_RELATIVE)
        standard = np.clip((cosines - self.background) / self.spread, *_STANDARD)
        return np.stack([np.ones_like(relative), relative, relative * relative, standard], axis=-1)

    def gain_odds(self, gains: Floats, coefficients: tuple[float, float]) -> Floats:
        """Log-likelihood ratio that a bead's last segment belongs to it, from what it adds to the cosine."""
        constant, slope = coefficients
        odds: Floats = np.clip(constant + slope * gains / (self.reference - self.background), *_MOST_ODDS)
        return odds


def tempered(values: Floats, expected: float) -> float:
    """The median of a document's sentences, drawn towards what is expected when there are few."""
    count = len(values)
    return float((np.median(values) * count + expected * _EXPECTED_WEIGHT) / (count + _EXPECTED_WEIGHT))
