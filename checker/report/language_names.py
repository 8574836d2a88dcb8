"""English names of languages, for people who read reports."""

from __future__ import annotations

from checker.text.languages.tags import ENGLISH_NAMES

NAMES: dict[str, str] = {**ENGLISH_NAMES, "nb": "Norwegian", "und": "an unknown language"}


def language_name(tag: str) -> str:
    """The English name of a BCP 47 tag's language, or the tag itself."""
    return NAMES.get(tag) or NAMES.get(tag.split("-")[0]) or tag
