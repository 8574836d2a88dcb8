"""``python -m benchmarks gate DIR [--write]``: refuses when a measured figure falls below its floor.

``floors.json`` holds, for a small fast part of the gold data, a digest of the data of each set and the figures that
were reached.  A figure may rise freely; it may not fall.  ``--write`` records what is reached now, for a change that
is meant to move the floors.  A set that is missing, or is not the one the floors were measured on, is named and not
compared.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from pathlib import Path

from benchmarks.lib.progress import Progress
from benchmarks.lib.tables import PER_1000, Table, Tables, less_is_better
from benchmarks.lib.tool import Tool
from benchmarks.programs.quality import Choice, answered, complain
from benchmarks.sets import SETS

FLOORS = Path(__file__).parents[1] / "floors.json"
SLACK = 0.01
FALSE_ALARM_SLACK = 1.0
"""One sentence more or less is rounding on another processor, not a fall."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A part of a set, what of it is measured, and which figures of which of its tables are held."""

    folder: str
    part: str
    choice: Choice
    tables: Mapping[str, Sequence[str]]


_LANGUAGES = Choice(languages=frozenset({"ron", "deu", "arb", "kat"}))
_SAMPLE = Choice(limit=200)
_ALARMS = {"false alarms in untouched documents": ("all" + PER_1000, "ADD001" + PER_1000)}
_ADDED = {"added sentences": ("AUROC", "F1", "ECE")}

WATCHED: dict[str, Watched] = {
    "ntrex_edit.in_order": Watched(
        "ntrex_edit", "in_order", _LANGUAGES, {**_ALARMS, **_ADDED, "omitted sentences": ("AUROC", "F1")}
    ),
    "ntrex_edit.excerpts": Watched("ntrex_edit", "excerpts", _LANGUAGES, {**_ALARMS, **_ADDED}),
    "ntrex_edit.mixed": Watched(
        "ntrex_edit", "mixed", _LANGUAGES, {"mixed documents": ("found_F1", "added_F1", "exit_0")}
    ),
    "needle": Watched("needle", "needle", _SAMPLE, {"detection": ("AUROC",)}),
    "contratico": Watched(
        "contratico",
        "contratico",
        Choice(languages=frozenset({"fra"}), limit=200),
        {"family": ("pair_accuracy", "AUROC"), "spans flagged in the bad member": ("char_F1",)},
    ),
    "demetr": Watched("demetr", "demetr", _SAMPLE, {"family": ("pair_accuracy",)}),
    "ced22": Watched("ced22", "ced22", _SAMPLE, {"detection": ("AUROC",)}),
}
"""By name: what the gate looks at.  Of the larger files two hundred records, spread over each."""

MIN_ITEMS = 40
"""A row over fewer items is not held: one item more or less would move it past the slack."""


def measure(tool: Tool, root: Path, watched: Watched, tell: Progress) -> Tables:
    """The figures that are held, of one part."""
    (part,) = (part for part in SETS[watched.folder] if part.name == watched.part)
    tables = part.measure(answered(tool, root / watched.folder, part, watched.choice, complain, tell.tell))
    return {
        title: held
        for title, columns in watched.tables.items()
        if (held := {row: kept for row, values in tables.get(title, {}).items() if (kept := _held(values, columns))})
    }


def _held(values: Mapping[str, float], columns: Sequence[str]) -> dict[str, float]:
    """Those of a row's figures that are held: none of a row with few items, or few positive ones."""
    if values.get("n", MIN_ITEMS) < MIN_ITEMS:
        return {}
    return {column: values[column] for column in columns if column in values and not isnan(values[column])}


def digest(root: Path, watched: Watched) -> str | None:
    """Sixteen digits that name the data measured on, or None where there are none."""
    (part,) = (part for part in SETS[watched.folder] if part.name == watched.part)
    folder = root / watched.folder
    files = sorted(path for path in folder.iterdir() if part.reads(path.name)) if folder.is_dir() else []
    if not files:
        return None
    total = hashlib.sha256()
    for path in files:
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def failures(name: str, reached: Tables, floors: Tables) -> list[str]:
    """One line for each figure of a part that is worse than its floor."""
    found = []
    for title, table in floors.items():
        for row, values in table.items():
            now = reached.get(title, {}).get(row, {})
            for column, floor in values.items():
                slack = FALSE_ALARM_SLACK if column.endswith(PER_1000) else SLACK
                least = now.get(column)
                if least is None:
                    found.append(f"{name}: {title}: {row} {column} is not measured any more, the floor is {floor:.4f}")
                elif least > floor + slack if less_is_better(column) else least < floor - slack:
                    found.append(f"{name}: {title}: {row} {column} is {least:.4f}, the floor is {floor:.4f}")
    return found


def rounded(table: Table) -> Table:
    """Figures to six digits: more say nothing and differ between processors."""
    return {row: {column: round(value, 6) for column, value in values.items()} for row, values in table.items()}


def main() -> None:
    """Measure, compare, and say what fell."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks gate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    floors = {} if options.write else json.loads(FLOORS.read_text(encoding="utf-8"))
    tool, progress = Tool(), Progress()
    record: dict[str, object] = {}
    fallen: list[str] = []
    compared = 0
    for name, watched in WATCHED.items():
        data = digest(options.folder, watched)
        if data is None:
            print(f"gate: {name}: no gold data in {options.folder}, not compared")
        elif options.write:
            tables = measure(tool, options.folder, watched, progress)
            record[name] = {"digest": data, "tables": {title: rounded(table) for title, table in tables.items()}}
        elif floors.get(name, {}).get("digest") != data:
            print(f"gate: {name}: other data than the floors were measured on, not compared")
        else:
            fallen += failures(name, measure(tool, options.folder, watched, progress), floors[name]["tables"])
            compared += 1
    if options.write:
        FLOORS.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
        print(f"gate: wrote {FLOORS.name}")
        return
    print("\n".join(fallen) if fallen else f"gate: no figure fell, {compared} of {len(WATCHED)} parts compared")
    sys.exit(1 if fallen else 0)


if __name__ == "__main__":
    main()
