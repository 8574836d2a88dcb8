"""Retrieval both ways among the faithful sentences of the untouched news documents of a language, pooled."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.lib.gold import Row
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import Tables, with_mean
from benchmarks.lib.tool import Tool
from benchmarks.programs.retrieval import LEADING, both_directions, faithful_pairs
from benchmarks.sets.ntrex.news import FIELDS


def predict(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    """One record for all rows, as sentences are pooled; equal English sentences count once."""
    pairs = faithful_pairs(rows)
    return [dict(both_directions(tool.encoder, list(pairs), list(pairs.values())))] if pairs else []


def measure(files: Sequence[Answered]) -> Tables:
    table = {
        file.name: {"n": said["n"], "x2e": said["x2e"], "e2x": said["e2x"], "both": (said["x2e"] + said["e2x"]) / 2}
        for file in files
        for said in file.predictions
    }
    leading = {name: row for name, row in table.items() if name in LEADING}
    return {"retrieval": with_mean(table), "retrieval in leading languages": with_mean(leading)}


PART = Part("retrieval", ("*.jsonl",), FIELDS, predict, measure)
