"""English-French divergence (none, some, unrelated) with the tokens that three annotators marked (REFreSD)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.lib.gold import Row
from benchmarks.lib.measures import decision, detection, two_classes
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import Tables
from benchmarks.lib.tool import DIVERGENT_FROM, FROM, Tool, token_scores

SIDES = ("tgt", "src")
_TASKS = (
    ("some vs none", ("some",), ("none",)),
    ("unrelated vs none", ("unrelated",), ("none",)),
    ("unrelated vs some+none", ("unrelated",), ("some", "none")),
)
_SLICES = (
    ("all", ("none", "some", "unrelated")),
    ("some_meaning_difference", ("some",)),
    ("divergent", ("some", "unrelated")),
)
_MARKS = ((1, "union"), (2, "two_of_three"), (3, "intersection"))


def predict(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    """The flag says that p_wrong speaks for a difference; spans are the tokens whose words are likelier absent."""
    evidence = tool.pair_evidence(rows)
    words = {"tgt": [s.words for s in evidence.sentences], "src": [s.words for s in evidence.sources]}
    return [
        {
            "id": row["id"],
            "score": pair.p_wrong,
            "flag": int(pair.p_wrong >= DIVERGENT_FROM),
            **{
                f"{side}_spans": [
                    place
                    for place, p in zip(
                        row[f"{side}_token_offsets"],
                        token_scores(row[side], row[f"{side}_token_offsets"], words[side][k], 0.0),
                        strict=True,
                    )
                    if p >= FROM
                ]
                for side in SIDES
            },
        }
        for k, (row, pair) in enumerate(zip(rows, tool.pairs(rows), strict=True))
    ]


def measure(files: Sequence[Answered]) -> Tables:
    rows = [row for file in files for row in file.rows]
    answers = [answer for file in files for answer in file.predictions]
    scores = [answer["score"] for answer in answers]
    divergent = [bool(row["divergent"]) for row in rows]
    detections = {"divergent(some+unrelated) vs none": detection(scores, divergent)}
    for name, positive, negative in _TASKS:
        kept = [k for k, row in enumerate(rows) if row["label"] in (*positive, *negative)]
        detections[name] = detection([scores[k] for k in kept], [rows[k]["label"] in positive for k in kept])
    flags = [bool(answer["flag"]) for answer in answers]
    return {
        "detection": detections,
        "divergent or not, flagged by p_wrong": {
            "flag": decision(flags, divergent) | two_classes(flags, divergent),
            "every pair flagged": decision([True] * len(rows), divergent) | two_classes([True] * len(rows), divergent),
        },
        "tokens": {
            f"{side} {name} {agreement} {how}".rstrip(): _tokens(rows, answers, side, labels, least, flagger)
            for side in SIDES
            for name, labels in _SLICES
            for least, agreement in _MARKS
            for how, flagger in _FLAGGERS
        },
    }


def _tokens(
    rows: Sequence[Row],
    answers: Sequence[Prediction],
    side: str,
    labels: Sequence[str],
    least: int,
    flagger: Callable[[Row, Prediction, str], list[bool]],
) -> dict[str, float]:
    flags: list[bool] = []
    truth: list[bool] = []
    for row, answer in zip(rows, answers, strict=True):
        if row["label"] in labels:
            flags += flagger(row, answer, side)
            truth += [mark >= least for mark in row[f"{side}_marks"]]
    return two_classes(flags, truth)


def from_spans(row: Row, answer: Prediction, side: str) -> list[bool]:
    """Tokens of which the answer's spans cover half or more."""
    covered = {offset for start, end in answer[f"{side}_spans"] for offset in range(start, end)}
    return [2 * len(covered & set(range(start, end))) >= end - start for start, end in row[f"{side}_token_offsets"]]


def every_token(row: Row, answer: Prediction, side: str) -> list[bool]:
    """The baseline that marks everything."""
    return [True] * len(row[f"{side}_tokens"])


def not_on_the_other_side(row: Row, answer: Prediction, side: str) -> list[bool]:
    """The baseline that marks words whose form the other side does not have; names and numbers often stay as they
    are."""
    other = {token.casefold() for token in row["src_tokens" if side == "tgt" else "tgt_tokens"]}
    return [any(map(str.isalnum, t)) and t.casefold() not in other for t in row[f"{side}_tokens"]]


def longest_run(row: Row, answer: Prediction, side: str) -> list[bool]:
    """The baseline that marks the longest run of such words alone."""
    flags = not_on_the_other_side(row, answer, side)
    best = (0, 0)
    start = 0
    for k, flag in enumerate([*flags, False]):
        if not flag:
            best = max(best, (k - start, -start))
            start = k + 1
    length, first = best[0], -best[1]
    return [first <= k < first + length for k in range(len(flags))]


_FLAGGERS = (
    ("", from_spans),
    ("(all tokens)", every_token),
    ("(form not on the other side)", not_on_the_other_side),
    ("(longest run of those)", longest_run),
)

PART = Part(
    "refresd",
    ("refresd.jsonl",),
    (
        *("id", "src", "tgt", "src_lang", "tgt_lang", "label", "divergent"),
        *(f"{side}_{field}" for side in SIDES for field in ("tokens", "token_offsets", "marks")),
    ),
    predict,
    measure,
)
