"""Loose comments under statements, written by hand in 27 languages: every sentence with what is wrong with it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.lib.gold import Row
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import Tables
from benchmarks.lib.tool import Tool
from checker.evidence.calibration.measures import auroc
from checker.model import TargetSegment

HARMLESS = ("faithful", "paratext")


def read(path: Path) -> list[Row]:
    """The comments that ``expected.json`` names, each with the text of its file."""
    expected = json.loads(path.read_text(encoding="utf-8"))
    return [
        {"file": name, "text": (path.parent / name).read_text(encoding="utf-8"), **case}
        for name, case in expected.items()
    ]


def folded(text: str) -> str:
    """Text without quotation marks of mail and without white space that makes no difference."""
    return " ".join(re.sub(r"(?m)^> ?", "", text).split())


def suspicion(segment: TargetSegment) -> float:
    """The probability that anything is wrong with a sentence, were all that is said of it independent."""
    rest = 1.0 - segment.p_addition
    for p in (segment.p_mistranslation, max((span.p_addition for span in segment.spans), default=0.0)):
        rest *= 1.0 - p
    return 1.0 - rest


def predict(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    answers: list[Prediction] = []
    for row in rows:
        result = tool.scan(row["text"])
        findings = [f for f in result.findings if f.severity.rank > 0] if result else []
        answers.append(
            {
                "file": row["file"],
                "findings": [
                    {"code": f.code, "text": f.target.text, "probability": f.probability} for f in findings if f.target
                ],
                "sentences": {
                    folded(segment.text): suspicion(segment)
                    for rendering in (result.renderings if result else ())
                    for segment in rendering.segments
                },
            }
        )
    return answers


def measure(files: Sequence[Answered]) -> Tables:
    """Per label how many sentences have a finding; false alarms; AUROC of flawed against faithful sentences."""
    hit: Counter[str] = Counter()
    of: Counter[str] = Counter()
    scores: list[float] = []
    flawed: list[bool] = []
    clean = flawless = furniture = elsewhere = 0
    for file in files:
        for row, answer in zip(file.rows, file.predictions, strict=True):
            marks = [folded(finding["text"]) for finding in answer["findings"]]
            taken: set[int] = set()
            accused = False
            for sentence, label in zip(map(folded, row["sentences"]), row["labels"], strict=True):
                mine = [k for k, mark in enumerate(marks) if mark and (mark in sentence or sentence in mark)]
                taken.update(mine)
                of[label] += 1
                hit[label] += bool(mine)
                accused |= bool(mine) and label == "faithful"
                if label != "paratext" and sentence in answer["sentences"]:
                    scores.append(answer["sentences"][sentence])
                    flawed.append(label != "faithful")
            outside = [mark for k, mark in enumerate(marks) if k not in taken]
            around = " ".join(folded(text) for text in row.get("furniture", []))
            furniture += sum(mark in around for mark in outside)
            elsewhere += sum(mark not in around for mark in outside)
            if all(label in HARMLESS for label in row["labels"]):
                flawless += 1
                clean += not accused and not outside
    table = {label: {"reported": hit[label] / of[label], "n": float(of[label])} for label in sorted(of)}
    bad = [label for label in of if label not in HARMLESS]
    total = sum(of[label] for label in bad)
    if total:
        table["all flawed"] = {"reported": sum(hit[label] for label in bad) / total, "n": float(total)}
    ranking = {"flawed against faithful": {"AUROC": auroc(scores, flawed)}} if any(flawed) and not all(flawed) else {}
    around_text = {"findings": {"furniture": float(furniture), "elsewhere": float(elsewhere)}}
    spotless = {
        "without a flaw": {"come out clean": clean / flawless if flawless else float("nan"), "n": float(flawless)}
    }
    return {"reported, by label": table, "ranking": ranking, "outside the comments": around_text, "files": spotless}


PART = Part("comments", ("expected.json",), ("file",), predict, measure, read)
