"""``python -m benchmarks gate DIR [--write]``: refuses when a measured figure falls below its floor.

``floors.json`` holds, for a small fast part of the gold data, a digest of the data and the figures that were
reached.  A figure may rise freely; it may not fall.  ``--write`` records what is reached now, for a change that is
meant to move the floors.  Without the folder there is nothing to compare, which is said.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

from benchmarks.sets import SETS, Table

FLOORS = Path(__file__).parent / "floors.json"
PART = {"ntrex_edit": ("in_order", "excerpts", "mixed")}
LANGUAGES = frozenset({"ron", "deu", "arb", "kat"})
LESS_IS_BETTER = frozenset({"false_per_1000", "added_ece"})
SLACK = 0.01
FALSE_ALARM_SLACK = 1.0
"""One sentence more or less is rounding on another processor, not a fall."""


def measure(folder: Path) -> dict[str, Table]:
    """The figures of the gate's part of the data."""
    return {
        name: SETS[set_name][name](folder / set_name, LANGUAGES) for set_name, names in PART.items() for name in names
    }


def digest(folder: Path) -> str:
    """Sixteen digits that name the data measured on."""
    total = hashlib.sha256()
    for set_name in PART:
        for language in sorted(LANGUAGES):
            total.update((folder / set_name / f"{language}.jsonl").read_bytes())
    return total.hexdigest()[:16]


def failures(reached: dict[str, Table], floors: dict[str, Table]) -> list[str]:
    """One line for each figure that is worse than its floor."""
    found = []
    for name, rows in floors.items():
        for row, columns in rows.items():
            for column, floor in columns.items():
                now = reached[name][row][column]
                slack = FALSE_ALARM_SLACK if column == "false_per_1000" else SLACK
                worse = now > floor + slack if column in LESS_IS_BETTER else now < floor - slack
                if worse:
                    found.append(f"{name} {row} {column}: {now:.4f}, the floor is {floor:.4f}")
    return found


def main() -> None:
    """Measure, compare, and say what fell."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks gate", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if not all((options.folder / name).is_dir() for name in PART):
        print(f"gate: {options.folder} has no gold data, nothing compared")
        return
    reached = measure(options.folder)
    if options.write:
        record = {"digest": digest(options.folder), "floors": reached}
        FLOORS.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"gate: wrote {FLOORS.name}")
        return
    record = json.loads(FLOORS.read_text(encoding="utf-8"))
    if record["digest"] != digest(options.folder):
        print("gate: other data than the floors were measured on, nothing compared")
        return
    fallen = failures(reached, record["floors"])
    print("\n".join(fallen) if fallen else "gate: no figure fell")
    sys.exit(1 if fallen else 0)


if __name__ == "__main__":
    main()
