"""Aligned pairs from JSON: an array of objects, which may be under a name of its own."""

from __future__ import annotations

import json
from typing import Any

from checker.errors import InputError
from checker.formats.columns import Columns
from checker.formats.tables.json_lines import ObjectReader
from checker.model import Pair, Unread


def read(text: str, columns: Columns) -> tuple[list[Pair | Unread], tuple[str, ...]]:
    """Pairs and unread records in order, and notes; a record's line is its number, from 1.

    Raises ``InputError`` for another kind of JSON, ``ColumnsError`` when fields cannot be told.
    """
    try:
        value = json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise InputError(f"line {error.lineno}: no JSON ({error.msg.lower()})", "mend that place") from None
    except (RecursionError, ValueError):
        raise InputError("it is no JSON that can be read", "check the file") from None
    records = _records(value)
    if records is None:
        raise InputError(
            "it holds the texts of one language, and of which original is not said",
            "name the file of the source language before it: `checker bitext en.json de.json`",
        )
    reader = ObjectReader(columns)
    found = [reader.pair(record, number, number) for number, record in enumerate(records, start=1)]
    return found, reader.notes(found)


def _records(value: Any) -> list[Any] | None:
    """The array, or the only one in an object."""
    if isinstance(value, dict):
        lists = [held for held in value.values() if isinstance(held, list)]
        value = lists[0] if len(lists) == 1 else None
    is_table = isinstance(value, list) and any(isinstance(record, dict) for record in value)
    return value if is_table else None
