"""How long renderings are.

The logarithm of a rendering's letters over those of what it renders is near a normal distribution around what is usual
for the languages, and the narrower the longer the texts are (Gale and Church 1993).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.text.letters import letter_count

Floats = NDArray[np.float64]

SHORT = 3.0
"""Letters added to both lengths, so that a word more or less in a short sentence says little; chosen."""

VARIANCE = (0.01, 1.3)
"""Variance of the logarithm: a constant, and what is divided by the mean length in letters.  Measured on 20,000 pairs
of people's translations into 57 languages, the median of each language taken out."""

BY_CHANCE = 1.2
"""The variance for two sentences that do not belong together; chosen."""

_LOOSE, _EVIDENCE, _WIDER = 0.25, 2.5, 2.5
"""For alignment: the share of lengths that are taken to be any, so that half a sentence left out does not part the rest
from its original; how much the log-likelihood ratio weighs; how much wider than ``VARIANCE`` it is.  Chosen on
development documents (``benchmarks``: beads of ``ntrex_edit`` and Text+Berg), where they matter little near these."""

_MOST = 6.0
"""Standard deviations at which a length is cut off: a bound."""

_OWN_WEIGHT = 4.0
"""Weight, in sentences, of what is usual between two languages against what a document's own matches show; chosen."""


def length(text: str) -> int:
    """How long ``text`` is: its letters, at least 1."""
    return max(1, letter_count(text))


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual between two languages: the logarithm of target letters over source letters, and how much wider
    than ``VARIANCE`` its standard deviation is."""

    ratio: float = 0.0
    spread: float = 1.0

    @property
    def turned(self) -> Usual:
        """The same with source and target exchanged."""
        return Usual(-self.ratio, self.spread)

    def of_document(self, ratios: Sequence[float]) -> Usual:
        """The same in a document whose sure matches have these ratios: their median, drawn to what is usual."""
        if not ratios:
            return self
        own, weight = float(np.median(ratios)), len(ratios)
        return Usual((own * weight + self.ratio * _OWN_WEIGHT) / (weight + _OWN_WEIGHT), self.spread)

    def excess(self, target: Floats | float, source: Floats | float) -> Floats:
        """How much longer the target is than usual, in standard deviations, within 6 of 0; letters on both sides."""
        off, variance = self._off(np.asarray(target, float), np.asarray(source, float))
        scores: Floats = np.clip(off / np.sqrt(variance), -_MOST, _MOST)
        return scores

    def odds(self, source: Floats, target: Floats) -> Floats:
        """Log-likelihood ratio of "renders" against "does not"; a quarter of lengths is taken to be any."""
        off, variance = self._off(target, source)
        variance = _WIDER * variance
        likelihood = np.exp(0.5 * off * off * (1 / BY_CHANCE - 1 / variance)) * np.sqrt(BY_CHANCE / variance)
        odds: Floats = _EVIDENCE * np.log((1 - _LOOSE) * likelihood + _LOOSE)
        return odds

    def _off(self, target: Floats, source: Floats) -> tuple[Floats, Floats]:
        off = np.log((target + SHORT) / (source + SHORT)) - self.ratio
        variance = VARIANCE[0] + VARIANCE[1] / (0.5 * (target + source) + SHORT)
        return off, np.minimum(variance * self.spread * self.spread, 0.5 * BY_CHANCE)
