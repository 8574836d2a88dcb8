"""Profiles: what each kind of reader wants, as settings that lie under all others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.checks.registry import families
from checker.model import FindingKind

PROFILES: Mapping[str, Mapping[str, Any]] = {
    # Every sentence is meant to be rendered: what is missing is a fault, even where much is.
    "translator": {"omissions": "always"},
    # Copies are cut and shortened on purpose, by many hands; what nobody said comes first.
    "editor": {
        "omissions": "never",
        "ignore": families(FindingKind.OMISSION, FindingKind.INCONSISTENCY),
        "order": "gravity",
    },
    # Better to look at ten good sentences than to miss a bad one.
    "strict": {
        "omissions": "always",
        "min_p_addition": 0.35,
        "min_p_span": 0.6,
        "min_p_omission": 0.35,
        "min_p_mismatch": 0.35,
    },
}
