"""What web pages print around articles and comments: forms, buttons, notices."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

_PHRASES = Path(__file__).parent / "data" / "boilerplate.txt"
_ANYTHING = "..."
MAX_LENGTH = 160
"""A longer sentence is never boilerplate; chosen."""

_NOT_WORD = re.compile(r"[\W\d_]+")
_MARKS = re.compile("[\u0300-\u036f]+")


class _Phrases(NamedTuple):
    """The languages of each phrase, and those of each phrase that may go on; keys are ``_plain``."""

    whole: dict[str, frozenset[str]]
    beginnings: dict[str, frozenset[str]]


def boilerplate_languages(sentence: str) -> frozenset[str]:
    """The languages (BCP 47) in which the whole sentence is boilerplate; empty if it is none.

    Case, accents, digits and punctuation do not count.
    """
    if len(sentence) > MAX_LENGTH:
        return frozenset()
    plain = _plain(sentence)
    phrases = _phrases()
    found = phrases.whole.get(plain, frozenset())
    words = plain.split(" ")
    for count in range(1, min(len(words), 6)):
        found |= phrases.beginnings.get(" ".join(words[:count]), frozenset())
    return found


def _plain(text: str) -> str:
    decomposed = _MARKS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return _NOT_WORD.sub(" ", decomposed).strip()


@cache
def _phrases() -> _Phrases:
    whole: dict[str, frozenset[str]] = {}
    beginnings: dict[str, frozenset[str]] = {}
    for line in _PHRASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        language, phrase = line.split("\t")
        chosen = beginnings if phrase.endswith(_ANYTHING) else whole
        key = _plain(phrase)
        chosen[key] = chosen.get(key, frozenset()) | {language}
    return _Phrases(whole, beginnings)
