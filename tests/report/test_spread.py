"""JSON over many lines is the standard library's, byte for byte."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.report.spread import listed, spread, spread_out

leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
plain = st.recursive(leaves, lambda of: st.lists(of, max_size=4) | st.dictionaries(st.text(), of, max_size=4))


@given(plain, st.integers(1, 4))
def test_it_is_what_the_standard_library_gives(value: Any, indent: int) -> None:
    assert spread(value, indent) == json.dumps(value, ensure_ascii=False, indent=indent)


@pytest.mark.parametrize("value", [{}, [], [[]], {"a": {}}, {"a": [{}, "b"]}, 'ș\n"', 1.0, 1e-05, 10**30])
def test_what_is_empty_or_plain_stays_on_its_line(value: Any) -> None:
    assert spread(value) == json.dumps(value, ensure_ascii=False, indent=1)


def opened(value: Any) -> Any:
    """The same with iterators for the lists in dictionaries."""
    if isinstance(value, list):
        return map(opened, value)
    return {key: opened(of) for key, of in value.items()} if isinstance(value, dict) else value


@given(plain, st.integers(1, 4), st.integers(0, 3))
def test_in_pieces_it_is_the_same_and_iterators_are_lists(value: Any, indent: int, depth: int) -> None:
    assert "".join(spread_out(opened(value), indent, depth)) == spread(value, indent, depth)


@given(plain)
def test_lists_come_back_from_iterators(value: Any) -> None:
    assert listed(opened(value)) == value
