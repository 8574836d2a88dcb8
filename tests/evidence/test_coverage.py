"""Which shape of a rendering is a translation broken off, and which stretches nothing renders."""

import pytest

from checker.evidence.coverage import coverage


@pytest.mark.parametrize(
    ("rendered", "of", "gaps", "is_partial"),
    [
        (range(10), 10, (), False),  # all of it
        (range(5), 10, ((5, 10),), True),  # the end is missing
        (range(4, 10), 10, ((0, 4),), True),  # the beginning is
        (range(8), 10, (), False),  # two sentences at an end are no stretch
        (range(4), 6, (), True),  # unless they are much of a short text
        (range(2, 6), 6, (), True),
        (range(3), 4, (), True),
        (range(1, 5), 6, (), False),  # one at either end
        ([*range(10), *range(20, 30)], 30, ((10, 20),), True),  # a third inside
        ([0, 1, 2, 6, 7, 8, 9], 10, (), False),  # three inside are left out one by one
        (range(3, 7), 10, ((0, 3), (7, 10)), False),  # a passage out of the middle
        ((0, 9), 10, ((1, 9),), False),  # two sentences say no more than that they were taken
        (range(3), 40, ((3, 40),), False),  # a quotation from the beginning
        ([0, 6, 12, 18, 24], 30, ((1, 6), (7, 12), (13, 18), (19, 24), (25, 30)), False),  # a selection
        ([0, 2, 4, 6, 8, 11, 13, 15], 25, ((16, 25),), False),  # a summary of the first half
        ([*range(3), 4, 5, 7, *range(8, 16)], 19, ((16, 19),), True),  # two left out before the end is
        ([*range(3), 4, 7, 9, *range(10, 16)], 19, ((16, 19),), False),  # four
        ([0, 1, 2, 4], 7, (), True),  # one of five
        ([0, 1, 3], 6, (), False),  # one of four
        ((), 10, (), False),
    ],
)
def test_the_shapes_of_renderings(
    rendered: list[int], of: int, gaps: tuple[tuple[int, int], ...], is_partial: bool
) -> None:
    found = coverage(rendered, of, in_order=True, is_whole=True)
    assert (found.gaps, found.rendered, found.of) == (gaps, tuple(rendered), of)
    assert found.is_partial is is_partial


def test_nothing_is_missing_of_what_is_no_document_of_its_own_and_no_order_shows_no_break() -> None:
    assert coverage(range(5), 10, in_order=True, is_whole=False).gaps == ()
    assert not coverage(range(5), 10, in_order=False, is_whole=True).is_partial


def test_what_has_something_else_in_its_place_was_not_left_out() -> None:
    rendered = [2, 4, 5, 7, 8, 9, 10]
    assert not coverage(rendered, 16, in_order=True, is_whole=True).is_partial
    assert coverage(rendered, 16, in_order=True, is_whole=True, replaced=2).is_partial
