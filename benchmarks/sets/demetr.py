"""Minimal pairs from ten languages into English, one thing changed in each (DEMETR)."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.lib import minimal_pairs
from benchmarks.lib.part import Answered, Part
from benchmarks.lib.tables import Tables


def measure(files: Sequence[Answered]) -> Tables:
    return minimal_pairs.measure(files, "src_lang")


PART = Part("demetr", ("*.jsonl",), minimal_pairs.FIELDS, minimal_pairs.predict, measure)
