"""Aligned segments that lost a half, or that hold the rendering of their neighbour: found, and falsely reported.

    python -m benchmarks segments GOLD [--languages CODE ...] [--out FILE]

GOLD is a folder of JSON Lines files, one a language (ISO 639-3), each row a document with ``kind``, ``src`` and
``tgt``; the clean documents of a language are one bitext.  It is checked as it stands; with every third target of
eight words or more cut in half, by turns its first and its last half; and with the targets of two neighbours in four
exchanged.  Documents go by turns into the part on which the constants of the program were set ("set on") and into the
one that was kept for the report.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.lib.gold import read_lines
from benchmarks.lib.tables import PER_1000, Table, dumped, lines, plain
from benchmarks.lib.tags import tag
from checker.config import Settings
from checker.model import Bitext, Finding, Pair
from checker.pipeline import bitext as checking
from checker.pipeline.loading import Loaded, Models

Texts = list[tuple[str, str]]

PARTS = ("set on", "report")
UNSPACED = frozenset({"ja", "zh", "th"})
LEAST_WORDS = 8
CLAIMS = ("OMI001", "OMI002", "ALI001", "QE001")


@dataclass
class Counts:
    """Segments untouched and changed, and those of them that were reported."""

    untouched: int = 0
    alarms: dict[str, int] = field(default_factory=lambda: dict.fromkeys(CLAIMS, 0))
    halved: int = 0
    halves_found: int = 0
    halves_undetermined: int = 0
    displaced: int = 0
    displaced_found: int = 0
    displaced_reported: int = 0

    def add(self, other: Counts) -> None:
        for name, value in vars(other).items():
            if name != "alarms":
                setattr(self, name, getattr(self, name) + value)
        for code, count in other.alarms.items():
            self.alarms[code] += count

    def row(self) -> dict[str, float]:
        omitted = self.alarms["OMI001"] + self.alarms["OMI002"]
        return {
            "pairs": self.untouched,
            f"omitted{PER_1000}": 1000 * omitted / max(self.untouched, 1),
            f"other segment{PER_1000}": 1000 * self.alarms["ALI001"] / max(self.untouched, 1),
            f"undetermined{PER_1000}": 1000 * self.alarms["QE001"] / max(self.untouched, 1),
            "halves found": self.halves_found / max(self.halved, 1),
            "halves undetermined": self.halves_undetermined / max(self.halved, 1),
            "other segments found": self.displaced_found / max(self.displaced, 1),
            "other segments reported": self.displaced_reported / max(self.displaced, 1),
        }


def texts(path: Path) -> Iterator[tuple[str, Texts]]:
    """The clean documents of a file: which part each belongs to, and its pairs."""
    clean = [row for row in read_lines(path) if row["kind"] == "clean"]
    for number, row in enumerate(clean):
        yield PARTS[number % 2], [(source, item["tgt"]) for source, item in zip(row["src"], row["tgt"], strict=True)]


def half(text: str, language: str, is_first: bool) -> str:
    """The first or the last half of a text, by words, or by characters where words are not parted."""
    if language in UNSPACED:
        return text[: len(text) // 2] if is_first else text[len(text) // 2 :]
    words = text.split()
    middle = len(words) // 2
    return " ".join(words[:middle] if is_first else words[middle:])


def halved(pairs: Texts, language: str) -> tuple[Texts, set[int]]:
    """The pairs with some targets cut, and which."""
    chosen = [k for k in range(0, len(pairs), 3) if len(pairs[k][0].split()) >= LEAST_WORDS]
    cut = list(pairs)
    for turn, k in enumerate(chosen):
        source, target = pairs[k]
        cut[k] = source, half(target, language, turn % 2 == 0)
    return cut, set(chosen)


def displaced(pairs: Texts) -> tuple[Texts, set[int]]:
    """The pairs with the targets of some neighbours exchanged, and which."""
    moved, which = list(pairs), set[int]()
    for k in range(0, len(pairs) - 1, 4):
        (one, ours), (other, theirs) = pairs[k], pairs[k + 1]
        if ours.split() != theirs.split():
            moved[k], moved[k + 1] = (one, theirs), (other, ours)
            which |= {k, k + 1}
    return moved, which


def found(pairs: Texts, language: str, loaded: Loaded) -> dict[int, list[Finding]]:
    """The findings on each pair."""
    listed = tuple(Pair(str(k), *texts, k + 1, "en", language) for k, texts in enumerate(pairs))
    by_pair: dict[int, list[Finding]] = {}
    for finding in checking.check(Bitext("pairs", listed), loaded).findings:
        by_pair.setdefault(finding.pair_index, []).append(finding)
    return by_pair


def measure(pairs: Texts, language: str, loaded: Loaded) -> Counts:
    """What the pairs of one part give."""
    counts = Counts(untouched=len(pairs))
    for on_pair in found(pairs, language, loaded).values():
        for code in {finding.code for finding in on_pair} & set(CLAIMS):
            counts.alarms[code] += 1
    cut, which = halved(pairs, language)
    on_cut = _codes(found(cut, language, loaded), which)
    counts.halved = len(which)
    counts.halves_found = sum(not codes.isdisjoint(("OMI001", "OMI002")) for codes in on_cut)
    counts.halves_undetermined = sum("QE001" in codes for codes in on_cut)
    moved, which = displaced(pairs)
    on_moved = _codes(found(moved, language, loaded), which)
    counts.displaced = len(which)
    counts.displaced_found = sum("ALI001" in codes for codes in on_moved)
    counts.displaced_reported = sum(bool(codes - {"QE001"}) for codes in on_moved)
    return counts


def _codes(by_pair: dict[int, list[Finding]], which: set[int]) -> list[set[str]]:
    return [{finding.code for finding in by_pair.get(k, ())} for k in sorted(which)]


def table(folder: Path, languages: Sequence[str]) -> Table:
    """A row for each language on the documents kept for the report, and below it all of either part."""
    loaded = Loaded(Settings(), Models(Settings().model))
    rows: Table = {}
    totals = {part: Counts() for part in PARTS}
    for path in sorted(folder.glob("*.jsonl")):
        if languages and path.stem not in languages:
            continue
        documents = list(texts(path))
        for part in PARTS:
            pairs = [pair for its, listed in documents if its == part for pair in listed]
            counts = measure(pairs, tag(path.stem), loaded)
            totals[part].add(counts)
            if part == PARTS[-1]:
                rows[path.stem] = counts.row()
    return rows | {part: counts.row() for part, counts in totals.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--languages", nargs="*", default=(), metavar="CODE")
    parser.add_argument("--out", type=Path, default=None, metavar="FILE", help="write the table as JSON")
    arguments = parser.parse_args()
    rows = table(arguments.gold, arguments.languages)
    print("\n".join(lines("segments", rows)))
    if arguments.out is not None:
        arguments.out.write_text(dumped({"table": plain(rows)}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
