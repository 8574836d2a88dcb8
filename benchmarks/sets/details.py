"""Numbers, units, dates, times, names, negations, opposites and placeholders, rendered rightly and wrongly, by kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.lib import detail_pairs
from benchmarks.lib.gold import Row, by_key
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import Table, Tables
from benchmarks.lib.tool import Tool

ACCUSED_BY = {"uncovered": ("MIS", "ADD")}
"""Rules that accuse a right rendering of a kind of detail, by how their codes begin: MIS where nothing is listed."""

FOUND_BY = {
    "numbers": ("MIS001", "MIS002"),
    "units": ("MIS001", "MIS002"),
    "dates": ("MIS001", "MIS002"),
    "times": ("MIS001", "MIS002"),
    "names": ("MIS003", "MIS005"),
    "negation": ("MIS004", "MIS005"),
    "opposites": ("MIS002", "MIS004", "MIS005"),
    "placeholders": ("MIS006",),
}
"""Rules of which one has to speak for a wrong rendering to count as found; for other kinds any will do.  Days,
seasons and halves of the day are opposites that are dates and times."""


def predict(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    """Codes of the findings on either rendering, as each were a file with the others; none for one that is missing."""
    answers: list[Prediction] = [{"id": row["id"], "right": [], "wrong": []} for row in rows]
    for side in ("right", "wrong"):
        given = [k for k, row in enumerate(rows) if row[side]]
        for k, pair in zip(given, tool.pairs([rows[k] for k in given], side) if given else (), strict=True):
            answers[k][side] = list(pair.codes)
    return answers


def measure(files: Sequence[Answered]) -> Tables:
    """By kind, language and construction; first what is reported, for rules were made on the rest."""
    rows = [row for file in files for row in file.rows]
    answers = [answer for file in files for answer in file.predictions]
    tables: Tables = {}
    for part in (detail_pairs.REPORT, detail_pairs.DEVELOPMENT):
        chosen = [k for k, row in enumerate(rows) if row["part"] == part]
        groups: dict[str, list[int]] = {}
        for k in chosen:
            groups.setdefault(rows[k]["kind"], []).append(k)
        tables[f"{part}, by kind"] = _table(rows, answers, groups)
    tables["by language"] = _table(rows, answers, _sorted(rows, lambda row: str(row["tgt_lang"])), everything=False)
    return tables


def _sorted(rows: Sequence[Row], key: Callable[[Row], str]) -> dict[str, list[int]]:
    return dict(sorted(by_key(rows, key).items()))


def _table(
    rows: Sequence[Row], answers: Sequence[Prediction], groups: dict[str, list[int]], everything: bool = True
) -> Table:
    table = {name: shares([(rows[k], answers[k]) for k in chosen]) for name, chosen in groups.items()}
    chosen = [k for members in groups.values() for k in members]
    return table | ({"all": shares([(rows[k], answers[k]) for k in chosen])} if everything and chosen else {})


def shares(pairs: Sequence[tuple[Row, Prediction]]) -> dict[str, float]:
    """Right renderings and the share of them that are accused, wrong ones and the share of them that are missed."""
    right = [is_accused(row["kind"], answer["right"]) for row, answer in pairs if row["right"]]
    wrong = [is_found(row["kind"], answer["wrong"]) for row, answer in pairs if row["wrong"]]
    return {
        "right": float(len(right)),
        "accused": right.count(True) / len(right) if right else float("nan"),
        "wrong": float(len(wrong)),
        "missed": wrong.count(False) / len(wrong) if wrong else float("nan"),
    }


def is_accused(kind: str, codes: Sequence[str]) -> bool:
    """Whether a rule accuses a rendering of this kind of detail."""
    return any(code.startswith(ACCUSED_BY.get(kind, ("MIS",))) for code in codes)


def is_found(kind: str, codes: Sequence[str]) -> bool:
    """Whether a rule that knows this kind of detail speaks."""
    return any(code in FOUND_BY.get(kind, (code,)) for code in codes)


def read(path: Path) -> list[Row]:
    return detail_pairs.battery(path)


PART = Part("details", ("*.tsv",), ("id",), predict, measure, read)
