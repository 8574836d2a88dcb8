"""Aligned pairs from JSON Lines: one object a line, its fields called as ``columns`` knows them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from io import StringIO
from itertools import islice
from numbers import Number
from typing import Any

from checker.errors import ColumnsError
from checker.formats.columns import Columns, Layout, layout
from checker.formats.pairs import MAX_RECORDS, Languages
from checker.model import Pair, Unread

_NESTED = "translation"
"""Under this name some collections keep both texts, each under its language: {"translation": {"en": "", "ro": ""}}."""

_NESTED_TOO_DEEPLY = "its JSON is nested too deeply"


def read(text: str, columns: Columns) -> tuple[list[Pair | Unread], tuple[str, ...]]:
    """Pairs and unread records in order, and notes.

    Raises ``ColumnsError`` when every record is an object, and in none of them source and target can be told.
    """
    reader = ObjectReader(columns)
    found = list(islice(_records(text, reader), MAX_RECORDS + 1))
    return found, reader.notes(found)


def _records(text: str, reader: ObjectReader) -> Iterator[Pair | Unread]:
    number = 0
    for line, row in enumerate(StringIO(text, newline="\n"), start=1):
        if not row.strip():
            continue
        number += 1
        try:
            value = json.loads(row, object_pairs_hook=_without_repetition)
        except _RepeatedError as error:
            yield Unread(line, str(error))
        except json.JSONDecodeError as error:
            hint = "; one object a line is expected" if row.strip() in ("[", "{", "]", "}") else ""
            yield Unread(line, f"not JSON ({error.msg} at column {error.colno}){hint}")
        except ValueError:
            yield Unread(line, "not JSON that can be read (a number with too many digits)")
        except RecursionError:
            yield Unread(line, _NESTED_TOO_DEEPLY)
        else:
            yield reader.pair(value, number, line)


class _RepeatedError(ValueError):
    """A field stands twice in an object, so that one of its values would be lost."""


def _without_repetition(items: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(items)
    if len(found) < len(items):
        times = Counter(name for name, _ in items)
        twice = next(name for name in found if times[name] > 1)
        raise _RepeatedError(f"the field {twice[:40]!r} stands in it twice")
    return found


class ObjectReader:
    """Reads objects whose fields are guessed from their names, or named in ``columns``."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._languages = Languages()
        self._layouts: dict[tuple[str, ...], Layout | ColumnsError] = {}
        self._without_layout = 0

    def pair(self, value: Any, number: int, line: int) -> Pair | Unread:
        """The pair that ``value`` is, or why it is none."""
        if not isinstance(value, Mapping):
            return Unread(line, f"not an object but {_kind(value)}")
        nested = value.get(_NESTED)
        if isinstance(nested, Mapping):
            value = {**{name: field for name, field in value.items() if name != _NESTED}, **nested}
        names = tuple(str(name) for name in value)
        found = self._layout(names)
        if isinstance(found, ColumnsError):
            self._without_layout += 1
            return Unread(line, found.message)
        values = list(value.values())
        used = {found.id, found.source, found.target, found.source_language, found.target_language, found.languages}
        for role, column in (("source", found.source), ("target", found.target)):
            if not (values[column] is None or _is_nan(values[column]) or isinstance(values[column], str)):
                return Unread(line, f"its {role} ({names[column][:40]!r}) is {_kind(values[column])}, not a text")
        try:
            fields = [_text(field) if column in used else "" for column, field in enumerate(values)]
        except RecursionError:
            return Unread(line, _NESTED_TOO_DEEPLY)
        return self._languages.pair(found, fields, number, line)

    def notes(self, found: list[Pair | Unread]) -> tuple[str, ...]:
        """What a reader should know; raises ``ColumnsError`` when the names of the fields are why nothing was read."""
        if found and self._without_layout == len(found):
            raise next(error for error in self._layouts.values() if isinstance(error, ColumnsError))
        return self._languages.notes()

    def _layout(self, names: tuple[str, ...]) -> Layout | ColumnsError:
        if names not in self._layouts:
            try:
                self._layouts[names] = layout(names, self._columns, numbers=False)
            except ColumnsError as error:
                self._layouts[names] = error
        return self._layouts[names]


def _text(value: Any) -> str:
    """A field as text: nothing where there is none, JSON where it is neither text nor number."""
    if value is None or _is_nan(value):
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # pandas makes 1.0 of 1 in a column with gaps
    if isinstance(value, Number) and not isinstance(value, bool):
        return str(value)
    return json.dumps(value, ensure_ascii=False, default=str)


def _is_nan(value: Any) -> bool:
    return isinstance(value, float) and value != value


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    names = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list"}
    return names.get(type(value), "an object" if isinstance(value, Mapping) else f"a {type(value).__name__}")
