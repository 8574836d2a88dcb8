"""Settings as a Python program gives them, each with its type: editors complete them, type checkers check them."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from typing import Literal, TypedDict


class GivenSettings(TypedDict, total=False):
    """What ``Settings`` has and the name of a profile, each of which may be left out (``docs/settings.md``)."""

    profile: Literal["translator", "editor", "strict"]
    model: str
    source_language: str
    target_language: str
    encoding: str
    select: str | Sequence[str]
    ignore: str | Sequence[str]
    fail_on: Literal["neutral", "minor", "major", "critical", "never"]
    omissions: Literal["auto", "always", "never"]
    skip_locked: bool
    skip_approved: bool
    second: Literal["auto", "always", "never"]
    order: Literal["place", "gravity"]
    baseline: str | PathLike[str]
    glossary: str | PathLike[str]
    min_p_addition: float
    min_p_span: float
    min_p_omission: float
    min_p_mismatch: float
