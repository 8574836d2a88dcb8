"""What is told to each piece: whether the other text has a word that sounds like its own, or its number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.secondjudge.echoes import CLASSES, OTHER_NUMBER, SAME_NUMBER, echoes

SAME, ALIKE, UNLIKE = 5, 4, 2
"""Classes of words: said in the other text too; nearly; nothing sounds like it (that or less)."""


def pieces(text: str) -> list[str]:
    """Every word a piece, as a tokenizer with U+2581 for the space writes them."""
    return [f"▁{word}" for word in text.split()]


@pytest.mark.parametrize(
    ("source", "target", "least", "most"),
    [
        ("Volvo", "Scania", 1, UNLIKE),
        ("Maria", "Claudia", 1, 3),
        ("Kowalski", "Kowalskiego", ALIKE, SAME),
        ("Stoltenberg", "Столтенберга", ALIKE, SAME),
        ("Stoltenberg", "ستولتنبرغ", ALIKE, SAME),
        ("Zürich", "ZURICH", SAME, SAME),
        ("1,200", "1.200", SAME_NUMBER, SAME_NUMBER),
        ("34", "٣٤", SAME_NUMBER, SAME_NUMBER),
        ("34", "43", OTHER_NUMBER, OTHER_NUMBER),
        ("12", "zwölf", OTHER_NUMBER, OTHER_NUMBER),
        ("?!", "?!", 0, 0),
    ],
)
def test_a_word_is_held_against_the_other_text(source: str, target: str, least: int, most: int) -> None:
    ours, _ = echoes(pieces(source), pieces(f"und {target} oder"))
    assert least <= ours[0] <= most


def test_every_piece_of_a_word_is_told_the_same() -> None:
    ours, theirs = echoes(["▁Sto", "lten", "berg", "▁12", ",", "5", "."], ["▁Stolten", "berga", "▁ma", "▁12,5"])
    assert ours.tolist() == [*[ours[0]] * 3, *[SAME_NUMBER] * 3, 0]
    assert theirs.tolist()[:2] == [theirs[0]] * 2


@given(st.lists(st.text(max_size=6), max_size=12), st.lists(st.text(max_size=6), max_size=12))
def test_there_is_one_class_a_piece_whatever_they_are(source: list[str], target: list[str]) -> None:
    for of, listed in zip((source, target), echoes(source, target), strict=True):
        assert len(listed) == len(of)
        assert all(0 <= one < CLASSES for one in listed)


@given(st.lists(st.text(max_size=6), max_size=8), st.lists(st.text(max_size=6), max_size=8))
def test_turning_the_sides_turns_the_answer(source: list[str], target: list[str]) -> None:
    one, other = echoes(source, target)
    assert [found.tolist() for found in echoes(target, source)] == [other.tolist(), one.tolist()]
