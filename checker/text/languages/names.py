"""What people call a language, in itself or in the languages of others: the heads of tables."""

from __future__ import annotations

from checker.text.languages.codes import language_named
from checker.text.languages.tags import ENGLISH_NAMES, canonical, known_language

_MORE = {
    "英文": "en",
    "简体中文": "zh",
    "汉语": "zh",
    "繁體中文": "zh-Hant",
    "繁体中文": "zh-Hant",
    "castellano": "es",
    "holländisch": "nl",
    "bokmål": "no",
}
"""Names that CLDR does not have."""


def language_called(name: str) -> str | None:
    """As ``known_language``, and by the name that the language has in itself or in another one: ``Deutsch``."""
    if known := known_language(name) or _MORE.get(name.strip().casefold()):
        return known
    tag = canonical(language_named(name) or "")
    return tag if tag in ENGLISH_NAMES else None
