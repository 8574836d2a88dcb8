"""Pairs of files from a table: columns ``source`` and ``target`` and, if you like, languages and an ``id``."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from io import StringIO
from typing import IO

from checker.audit.item import Item, Kind
from checker.errors import UsageError
from checker.reading import read_at_most

_NEEDED = ("source", "target")
_OPTIONAL = ("source_language", "target_language", "id")
_DELIMITERS = ",;\t"
_MAX_BYTES = 256 << 20
"""Of a manifest: a bound of memory, some millions of pairs."""


def items(path: str) -> Iterator[Item]:
    """Items of the table at ``path``, separated by commas, semicolons or tabs; its paths count from its folder.

    A row without a source or target becomes an item with that problem.  Names of files may hold any bytes.  Raises
    ``UsageError`` when the file cannot be read or lacks a column.
    """
    try:
        data = read_at_most(path, _MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"{path}: the manifest cannot be read ({reason})", "check the name") from None
    if len(data) > _MAX_BYTES:
        raise UsageError(f"{path}: over the {_MAX_BYTES >> 20} MB of a manifest", "split it")
    yield from _items(path, StringIO(data.decode("utf-8-sig", "surrogateescape"), newline=""))


def _items(path: str, file: IO[str]) -> Iterator[Item]:
    head = file.readline()
    delimiter = max(_DELIMITERS, key=head.count)
    columns = [name.strip().lower() for name in next(csv.reader([head], delimiter=delimiter), [])]
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        raise UsageError(
            f"{path}: no column {' and none '.join(missing)} in its first line",
            f"its columns are {', '.join(_NEEDED)} and, if you like, {', '.join(_OPTIONAL)}",
        )
    folder = os.path.dirname(path)
    rows = csv.reader(file, delimiter=delimiter)
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield _bad(path, rows.line_num + 1, str(error))
            continue
        if row is None:
            return
        if any(row):
            yield _item(path, rows.line_num + 1, folder, dict(zip(columns, row, strict=False)))


def _item(path: str, line: int, folder: str, row: dict[str, str]) -> Item:
    values = {name: row.get(name, "").strip() for name in (*_NEEDED, *_OPTIONAL)}
    missing = [name for name in _NEEDED if not values[name]]
    if missing:
        return _bad(path, line, f"no {' and no '.join(missing)}", values["target"] or values["id"])
    source, target = (os.path.join(folder, values[name]) for name in _NEEDED)
    return Item(
        target,
        Kind.COMPARE,
        source,
        values["source_language"] or None,
        values["target_language"] or None,
        values["id"] or None,
    )


def _bad(path: str, line: int, what: str, name: str = "") -> Item:
    return Item(name or f"{path}:{line}", Kind.COMPARE, problem=f"{path}, line {line}: {what}; mend this row")
