"""How much there is of a text: its letters, which spaces, digits and punctuation do not change."""

from __future__ import annotations


def letter_count(text: str) -> int:
    """How many letters there are in ``text``; signs for vowels and accents that stand by themselves are none."""
    return sum(map(str.isalpha, text))
