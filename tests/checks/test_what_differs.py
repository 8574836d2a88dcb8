"""A message on two numbers says what differs, also where the digits are the same."""

import pytest

import checker

CASES = [
    ("The ticket costs 45 dollars.", "Die Karte kostet 45 Euro.", '"45 dollars"', '"45 Euro"'),
    ("The lake is 90 feet deep.", "Der See ist 90 Meter tief.", '"90 feet"', '"90 Meter"'),
    ("The lake is 90 feet deep.", "Der See ist 70 Fuß tief.", '"90"', '"70"'),
]


@pytest.mark.parametrize(("source", "target", "ours", "theirs"), CASES)
def test_what_differs_is_quoted(source: str, target: str, ours: str, theirs: str) -> None:
    (message,) = [found.message for found in checker.bitext([(source, target)]).findings if found.code == "MIS001"]
    assert message == f"the original says {ours}; the rendering says {theirs}"
