"""Sentence alignment by hand: Text+Berg (German-French), literary Chinese-English with a translator's additions."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.lib.gold import Row, by_key
from benchmarks.lib.measures import precision_recall_f1
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import Tables
from benchmarks.lib.tool import Tool

Bead = tuple[tuple[int, ...], tuple[int, ...]]


def predict(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    """Beads of the sentences as given, each document's two sides compared as two files would be."""
    return [
        {
            "id": row["id"],
            "alignment": [
                [list(bead.source), list(bead.target)]
                for bead in tool.sentences(row["src"], row["tgt"]).alignment.beads
            ],
        }
        for row in rows
    ]


def measure(files: Sequence[Answered]) -> Tables:
    tables: Tables = {"beads": {}, "sentences left alone": {}}
    for file in files:
        slices = {file.name: list(range(len(file.rows)))}
        splits = by_key(file.rows, lambda row: str(row.get("split", "")))
        if len(splits) > 1:
            slices |= {f"{file.name} {split}": chosen for split, chosen in splits.items()}
        for name, chosen in slices.items():
            documents = [(beads(file.rows[k]["gold"]), beads(file.predictions[k]["alignment"])) for k in chosen]
            tables["beads"][name] = {"docs": len(chosen), **agreement(documents)}
            tables["sentences left alone"][f"{name} target"] = left_alone(documents, 1)
            tables["sentences left alone"][f"{name} source"] = left_alone(documents, 0)
    return tables


def beads(pairs: Sequence[Sequence[Sequence[int]]]) -> set[Bead]:
    """Beads that have at least one side."""
    return {(tuple(source), tuple(target)) for source, target in pairs if source or target}


def agreement(documents: Sequence[tuple[set[Bead], set[Bead]]]) -> dict[str, float]:
    """Strict and lax precision, recall and F1 of predicted beads (second of each pair) against gold ones.

    Precision counts every predicted bead, null beads too; recall gold beads with both sides.  Lax counts a bead that
    shares a source and a target sentence with the links of the other side (as Vecalign's scorer does).
    """
    counts = {"strict": [0, 0], "lax": [0, 0]}
    predicted_total = gold_total = 0
    for gold, predicted in documents:
        gold_full = {bead for bead in gold if bead[0] and bead[1]}
        full = {bead for bead in predicted if bead[0] and bead[1]}
        predicted_total += len(predicted)
        gold_total += len(gold_full)
        counts["strict"][0] += len(predicted & gold)
        counts["strict"][1] += len(gold_full & full)
        counts["lax"][0] += sum(bead in gold or _touches(bead, gold) for bead in predicted)
        counts["lax"][1] += sum(bead in full or _touches(bead, full) for bead in gold_full)
    row: dict[str, float] = {}
    for name, (right, found) in counts.items():
        precision, recall = right / max(1, predicted_total), found / max(1, gold_total)
        both = precision + recall
        row |= {
            f"{name}_P": precision,
            f"{name}_R": recall,
            f"{name}_F1": 2 * precision * recall / both if both else 0.0,
        }
    return row


def _touches(bead: Bead, reference: set[Bead]) -> bool:
    linked = {k for source, target in reference if set(source) & set(bead[0]) for k in target}
    return bool(linked & set(bead[1]))


def left_alone(documents: Sequence[tuple[set[Bead], set[Bead]]], side: int) -> dict[str, float]:
    """Precision, recall and F1 of the sentences of one side (0 source, 1 target) in beads without the other."""
    hits = false = missed = 0
    for gold, predicted in documents:
        truth, found = ({k for bead in these if not bead[1 - side] for k in bead[side]} for these in (gold, predicted))
        hits, false, missed = hits + len(truth & found), false + len(found - truth), missed + len(truth - found)
    precision, recall, f1 = precision_recall_f1(hits, false, missed)
    return {"P": precision, "R": recall, "F1": f1, "gold": hits + missed}


PART = Part("alignment", ("*.jsonl",), ("id", "src", "tgt", "src_lang", "tgt_lang", "gold"), predict, measure)
