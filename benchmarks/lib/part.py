"""What a set of gold data is to the runner: which files it has, how they are answered, how answers are measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from benchmarks.lib.gold import Complain, Row, read_rows
from benchmarks.lib.tables import Tables
from benchmarks.lib.tool import Tool

Prediction = dict[str, Any]
"""The answer on one row, with the keys that the set's own ``score.py`` reads, and more."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One file of gold data (its name without extension) and the answers on its rows, in their order."""

    name: str
    rows: Sequence[Row]
    predictions: Sequence[Prediction]


@dataclass(frozen=True, slots=True)
class Part:
    """A measurement on the files of one set.

    ``files`` are patterns of file names, ``fields`` what a row must have.  ``predict`` asks the tool about the rows
    of one file, ``measure`` makes tables of the answers on all of them.  ``read`` gives the rows of files that are no
    JSON lines.
    """

    name: str
    files: tuple[str, ...]
    fields: tuple[str, ...]
    predict: Callable[[Tool, Sequence[Row]], list[Prediction]]
    measure: Callable[[Sequence[Answered]], Tables]
    read: Callable[[Path], list[Row]] | None = None

    def rows(self, path: Path, complain: Complain) -> list[Row]:
        """The rows of one file."""
        return self.read(path) if self.read else read_rows(path, self.fields, complain)

    def reads(self, file: str) -> bool:
        return any(fnmatch(file, pattern) for pattern in self.files)
