"""A clause added to or taken from a translation, against harmless edits (ContraTICO)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.lib import minimal_pairs
from benchmarks.lib.gold import Row, by_key
from benchmarks.lib.measures import reliability
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import Table, Tables
from checker.evidence.calibration.measures import auroc, calibration_error

HARMLESS = "harmless"
"""The family of synonyms, word order and spelling."""


def measure(files: Sequence[Answered]) -> Tables:
    rows, answers = minimal_pairs.pooled(files)
    languages = {"all": list(range(len(rows)))} | by_key(rows, lambda row: str(row["tgt_lang"]))
    calibration: Table = {}
    bins: Table = {}
    for language, chosen in languages.items():
        judged = [pair for k in chosen for pair in _judged_spans(rows[k], answers[k])]
        probabilities, right = [p for p, _ in judged], [truth for _, truth in judged]
        calibration[language] = {"n": len(judged), "ECE": calibration_error(probabilities, right)}
        bins |= {f"{language} {name}": row for name, row in reliability(probabilities, right).items()}
    return minimal_pairs.measure(files, "tgt_lang") | {
        "additions against harmless edits": {
            language: against_harmless([rows[k] for k in chosen], [answers[k] for k in chosen])
            for language, chosen in languages.items()
        },
        "calibration of ADD002's spans": calibration,
        "reliability of ADD002's spans": bins,
    }


def against_harmless(rows: Sequence[Row], answers: Sequence[Prediction]) -> dict[str, float]:
    """AUROC of bad members with an added clause over bad members with a harmless edit."""
    kept = [k for k, row in enumerate(rows) if row["family"] in ("addition", HARMLESS)]
    labels = [rows[k]["family"] == "addition" for k in kept]
    return {
        "n": len(kept),
        "pos": sum(labels),
        "AUROC": auroc([answers[k]["bad"] for k in kept], labels),
        "AUROC_addition": auroc([answers[k]["bad_addition"] for k in kept], labels),
    }


def _judged_spans(row: Row, answer: Prediction) -> Iterator[tuple[float, bool]]:
    """Probabilities of the spans in additions and in what they were made of; right when half of a span was added."""
    if row["family"] != "addition":
        return
    added = {offset for start, end in row["bad_spans"] for offset in range(start, end)}
    for _, _, p in answer["good_spans_p"]:
        yield p, False
    for start, end, p in answer["bad_spans_p"]:
        yield p, 2 * len(added & set(range(start, end))) >= end - start


PART = Part("contratico", ("*.jsonl",), minimal_pairs.FIELDS, minimal_pairs.predict, measure)
