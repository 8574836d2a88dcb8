"""Word tags and human judgments of machine translations of single sentences (MLQE-PE).

Where the tool has no answer there is no measure: it marks words on both sides, but not the gap where a word is
missing.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.lib.gold import Row, by_key, languages_of
from benchmarks.lib.measures import detection, pearson, spearman, two_classes
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import Tables
from benchmarks.lib.tool import FROM, Tool, listed, token_scores

SIDES = ("tgt", "src")
_LIMITS = (50, 30)
"""Means of direct assessment (0 to 100) under which a meaning counts as damaged."""


def predict(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    evidence = tool.pair_evidence(rows)
    words = {"tgt": [s.words for s in evidence.sentences], "src": [s.words for s in evidence.sources]}
    return [
        {
            "id": row["id"],
            "score": pair.p_wrong,
            **{
                f"{side}_bad": [
                    int(p >= FROM)
                    for p in token_scores(row[side], offsets(row[side], row[f"{side}_tokens"]), words[side][k], 0.0)
                ]
                for side in SIDES
            },
            "tgt_spans": listed(pair.target_spans),
            "src_spans": listed(pair.source_spans),
        }
        for k, (row, pair) in enumerate(zip(rows, tool.pairs(rows), strict=True))
    ]


def measure(files: Sequence[Answered]) -> Tables:
    tables: Tables = {"correlation": {}, "detection": {}, "words marked BAD": {}}
    for file in files:
        for name, chosen in by_key(file.rows, _slice).items():
            rows, answers = [file.rows[k] for k in chosen], [file.predictions[k] for k in chosen]
            scores = [answer["score"] for answer in answers]
            tables["correlation"][name] = _correlations(rows, scores)
            judged = [k for k, row in enumerate(rows) if row["da_mean"] is not None]
            for limit in _LIMITS if judged else ():
                tables["detection"][f"{name}: DA mean < {limit}"] = detection(
                    [scores[k] for k in judged], [rows[k]["da_mean"] < limit for k in judged]
                )
            for side in SIDES:
                truth = [bool(mark) for row in rows for mark in row[f"{side}_tags"]]
                for kind, marks in (
                    ("words", [answer[f"{side}_bad"] for answer in answers]),
                    ("spans", [spans_to_tokens(row, side, a) for row, a in zip(rows, answers, strict=True)]),
                ):
                    flags = [bool(mark) for row_marks in marks for mark in row_marks]
                    tables["words marked BAD"][f"{name}: {side} by {kind}"] = two_classes(flags, truth)
    return tables


def _correlations(rows: Sequence[Row], scores: Sequence[float]) -> dict[str, float]:
    row: dict[str, float] = {"n": len(rows)}
    if all(r["da_z"] is not None for r in rows):
        fine, judged = [-score for score in scores], [float(r["da_z"]) for r in rows]
        row |= {"DA z: pearson": pearson(fine, judged), "DA z: spearman": spearman(fine, judged)}
    edits = [float(r["hter"]) for r in rows]
    return row | {"HTER: pearson": pearson(scores, edits), "HTER: spearman": spearman(scores, edits)}


def offsets(text: str, tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Where the tokens stand in their text, one after the other."""
    found, end = [], 0
    for token in tokens:
        start = text.index(token, end)
        end = start + len(token)
        found.append((start, end))
    return found


def spans_to_tokens(row: Row, side: str, answer: Prediction) -> list[int]:
    """1 for each token of which the answer's spans cover half or more."""
    covered = {offset for start, end in answer[f"{side}_spans"] for offset in range(start, end)}
    return [
        int(2 * len(covered & set(range(start, end))) >= end - start)
        for start, end in offsets(row[side], row[f"{side}_tokens"])
    ]


def _slice(row: Row) -> str:
    return f"{languages_of(row)} {row.get('split', 'all')}"


_FIELDS = ("id", "src", "tgt", "src_lang", "tgt_lang", "da_mean", "da_z", "hter")
PART = Part(
    "mlqe",
    ("*.jsonl",),
    (*_FIELDS, *(f"{side}_{field}" for side in SIDES for field in ("tokens", "tags"))),
    predict,
    measure,
)
