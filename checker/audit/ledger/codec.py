"""Results as bytes and back, exactly: compressed JSON, a record as the list of its fields.

Records are read with the types that their classes declare, so that nothing but those can come out of a ledger.
``layout`` names the classes and fields as they are now: what was written with another is not read but made anew.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from checker.model import DocumentResult, SourceText

Record = TypeVar("Record")

_LEVEL = 1
"""Of compression: the fastest; higher ones save a tenth and cost three times as much."""


@cache
def layout() -> str:
    """What the bytes depend on beside the values: 16 hex digits."""
    return hashlib.blake2b(repr(list(_fields_of(DocumentResult))).encode(), digest_size=8).hexdigest()


def _fields_of(kind: Any) -> Iterator[tuple[str, str, str]]:
    if is_dataclass(kind):
        name = getattr(kind, "__name__", "")
        for field, hint in get_type_hints(kind).items():
            yield name, field, str(hint)
            yield from _fields_of(hint)
    for argument in get_args(kind):
        yield from _fields_of(argument)


def encode(value: DocumentResult | SourceText) -> bytes:
    """A record as bytes; lone surrogates survive."""
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def decode_document(data: bytes) -> DocumentResult:
    """The record that ``encode`` was given.  Raises ``ValueError`` when the bytes are not one."""
    return _decoded(data, DocumentResult)


def decode_source(data: bytes) -> SourceText:
    """As ``decode_document``, of an original."""
    return _decoded(data, SourceText)


def _decoded(data: bytes, kind: type[Record]) -> Record:
    shape: Any = kind
    try:
        value: Record = _reader(shape)(json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass")))
    except (zlib.error, TypeError, KeyError, IndexError) as error:
        raise ValueError(f"not a {kind.__name__}: {error}") from error
    return value


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if kind in (str, int, float, bool, NoneType):
        return value
    if kind in (tuple, list):
        return [_plain(inner) for inner in value]
    names = _names(kind)
    if names is not None:
        return [_plain(getattr(value, name)) for name in names]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (str, int, float)):
        return value
    # Scalars of numpy, where a record holds one.
    return value.item()


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """The function that makes a value of ``kind`` from plain ones."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        inner = _reader(arguments[0])
        return lambda values: tuple(inner(value) for value in values)
    if origin in (Union, UnionType):
        (only,) = (argument for argument in arguments if argument is not NoneType)
        inner = _reader(only)
        return lambda value: None if value is None else inner(value)
    if _names(kind) is not None:
        hints = get_type_hints(kind)
        readers = [_reader(hints[field.name]) for field in fields(kind)]
        return lambda values: kind(*(read(value) for read, value in zip(readers, values, strict=True)))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is float:
        return float
    return lambda value: value
