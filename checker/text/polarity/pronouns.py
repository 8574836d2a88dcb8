"""Pronouns that are written like a negation: Polish "nie" behind a preposition is "them" ("płaci za nie")."""

from __future__ import annotations

import re

_PRONOUNS = {"pl": re.compile(r"\b(?:za|o|w|przez|ponad|pod|nad|przed|poza|między|mimo|po)\s+nie\b", re.IGNORECASE)}


def without_pronouns(text: str, language: str) -> str:
    """The text, as long, without pronouns of a language (BCP 47) that look like a negation."""
    pattern = _PRONOUNS.get(language)
    if pattern is None:
        return text
    return pattern.sub(lambda match: match.group()[:-3] + " " * 3, text)
