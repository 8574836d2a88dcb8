"""Critical errors put into human translations: insertions, deletions, numbers, names, negation (WMT22)."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.lib.gold import Row, by_key, languages_of
from benchmarks.lib.measures import as_many_as_there_are, decision, detection, overlap
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import Tables
from benchmarks.lib.tool import Tool, listed

_WITH_SPANS = ("insert", "number", "replace")


def predict(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    return [
        {
            "id": row["id"],
            "score": pair.p_wrong,
            "flag": int(bool(pair.codes)),
            "spans": listed(pair.target_spans),
            "p_addition": pair.p_addition,
            "p_omission": pair.p_omission,
            "p_mistranslation": pair.p_mistranslation,
        }
        for row, pair in zip(rows, tool.pairs(rows), strict=True)
    ]


def measure(files: Sequence[Answered]) -> Tables:
    rows = [row for file in files for row in file.rows]
    answers = [answer for file in files for answer in file.predictions]
    tables: Tables = {
        "detection": {},
        "as many flagged as there are errors (the WMT22 rule)": {},
        "decision": {},
        "MCC under the WMT22 rule by one probability alone": {},
        "detection by kind of edit": {},
        "spans on erroneous items (insert, number, replace)": {},
    }
    detections, rule, decisions, alone, by_edit, spans = tables.values()
    for name, chosen in by_key(rows, _slice).items():
        scores = [answers[k]["score"] for k in chosen]
        labels = [bool(rows[k]["label"]) for k in chosen]
        detections[name] = detection(scores, labels)
        rule[name] = as_many_as_there_are(scores, labels)
        decisions[name] = decision([answers[k]["flag"] for k in chosen], labels)
        alone[name] = {
            score: as_many_as_there_are([answers[k][score] for k in chosen], labels)["MCC"]
            for score in ("p_addition", "p_omission", "p_mistranslation")
        }
        for edit in sorted({str(rows[k]["edit"]) for k in chosen if rows[k]["label"] and rows[k].get("edit")}):
            kept = [k for k in chosen if not rows[k]["label"] or rows[k].get("edit") == edit]
            by_edit[f"{name} {edit}"] = detection(
                [answers[k]["score"] for k in kept], [bool(rows[k]["label"]) for k in kept]
            )
        if any("tgt_spans" in rows[k] for k in chosen):
            spans[name] = overlap(
                (answers[k]["spans"], rows[k]["tgt_spans"])
                for k in chosen
                if rows[k]["label"] and rows[k].get("edit") in _WITH_SPANS
            )
    return {title: table for title, table in tables.items() if table}


def _slice(row: Row) -> str:
    return f"{languages_of(row)} {row.get('split', 'test')}"


PART = Part("ced22", ("*.jsonl",), ("id", "src", "tgt", "src_lang", "tgt_lang", "label"), predict, measure)
