"""Which source segments a stretch of target segments renders."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bead:
    """One element of an alignment (Gale and Church 1993): 1-1, 1-2, 2-1, ..., 1-0 or 0-1.

    ``similarity`` is the cosine of the two sides, 0 for a null bead.  ``p_null`` is the probability
    that the two sides do not belong together; in a null bead, that the segment has no counterpart.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    similarity: float
    p_null: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads in target order (unmatched source segments where they fall), and how they were found.

    ``kind`` is ``monotone`` (a whole translation, in the order of its original), ``free`` (a comment, an excerpt, a
    summary) or ``given`` (the two sides came as pairs).
    """

    kind: str
    beads: tuple[Bead, ...]
