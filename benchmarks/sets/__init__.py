"""One file a set of gold data: reads its folder, runs the tool, returns a table of rows by columns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.sets import ntrex

Table = dict[str, dict[str, float]]
Measure = Callable[[Path, frozenset[str]], Table]

SETS: dict[str, dict[str, Measure]] = {
    "ntrex_edit": {"in_order": ntrex.in_order, "excerpts": ntrex.excerpts, "mixed": ntrex.mixed},
}
"""By folder name: what is measured on it."""
