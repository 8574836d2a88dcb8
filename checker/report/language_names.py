"""English names of languages, for people who read reports."""

from __future__ import annotations

from checker.printable import printable
from checker.text.languages.tags import ENGLISH_NAMES
from checker.text.primary import primary_language

_LONGEST_TAG = 40
"""Characters; well-formed tags in use are shorter (RFC 5646, 4.4.1, asks for 35).  A bound."""

_NOT_COVERED = {
    "br": "Breton",
    "eo": "Esperanto",
    "fo": "Faroese",
    "fy": "Frisian",
    "kk": "Kazakh",
    "ku": "Kurdish",
    "ky": "Kyrgyz",
    "la": "Latin",
    "lb": "Luxembourgish",
    "mn": "Mongolian",
    "tg": "Tajik",
    "tk": "Turkmen",
    "tt": "Tatar",
    "uz": "Uzbek",
    **{f"{tag}-Latn": f"{ENGLISH_NAMES[tag]} in Latin letters" for tag in ("ar", "bg", "el", "hi", "ru")},
}
NAMES: dict[str, str] = {**ENGLISH_NAMES, **_NOT_COVERED, "nb": "Norwegian", "und": "an unknown language"}


def language_name(tag: str) -> str:
    """The English name of a BCP 47 tag's language, or the tag itself, which may be whatever a file calls one."""
    return NAMES.get(tag) or NAMES.get(primary_language(tag)) or printable(tag[:_LONGEST_TAG])
