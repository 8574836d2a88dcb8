"""What details are looked for in: the sentences of either text, where those of one are looked for in the other, and the
weights that say how surely a name is missing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.errors import ModelDamagedError
from checker.evidence.details import names as details_names
from checker.evidence.scorer.networks import Network, sigmoid
from checker.evidence.side import Side
from checker.evidence.words.paired import PairedSupport
from checker.evidence.words.support import Support
from checker.model import Segment

Floats = NDArray[np.float64]

NEARBY = 12
"""Pairs before and after one whose sources' names a rendering may say instead of "she" or "the city"; chosen."""

DATA = Path(__file__).parents[1] / "data" / "details.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """What ``training/details/fit.py`` fitted.

    ``probe`` (d,) and ``probe_bias`` say from a word's unit vector whether it looks like a name, ``names`` whether a
    name is missing; ``joint`` has the slopes and the constant for a mismatch of names that is "replaced", "new" or
    "gone"; ``maybe`` is the log-odds from which a name may be missing; ``categories`` has the probability of each
    category of ``details_numbers.Difference``.
    """

    probe: Floats
    probe_bias: float
    names: Network
    joint: dict[str, tuple[float, ...]]
    maybe: float
    categories: dict[str, float]

    def nameness(self, units: NDArray[Any]) -> Floats:
        """How much words look like names (n,), from their unit vectors (n, d)."""
        return sigmoid(units @ self.probe + self.probe_bias)


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights that come with the package; raises ``ModelDamagedError`` when they cannot be read."""
    try:
        values = json.loads(DATA.read_text(encoding="utf-8"))
        return Weights(
            np.array(values["probe"][:-1]),
            float(values["probe"][-1]),
            Network.from_values(values["network"]),
            {how: tuple(row) for how, row in values["joint"].items()},
            float(values["maybe"]),
            values["categories"],
        )
    except (OSError, ValueError, KeyError) as error:
        raise ModelDamagedError(f"{DATA}: {error}", "install the package again") from error


@dataclass(frozen=True, slots=True)
class Text:
    """One side: its sentences, what was collected of them, and their support by the other.

    The source has no support where the rendering is in free order: nothing of it can then be missing.
    """

    segments: Sequence[Segment]
    side: Side
    support: Support | PairedSupport | None
    _candidates: dict[int, list[int]] = field(default_factory=dict)

    def candidates(self, index: int) -> list[int]:
        """Which words of sentence ``index`` may be names; they are looked for once."""
        if index not in self._candidates:
            dates = {one.span.start for one in self.side.numbers[index] if one.kind == "date" and one.unit}
            words = self.side.lexicon.sentences[index]
            self._candidates[index] = details_names.candidates(self.segments[index].content, words, dates)
        return self._candidates[index]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A target sentence and where its details are looked for.

    ``links`` are the source sentences that it draws on, in order, ``around`` those and the ones near them; ``also``
    the target sentences near it; ``whole`` says that nothing else renders the links, so that details may be gone.
    """

    links: list[int]
    around: list[int]
    also: list[int]
    whole: bool


def near(k: int, count: int) -> range:
    """The sentences of so many that are near sentence ``k``, itself among them."""
    return range(max(k - NEARBY, 0), min(k + NEARBY + 1, count))
