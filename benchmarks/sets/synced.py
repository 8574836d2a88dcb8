"""Critical errors in German renderings of English web pages: names, meaning reversed, numbers (SynCED-EnDe 2025)."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.lib.gold import Row
from benchmarks.lib.measures import decision, detection
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import Tables
from benchmarks.lib.tool import Tool

AT_FALSE_ALARMS = 0.01
"""Share of sound renderings that may be flagged where found errors are compared."""


def predict(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    return [
        {"id": row["id"], "score": pair.p_wrong, "flag": int(bool(pair.codes))}
        for row, pair in zip(rows, tool.pairs(rows), strict=True)
    ]


def measure(files: Sequence[Answered]) -> Tables:
    rows = [row for file in files for row in file.rows]
    answers = [answer for file in files for answer in file.predictions]
    labels = [bool(row["label"]) for row in rows]
    scores = [answer["score"] for answer in answers]
    sound = sorted((s for s, wrong in zip(scores, labels, strict=True) if not wrong), reverse=True)
    limit = sound[min(len(sound) - 1, int(AT_FALSE_ALARMS * len(sound)))] if sound else 1.0
    kinds = {}
    for kind in sorted({str(row["kind"]) for row in rows if row["label"]}):
        mine = [k for k, row in enumerate(rows) if row["label"] and row["kind"] == kind]
        kinds[kind] = {
            "reported": sum(answers[k]["flag"] for k in mine) / len(mine),
            "at 1 % false alarms": sum(scores[k] > limit for k in mine) / len(mine),
            "n": float(len(mine)),
        }
    return {
        "detection": {"all": detection(scores, labels)},
        "decision": {"all": decision([answer["flag"] for answer in answers], labels)},
        "by kind": kinds,
    }


PART = Part("synced", ("*.jsonl",), ("id", "src", "tgt", "src_lang", "tgt_lang", "label", "kind"), predict, measure)
