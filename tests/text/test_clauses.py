"""Clauses of a sentence: what commas part, if it says enough by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.clauses import clauses

CASES = [
    ("The ferry stops in October, and the mayor will sue.", ["The ferry stops in October", "and the mayor will sue."]),
    ("The ferry stops in October.", ["The ferry stops in October."]),
    # Too little to say anything by itself: it stays with what follows, or with what comes before at the end.
    ("However, the ferry stops in October.", ["However, the ferry stops in October."]),
    ("The ferry stops in October, sadly.", ["The ferry stops in October, sadly."]),
    # A comma within a number parts nothing.
    ("It cost 1,200 crowns a year in all.", ["It cost 1,200 crowns a year in all."]),
    ("Сад открыт весь год – и зимой вход туда бесплатный.", ["Сад открыт весь год", "и зимой вход туда бесплатный."]),
    ("夜间渡轮十月起停航，市长准备提起诉讼。", ["夜间渡轮十月起停航", "市长准备提起诉讼。"]),
    ("", []),
    (", , ,", [", , ,"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_clauses_are_what_marks_part(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in clauses(text)] == expected


@given(st.text(alphabet="ab ,;:.\u2013\u3001\uff0c\u4e00\u4e8c1", max_size=60))
def test_clauses_stand_in_order_and_leave_out_nothing_but_marks(text: str) -> None:
    found = clauses(text)
    ends = [0, *(span.end for span in found)]
    assert all(ends[k] <= span.start < span.end for k, span in enumerate(found))
    between = "".join(text[a : span.start] for a, span in zip(ends, found, strict=False)) + text[ends[-1] :]
    assert not any(map(str.isalnum, between))
