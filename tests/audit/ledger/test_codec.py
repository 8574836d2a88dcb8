"""Results come out of a ledger exactly as they went in."""

from __future__ import annotations

import zlib
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

import checker
from checker.audit.ledger import codec
from checker.model import DocumentResult, SourceText

TEXTS = st.text(st.characters(codec=None), max_size=8)


def of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a record's field, lone surrogates and all."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return st.lists(of(arguments[0]), max_size=2).map(tuple)
    if origin in (Union, UnionType):
        return st.one_of([st.none() if argument is type(None) else of(argument) for argument in arguments])
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{field.name: of(hints[field.name]) for field in fields(kind)})
    simple = {str: TEXTS, int: st.integers(0, 9), bool: st.booleans(), float: st.floats(0, 1)}
    return simple[kind] if kind in simple else st.sampled_from(list(kind))


@given(of(DocumentResult))
def test_any_result_survives(result: DocumentResult) -> None:
    assert codec.decode_document(codec.encode(result)) == result


@given(of(SourceText))
def test_any_original_survives(source: SourceText) -> None:
    assert codec.decode_source(codec.encode(source)) == source


def test_a_real_result_survives() -> None:
    text = (
        "The harbour was closed on Monday because of the storm. Two ferries stayed in port until the evening. "
        "No ship was damaged.\n\nPortul a fost închis luni din cauza furtunii. Două feriboturi au rămas în port "
        "până seara. Regina Danemarcei a promis un nou spital militar. Nicio navă nu a fost avariată.\n"
    )
    (document,) = checker.scan(text).documents
    assert document.findings and document.renderings
    assert codec.decode_document(codec.encode(document)) == document


@pytest.mark.parametrize(
    "data", [b"", b"not compressed", zlib.compress(b"[]"), zlib.compress(b"{"), zlib.compress(b"[1,2,3]")]
)
def test_what_is_no_record_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        codec.decode_document(data)
