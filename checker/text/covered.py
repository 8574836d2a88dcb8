"""Which languages are covered, and whether a text is in none of them.

Whatever the letters of a text look most like, its words must be those of the language it is taken for: Uzbek has
hardly a word of Turkish, Hindi in Latin letters none of Indonesian.  Three things are asked: letters that no covered
language has, common words of languages that are not covered, and how many words are common ones of the language that
the letters say.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from checker.text.languages.known import UNDETERMINED
from checker.text.languages.tags import canonical
from checker.text.ordinary import has_ordinary_words, is_ordinary

_WORD = re.compile(r"[^\W_]+(?:['’‘ʻʼ`][^\W\d_]+)*['’‘ʻʼ`]?")
_OTHER_LETTERS = re.compile("[әғқңөұүһҗӣӯҳҷӑӗҥҫҙӈӏ]|[ټډړږښګڼۍېڕڵۆەۇۈۋڭ]", re.IGNORECASE)
"""Letters of Cyrillic and of Arabic that are written in none of the covered languages: Kazakh, Mongolian, Tajik;
Pashto, Kurdish, Uyghur."""

_UZBEK = re.compile("[a-z]*[og]'[a-z]")
_APOSTROPHE_INSIDE = frozenset({"ca", "cy", "en", "fr", "ga", "it", "mt"})
"""Two letters that Uzbek writes so inside a word, and languages in which an apostrophe may stand behind them too."""

_ARABIC_NUMERALS = re.compile("[a-z]+[2356789][a-z]+|[2356789][a-z]{3,}|[a-z]{3,}[2356789]")
"""Arabic in Latin letters writes as numerals what these have no letter for: "mo7amed", "3arabeyya", "embare7"."""

_MIN_SHARE_OF_LETTERS = 0.2
"""Share of words with such a letter from which a text is in another language: names have them too.  Chosen."""

DATA = Path(__file__).parent / "data" / "common_words.txt"
"""The commonest words of languages that are not covered (lines that begin with "-"), and of covered ones of which no
list of ordinary words is kept ("+")."""

_USUAL = {"af": 0.6, "az": 0.45, "be": 0.5, "hu": 0.55, "hy": 0.45, "is": 0.6, "sk": 0.44, "sr": 0.48}
_USUAL_OTHERS = 0.6
_USUAL_FUNCTION_WORDS = 0.25
"""Share of the words of a text that are on the list of its language, at least half of the time in news and in messages
of programs; the last for lists of thirty words.  Measured."""

_LESS_THAN_USUAL = 0.75
_MAX_P = 0.01
"""A text has too few of its language's words if one with so much of the usual share had so few that seldom.  Measured:
of 12,277 sentences of covered languages three fall below, of Uzbek or Kazakh texts of four sentences nearly all."""

_MIN_KINDS = 3
_MIN_SHARE_NAMED = 0.15
"""Different common words of another language, and their share of all words, from which a text is in it; chosen."""

_CYRILLIC = re.compile("[а-я]")
_LOOKALIKES = str.maketrans("aeopcxyij", "аеорсхуіј")
_APOSTROPHES = str.maketrans("’‘ʻʼ`", "'''''")

_MOST_WORDS = 600
"""More words of a text are not looked at: a bound of time."""


def told(texts: Iterable[str], language: str) -> str:
    """``language``, which the letters of some texts look like; if they are in none that is covered, which, or "und"."""
    if language == UNDETERMINED:
        return language
    words = _words(texts)
    if not words:
        return language
    if _other_letters(words) >= max(1.0, _MIN_SHARE_OF_LETTERS * len(words)):
        return UNDETERMINED
    if canonical(language) not in _APOSTROPHE_INSIDE and sum(bool(_UZBEK.match(word)) for word in words) >= max(
        2.0, _MIN_SHARE_NAMED * len(words)
    ):
        return "uz"
    if _has_arabic_numerals(words):
        return "ar-Latn"
    named = _named(words, canonical(language))
    if named:
        return named
    return UNDETERMINED if _are_too_few(words, canonical(language)) else language


@cache
def _common(sign: str) -> dict[str, frozenset[str]]:
    lines = DATA.read_text(encoding="utf-8").splitlines()
    return {tag: frozenset(words.split()) for tag, _, words in (x[1:].partition(" ") for x in lines if x[0] == sign)}


def _words(texts: Iterable[str]) -> list[str]:
    words: list[str] = []
    for text in texts:
        words += (_plain(match[0]) for match in _WORD.finditer(text))
        if len(words) >= _MOST_WORDS:
            break
    return [word for word in words[:_MOST_WORDS] if any(map(str.isalpha, word))]


def _plain(word: str) -> str:
    """In small letters, one kind of apostrophe and, in Cyrillic, without Latin letters that look the same."""
    word = word.lower()
    if word.isascii():
        return word.replace("`", "'")
    if _CYRILLIC.search(word):
        word = word.translate(_LOOKALIKES)
    return word.translate(_APOSTROPHES)


def _other_letters(words: list[str]) -> int:
    return sum(bool(_OTHER_LETTERS.search(word)) for word in words)


def _has_arabic_numerals(words: list[str]) -> bool:
    """Whether so many words have such a numeral, one of them within."""
    found = [word for word in words if _ARABIC_NUMERALS.fullmatch(word)]
    return len(found) >= max(2.0, _MIN_SHARE_OF_LETTERS * len(words)) and any(word[-1].isalpha() for word in found)


def _is_its_own(word: str, language: str) -> bool:
    return is_ordinary(word, language) or word in _common("+").get(language, ())


def _named(words: list[str], language: str) -> str:
    """The language that is not covered of which so many common words are there, or nothing."""
    own = {word for word in set(words) if _is_its_own(word, language)}
    best, found = 0, ""
    for tag, common in _common("-").items():
        if tag == language:
            continue
        strange = [word for word in words if word in common and word not in own]
        others = sum(word in own and word not in common for word in words)
        kinds = len(set(strange))
        if kinds >= _MIN_KINDS and len(strange) >= _MIN_SHARE_NAMED * len(words) and len(strange) > others:
            best, found = max((best, found), (len(strange), tag))
    return found


def _are_too_few(words: list[str], language: str) -> bool:
    """Whether hardly any text in a language would have so few of its common words."""
    if has_ordinary_words(language):
        usual = _USUAL.get(language, _USUAL_OTHERS)
    elif language in _common("+"):
        usual = _USUAL_FUNCTION_WORDS
    else:
        return False
    counted = [word for word in words if _is_its_own(word, language) or not is_ordinary(word, "en")]
    own = sum(_is_its_own(word, language) for word in counted)
    return _p_at_most(own, len(counted), _LESS_THAN_USUAL * usual) < _MAX_P


def _p_at_most(successes: int, trials: int, p: float) -> float:
    """The probability of at most so many successes in independent trials."""
    return math.fsum(math.comb(trials, k) * p**k * (1 - p) ** (trials - k) for k in range(successes + 1))
