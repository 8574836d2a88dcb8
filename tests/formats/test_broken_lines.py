"""Paragraphs that are lines of one are read as one; paragraphs that are none are left as they are."""

from __future__ import annotations

import textwrap

import pytest

from checker.formats.broken_lines import with_lines_joined
from checker.formats.pieces import Piece

FIRST = (
    "The night ferry leaves the northern harbour at nine, and whoever wants to take a car along has to be at the gate "
    "an hour earlier than that, since the deck is narrow and the crew are three."
)
SECOND = (
    "In winter it does not sail at all. Letters and bread are then brought over the ice by a sledge, which the school "
    "lends to the town for as long as the frost lasts and the ice bears a horse."
)


def lines(*paragraphs: str, width: int = 60) -> list[str]:
    return [line for paragraph in paragraphs for line in textwrap.wrap(paragraph, width)]


def joined(texts: list[str], **of: str) -> list[str]:
    return [piece.text.replace("\n", " ") for piece in with_lines_joined(Piece(text, **of) for text in texts)]


def test_lines_of_a_page_that_was_turned_into_paragraphs_are_joined() -> None:
    assert joined(["The ferry", *lines(FIRST, SECOND)]) == ["The ferry", FIRST, SECOND]


def test_a_joined_paragraph_stands_where_its_first_line_does() -> None:
    pieces = [Piece(text, location=f"paragraph {number}") for number, text in enumerate(lines(FIRST, SECOND), start=1)]
    found = with_lines_joined(pieces)
    assert [piece.location for piece in found] == ["paragraph 1", f"paragraph {len(lines(FIRST)) + 1}"]
    assert "\n".join(piece.text for piece in found) == "\n".join(piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("texts", "of"),
    [
        ([FIRST, SECOND], {}),
        (["bread", "milk", "a pound of salt", "two lamps", "candles", "rope", "needles"], {}),  # a list
        (lines(FIRST, SECOND), {"kind": "cell"}),
        (lines(FIRST, SECOND), {"kind": "item"}),
        (lines(FIRST[:110], width=30), {}),  # too few to show it
        (["The gate is shut.", "The deck is narrow.", "The crew are three.", "It sails at nine."], {}),
    ],
)
def test_what_are_no_lines_stays(texts: list[str], of: dict[str, str]) -> None:
    assert joined(texts, **of) == texts
