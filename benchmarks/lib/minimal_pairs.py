"""Minimal pairs, a good and a bad rendering of one source: what DEMETR and ContraTICO have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.lib.gold import Row, by_key
from benchmarks.lib.measures import overlap, pair_accuracy
from benchmarks.lib.part import Answered, Prediction
from benchmarks.lib.tables import Table, Tables
from benchmarks.lib.tool import PairScores, Tool, listed
from checker.evidence.calibration.measures import auroc

FIELDS = ("id", "src", "good", "bad", "src_lang", "tgt_lang", "family", "perturbation", "bad_spans")
ALONE = ("addition", "omission", "mistranslation")
"""Probabilities that are also looked at one by one."""

DECIMALS = 6
"""Members that differ in nothing that is looked at tie; what rounding leaves between them is no answer."""


def predict(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    """Scores of both members; ``spans`` are flagged in the bad one, ``*_spans_p`` have every span with its p."""
    good, bad = tool.pairs(rows, "good"), tool.pairs(rows, "bad")
    return [
        {
            "id": row["id"],
            **_scores("good", kept),
            **_scores("bad", broken),
            "spans": listed(broken.target_spans),
            "good_spans_p": list(kept.target_spans),
            "bad_spans_p": list(broken.target_spans),
        }
        for row, kept, broken in zip(rows, good, bad, strict=True)
    ]


def _scores(member: str, pair: PairScores) -> dict[str, float]:
    return {
        member: round(pair.p_wrong, DECIMALS),
        f"{member}_addition": round(pair.p_addition, DECIMALS),
        f"{member}_omission": round(pair.p_omission, DECIMALS),
        f"{member}_mistranslation": round(pair.p_mistranslation, DECIMALS),
    }


def measure(files: Sequence[Answered], language: str) -> Tables:
    """Tables over all files together; ``language`` names the field with the language that is not English."""
    rows, answers = pooled(files)
    everything = by_key(rows, lambda row: str(row["family"]))
    additions = [k for k, row in enumerate(rows) if row["family"] == "addition"]
    perturbations = by_key(rows, lambda row: str(row["perturbation"]))
    by_language = by_key(rows, lambda row: f"{row[language]} {row['family']}")
    alone = [f"_{name}" for name in ALONE]
    return {
        "family": _rows(answers, dict(sorted(everything.items()))),
        "family, by one probability alone": _rows(answers, dict(sorted(everything.items())), alone),
        "perturbation": _rows(answers, perturbations),
        "addition by language": _rows(answers, _among(additions, rows, lambda row: str(row[language]))),
        "family by language": _rows(answers, dict(sorted(by_language.items()))),
        "spans flagged in the bad member": {
            name: overlap((answers[k]["spans"], rows[k]["bad_spans"]) for k in chosen)
            for name, chosen in (*sorted(everything.items()), *perturbations.items(), *sorted(by_language.items()))
            if any(rows[k]["bad_spans"] for k in chosen)
        },
    }


def pooled(files: Sequence[Answered]) -> tuple[list[Row], list[Prediction]]:
    """Rows and answers of all files in a row."""
    return [row for file in files for row in file.rows], [answer for file in files for answer in file.predictions]


def _among(numbers: Sequence[int], rows: Sequence[Row], key: Callable[[Row], str]) -> dict[str, list[int]]:
    found = by_key([rows[k] for k in numbers], key)
    return {name: [numbers[k] for k in chosen] for name, chosen in found.items()}


def _rows(answers: Sequence[Prediction], groups: dict[str, list[int]], scores: Sequence[str] = ("",)) -> Table:
    return {name: one([answers[k] for k in chosen], scores) for name, chosen in groups.items()}


def one(answers: Sequence[Prediction], scores: Sequence[str] = ("",)) -> dict[str, float]:
    """Pair accuracy and AUROC over all sentences, by the scores whose names end so ("": of anything wrong)."""
    row: dict[str, float] = {"n": len(answers)}
    for suffix in scores:
        good = [answer[f"good{suffix}"] for answer in answers]
        bad = [answer[f"bad{suffix}"] for answer in answers]
        row[f"pair_accuracy{suffix}"] = pair_accuracy(good, bad)
        row[f"AUROC{suffix}"] = auroc([*good, *bad], [False] * len(good) + [True] * len(bad))
    return row
