"""Checks by the page: what is given, what comes back."""

from __future__ import annotations

from site_client import MIXED, Visitor, visitor

__all__ = ["visitor"]


def test_a_pasted_text_comes_back_with_its_report(visitor: Visitor) -> None:
    answer = visitor.check(text=MIXED)
    assert answer.status_code == 200
    assert "1 of 3 sentences is not supported by the original" in answer.text
    assert "Primarul Ionescu a demisionat" in answer.text
    assert answer.url.path.startswith("/checks/")
