"""Answers as sets measure them, and figures of their tables."""

from __future__ import annotations

from benchmarks.lib.gold import Row
from benchmarks.lib.part import Answered, Prediction
from benchmarks.lib.tables import Tables


def answered(rows: list[Row], predictions: list[Prediction], name: str = "x") -> list[Answered]:
    return [Answered(name, rows, predictions)]


def figure(tables: Tables, title: str, row: str, column: str) -> float:
    return tables[title][row][column]
