"""German-English hallucinations: whole sentences (needle) and partial ones (mitigation)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.lib.gold import Row
from benchmarks.lib.measures import decision, detection
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import Table, Tables
from benchmarks.lib.tool import Tool

Task = tuple[str, Callable[[Row], bool], Callable[[Row], bool]]
"""Its name, which rows take part, which of them are positive."""

_NEEDLE: tuple[Task, ...] = (
    ("hallucination (strong+full+oscillatory) vs rest", lambda row: True, lambda row: bool(row["hallucination"])),
    ("detached (strong+full) vs rest", lambda row: True, lambda row: bool(row["label"])),
    ("full vs rest", lambda row: True, lambda row: bool(row["full_unsupport"])),
    ("strong vs rest", lambda row: True, lambda row: bool(row["strong_unsupport"])),
    ("detached vs correct only", lambda row: bool(row["label"] or row["correct"]), lambda row: bool(row["label"])),
)
_OMISSION: Task = ("omission vs rest (no detached)", lambda row: not row["label"], lambda row: bool(row["omission"]))
_HALLUCINATED = ("FULL_H", "PART_H")
_MITIGATION: tuple[Task, ...] = (
    ("FULL_H or PART_H vs rest", lambda row: True, lambda row: row["class"] in _HALLUCINATED),
    (
        "FULL_H or PART_H vs OK",
        lambda row: row["class"] in (*_HALLUCINATED, "OK"),
        lambda row: row["class"] in _HALLUCINATED,
    ),
    ("PART_H vs OK", lambda row: row["class"] in ("PART_H", "OK"), lambda row: row["class"] == "PART_H"),
)


def predict(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    return [
        {
            "id": row["id"],
            "score": pair.p_unsupported,
            "added": pair.p_addition,
            "omission_score": pair.p_omission,
            "flag": int(pair.adds),
            "distance": 1.0 - similarity,
        }
        for row, pair, similarity in zip(rows, tool.pairs(rows), tool.similarities(rows), strict=True)
    ]


def measure_needle(files: Sequence[Answered]) -> Tables:
    """By the probability that the sentence is unsupported altogether."""
    return _tables(files, _NEEDLE, (_OMISSION,), "score")


def measure_mitigation(files: Sequence[Answered]) -> Tables:
    """By the probability that the sentence adds anything, since part of it may be right."""
    return _tables(files, _MITIGATION, (), "added")


def _tables(files: Sequence[Answered], tasks: Sequence[Task], omissions: Sequence[Task], score: str) -> Tables:
    rows = [row for file in files for row in file.rows]
    answers = [answer for file in files for answer in file.predictions]
    return {
        "detection": _detections(rows, answers, score, tasks) | _detections(rows, answers, "omission_score", omissions),
        "detection by 1 - similarity alone": _detections(rows, answers, "distance", (*tasks, *omissions)),
        "decision": {"label": decision([a["flag"] for a in answers], [row["label"] for row in rows])},
    }


def _detections(rows: Sequence[Row], answers: Sequence[Prediction], score: str, tasks: Sequence[Task]) -> Table:
    table: Table = {}
    for name, takes_part, positive in tasks:
        kept = [k for k, row in enumerate(rows) if takes_part(row)]
        table[name] = detection([answers[k][score] for k in kept], [positive(rows[k]) for k in kept])
    return table


_FIELDS = ("id", "src", "tgt", "src_lang", "tgt_lang", "label")
NEEDLE = Part(
    "needle",
    ("needle.jsonl",),
    (*_FIELDS, "hallucination", "full_unsupport", "strong_unsupport", "correct", "omission"),
    predict,
    measure_needle,
)
MITIGATION = Part("mitigation", ("mitigation.jsonl",), (*_FIELDS, "class"), predict, measure_mitigation)
