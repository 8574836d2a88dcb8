"""``python -m benchmarks quality DIR [--only SET,...] [--languages CODE,...] [--out FILE]``.

Reads a folder of gold data (each set a folder; what it does not know is named and skipped), runs the tool on it
through the code that the commands run, and prints one table a set; ``--out`` writes all of it as JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from benchmarks.sets import SETS


def main() -> None:
    """Measure every known set in the folder."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks quality", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="names of sets, with commas")
    parser.add_argument("--languages", default="", help="language codes as in the file names, with commas")
    parser.add_argument("--out", type=Path, default=None)
    options = parser.parse_args()
    only = {name for name in options.only.split(",") if name}
    languages = frozenset(code for code in options.languages.split(",") if code)
    results: dict[str, Any] = {}
    for folder in sorted(path for path in options.folder.iterdir() if path.is_dir()):
        if folder.name.startswith("_"):
            continue
        if folder.name not in SETS:
            print(f"{folder.name}: not a known set, skipped", file=sys.stderr)
            continue
        for name, measure in SETS[folder.name].items():
            if only and name not in only:
                continue
            table = measure(folder, languages)
            results[name] = table
            print_table(name, table)
    if options.out is not None:
        options.out.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def print_table(name: str, table: dict[str, dict[str, float]]) -> None:
    """One line a row of the table, in columns."""
    columns = list(dict.fromkeys(column for row in table.values() for column in row))
    print(f"\n{name}")
    print("  ".join(["".ljust(10), *columns]))
    for row, values in table.items():
        cells = [f"{values.get(column, float('nan')):.3f}".rjust(len(column)) for column in columns]
        print("  ".join([row.ljust(10), *cells]), flush=True)


if __name__ == "__main__":
    main()
