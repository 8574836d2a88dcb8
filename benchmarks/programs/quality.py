"""``python -m benchmarks quality DIR``: the tool measured on gold data, set by set.

DIR has a folder for each set, any of which may be missing, as may files and rows.  The tool runs on it through the
code that the commands run; every measure of each set's own scorer is printed, one table a group.  What is not known
is named on standard error and skipped.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.lib.gold import Complain, in_languages, spread
from benchmarks.lib.part import Answered, Part
from benchmarks.lib.progress import Progress
from benchmarks.lib.tables import Tables, dumped, lines, plain
from benchmarks.lib.tool import Tool
from benchmarks.programs import page
from benchmarks.sets import SETS

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the gold data to measure; nothing named means all."""

    only: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    limit: int | None = None

    def wants(self, folder: str, part: Part) -> bool:
        return not self.only or bool(self.only & {folder, part.name, f"{folder}.{part.name}"})


def files_of(folder: Path, part: Part, choice: Choice, complain: Complain) -> Iterator[tuple[str, list[Any]]]:
    """Names and rows of the files that a part reads, without what was not chosen and without empty ones."""
    for path in sorted(path for path in folder.iterdir() if path.is_file() and part.reads(path.name)):
        rows = spread(in_languages(part.rows(path, complain), path.stem, choice.languages), choice.limit)
        if rows:
            yield path.stem, rows


def answered(tool: Tool, folder: Path, part: Part, choice: Choice, complain: Complain, tell: Tell) -> list[Answered]:
    """The answers of the tool on the files of one part."""
    found = []
    for name, rows in files_of(folder, part, choice, complain):
        tell(f"{folder.name} {part.name}: {name}, {len(rows)} records")
        found.append(Answered(name, rows, part.predict(tool, rows)))
    tell("")
    return found


def unknown(root: Path) -> Iterator[str]:
    """Names of folders and files that no part reads."""
    for path in sorted(root.iterdir()):
        if path.is_file() or path.name.startswith(("_", ".")):
            continue
        if path.name not in SETS:
            yield f"{path}: not a known set, skipped"
            continue
        for file in sorted(path.iterdir()):
            expected = (
                file.name in ("score.py", "languages.json")
                or file.suffix == ".txt"
                or file.name.startswith(("README", "_", "."))
            )
            if not expected and not any(part.reads(file.name) for part in SETS[path.name]):
                yield f"{file}: not a known file, skipped"


def title(folder: str, part: Part) -> str:
    """The name of a part in results: that of its folder, and its own where the folder has several."""
    return folder if len(SETS[folder]) == 1 else f"{folder}.{part.name}"


def measure(
    tool: Tool, root: Path, choice: Choice, complain: Complain, tell: Tell, predictions: Path | None = None
) -> Iterator[tuple[str, Tables]]:
    """Name and tables of each part that has something to measure, as they are done."""
    for folder, parts in SETS.items():
        for part in parts:
            if not (root / folder).is_dir() or not choice.wants(folder, part):
                continue
            found = answered(tool, root / folder, part, choice, complain, tell)
            if predictions is not None:
                write_predictions(predictions / title(folder, part), found)
            if found:
                yield title(folder, part), part.measure(found)


def write_predictions(folder: Path, found: list[Answered]) -> None:
    """The answers as JSON lines that the sets' own scorers read, one file a file of gold data."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in found:
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in file.predictions)
        (folder / f"{file.name}.jsonl").write_text(text, encoding="utf-8")


def as_json(results: dict[str, Tables], tool: Tool, choice: Choice) -> str:
    """Everything measured, and with what; a figure that is not defined is null."""
    signature = tool.checker.signature
    record = {
        "version": signature.version,
        "model": signature.model,
        "model_sha256": signature.model_sha256,
        "languages": sorted(choice.languages),
        "limit": choice.limit,
        "sets": {name: {group: plain(table) for group, table in tables.items()} for name, tables in results.items()},
    }
    return dumped(record) + "\n"


def complain(message: str) -> None:
    """Say something on standard error."""
    print(message, file=sys.stderr)


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks quality", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", metavar="SET,...", help="names of sets or parts: mqm, ntrex_edit.mixed")
    parser.add_argument("--languages", default="", metavar="CODE,...", help="codes as files and records have them")
    parser.add_argument("--limit", type=int, default=None, metavar="N", help="at most N records a file, spread over it")
    parser.add_argument("--out", type=Path, default=None, metavar="FILE", help="write every figure as JSON")
    parser.add_argument("--markdown", type=Path, default=None, metavar="FILE", help="write a page of tables")
    parser.add_argument(
        "--predictions", type=Path, default=None, metavar="DIR", help="write the answers as the sets' scorers read them"
    )
    options = parser.parse_args()
    if not options.folder.is_dir():
        parser.error(f"{options.folder} is not a folder")
    names = frozenset(name for name in options.only.split(",") if name)
    known = {name for folder, parts in SETS.items() for p in parts for name in (folder, p.name, f"{folder}.{p.name}")}
    if names - known:
        parser.error(f"no set or part {', '.join(sorted(names - known))}; there are {', '.join(sorted(known))}")
    choice = Choice(names, frozenset(code for code in options.languages.split(",") if code), options.limit)
    for line in unknown(options.folder):
        complain(line)
    tool, progress = Tool(), Progress()
    results: dict[str, Tables] = {}
    for name, tables in measure(tool, options.folder, choice, complain, progress.tell, options.predictions):
        results[name] = tables
        for group, table in tables.items():
            print("\n" + "\n".join(lines(f"{name}: {group}", table)), flush=True)
    if options.out is not None:
        options.out.write_text(as_json(results, tool, choice), encoding="utf-8")
    if options.markdown is not None:
        options.markdown.write_text(page.markdown(results), encoding="utf-8")


if __name__ == "__main__":
    main()
