"""The second judge behind one narrow protocol: pairs of texts in, what each side lacks out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from checker.progress import Progress

Floats = NDArray[np.float64]

PAIR_LABELS = ("adds", "omits", "contradicts", "unrelated")
"""What the log-odds of a pair are of: the target says something that the source does not; the source something that the
target does not; something is told otherwise; the two do not belong together."""


class Pieces(NamedTuple):
    """The pieces of one text: half-open code-point offsets into it, and the log-odds (n,) that the other text does not
    carry them."""

    spans: tuple[tuple[int, int], ...]
    logits: Floats


class Reading(NamedTuple):
    """What the judge makes of a pair: the pieces of both texts, the log-odds (4,) of ``PAIR_LABELS``, and whether the
    pair was too long to be read at once and was read in windows."""

    source: Pieces
    target: Pieces
    pair: Floats
    windowed: bool = False


class SecondJudge(Protocol):
    """Reads pairs of an original and its rendering, both together; the same pair always gives the same reading,
    whatever is read beside it."""

    name: str
    revision: str

    def read(self, pairs: Sequence[tuple[str, str]], progress: Progress | None = None) -> list[Reading]:
        """One reading for each (source, target)."""
        ...
