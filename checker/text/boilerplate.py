"""What web pages print around articles and comments: forms, buttons, notices."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

_PHRASES = Path(__file__).parent / "data" / "boilerplate.txt"
_ANYTHING = "..."
_SITE = "<site>"
MAX_LENGTH = 160
"""A longer sentence is never boilerplate; chosen."""

MAX_PARTS = 3
"""Parts between commas that are looked at by themselves; chosen."""

_COMMA = re.compile("[,،、，;]")
_NOT_WORD = re.compile(r"[\W\d_]+")
_MARKS = re.compile("[\u0300-\u036f]+")


class _Phrases(NamedTuple):
    """The languages of each phrase, of each that may go on, and of each that goes on with the name of a site; keys are
    ``_plain``.  ``sites``: how such names begin.  ``longest``: words of the longest phrase that goes on."""

    whole: dict[str, frozenset[str]]
    beginnings: dict[str, frozenset[str]]
    before_site: dict[str, frozenset[str]]
    sites: tuple[str, ...]
    longest: int


def boilerplate_languages(sentence: str) -> frozenset[str]:
    """The languages (BCP 47) in which the whole sentence is boilerplate, or each part of it between commas.

    None of them if it is none.

    Case, accents, digits and punctuation do not count.
    """
    if len(sentence) > MAX_LENGTH:
        return frozenset()
    found = _languages_of(_plain(sentence))
    parts = [plain for part in _COMMA.split(sentence) if (plain := _plain(part))]
    if found or not 1 < len(parts) <= MAX_PARTS:
        return found
    return frozenset.intersection(*map(_languages_of, parts))


def _languages_of(plain: str) -> frozenset[str]:
    phrases = _phrases()
    found = phrases.whole.get(plain, frozenset())
    words = plain.split(" ")
    for count in range(1, min(len(words), phrases.longest) + 1):
        beginning = " ".join(words[:count])
        found |= phrases.beginnings.get(beginning, frozenset())
        if beginning in phrases.before_site and words[count : count + 1] and words[count].startswith(phrases.sites):
            found |= phrases.before_site[beginning]
    return found


def _plain(text: str) -> str:
    decomposed = _MARKS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return _NOT_WORD.sub(" ", decomposed).strip()


@cache
def _phrases() -> _Phrases:
    whole: dict[str, frozenset[str]] = {}
    beginnings: dict[str, frozenset[str]] = {}
    before_site: dict[str, frozenset[str]] = {}
    sites: list[str] = []
    for line in _PHRASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        language, phrase = line.split("\t")
        if language == _SITE:
            sites.append(_plain(phrase))
            continue
        chosen = whole
        if phrase.endswith(_ANYTHING):
            chosen = beginnings
        elif phrase.endswith(_SITE):
            chosen, phrase = before_site, phrase.removesuffix(_SITE)
        key = _plain(phrase)
        chosen[key] = chosen.get(key, frozenset()) | {language}
    longest = max(len(key.split()) for key in (*beginnings, *before_site))
    return _Phrases(whole, beginnings, before_site, tuple(sites), longest)
