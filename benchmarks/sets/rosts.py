"""English-Romanian graded similarity, and Romanian retrieval among near-duplicates (RO-STS)."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.lib.gold import Row, by_key
from benchmarks.lib.measures import detection, pearson, spearman
from benchmarks.lib.nearest import nearest
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import Table, Tables
from benchmarks.lib.tool import Tool


def predict_similarity(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    return [
        {"id": row["id"], "score": similarity, "faithful": 1.0 - pair.p_wrong}
        for row, similarity, pair in zip(rows, tool.similarities(rows), tool.pairs(rows), strict=True)
    ]


def measure_similarity(files: Sequence[Answered]) -> Tables:
    correlations: Table = {}
    equivalents: Table = {}
    for file in files:
        for split, chosen in by_key(file.rows, _split).items():
            grades = [float(file.rows[k]["sts"]) for k in chosen]
            equivalent = [bool(file.rows[k]["equivalent"]) for k in chosen]
            for key, name in (("score", "similarity"), ("faithful", "1 - p_wrong")):
                scores = [file.predictions[k][key] for k in chosen]
                correlations[f"{split} {name}"] = {
                    "n": len(chosen),
                    "spearman": spearman(scores, grades),
                    "pearson": pearson(scores, grades),
                }
                equivalents[f"{split} {name}"] = detection(scores, equivalent)
    return {"cross-lingual STS": correlations, "equivalent (>=4.5) vs rest": equivalents}


def predict_retrieval(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    return nearest(tool, rows, _split)


def measure_retrieval(files: Sequence[Answered]) -> Tables:
    table: Table = {}
    for file in files:
        for split, chosen in by_key(file.rows, _split).items():
            english = {file.rows[k]["idx"]: file.rows[k]["src"] for k in chosen}
            picked = [(file.rows[k], file.predictions[k]["pred"], file.predictions[k]["pred_e2x"]) for k in chosen]
            table[split] = {
                "n": len(chosen),
                "strict": sum(pred == row["idx"] for row, pred, _ in picked) / len(chosen),
                "lenient": sum(english[pred] == row["src"] for row, pred, _ in picked) / len(chosen),
                "e2x": sum(back == row["idx"] for row, _, back in picked) / len(chosen),
            }
    return {"retrieval": table}


def _split(row: Row) -> str:
    return str(row.get("split", "all"))


_FIELDS = ("id", "src", "tgt", "src_lang", "tgt_lang")
SIMILARITY = Part(
    "similarity", ("xsts_*.jsonl",), (*_FIELDS, "sts", "equivalent"), predict_similarity, measure_similarity
)
RETRIEVAL = Part("retrieval", ("rosts_*.jsonl",), (*_FIELDS, "idx"), predict_retrieval, measure_retrieval)
