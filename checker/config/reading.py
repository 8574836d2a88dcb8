"""Values of settings as their own types, whatever a file, a command line or a program gives for them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from configparser import ConfigParser
from typing import Any

from checker.errors import SettingsError

_BOOLEANS = ConfigParser.BOOLEAN_STATES
_LONGEST_SHOWN = 40


def value_of(value: Any, kind: str, where: str) -> Any:
    """A value as ``kind``: "str", "bool", "float" or "tuple" (of texts, in capitals).

    Raises ``SettingsError`` that begins with ``where``, for a value of another type or one that cannot be read as it.
    """
    if kind.startswith("tuple"):
        return tuple(part.strip().upper() for part in _parts(value, where) if part.strip())
    if kind == "float":
        try:
            if isinstance(value, bool):
                raise TypeError
            return float(value)
        except (TypeError, ValueError, OverflowError):
            raise SettingsError(f"{where} is {shown(value)}", "use a number") from None
    if kind == "bool":
        said = _BOOLEANS.get(value.strip().lower()) if isinstance(value, str) else value
        if said in (True, False) and isinstance(said, int):
            return bool(said)
        raise SettingsError(f"{where} is {shown(value)}", "use true or false")
    if isinstance(value, (str, os.PathLike)):
        return os.fspath(value).strip()
    raise SettingsError(f"{where} is {shown(value)}", "use a text")


def _parts(value: Any, where: str) -> list[str]:
    if isinstance(value, str):
        return value.replace("\n", ",").split(",")
    parts = list(value) if isinstance(value, Iterable) and not isinstance(value, Mapping) else [value]
    for part in parts:
        if not isinstance(part, str):
            among = "has in it" if part is not value else "is"
            raise SettingsError(f"{where} {among} {shown(part)}", "use a text, or a list of texts")
    return parts


def shown(value: Any) -> str:
    """A value for a message: what it says, cut, where that is short to say, else what kind it is."""
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, (list, tuple, set, frozenset)):
        return "a list"
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > 64:
        return "a number of many digits"  # Python refuses to write it out
    said = repr(value)
    return said if len(said) <= _LONGEST_SHOWN else f"{said[:_LONGEST_SHOWN]}..."
