"""The languages that are known, by the scripts they are written in; it loads nothing else."""

from __future__ import annotations

from enum import IntEnum
from functools import cache

from checker.text.languages.tags import canonical


class Script(IntEnum):
    """A script that decides between languages, or decides for one."""

    NONE = 0
    LATIN = 1
    CYRILLIC = 2
    ARABIC = 3
    DEVANAGARI = 4
    HAN = 5
    KANA = 6
    HANGUL = 7
    GREEK = 8
    HEBREW = 9
    ARMENIAN = 10
    GEORGIAN = 11
    BENGALI = 12
    GURMUKHI = 13
    GUJARATI = 14
    ORIYA = 15
    TAMIL = 16
    TELUGU = 17
    KANNADA = 18
    MALAYALAM = 19
    SINHALA = 20
    THAI = 21
    LAO = 22
    TIBETAN = 23
    MYANMAR = 24
    KHMER = 25
    ETHIOPIC = 26
    OTHER = 27


LANGUAGES_BY_SCRIPT: dict[Script, tuple[str, ...]] = {
    Script.LATIN: tuple(
        "en af az bs ca cs cy da de es et eu fi fr ga gl hr hu id is it lt lv ms mt nl no pl pt ro sk sl so sq sr sv"
        " sw tl tr vi".split()
    ),
    Script.CYRILLIC: ("ru", "uk", "be", "bg", "mk", "sr"),
    Script.ARABIC: ("ar", "fa", "ur"),
    Script.DEVANAGARI: ("hi", "mr", "ne"),
    Script.HAN: ("zh", "zh-Hant", "ja"),
    Script.KANA: ("ja",),
    Script.HANGUL: ("ko",),
    Script.GREEK: ("el",),
    Script.HEBREW: ("he",),
    Script.ARMENIAN: ("hy",),
    Script.GEORGIAN: ("ka",),
    Script.BENGALI: ("bn",),
    Script.GURMUKHI: ("pa",),
    Script.GUJARATI: ("gu",),
    Script.ORIYA: ("or",),
    Script.TAMIL: ("ta",),
    Script.TELUGU: ("te",),
    Script.KANNADA: ("kn",),
    Script.MALAYALAM: ("ml",),
    Script.SINHALA: ("si",),
    Script.THAI: ("th",),
    Script.LAO: ("lo",),
    Script.TIBETAN: ("bo",),
    Script.MYANMAR: ("my",),
    Script.KHMER: ("km",),
    Script.ETHIOPIC: ("am",),
}
"""The languages that a script may be; where there is one, the script decides alone."""

LANGUAGES: tuple[str, ...] = tuple(sorted({code for codes in LANGUAGES_BY_SCRIPT.values() for code in codes}))
"""Every language that can be told, BCP 47; the columns of ``log_scores``."""

UNDETERMINED = "und"
"""BCP 47 for text in no language: digits, symbols, a script that no known language is written in."""

_IN_LATIN = frozenset({"ar", "bg", "el", "hi", "ru", "uk", "fa", "ur", "he", "ka", "hy", "th", "ja", "ko", "zh"})
"""Languages that are covered in their own script only."""


@cache
def is_covered(language: str) -> bool:
    """Whether a language (BCP 47) is one that can be judged; "und" is not."""
    tag = language.lower().replace("_", "-")
    if tag.endswith("-latn") and canonical(tag) in _IN_LATIN:
        return False
    if tag.endswith("-cyrl") and canonical(tag) not in LANGUAGES_BY_SCRIPT[Script.CYRILLIC]:
        return False
    return canonical(tag) in LANGUAGES
