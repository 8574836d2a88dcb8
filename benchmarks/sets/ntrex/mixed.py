"""Mixed documents made of the news documents: the English, then an excerpt with none or one sentence put in.

The excerpt has the faithful sentences of the document's excerpt, shuffled, and in their middle the first near addition
where the document has one; boilerplate of a web page stands around both.  The whole goes through ``scan``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.lib.gold import Row
from benchmarks.lib.measures import decision, precision_recall_f1
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import PER_1000, Tables, with_mean
from benchmarks.lib.tool import Tool
from benchmarks.sets.ntrex.news import FIELDS, by_file, excerpt

BEFORE = "Home\nSubscribe to our newsletter\n\n"
AFTER = "\n\nPlease enter your comment!\nPlease enter your name here\nShare this page\n"


@dataclass(frozen=True, slots=True)
class Mixed:
    """A text, and the sentences of its rendering: where each begins and ends, and whether it was put in."""

    text: str
    sentences: tuple[tuple[int, int, bool], ...]


def mixed_document(row: Row) -> Mixed:
    """The document that is made of a row; the same on every run."""
    near = [k for k, target in enumerate(row["tgt"]) if target["label"] == "added_near"]
    chosen = [k for k in excerpt(row) if row["tgt"][k]["label"] == "faithful"]
    if near:
        chosen.insert(len(chosen) // 2, near[0])
    paragraphs = "\n\n".join(" ".join(row["src"][k : k + 4]) for k in range(0, len(row["src"]), 4))
    text = f"{BEFORE}{paragraphs}\n\n"
    places = []
    for number, k in enumerate(chosen):
        sentence = row["tgt"][k]["tgt"].strip()
        text += " " if number else ""
        places.append((len(text), len(text) + len(sentence), row["tgt"][k]["label"] != "faithful"))
        text += sentence
    return Mixed(text + AFTER, tuple(places))


def predict(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    """Characters of the rendering found, wrongly called rendering and missed; the codes of findings above neutral.

    Where the document could not be checked nothing was found in it.
    """
    answers = []
    for row in rows:
        mixed = mixed_document(row)
        result = tool.scan(mixed.text)
        renderings, findings = (result.renderings, result.findings) if result else ((), ())
        truth = set(range(mixed.sentences[0][0], mixed.sentences[-1][1])) if mixed.sentences else set()
        found = {k for rendering in renderings for k in range(rendering.start, rendering.end)}
        flagged = [f.target for f in findings if f.code == "ADD001" and f.target is not None]
        middles = [(start + end) // 2 for start, end, _ in mixed.sentences]
        answers.append(
            {
                "id": row["id"],
                "characters": [len(truth & found), len(found - truth), len(truth - found)],
                "added": [int(is_added) for _, _, is_added in mixed.sentences],
                "added_flag": [int(any(place.start <= k < place.end for place in flagged)) for k in middles],
                "findings": [finding.code for finding in findings if finding.severity.rank > 0],
                "checked": result is not None,
            }
        )
    return answers


def measure(files: Sequence[Answered]) -> Tables:
    return {"mixed documents": with_mean(by_file(files, _one))}


def _one(file: Answered) -> dict[str, float]:
    counts = [sum(said["characters"][k] for said in file.predictions) for k in range(3)]
    precision, recall, found_f1 = precision_recall_f1(*counts)
    labels = [bool(mark) for said in file.predictions for mark in said["added"]]
    flags = [bool(mark) for said in file.predictions for mark in said["added_flag"]]
    faithful = list(_without_addition(file.predictions))
    sentences = sum(len(said["added"]) for said in faithful)
    added = decision(flags, labels)
    return {
        "docs": len(file.predictions),
        "found_P": precision,
        "found_R": recall,
        "found_F1": found_f1,
        "added_P": added["P"],
        "added_R": added["R"],
        "added_F1": added["F1"],
        "exit_0": sum(map(_passes, faithful)) / len(faithful) if faithful else float("nan"),
        "all" + PER_1000: 1000 * sum(len(said["findings"]) for said in faithful) / max(sentences, 1),
    }


def _passes(said: Prediction) -> bool:
    return bool(said["checked"]) and not said["findings"]


def _without_addition(predictions: Sequence[Prediction]) -> Iterator[Prediction]:
    return (said for said in predictions if not any(said["added"]))


PART = Part("mixed", ("*.jsonl",), FIELDS, predict, measure)
