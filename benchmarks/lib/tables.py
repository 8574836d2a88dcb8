"""Tables of figures: rows by columns, means over rows, and how they look in a terminal."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from typing import Any

Table = dict[str, dict[str, float]]
"""Figures by row and column; a figure that is not defined is not a number."""

Tables = dict[str, Table]
"""The tables of one set, by title."""

MEAN, WORST = "mean", "worst"

_LESS_IS_BETTER = frozenset({"FPR@TPR90", "false_alarm_rate", "ECE", "accused", "missed", "surely none"})
_COUNTS = frozenset(
    "n pos docs docs_with_difference languages tokens gold gold_spans pred_spans with_numbers pairs right wrong".split()
)
PER_1000 = "/1000"
"""What the name of a column of false alarms in 1,000 sentences ends with."""


def less_is_better(column: str) -> bool:
    """Whether a figure in this column is better the lower it is."""
    return column in _LESS_IS_BETTER or column.endswith((PER_1000, " flagged"))


def is_count(column: str) -> bool:
    """Whether a column says how many there are, and not how good anything is."""
    return column in _COUNTS


def columns_of(table: Table) -> list[str]:
    """Every column that some row has, in order of appearance."""
    return list(dict.fromkeys(column for row in table.values() for column in row))


def with_mean(table: Table) -> Table:
    """The table with the mean and the worst of its rows below, where there are several."""
    if len(table) < 2:
        return table
    mean: dict[str, float] = {}
    worst: dict[str, float] = {}
    for column in columns_of(table):
        values = [row[column] for row in table.values() if not math.isnan(row.get(column, math.nan))]
        if values and is_count(column):
            mean[column] = sum(values)
        elif values:
            mean[column] = sum(values) / len(values)
            worst[column] = max(values) if less_is_better(column) else min(values)
    return {**table, MEAN: mean, WORST: worst}


def shown(column: str, value: float) -> str:
    """A figure as a reader needs it: counts whole, false alarms with one decimal, the rest with three."""
    if math.isnan(value):
        return "-"
    if is_count(column):
        return f"{value:.0f}"
    return f"{value:.1f}" if column.endswith(PER_1000) else f"{value:.3f}"


def lines(title: str, table: Table) -> Iterable[str]:
    """A table in columns under its title."""
    columns = columns_of(table)
    cells = {row: [shown(column, values.get(column, math.nan)) for column in columns] for row, values in table.items()}
    first = max(map(len, table), default=0)
    widths = [max([len(column), *(len(row[k]) for row in cells.values())]) for k, column in enumerate(columns)]
    yield title
    yield "  ".join([" " * first, *(c.rjust(w) for c, w in zip(columns, widths, strict=True))]).rstrip()
    for row, values in cells.items():
        yield "  ".join([row.ljust(first), *(c.rjust(w) for c, w in zip(values, widths, strict=True))])


def markdown_lines(table: Table, first: str = "") -> Iterator[str]:
    """A table in Markdown; ``first`` heads the column of row names."""
    columns = columns_of(table)
    yield f"| {first} | {' | '.join(columns)} |".replace("|  |", "| |", 1)
    yield "|---" * (len(columns) + 1) + "|"
    for row, values in table.items():
        yield f"| {row} | {' | '.join(shown(column, values.get(column, math.nan)) for column in columns)} |"


def plain(table: Table) -> dict[str, dict[str, float | None]]:
    """A table as JSON has it: six decimals, and null for what is not defined."""
    return {
        row: {column: None if math.isnan(value) else round(value, 6) for column, value in values.items()}
        for row, values in table.items()
    }


def dumped(record: dict[str, Any], indent: str = "") -> str:
    """JSON text in which the figures of a row stand on one line, so that versions can be compared."""
    if not any(isinstance(value, dict) for value in record.values()):
        return json.dumps(record, ensure_ascii=False)
    inner = (
        f"{indent} {json.dumps(name, ensure_ascii=False)}: "
        + (dumped(value, indent + " ") if isinstance(value, dict) else json.dumps(value, ensure_ascii=False))
        for name, value in record.items()
    )
    return "{\n" + ",\n".join(inner) + f"\n{indent}}}"
