"""English names of languages, for people who read reports."""

from __future__ import annotations

from checker.printable import printable
from checker.text.languages.tags import ENGLISH_NAMES

_LONGEST_TAG = 40
"""Characters; well-formed tags in use are shorter (RFC 5646, 4.4.1, asks for 35).  A bound."""

NAMES: dict[str, str] = {**ENGLISH_NAMES, "nb": "Norwegian", "und": "an unknown language"}


def language_name(tag: str) -> str:
    """The English name of a BCP 47 tag's language, or the tag itself, which may be whatever a file calls one."""
    return NAMES.get(tag) or NAMES.get(tag.split("-")[0]) or printable(tag[:_LONGEST_TAG])
