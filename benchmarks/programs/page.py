"""A page of the figures for people: false alarms first, then each figure beside what is published."""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.lib.bars import BARS, value_of
from benchmarks.lib.tables import PER_1000, Table, Tables, markdown_lines, shown

ALARMS = "false alarms in untouched documents"
_LONG = frozenset({"perturbation", "family by language", "tokens", "spans flagged in the bad member"})
"""Tables with very many rows: their main figures stand beside the published ones, the rest is in the JSON."""


def markdown(results: Mapping[str, Tables]) -> str:
    """The page; what was not measured is left out of it."""
    return "\n".join(_page(results)).rstrip() + "\n"


def _page(results: Mapping[str, Tables]) -> Iterator[str]:
    yield "# Measured quality"
    yield ""
    yield "Made by `python -m benchmarks quality GOLD --markdown FILE`; `docs/benchmarks.md` says how each set"
    yield "is scored and what the columns mean."
    found = alarms(results)
    if found:
        yield ""
        yield "## False alarms in 1,000 sentences of professional translations"
        yield ""
        yield "Findings of every rule above neutral in untouched news documents, whole and in order, as excerpts, and"
        yield "mixed with their original."
        yield ""
        yield from markdown_lines(found)
    known = list(beside_known(results))
    if known:
        yield ""
        yield "## Beside what is known"
        yield ""
        yield from known
    for part, tables in results.items():
        yield ""
        yield f"## {part}"
        yield from part_lines(tables)


def part_lines(tables: Tables, heading: str = "###") -> Iterator[str]:
    """The tables of one part of a set, each under its title, without those that have very many rows."""
    for title, table in tables.items():
        if title not in _LONG and table:
            yield ""
            yield f"{heading} {title}"
            yield ""
            yield from markdown_lines(table)


def beside_known(results: Mapping[str, Tables]) -> Iterator[str]:
    """A table of the figures to look at first, beside what is published; nothing where none was measured."""
    known = {bar: value for bar in BARS if (value := value_of(results, bar)) is not None}
    if known:
        yield "| measure | reached | published, or without a model |"
        yield "|---|---|---|"
        for bar, value in known.items():
            yield f"| {bar.what} | {shown(bar.column, value)} | {bar.known} |"


def alarms(results: Mapping[str, Tables]) -> Table:
    """False alarms by language: in order with each rule, then what excerpts and mixed documents have."""
    found: Table = {}
    for part, heading, title in (
        ("ntrex_edit.in_order", "", ALARMS),
        ("ntrex_edit.excerpts", "excerpts: ", ALARMS),
        ("ntrex_edit.mixed", "mixed: ", "mixed documents"),
    ):
        for row, values in results.get(part, {}).get(title, {}).items():
            for column, value in values.items():
                if column.endswith(PER_1000) and (not heading or column == "all" + PER_1000):
                    found.setdefault(row, {})[heading + column] = value
    return found


def from_json(text: str) -> dict[str, Tables]:
    """The results that ``quality --out`` wrote."""
    sets: dict[str, Any] = json.loads(text)["sets"]
    return {
        part: {
            title: {
                row: {column: math.nan if value is None else float(value) for column, value in values.items()}
                for row, values in table.items()
            }
            for title, table in tables.items()
        }
        for part, tables in sets.items()
    }


def main() -> None:
    """Print the page of a file of results."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks page", description="Prints the page of the results that `quality --out` wrote."
    )
    parser.add_argument("results", type=Path)
    print(markdown(from_json(parser.parse_args().results.read_text(encoding="utf-8"))), end="")


if __name__ == "__main__":
    main()
