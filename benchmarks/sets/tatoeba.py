"""Retrieval of short everyday sentences among a thousand of one language (Tatoeba)."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.lib.gold import Row, by_key
from benchmarks.lib.nearest import nearest
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import Table, Tables, with_mean
from benchmarks.lib.tool import Tool

XTREME = frozenset(
    "afr ara ben bul cmn deu ell est eus fin fra heb hin hun ind ita jav jpn kat kaz kor mal mar nld pes por rus spa "
    "swh tam tel tgl tha tur urd vie".split()
)
"""The 36 languages that the XTREME benchmark takes of this set (Hu et al. 2020)."""


def predict(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    return nearest(tool, rows, _language)


def measure(files: Sequence[Answered]) -> Tables:
    table: Table = {}
    for file in files:
        for language, chosen in by_key(file.rows, _language).items():
            english = {file.rows[k]["idx"]: file.rows[k]["src"] for k in chosen}
            rows, answers = [file.rows[k] for k in chosen], [file.predictions[k] for k in chosen]
            count = len(chosen)
            to_english = sum(a["pred"] == row["idx"] for row, a in zip(rows, answers, strict=True)) / count
            to_foreign = sum(a["pred_e2x"] == row["idx"] for row, a in zip(rows, answers, strict=True)) / count
            table[language] = {
                "n": count,
                "x2e": to_english,
                "x2e_lenient": sum(english[a["pred"]] == row["src"] for row, a in zip(rows, answers, strict=True))
                / count,
                "e2x": to_foreign,
                "both": (to_english + to_foreign) / 2,
            }
    of_xtreme = [row for language, row in table.items() if language in XTREME]
    averages: Table = {
        "XTREME-36": {
            "languages": len(of_xtreme),
            "mean_x2e": sum(row["x2e"] for row in of_xtreme) / len(of_xtreme) if of_xtreme else float("nan"),
        }
    }
    return {"retrieval": with_mean(table), "retrieval, mean over the languages that XTREME has": averages}


def _language(row: Row) -> str:
    return str(row["tgt_lang"])


PART = Part("tatoeba", ("pairs.jsonl",), ("id", "src", "tgt", "src_lang", "tgt_lang", "idx"), predict, measure)
