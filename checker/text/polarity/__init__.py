"""Negation in a sentence, and whether its translation denies as well."""

from __future__ import annotations

from checker.text.polarity.negation import (
    ENGLISH,
    PRIOR,
    Cue,
    Gap,
    PolarityMismatch,
    cues,
    denials,
    find,
    find_gap,
    p_mismatch,
    widest_gap,
)

__all__ = [
    "ENGLISH",
    "PRIOR",
    "Cue",
    "Gap",
    "PolarityMismatch",
    "cues",
    "denials",
    "find",
    "find_gap",
    "p_mismatch",
    "widest_gap",
]
