"""stub"""
from __future__ import annotations

from benchmarks.tables import Tables


def markdown(results: dict[str, Tables]) -> str:
    return ""
