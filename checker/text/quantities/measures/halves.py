"""Measures of so many and a half: an hour and a half, deux heures et demie, dva a půl roku, 一个半小时."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from checker.model import Span
from checker.text.quantities.context import unit_named
from checker.text.quantities.record import Quantity
from checker.text.quantities.units import UNITS
from checker.text.quantities.words import folded, lexicon

_HALF, _ONE = Decimal("0.5"), Decimal(1)
_MOST = 100
"""What is counted in halves is no more than this; chosen."""

# By language, folded: how a number (N) and a unit (U) say that there is a half more.
_WAYS: dict[str, tuple[str, ...]] = {
    "en": ("N[ -]U and a half", "N[ -]and[ -]a[ -]half[ -]U"),
    "de": ("N und eine? halbe[snr]? U",),
    "nl": ("N en een half U",),
    "sv": ("N och en? halvt? U",),
    "da": ("N (?:og )?et? halvt? U",),
    "no": ("N og et? halvt? U",),
    "fr": ("N U et demie?", "N et demie? U"),
    "es": ("N U y medi[oa]", "N y medi[oa] U"),
    "ca": ("N U i mi(?:g|tja)", "N i mi(?:g|tja) U"),
    "pt": ("N U e mei[oa]", "N e mei[oa] U"),
    "it": ("N[ ']U e mezz[oa]", "N e mezz[oa] U"),
    "ro": ("N U si jumatate", "N si jumatate (?:de )?U"),
    "pl": ("N i poł U", "?N U i poł"),
    "cs": ("N a pul U", "?N U a pul"),
    "sk": ("N a pol U", "?N U a pol"),
    "sl": ("N in pol U", "?N U in pol"),
    "hr": ("N i pol[ao]? U", "?N U i pol?[ao]?"),
    "sr": ("N [iи] (?:pol?|по)[aoа]? U", "?N U [iи] (?:pol?|по)[aoа]?"),
    "ru": ("N с половинои U", "?N U с половинои"),
    "uk": ("N з половиною U", "?N U з половиною"),
    "bg": ("N и половина U", "?N U и половина"),
    "hu": ("N es fel U",),
    "fi": ("N ja puoli U",),
    "et": ("N ja pool U",),
    "lv": ("N ar pusi U",),
    "lt": ("N su puse U",),
    "tr": ("N bucuk U",),
    "el": ("N U και μισ[ηοό]", "N και μισ[ηοό] U"),
    "ar": ("?N U ونصف",),
    "he": ("?N U וחצי",),
    "fa": ("N U و نیم", "N و نیم U"),
    "hi": ("साढ़े N U",),
    "vi": ("N U ruoi",),
    "id": ("N setengah U", "N U setengah"),
}
_EAST_ASIAN = re.compile(
    "([0-9]{1,2}|[一二两兩三四五六七八九十])(?:[个個]半(小时|小時|钟头|月|星期)|(小时|小時|時間|年|天|日|か月|カ月|週間)半)"
    "|(한|두|세|네|[0-9]{1,2}) ?(시간|년|달|개월) ?반"
)
_EAST_ASIAN_NUMBERS = {char: n for n, char in enumerate("一二三四五六七八九十", 1)} | dict(
    zip("两兩한두세네", (2, 2, 1, 2, 3, 4), strict=True)
)
_EAST_ASIAN_UNITS = {
    **dict.fromkeys("小时 小時 钟头 時間 시간".split(), "h"),
    **dict.fromkeys("年 년".split(), "year"),
    **dict.fromkeys("月 か月 カ月 달 개월".split(), "month"),
    **dict.fromkeys("天 日".split(), "d"),
    **dict.fromkeys("星期 週間".split(), "week"),
}

# English so many and a half of what is said further on: "two-and-a-half to five years".
_BARE = re.compile(r"(?<!\w)(\d{1,2}|[a-z]{3,6})[ -]and[ -]a[ -]half(?= (?:to|or|and|times)\b)")

# By language: words before what is then a time of day, "à deux heures et demie".
_AT = {
    language: re.compile(rf"(?:^|\W)(?:{words}) $")
    for language, words in (
        ("fr", "a|vers|des|depuis|avant|apres|jusqu'a|il est"),
        ("es", "las?"),
        ("ca", "les|la"),
        ("it", "(?:al|dal|del)?le"),
        ("pt", "[an]s|[aà]s"),
        ("ro", "ora|la"),
        ("sv", "klockan|kl"),
        ("da", "klokken|kl"),
        ("no", "klokka|klokken|kl"),
        ("tr", "saat"),
        ("el", "στις|στη"),
        ("bg", "в|във"),
    )
}
_LONGEST_AT = 10
"""Letters before a measure that are looked at for these: a bound of the search."""

_UNITS = {
    "fr": {"an": "year"},
    "uk": dict.fromkeys("година години годину годин".split(), "h"),
    "bg": dict.fromkeys("година години".split(), "year"),
    "sr": dict.fromkeys("година године годину".split(), "year"),
}
"""Units that another language has for another word."""

_ARTICLES = {"en": ("a", "an"), "el": ("μια", "ενας", "ενα")}
"""Further words for one, folded."""

# What a pattern can do without, and the letters of a word.
_OPTIONAL = re.compile(r"\[[^]]*\]|\([^)]*\)|.\?")
_LETTERS = re.compile(r"[^\W\d_A-Z]+")
_WORD_OF_NUMBER = r"(?P<number>\d{1,2}|[^\W\d_]{1,16}(?:-[^\W\d_]{2,12})?)"
_WORD_OF_UNIT = r"(?P<unit>[^\W\d_]{1,16})"


class _Measure(NamedTuple):
    """Letters that are looked for first, the pattern, and whether the unit alone says one of it: "hodinu a půl"."""

    key: str
    pattern: re.Pattern[str]
    may_be_bare: bool


def halves(text: str, language: str) -> Iterator[Quantity]:
    """Measures of so many and a half that ``text`` says in words, each instead of the numbers in it."""
    if language in ("zh", "ja", "ko"):
        for match in _EAST_ASIAN.finditer(text):
            number, unit = match[1] or match[4], match[2] or match[3] or match[5]
            value = _EAST_ASIAN_NUMBERS.get(number) or int(number)
            yield _measured(Span(*match.span()), Decimal(value), _EAST_ASIAN_UNITS[unit])
        return
    low = folded(text)
    if len(low) != len(text):
        return
    for match in _BARE.finditer(low) if language == "en" else ():
        number = _number(match[1], language)
        if number is not None:
            yield _measured(Span(*match.span()), number, None)
    at = _AT.get(language)
    for way in _ways(language):
        for match in way.pattern.finditer(low) if way.key in low else ():
            unit = _UNITS.get(language, {}).get(match["unit"]) or unit_named(match["unit"])
            scale = None if unit in UNITS else lexicon(language).scale(match["unit"])
            number = _number(match["number"], language) if match["number"] else None
            start = match.start()
            if number is None and way.may_be_bare:
                number, start = Decimal(1), match.start("unit")
            if number is None or (at and at.search(low, max(start - _LONGEST_AT, 0), start)):
                continue
            if unit in UNITS or scale:
                yield _measured(Span(start, match.end()), number, unit if unit in UNITS else None, scale or _ONE)


def _measured(span: Span, number: Decimal, unit: str | None, scale: Decimal = _ONE) -> Quantity:
    return Quantity(span, "number", ((number + _HALF) * scale,), unit, spelled=True)


@cache
def _ways(language: str) -> tuple[_Measure, ...]:
    found = []
    for written in _WAYS.get(language, ()):
        is_bare = written.startswith("?N ")
        rest = written.removeprefix("?N ") if is_bare else written.replace("N", _WORD_OF_NUMBER, 1)
        before = rf"(?:{_WORD_OF_NUMBER} )?" if is_bare else ""
        pattern = re.compile(rf"(?<!\w){before}{rest.replace('U', _WORD_OF_UNIT, 1)}(?!\w)")
        key = max(_LETTERS.findall(_OPTIONAL.sub(" ", written)), key=len, default="")
        found.append(_Measure(key, pattern, is_bare))
    return tuple(found)


def _number(word: str, language: str) -> Decimal | None:
    """The whole number that a word or digits say, None if they say none that is counted so."""
    if word in _ARTICLES.get(language, ()):
        return Decimal(1)
    found = (Decimal(word), True) if word.isdigit() else lexicon(language).value(word)
    return found[0] if found is not None and 1 <= found[0] < _MOST and found[0] % 1 == 0 else None
