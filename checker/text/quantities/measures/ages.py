"""Words of one number and more: how old somebody is ("sedicenne"), and for which time ("podvanácté")."""

from __future__ import annotations

import re

# Ends of words that say how old somebody is, folded, and what may link them to the number.
_AGED = {
    "it": re.compile(r"enn[ei]$"),
    "hr": re.compile(r"o?godisnj\w*$"),
    "sr": re.compile(r"o?(?:годишњ|godisnj)\w*$"),
    "bs": re.compile(r"o?godisnj\w*$"),
    "sl": re.compile(r"let(?:n|en)\w*$"),
    "pl": re.compile(r"o?(?:letni|latek|latk)\w*$"),
    "cs": re.compile(r"i?let\w*$"),
    "sk": re.compile(r"rocn\w*$"),
    "ru": re.compile(r"летн\w*$"),
    "uk": re.compile(r"річн\w*$"),
    "bg": re.compile(r"годишн\w*$"),
    "lt": re.compile(r"met(?:is|e|[ie])\w*$"),
    "lv": re.compile(r"gadi\w*$"),
    "hy": re.compile(r"ամյա\w*$"),
    "fi": re.compile(r"vuoti\w*$"),
    "et": re.compile(r"aasta\w*$"),
    "el": re.compile(r"χρον\w*$"),
}

_SHORTEST = 3
"""Letters of the shortest number before such an end; chosen."""

_FOR_THE_TIME = frozenset({"cs", "sk"})
"""Languages in which "po" before an ordinal says for which time."""


def age(word: str, language: str) -> str | None:
    """The number in a word (folded) that says how old somebody is, or None."""
    end = _AGED[language].search(word) if language in _AGED else None
    return word[: end.start()] if end and end.start() >= _SHORTEST else None


def time_of_many(word: str, language: str) -> str | None:
    """The ordinal in a word (folded) that says for which time something is, or None."""
    return word.removeprefix("po") if language in _FOR_THE_TIME and word.startswith("po") else None
