"""What the second judge adds to the first in aligned pairs, and what it costs.

    python -m benchmarks second GOLD [--languages CODES] [--limit P] [--out FILE]

GOLD is the folder of the gold data. ``synced``, ``ced22``, ``refresd``: findings of either judge on sound and on wrong
pairs; ``ntrex_edit``: MIS005 on the sentence pairs of untouched documents and on the documents, in 1,000.  Cost: pairs
a second of processor time with it and without, beside a plain product of matrices in the same run.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks.lib.gold import Row, read_lines
from benchmarks.lib.measures import decision, detection
from benchmarks.lib.tables import PER_1000, Table, dumped, lines, plain
from benchmarks.lib.tool import PairScores, Tool
from benchmarks.programs.numbers import pairs
from checker.config import ALWAYS, NEVER, Settings
from checker.pipeline import DocumentChecker

SETS = ("synced/en-de", "ced22/en-de", "ced22/pt-en", "refresd/refresd")
SOUND = (0, "0", "none")
"""Labels of pairs in which nothing is wrong."""

CODE = "MIS005"
PAIRS_TIMED, SIZE, TIMES = 200, 1024, 20


def tool(second: str, limit: float) -> Tool:
    """The checker with the second judge or without it."""
    return Tool(DocumentChecker(replace(Settings(), second=second, min_p_mismatch=limit)))


def measured(rows: Sequence[Row], found: Sequence[PairScores]) -> dict[str, float]:
    """Ranking and decision of one judge, or of both, on labelled pairs."""
    wrong = [row["label"] not in SOUND for row in rows]
    flags = [bool(one.codes) for one in found]
    right = sum(flag and bad for flag, bad in zip(flags, wrong, strict=True))
    return {
        "pairs": len(rows),
        "AUROC": detection([one.p_wrong for one in found], wrong)["AUROC"],
        "MCC": decision(flags, wrong)["MCC"],
        "right": right,
        "wrong": sum(flags) - right,
    }


def kinds(rows: Sequence[Row], found: Sequence[PairScores]) -> dict[str, float]:
    """Share of each kind of fault that has a finding."""
    names = sorted({str(row["kind"]) for row in rows if row["label"] not in SOUND})
    shares = {}
    for name in names:
        mine = [bool(one.codes) for row, one in zip(rows, found, strict=True) if str(row["kind"]) == name]
        shares[name] = sum(mine) / len(mine)
    return shares


def pairs_a_second(of: Tool, rows: Sequence[Row]) -> float:
    """Pairs checked in a second of processor time, once everything is loaded."""
    of.pairs(rows[:1])
    begun = time.process_time()
    of.pairs(rows)
    return len(rows) / (time.process_time() - begun)


def product_rate() -> float:
    """Products and sums of a plain product of float32 matrices, in thousands of millions a second."""
    matrix = np.random.default_rng(1).random((SIZE, SIZE), dtype=np.float32)
    begun = time.process_time()
    for _ in range(TIMES):
        np.matmul(matrix, matrix)
    return 2 * SIZE**3 * TIMES / (time.process_time() - begun) / 1e9


def hits_in_documents(of: Tool, path: Path) -> int:
    """Findings of ``CODE`` in the untouched documents, each compared as a whole."""
    documents = (row for row in read_lines(path) if row["kind"] == "clean")
    return sum(
        code == CODE
        for row in documents
        for code, _, _ in of.findings(of.sentences(row["src"], [item["tgt"] for item in row["tgt"]]))
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--languages", default="", metavar="CODES", help="of untouched documents, with commas between")
    parser.add_argument("--limit", type=float, default=Settings().min_p_mismatch, help="from which MIS rules speak")
    parser.add_argument("--out", type=Path, default=None, metavar="FILE", help="write the tables as JSON")
    arguments = parser.parse_args()
    judges = {"first": tool(NEVER, arguments.limit), "both": tool(ALWAYS, arguments.limit)}
    sets: Table = {}
    by_kind: Table = {}
    for name in SETS:
        rows = read_lines(arguments.gold / f"{name}.jsonl")
        for judge, of in judges.items():
            found = of.pairs(rows)
            sets[f"{name} {judge}"] = measured(rows, found)
            if name.startswith("synced"):
                by_kind[judge] = kinds(rows, found)
    alarms: Table = {}
    chosen = arguments.languages.split(",") if arguments.languages else None
    for path in sorted((arguments.gold / "ntrex_edit").glob("*.jsonl")):
        if chosen is None or path.stem in chosen:
            texts = [{"src": source, "tgt": target, "src_lang": "eng", "tgt_lang": path.stem}
                     for source, target in pairs(path)]  # fmt: skip
            hits = sum(CODE in one.codes for one in judges["both"].pairs(texts))
            alarms[path.stem] = {
                "pairs": len(texts),
                CODE + PER_1000: 1000 * hits / len(texts),
                CODE + " in documents" + PER_1000: 1000 * hits_in_documents(judges["both"], path) / len(texts),
            }
    rows = read_lines(arguments.gold / f"{SETS[0]}.jsonl")[: PAIRS_TIMED + 1]
    # Each source with the target of the next one: what was read before is remembered.
    timed = [{**row, "tgt": after["tgt"]} for row, after in pairwise(rows)]
    cost: Table = {judge: {"pairs a second": pairs_a_second(of, timed)} for judge, of in judges.items()}
    cost["product of matrices"] = {"GFLOP a second": product_rate()}
    tables = {"sets": sets, "kinds of synced": by_kind, "untouched news": alarms, "cost": cost}
    for title, table in tables.items():
        print("\n".join(lines(title, table)))
    if arguments.out is not None:
        record = {title: plain(table) for title, table in tables.items()}
        arguments.out.write_text(dumped({"limit": arguments.limit, **record}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
