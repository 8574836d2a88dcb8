"""How a command ends."""

from __future__ import annotations

CLEAN = 0
"""Nothing found that counts, and all of it was checked."""

FOUND = 1
"""Findings of the severity that counts."""

FAILED = 2
"""Something could not be checked, whatever was found in the rest."""
