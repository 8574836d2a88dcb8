"""Words that say a negation without one: "unknown", "avoid", "hardly"; in a rendering they stand for "not"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from checker.model import Span
from checker.text.ordinary import is_ordinary
from checker.text.primary import primary_language

DATA = Path(__file__).parent / "data" / "implied_negations.txt"
_MIN_BEHIND_PREFIX = 5
"""Letters behind a prefix such as "un", without which it may be no prefix; chosen."""

_ROOTED = re.compile(
    "im(?:m?ediat|pac|plem|pli[ckq]|port|pres|puls)|inmediat"
    "|in(?:[ck]l[uv]|[cz]iden|di[ck]a|divid|dustr|form|i[czt]i|spe[ckz]|spir|stal|stit|stru[ckz]|sist|tent?[cszt]|ter|vest|vit)"
    "|dis(?:[ck]us|[ck]ur|cour|pos|put|tan|tin|tri)|des(?:arroll|cri|de|tin|pu[eé]s)|niedziel|немедлен|недел",
    re.IGNORECASE,
)
"""Beginnings of words in which what looks like a prefix that denies is none: "information", "niedziela"."""

_NOT = frozenset(("nie", "ne", "не"))
"""Prefixes that are words for "not" as well."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def implied(text: str, language: str) -> str | None:
    """The first word of ``text`` that may say a negation without one; None where there is none."""
    return next((place.of(text) for place in implied_places(text, language)), None)


def implied_places(text: str, language: str) -> Iterator[Span]:
    """Where ``text`` may say a negation without one; nowhere where the language (BCP 47) is not listed.

    What follows a prefix must be an ordinary word itself: "unknown", not "under".
    """
    base = _BASES.get(tag := primary_language(language), tag)
    forms, prefixes = _forms(base)
    if forms is None:
        return
    for found in forms.finditer(text):
        yield Span(*found.span())
    if prefixes is None:
        return
    for word in _WORD.finditer(text):
        match = prefixes.match(word[0])
        if match is None or _ROOTED.match(word[0]):
            continue
        if len(word[0]) - match.end() >= _MIN_BEHIND_PREFIX and is_ordinary(word[0][match.end() :], base):
            yield Span(*word.span())


def begins_as_denial(word: str, language: str) -> bool:
    """Whether a word begins with a prefix that is the word for "not" itself, Polish "nie", whatever follows."""
    tag = primary_language(language)
    prefixes = _forms(_BASES.get(tag, tag))[1]
    match = prefixes.match(word) if prefixes is not None else None
    return match is not None and match[0].lower() in _NOT


def is_listed(language: str) -> bool:
    """Whether such words are listed for a language (BCP 47)."""
    tag = primary_language(language)
    return _BASES.get(tag, tag) in _lists()


_BASES = {"nb": "no", "nn": "no", "bs": "hr"}


@cache
def _lists() -> dict[str, list[str]]:
    lines = DATA.read_text(encoding="utf-8").splitlines()
    return {language: words.split() for language, _, words in (x.partition(" ") for x in lines if x[0] != "#")}


@cache
def _forms(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Patterns of the words and stems of a language, and of its prefixes."""
    words = _lists().get(language)
    if words is None:
        return None, None
    prefixes = [word[:-1] for word in words if word.endswith("+")]
    forms = "|".join(_form(word) for word in words if not word.endswith("+"))
    start = re.compile("|".join(sorted(prefixes, key=len, reverse=True)), re.IGNORECASE) if prefixes else None
    return re.compile(forms, re.IGNORECASE), start


def _form(word: str) -> str:
    said = word.replace("_", " ")
    left = r"\B" if said.startswith("-") else r"\b"
    right = "" if said.endswith("-") else r"\b"
    return f"{left}{said.strip('-')}{right}"
