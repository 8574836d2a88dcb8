"""JSON over many lines, as the standard library sets it, in a third of its time: there, only compact text is quick."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
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


def spread_out(value: Any, indent: int = 1, depth: int = 0) -> Iterator[str]:
    """``spread`` in pieces.  An iterator, as the value or in dictionaries within it, stands for a list: an item is made
    when its turn comes, so that a long one is never held whole."""
    if isinstance(value, Iterator):
        yield from _set((("", of) for of in value), "[]", indent, depth)
    elif _is_open(value):
        yield from _set(((f"{_quoted(key)}: ", of) for key, of in value.items()), "{}", indent, depth)
    else:
        yield spread(value, indent, depth)


def _set(items: Iterable[tuple[str, Any]], brackets: str, indent: int, depth: int) -> Iterator[str]:
    inner, before = "\n" + " " * (indent * (depth + 1)), brackets[0]
    for key, of in items:
        yield before + inner + key
        yield from spread_out(of, indent, depth + 1)
        before = ","
    yield brackets if before == brackets[0] else "\n" + " " * (indent * depth) + brackets[1]


def _is_open(value: Any) -> bool:
    """Whether a dictionary has iterators within it."""
    return isinstance(value, dict) and any(isinstance(of, Iterator) or _is_open(of) for of in value.values())


def listed(value: Any) -> Any:
    """A value with lists for the iterators within it."""
    if isinstance(value, Iterator):
        return [listed(of) for of in value]
    return {key: listed(of) for key, of in value.items()} if _is_open(value) else value
