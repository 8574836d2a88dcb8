"""English "not before June", which other languages say without a negation: "erst im Juni"."""

from __future__ import annotations

import re
from functools import cache

from checker.text.primary import primary_language

_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|no|never|nobody|cannot|nothing)\b|n['’]t\b)[^.;:!?]{0,60}\b(?:before|earlier than)\b", re.IGNORECASE
)

_ONLY = {
    "bg": "едва чак",
    "bs": "tek",
    "ca": "només",
    "cs": "až teprve",
    "da": "først",
    "de": "erst",
    "el": "μόλις μόνο",
    "es": "solo sólo recién",
    "et": "alles",
    "fi": "vasta",
    "fr": "seulement",
    "hr": "tek",
    "hu": "csak",
    "it": "solo soltanto",
    "lt": "tik",
    "lv": "tikai",
    "mk": "дури",
    "nl": "pas",
    "no": "først",
    "pl": "dopiero",
    "pt": "só somente apenas",
    "ro": "abia",
    "ru": "только лишь",
    "sk": "až",
    "sl": "šele",
    "sr": "тек tek",
    "sv": "först",
    "tr": "ancak",
    "uk": "лише тільки аж",
}
"""Words for "only" and "not before" that stand with a time, by language.  Written down for this."""


def says_not_before(source: str, target: str, language: str) -> bool:
    """Whether English ``source`` says that something is not before a time, and ``target`` in ``language`` (BCP 47) that
    it is only then."""
    words = _only(primary_language(language))
    return words is not None and _NOT_BEFORE.search(source) is not None and words.search(target) is not None


@cache
def _only(language: str) -> re.Pattern[str] | None:
    words = _ONLY.get({"nb": "no", "nn": "no"}.get(language, language))
    return re.compile(rf"\b(?:{'|'.join(words.split())})\b", re.IGNORECASE) if words else None
