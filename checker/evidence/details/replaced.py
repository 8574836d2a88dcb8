"""The name of a rendering that stands where its original has another, and how likely that is.

The weights are fitted on names that a program put for others of their kind (``training/details/standins.py``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from checker.errors import ModelDamagedError
from checker.evidence.details.bearers import UNCASED, UNSPACED, Bearer, Place
from checker.evidence.details.standins import Nearby, rivals
from checker.evidence.scorer.networks import Network, sigmoid
from checker.model import Span
from checker.text.names.likeness import likeness
from checker.text.ordinary import has_ordinary_words
from checker.text.words import Word

DATA = Path(__file__).parents[1] / "data" / "standins.json"

LEAST = 0.5
"""Probability from which such a difference is kept; chosen."""

SAID = 0.75
"""Likeness by sound from which a name is said; chosen."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Where a name of the source and the one that stands for it are, and how likely that is."""

    ours: Span
    theirs: Span
    probability: float


@dataclass(frozen=True, slots=True)
class ExchangeWeights:
    """A network over ``standins.FEATURES``, and slope and constant that turn what it gives into log-odds."""

    network: Network
    scale: tuple[float, float]


@lru_cache(maxsize=1)
def judge() -> ExchangeWeights:
    """The weights that come with the package; raises ``ModelDamagedError`` when they cannot be read."""
    try:
        values = json.loads(DATA.read_text(encoding="utf-8"))
        slope, constant = values["scale"]
        return ExchangeWeights(Network.from_values(values["network"]), (float(slope), float(constant)))
    except (OSError, ValueError, KeyError) as error:
        raise ModelDamagedError(f"{DATA}: {error}", "install the package again") from error


def are_told(language: str, other: str) -> bool:
    """Whether names of two languages (primary subtags) can be held against each other: those of the original by its
    capitals, those of the rendering by theirs or without any."""
    return has_ordinary_words(language) and (has_ordinary_words(other) or other in UNCASED)


def is_said(name: str, words: Sequence[Word]) -> bool:
    """Whether any word of a name is among some words without a small letter, in whatever spelling."""
    listed = [word.text for word in words if not word.text[0].islower()]
    return bool(listed) and bool((likeness(name.split(), listed) >= SAID).any())


def exchange(source: Bearer, target: Bearer, nearby: Callable[[], Nearby]) -> Exchange | None:
    """The likeliest exchange of two names, or None where none is likely."""
    found = list(rivals(source, target, nearby))
    if not found:
        return None
    of = judge()
    logits = of.network.logits(np.array([rival.row for rival in found]))
    best = int(logits.argmax())
    probability = float(sigmoid(of.scale[0] * logits[best : best + 1] + of.scale[1])[0])
    if probability < LEAST:
        return None
    ours = _whole(source, found[best].ours, {rival.ours for rival in found})
    theirs = _whole(target, found[best].theirs, {rival.theirs for rival in found})
    return Exchange(source.span(ours), target.span(theirs), round(probability, 4))


def _whole(of: Bearer, name: Place, others: Collection[Place]) -> Place:
    """A name with those of ``others`` that adjoin it; what is written without spaces is whole already."""
    first, last = name
    if of.language in UNSPACED:
        return name
    for other in sorted(others):
        if other[0] == last and of.adjoin((first, last), other):
            last = other[1]
    for other in sorted(others, reverse=True):
        if other[1] == first and of.adjoin(other, (first, last)):
            first = other[0]
    return first, last
