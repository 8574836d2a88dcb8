"""Columns of features by name, so that none is taken for another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Column = TypeVar("Column")


def arranged(names: Sequence[str], columns: Mapping[str, Column]) -> list[Column]:
    """The columns in the order of their names.  Raises ``ValueError`` when one lacks or is not among the names."""
    if len(columns) != len(names) or set(columns) != set(names):
        raise ValueError(f"columns that lack or are unknown: {', '.join(sorted(set(columns) ^ set(names)))}")
    return [columns[name] for name in names]


def by_name(names: Sequence[str], table: NDArray[np.float64], prefix: str = "") -> dict[str, NDArray[np.float64]]:
    """The columns (n,) of a table (n, len(names)) by their names, each after ``prefix``."""
    return {prefix + name: column for name, column in zip(names, table.T, strict=True)}
