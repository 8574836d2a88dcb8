"""How many negations that a rendering lost are reported, by language.

    python -m benchmarks negations NTREX [--languages deu,fra] [--half 1|2] [--show] [--out FILE]

NTREX is the folder ``ntrex_edit`` of the gold data.  Of the clean documents' pairs those are taken whose English has a
negation by its grammar and whose rendering has one that a program can take out (``benchmarks.lib.negations``).  The
pairs are checked as they were and without it, as aligned pairs; an alarm is a finding of MIS004 or MIS005.
``--half``: documents by a digest of their names; rules may be made on the first half, so that the second is quoted.
"""

from __future__ import annotations

import argparse
import json
from hashlib import sha256
from pathlib import Path

import numpy as np

from benchmarks.lib.gold import Row
from benchmarks.lib.negations import LANGUAGES, without_negation
from benchmarks.lib.tables import Table, dumped, lines, plain
from benchmarks.lib.tool import Tool
from training.polarity.english import dropped, label

SEED = 0
REPORTS = ("MIS004", "MIS005")


def pairs(path: Path, half: int) -> list[Row]:
    """Pairs of one language that have a negation on both sides, with the rendering without it as ``lost``."""
    found: list[Row] = []
    for document in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if document["kind"] != "clean" or half_of(document["doc"]) != half:
            continue
        for number, (source, item) in enumerate(zip(document["src"], document["tgt"], strict=True)):
            lost = without_negation(item["tgt"], path.stem) if _denies_once(source) else None
            if lost is not None:
                row = {"id": f"{document['doc']}:{number}", "src": source, "tgt": item["tgt"], "lost": lost}
                found.append(row | {"src_lang": "eng", "tgt_lang": path.stem})
    return found


def _denies_once(english: str) -> bool:
    """Whether an English sentence has one negation, and that in a word of its own: no "inaccurate"."""
    return label(english).negations == 1 and dropped(english, np.random.default_rng(SEED)) is not None


def half_of(document: str) -> int:
    """1 or 2, by a digest of a document's name, the same in all languages."""
    return 1 + sha256(document.encode("utf-8")).digest()[0] % 2


def measure(tool: Tool, rows: list[Row], show: bool) -> dict[str, float]:
    """How many pairs, and what share is reported as it was and without its negation."""
    as_it_was, without = ([_is_reported(one.codes) for one in tool.pairs(rows, side)] for side in ("tgt", "lost"))
    if show:
        for row, seen in zip(rows, without, strict=True):
            print("" if seen else "missed", row["src"], row["lost"], sep=" | ")
    return {
        "pairs": float(len(rows)),
        "as it was": sum(as_it_was) / max(len(rows), 1),
        "reported": sum(without) / max(len(rows), 1),
    }


def _is_reported(codes: tuple[str, ...]) -> bool:
    return any(code in REPORTS for code in codes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ntrex", type=Path)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--half", type=int, choices=(1, 2), default=2)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--out", type=Path, default=None, metavar="FILE", help="write the table as JSON")
    arguments = parser.parse_args()
    tool, table = Tool(), Table()
    for language in arguments.languages.split(","):
        rows = pairs(arguments.ntrex / f"{language}.jsonl", arguments.half)
        table[language] = measure(tool, rows, arguments.show)
    print("\n".join(lines(f"negations taken out, half {arguments.half}", table)))
    if arguments.out is not None:
        arguments.out.write_text(dumped({"half": arguments.half, "table": plain(table)}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
