"""False alarms and finds of the polarity comparison.

    python -m benchmarks polarity GOLD [--threshold P] [--show LANGUAGE] [--out FILE]

GOLD is the folder of the gold data. ``ntrex_edit``: how many pairs of its clean documents are flagged as they stand;
and of pairs whose English has a negation, how many are flagged once one was dropped from the English by rule.
``demetr``: share of sentences whose negated twin gets the higher probability; ties count one half.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.lib.tables import PER_1000, Table, dumped, lines, plain
from benchmarks.lib.tags import tag
from benchmarks.programs.numbers import pairs
from checker.encoders import DEFAULT
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.details.polarity import p_polarity_mismatch
from checker.evidence.words.lexical import WordModel
from checker.modelfiles import models_directory
from checker.text.polarity import find, p_mismatch
from checker.text.polarity.data import table
from training.polarity.english import dropped, inserted

SEED = 0
FAMILIES = ("negation", "antonym")


@dataclass
class Counts:
    """Pairs, of them flagged; negations dropped and put in, of them seen."""

    pairs: int = 0
    flagged: int = 0
    drops: int = 0
    drops_seen: int = 0
    insertions: int = 0
    insertions_seen: int = 0

    def add(self, other: Counts) -> None:
        for name in self.__dict__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def row(self) -> dict[str, float]:
        """Pairs, those flagged in a thousand, and the shares of edits that are seen."""
        return {
            "pairs": self.pairs,
            f"flagged{PER_1000}": 1000 * self.flagged / max(self.pairs, 1),
            "dropped": self.drops_seen / max(self.drops, 1),
            "put in": self.insertions_seen / max(self.insertions, 1),
        }


def measure(path: Path, language: str, threshold: float, model: WordModel, show: bool) -> Counts:
    """What one language's clean documents give."""
    rng = np.random.default_rng(SEED)
    total = Counts()
    for source, target in pairs(path):
        total.pairs += 1
        found = p_polarity_mismatch(source, "en", target, language, model)
        if found.probability >= threshold:
            total.flagged += 1
            if show:
                cue = found.source or found.target
                print(f"{found.probability:.3f} {cue}\n  {source}\n  {target}")
        for edit, kind in ((dropped, "drops"), (inserted, "insertions")):
            edited = edit(source, rng)
            if edited is not None:
                seen = p_polarity_mismatch(edited, "en", target, language, model).probability >= threshold
                setattr(total, kind, getattr(total, kind) + 1)
                setattr(total, f"{kind}_seen", getattr(total, f"{kind}_seen") + seen)
    return total


def twins(path: Path, family: str) -> dict[str, tuple[int, float]]:
    """By source language and for all: how many pairs of twins, and the share in which the edited one scores higher."""
    points: dict[str, list[float]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["family"] != family:
                continue
            language = tag(row["src_lang"])
            good, bad = (p_mismatch(row["src"], language, row[side], "en").probability for side in ("good", "bad"))
            points[language].append(float(bad > good) if bad != good else 0.5)
            points["all"].append(points[language][-1])
    return {language: (len(values), sum(values) / len(values)) for language, values in points.items()}


def sentences_a_second(folder: Path) -> float:
    """Sentences searched for cues in a second of processor time, all languages together."""
    texts = [(target, tag(path.stem)) for path in sorted(folder.glob("*.jsonl")) for _, target in pairs(path)]
    for language in {language for _, language in texts}:
        table(language)
    start = time.process_time()
    for text, language in texts:
        find(text, language)
    return len(texts) / (time.process_time() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--threshold", type=float, default=0.6)
    parser.add_argument("--show", metavar="LANGUAGE", help="print the flagged pairs of one language, or of `all`")
    parser.add_argument("--out", type=Path, default=None, metavar="FILE", help="write the table as JSON")
    arguments = parser.parse_args()
    rows: Table = {}
    total, model = Counts(), EmbeddedEncoder(models_directory() / DEFAULT)
    for path in sorted((arguments.gold / "ntrex_edit").glob("*.jsonl")):
        language = tag(path.stem)
        if arguments.show not in (None, "all", path.stem):
            continue
        counts = measure(path, language, arguments.threshold, model, arguments.show is not None)
        total.add(counts)
        known = table(language)
        rows[path.stem] = {"reliability": known.reliability if known else math.nan, **counts.row()}
    rows["all"] = {"reliability": math.nan, **total.row()}
    print("\n".join(lines(f"polarity from {arguments.threshold}", rows)))
    if arguments.out is not None:
        record = {"threshold": arguments.threshold, "table": plain(rows)}
        arguments.out.write_text(dumped(record) + "\n", encoding="utf-8")
    for family in FAMILIES:
        found = twins(arguments.gold / "demetr" / "demetr.jsonl", family)
        print(family, ", ".join(f"{name} {share:.3f} ({count})" for name, (count, share) in found.items()))
    print(f"{sentences_a_second(arguments.gold / 'ntrex_edit'):.0f} sentences a second of processor time")


if __name__ == "__main__":
    main()
