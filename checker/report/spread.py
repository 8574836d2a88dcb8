"""JSON over many lines, as the standard library sets it, in a third of its time: there, only compact text is quick."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
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


def spread_out(value: Mapping[str, Any], indent: int = 1, depth: int = 0) -> Iterator[str]:
    """``spread`` of a dictionary in pieces.  What is an iterator in it stands for a list, of which an item is made when
    its turn comes, so that a long one is never held whole."""
    inner, before = "\n" + " " * (indent * (depth + 1)), "{"
    for key, of in value.items():
        yield f"{before}{inner}{_quoted(key)}: "
        yield from _items(of, indent, depth + 1) if isinstance(of, Iterator) else [spread(of, indent, depth + 1)]
        before = ","
    yield "{}" if before == "{" else "\n" + " " * (indent * depth) + "}"


def _items(listed: Iterator[Any], indent: int, depth: int) -> Iterator[str]:
    inner, before = "\n" + " " * (indent * (depth + 1)), "["
    for of in listed:
        yield before + inner + spread(of, indent, depth + 1)
        before = ","
    yield "[]" if before == "[" else "\n" + " " * (indent * depth) + "]"
