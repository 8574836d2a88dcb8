"""Pages of an administration in four languages, each token labelled from 0 (said there too) to 1 (SwissGov-RSD)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from benchmarks.lib.gold import Row, by_key
from benchmarks.lib.measures import confusion, detection, precision_recall_f1, spearman
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import Tables, with_mean
from benchmarks.lib.tool import FROM, Tool, token_scores
from checker.evidence.records import WordEvidence
from checker.model import Segment

SIDES = ("tgt", "src")
NOT_SCORED = -1

_Part = tuple[Segment, Sequence[WordEvidence], float]
"""A sentence, its words, and the probability that the whole of it has no counterpart."""


def predict(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    """Pages are compared as running text: their tokens, joined by spaces."""
    answers = []
    for row in rows:
        texts = {side: " ".join(row[f"{side}_tokens"]) for side in SIDES}
        evidence = tool.texts(texts["src"], texts["tgt"])
        rendered: list[_Part] = [(s.segment, s.words, s.p_addition) for s in evidence.sentences]
        original: list[_Part] = [(s.segment, s.words, s.p_omission) for s in evidence.sources]
        answers.append(
            {
                "id": row["id"],
                "tgt": scores_of_tokens(texts["tgt"], row["tgt_tokens"], rendered),
                "src": scores_of_tokens(texts["src"], row["src_tokens"], original),
            }
        )
    return answers


def scores_of_tokens(text: str, tokens: Sequence[str], parts: Sequence[_Part]) -> list[float]:
    """For each token what its word says, and at least what its sentence does: without the whole no part is there."""
    offsets, start = [], 0
    for token in tokens:
        offsets.append((start, start + len(token)))
        start += len(token) + 1
    scores = [0.0] * len(tokens)
    first = 0
    for segment, words, p_absent in parts:
        while first < len(offsets) and offsets[first][1] <= segment.start:
            first += 1
        stop = first
        while stop < len(offsets) and offsets[stop][0] < segment.end:
            stop += 1
        scores[first:stop] = token_scores(text, offsets[first:stop], words, p_absent)
        first = stop
    return scores


def measure(files: Sequence[Answered]) -> Tables:
    tables: Tables = {"graded labels": {}, "label 1, flagged from one half": {}}
    for task in _TASKS:
        tables[task] = {}
    for side in SIDES:
        for file in files:
            slices = {"": list(range(len(file.rows)))}
            splits = by_key(file.rows, lambda row: str(row.get("split", "")))
            if len(splits) > 1:
                slices |= splits
            for split, chosen in slices.items():
                name = f"{side} {file.name} {split}".strip()
                _add(tables, name, [file.rows[k] for k in chosen], [file.predictions[k] for k in chosen], side)
        if len(files) > 1:
            for table in tables.values():
                whole = {f"{side} {file.name}": table[f"{side} {file.name}"] for file in files}
                table |= {f"{side} {row}": with_mean(whole)[row] for row in ("mean", "worst")}
    return tables


_TASKS = ("label 1 vs 0", "label 1 vs rest", "any difference vs none")


def _add(tables: Tables, name: str, rows: Sequence[Row], answers: Sequence[Prediction], side: str) -> None:
    scores: list[float] = []
    labels: list[float] = []
    correlations: list[float] = []
    for row, answer in zip(rows, answers, strict=True):
        kept = [k for k, label in enumerate(row[f"{side}_labels"]) if label != NOT_SCORED]
        here, graded = [answer[side][k] for k in kept], [row[f"{side}_labels"][k] for k in kept]
        scores += here
        labels += graded
        if len(set(graded)) > 1:
            correlation = spearman(here, graded)
            correlations.append(0.0 if math.isnan(correlation) else correlation)
    tables["graded labels"][name] = {
        "docs": len(rows),
        "tokens": len(labels),
        "docs_with_difference": len(correlations),
        "spearman_mean": sum(correlations) / len(correlations) if correlations else float("nan"),
        "spearman_pooled": spearman(scores, labels),
    }
    clear = [k for k, label in enumerate(labels) if label in (0, 1)]
    tables["label 1 vs 0"][name] = detection([scores[k] for k in clear], [labels[k] == 1 for k in clear])
    tables["label 1 vs rest"][name] = detection(scores, [label == 1 for label in labels])
    tables["any difference vs none"][name] = detection(scores, [label > 0 for label in labels])
    counts = confusion([score >= FROM for score in scores], [label == 1 for label in labels])
    found = precision_recall_f1(*counts[:3])
    tables["label 1, flagged from one half"][name] = dict(zip(("P", "R", "F1"), found, strict=True))


PART = Part(
    "swissgov",
    ("*.jsonl",),
    ("id", "src_lang", "tgt_lang", *(f"{side}_{field}" for side in SIDES for field in ("tokens", "labels"))),
    predict,
    measure,
)
