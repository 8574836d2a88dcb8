"""When "none" is said, and when only that it cannot be told."""

from __future__ import annotations

import pytest

from checker.archive.records import LIKELIER, SURE_OF_NONE, Matches, Original, OriginalMatch

FOUND = (OriginalMatch(Original("0" * 16, "a.txt", "en", 3), 0.4, 1.0, (), ()),)


@pytest.mark.parametrize(
    ("originals", "p_none", "is_found", "is_undetermined"),
    [
        (FOUND, 0.1, True, False),
        (FOUND, LIKELIER, False, True),
        (FOUND, SURE_OF_NONE - 0.01, False, True),
        (FOUND, SURE_OF_NONE, False, False),
        ((), 1.0, False, False),
    ],
)
def test_what_is_said(
    originals: tuple[OriginalMatch, ...], p_none: float, is_found: bool, is_undetermined: bool
) -> None:
    found = Matches(originals, p_none, 3)
    assert (found.best is not None, found.is_undetermined) == (is_found, is_undetermined)
