"""Right and wrong renderings of details, one record a pair, and which of two parts each belongs to.

What rules are made on and what is reported must share neither a document nor a kind of construction: a battery is
parted by its constructions, gold data by its documents.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path

from benchmarks.lib.gold import Row

DEVELOPMENT, REPORT = "development", "report"

_KINDS = {
    "number": "numbers",
    "entity": "names",
    "name": "names",
    "negation": "negation",
    "antonym": "opposites",
    "reversed": "opposites",
    "none": "faithful",
}
"""Kinds of the gold data under the names that batteries have for them."""


def part_of(key: str) -> str:
    """The part of a construction or document: by a digest of its name, so that it never changes."""
    return (DEVELOPMENT, REPORT)[sha256(key.encode("utf-8")).digest()[0] % 2]


def battery(path: Path) -> list[Row]:
    """The pairs of a battery, a table with tabs: kind, construction, language, source, right and wrong rendering.

    A file that is named for a part has nothing of the other one.
    """
    part = {"part": path.stem} if path.stem in (DEVELOPMENT, REPORT) else {}
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            _row(f"{path.stem}:{number}", line["kind"], line["construction"], line["source"], "en", line["language"])
            | {"right": line["right"], "wrong": line["wrong"]}
            | part
            for number, line in enumerate(table, 2)
        ]


def demetr(path: Path) -> list[Row]:
    """Minimal pairs in which a number, a name, a negation or an opposite was changed, as records of a battery."""
    return [
        _row(row["id"], _KINDS[row["family"]], f"sentence {row['item']}", row["src"], row["src_lang"], row["tgt_lang"])
        | {"right": row["good"], "wrong": row["bad"]}
        for row in _lines(path)
        if row["family"] in _KINDS
    ]


def synced(path: Path) -> list[Row]:
    """Renderings of which one detail was changed, or none, as records of a battery."""
    return [
        _row(row["id"], _KINDS[row["kind"]], row["src"], row["src"], row["src_lang"], row["tgt_lang"])
        | ({"wrong": row["tgt"]} if row["label"] else {"right": row["tgt"]})
        for row in _lines(path)
        if row["kind"] in _KINDS
    ]


def ced22(path: Path) -> list[Row]:
    """Renderings in which nobody saw a critical error, as records of a battery."""
    return [
        _row(row["id"], "faithful", row["src"], row["src"], row["src_lang"], row["tgt_lang"]) | {"right": row["tgt"]}
        for row in _lines(path)
        if not row["label"]
    ]


READERS = {"details": battery, "demetr": demetr, "synced": synced, "ced22": ced22}
"""By the name of a set's folder: what makes records of its files."""

HOUSE = Path(__file__).parents[1] / "battery"
"""The house's own battery, a folder laid out as gold data are; all of it was written for this."""


def records(gold: Path | None, names: Collection[str] = tuple(READERS)) -> dict[str, list[Row]]:
    """By set: the pairs of the house's battery and those of gold data that there are."""
    found: dict[str, list[Row]] = {}
    for folder in (HOUSE, *([gold] if gold else [])):
        for name, read in READERS.items():
            for path in sorted(folder.joinpath(name).glob("*.[jt]s*")) if name in names else ():
                found.setdefault(name, []).extend(read(path))
    return found


def _row(name: str, kind: str, construction: str, source: str, source_language: str, language: str) -> Row:
    return {
        "id": name,
        "kind": kind,
        "construction": construction,
        "part": part_of(construction),
        "src": source,
        "src_lang": source_language,
        "tgt_lang": language,
        "right": "",
        "wrong": "",
    }


def _lines(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
