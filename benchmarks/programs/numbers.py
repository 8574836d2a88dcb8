"""False alarms and finds of the number comparison, on documents that people translated.

    python -m benchmarks numbers GOLD [--show LANGUAGE] [--out FILE]

GOLD is a folder of JSON Lines files, one a language (ISO 639-3), each row a document with ``kind``, ``src``
and ``tgt``; documents of kind "clean" are read.  For pairs in which either side has a digit: how many are
flagged as they stand, and how many once one number of the rendering was changed by rule.  For pairs whose
rendering has a number word from three to nine: how many are flagged once that was made the next one.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lib.tables import Table, dumped, lines, plain
from benchmarks.lib.tags import tag
from checker.text.quantities import quantities, unmatched
from checker.text.quantities.number_words import slots

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Counts:
    """Pairs with a digit, of them flagged; changed digits and words, of them seen."""

    pairs: int = 0
    flagged: int = 0
    digits: int = 0
    digits_seen: int = 0
    words: int = 0
    words_seen: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    def row(self) -> dict[str, float]:
        """Pairs, and the shares that are flagged or seen; not a number where there are none."""
        shares = {
            "flagged": (self.flagged, self.pairs),
            "digits seen": (self.digits_seen, self.digits),
            "words seen": (self.words_seen, self.words),
        }
        return {"pairs": self.pairs} | {
            name: part / whole if whole else math.nan for name, (part, whole) in shares.items()
        }


def pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Source and target sentences of the clean documents."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["kind"] == "clean":
                yield from zip(row["src"], (item["tgt"] for item in row["tgt"]), strict=True)


def with_changed_digits(text: str, turn: int) -> str | None:
    """The text with one of its digit groups made another number, in one of four ways by ``turn``."""
    groups = list(_DIGITS.finditer(text))
    if not groups:
        return None
    group = groups[turn % len(groups)]
    digits = "".join(str(int(char)) for char in group.group())
    first, last = int(digits[0]), int(digits[-1])
    edits = (
        digits[:-1] + str((last + 3) % 10),
        str(first % 9 + 1) + digits[1:],
        digits + str((last + 5) % 10),
        str(int(digits) + 7),
    )
    return text[: group.start()] + edits[turn % 4] + text[group.end() :]


def with_changed_word(text: str, language: str) -> str | None:
    """The text with its first number word from three to nine made the next number."""
    words = {value: form.strip("-~") for value, form in reversed(slots(language))}
    for quantity in quantities(text, language):
        value = int(quantity.value or 0)
        if quantity.spelled and quantity.exact and quantity.kind == "number" and 3 <= value <= 9:
            return text[: quantity.span.start] + words[value + 1] + text[quantity.span.end :]
    return None


def flagged(source: str, target: str, language: str) -> bool:
    return any(unmatched(quantities(source, "en"), quantities(target, language)))


def measure(path: Path, language: str, show: bool = False) -> Counts:
    total = Counts()
    for turn, (source, target) in enumerate(pairs(path)):
        alarm = flagged(source, target, language)
        if _DIGITS.search(source + target):
            total += Counts(pairs=1, flagged=alarm)
        if alarm:
            if show:
                ours, theirs = unmatched(quantities(source, "en"), quantities(target, language))
                print(source, target, [one.span.of(source) for one in ours], sep="\n")
                print([one.span.of(target) for one in theirs], "\n")
            continue
        edited = with_changed_digits(target, turn)
        if edited is not None:
            total += Counts(digits=1, digits_seen=flagged(source, edited, language))
        edited = with_changed_word(target, language)
        if edited is not None:
            total += Counts(words=1, words_seen=flagged(source, edited, language))
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--show", metavar="LANGUAGE", help="print the flagged pairs of one language")
    parser.add_argument("--out", type=Path, default=None, metavar="FILE", help="write the table as JSON")
    arguments = parser.parse_args()
    found: Table = {}
    total = Counts()
    for path in sorted(arguments.gold.glob("*.jsonl")):
        if arguments.show and path.stem != arguments.show:
            continue
        counts = measure(path, tag(path.stem), bool(arguments.show))
        total += counts
        found[path.stem] = counts.row()
    found["all"] = total.row()
    print("\n".join(lines("numbers", found)))
    if arguments.out is not None:
        arguments.out.write_text(dumped({"table": plain(found)}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
