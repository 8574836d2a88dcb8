"""The row of heads at the top of a table or a sheet: a title or a remark may stand above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.errors import ColumnsError
from checker.formats.columns import Columns, layout
from checker.formats.tables.delimited import Record
from checker.formats.tables.pairs import names_columns

SHEET_HEADER_WITHIN = 20
"""Rows of a sheet in which a header is looked for."""


@dataclass(frozen=True, slots=True)
class Header:
    """Which row (from 0) names columns, and whether it is clear which of them are source and target."""

    at: int
    is_clear: bool


def header_of(rows: Sequence[Record], columns: Columns) -> Header | None:
    """The first of ``rows`` from which source and target are clear, else the first that names columns at all."""
    named = None
    for at, row in enumerate(rows):
        if names_columns(row, columns):
            if _is_clear(row, columns):
                return Header(at, is_clear=True)
            named = named or Header(at, is_clear=False)
    return named


def _is_clear(row: Record, columns: Columns) -> bool:
    try:
        layout(row.fields, columns)
    except ColumnsError:
        return False
    return True
