"""Aligned pairs from Python: tuples, dictionaries or a pandas table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from checker.errors import ColumnsError, InputError, UsageError
from checker.formats.bitext import assembled
from checker.formats.columns import Columns, layout
from checker.formats.tables.json_lines import ObjectReader
from checker.model import Bitext, Pair, Unread


def bitext_from_objects(pairs: Iterable[Any], columns: Columns, path: str = "<pairs>") -> Bitext:
    """The pairs in ``pairs``: (source, target) tuples, dictionaries, or the rows of a pandas table.

    A pair's line is its number, from 1; None is an empty text.  Raises ``InputError`` at the first item that is no
    pair, ``ColumnsError`` when fields cannot be told.
    """
    reader = ObjectReader(columns)
    try:
        found = [_pair(item, reader, number) for number, item in enumerate(_items(pairs, columns), start=1)]
    except ColumnsError as error:
        raise ColumnsError(f"{path}: {error.message}", "call the columns source and target") from None
    for record in found:
        if isinstance(record, Unread):
            raise InputError(f"{path}: pair {record.line}: {record.reason}", "leave it out or mend it")
    return assembled(path, found, reader.notes(found))


def _items(pairs: Iterable[Any], columns: Columns) -> Iterable[Any]:
    names = getattr(pairs, "columns", None)
    if names is not None and hasattr(pairs, "to_dict"):  # a table, told without importing pandas
        layout([str(name) for name in names], columns, numbers=False)
        if len(set(names)) < len(names):
            raise ColumnsError("two columns have one name")
        filled = pairs.astype(object).where(pairs.notna(), None)  # type: ignore[attr-defined]
        return filled.to_dict("records")  # type: ignore[no-any-return]
    if isinstance(pairs, (str, bytes, bytearray, Mapping)) or not isinstance(pairs, Iterable):
        raise UsageError(
            f"pairs are expected, not an object of type {type(pairs).__name__}",
            "give (source, target) tuples, dictionaries, a table, or a file as pathlib.Path",
        )
    return pairs


def _pair(item: Any, reader: ObjectReader, number: int) -> Pair | Unread:
    if isinstance(item, Mapping):
        return reader.pair(item, number, number)
    if isinstance(item, (tuple, list)) and len(item) == 2:
        return reader.pair({"source": item[0], "target": item[1]}, number, number)
    return Unread(number, "neither a (source, target) tuple nor a dictionary")
