"""Additions and omissions that professional annotators marked in translations of paragraphs (WMT23 MQM)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from benchmarks.lib.gold import Row, by_key, languages_of
from benchmarks.lib.measures import decision, detection, overlap
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import Tables
from benchmarks.lib.tool import Tool, listed

REPEATER = "ZengHuiMT"
"""A system that has half of the German additions, mostly text repeated; figures are given without it too."""

SIDES = (
    ("addition", "score", ("addition", "addition_content", "addition_long", "addition_major")),
    ("omission", "omission_score", ("omission", "omission_content", "omission_long")),
)
_SPANS = (
    ("addition", "spans", "addition_spans"),
    ("omission", "omission_spans", "omission_spans_src"),
)


def predict(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    return [
        {
            "id": row["id"],
            "score": pair.p_addition,
            "omission_score": pair.p_omission,
            "flag": int(pair.adds),
            "spans": listed(pair.target_spans),
            "omission_spans": listed(pair.source_spans),
        }
        for row, pair in zip(rows, tool.pairs(rows), strict=True)
    ]


def measure(files: Sequence[Answered]) -> Tables:
    tables: Tables = {"detection": {}, "decision on addition_content": {}, "spans": {}}
    for file in files:
        for name, chosen in _slices(file):
            rows, answers = [file.rows[k] for k in chosen], [file.predictions[k] for k in chosen]
            for side, score, labels in SIDES:
                for label in labels:
                    for against, others in _negatives(side):
                        kept = [k for k, row in enumerate(rows) if row[label] or others(row)]
                        truth = [bool(rows[k][label]) for k in kept]
                        if any(truth) and not all(truth):
                            row = detection([answers[k][score] for k in kept], truth)
                            tables["detection"][f"{name}: {label} vs {against}"] = row
            kept = [k for k, row in enumerate(rows) if row["addition_content"] or not row["addition"]]
            tables["decision on addition_content"][name] = decision(
                [answers[k]["flag"] for k in kept], [rows[k]["addition_content"] for k in kept]
            )
            for side, spans, gold in _SPANS:
                items = [(answer[spans], row[gold], row[side]) for row, answer in zip(rows, answers, strict=True)]
                tables["spans"][f"{name}: {side}, all segments"] = overlap(item[:2] for item in items)
                tables["spans"][f"{name}: {side}, segments with one"] = overlap(item[:2] for item in items if item[2])
    return tables


def _negatives(side: str) -> tuple[tuple[str, Callable[[Row], bool]], ...]:
    return (
        (f"all without {side}", lambda row: not row[side]),
        ("no error", lambda row: bool(row["kind"] == "no_error")),
        ("other error", lambda row: bool(row["kind"] == "other_error")),
    )


def _slices(file: Answered) -> Iterator[tuple[str, list[int]]]:
    """Names and rows: all, without the repeating system, without translations by people, each pair of languages."""
    rows = file.rows
    everything = list(range(len(rows)))
    yield file.name, everything
    for name, kept in (
        (f"without {REPEATER}", [k for k in everything if rows[k].get("system") != REPEATER]),
        ("without human", [k for k in everything if not rows[k].get("human")]),
    ):
        if 0 < len(kept) < len(everything):
            yield f"{file.name} {name}", kept
    pairs = by_key(rows, languages_of)
    if len(pairs) > 1:
        yield from ((f"{file.name} {pair}", chosen) for pair, chosen in pairs.items())


PART = Part(
    "mqm",
    ("*.jsonl",),
    ("id", "src", "tgt", "src_lang", "tgt_lang", "kind", *SIDES[0][2], *SIDES[1][2], *(gold for _, _, gold in _SPANS)),
    predict,
    measure,
)
