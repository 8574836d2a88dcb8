"""Where offsets stand: lines of the own text, lines of the file behind it, and names of places."""

from __future__ import annotations

import pytest

from checker.model import Block, Document, FileMap, Span, line_starts

IN_FILE = "<p>Caf&eacute; is\n   open.</p>\n<p>Ja."
OWN = "Café is open.\nJa."
MAP = FileMap(
    own=[0, 3, 4, 8, 13, 14],
    in_file=[3, 6, 14, 21, 26, 34],
    line_starts=line_starts(IN_FILE),
)


@pytest.mark.parametrize(
    ("offset", "place"),
    [
        (0, (1, 4)),
        (2, (1, 6)),
        (3, (1, 7)),
        (4, (1, 15)),
        (5, (1, 16)),
        (8, (2, 4)),
        (12, (2, 8)),
        (13, (2, 9)),
        (14, (3, 4)),
        (15, (3, 5)),
    ],
)
def test_own_text_leads_back_to_the_file(offset: int, place: tuple[int, int]) -> None:
    document = Document("a.html", OWN, file_map=MAP)
    assert document.line_and_column(offset) == place
    line, column = place
    if OWN[offset].isalpha() and OWN[offset] != "é":
        assert IN_FILE.splitlines()[line - 1][column - 1] == OWN[offset]


def test_own_text_that_is_longer_than_what_it_stands_for_stays_before_what_follows() -> None:
    made = FileMap(own=[0, 3], in_file=[5, 6], line_starts=[0])
    assert [made.offset_in_file(offset) for offset in range(5)] == [5, 5, 5, 6, 7]


def test_text_that_was_moved_leads_back_too() -> None:
    made = FileMap(own=[0, 3, 6], in_file=[20, 5, 30], line_starts=[0])
    assert [made.offset_in_file(offset) for offset in range(8)] == [20, 21, 22, 5, 6, 7, 30, 31]


def test_without_a_map_lines_are_those_of_the_own_text() -> None:
    assert Document("a.txt", "a\nbc").line_and_column(3) == (2, 2)


def test_a_map_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="as many places"):
        FileMap(own=[0], in_file=[], line_starts=[0])


def test_locations_are_those_of_blocks() -> None:
    blocks = (Block(Span(0, 3), location="page 1"), Block(Span(4, 7), location="page 2"), Block(Span(8, 9)))
    document = Document("a.pdf", "One Two 3", blocks=blocks)
    assert [document.location_at(offset) for offset in (0, 3, 4, 7, 8)] == ["page 1", "page 1", "page 2", "page 2", ""]
