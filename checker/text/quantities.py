"""Numbers, amounts, percentages and times of a sentence, in the digits and words of many languages.

A number can often be read in more than one way ("1.200", "120m"); a ``Quantity`` keeps every reading, and
comparison gives the translation the benefit of the doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.model import Span
from checker.text.quantities_cjk import MIXED, cjk_value, cjk_words
from checker.text.quantities_units import (
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    PERCENT_BEFORE,
    PERCENT_WORDS,
    SQUARED,
    UNIT_WORDS,
    UNITS,
)
from checker.text.quantities_words import WORD, folded, lexicon, number_words

__all__ = ["Quantity", "quantities"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity and where it stands.

    ``kind`` is ``number``, ``percent``, ``money``, ``time``, ``date``, ``ordinal`` or ``year``.
    ``readings`` are all values it may have, the likeliest first; a time is in minutes after midnight, a
    date in its numbers as written.  ``unit`` is "%", an ISO 4217 code, a key of ``UNITS`` or "month".
    ``spelled`` says that it stands in words or Roman numerals, ``exact`` that these can hardly mean
    anything else ("five", not "pair").
    """

    span: Span
    kind: str
    readings: tuple[Decimal, ...]
    unit: str | None = None
    spelled: bool = False
    exact: bool = True

    @property
    def value(self) -> Decimal | None:
        return self.readings[0] if self.readings else None


_SPACES = "\u0020\u00a0\u2009\u202f"
# Digits inside a name are no number: "W3C", "H2O".
_IN_NAME = re.compile(r"[A-Za-z]\d+[A-Za-z]")
_FRACTION_SIGNS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333", "⅔": "0.667", "⅛": "0.125", "⅕": "0.2"}
_NUMBER = re.compile(
    rf"([½¼¾⅓⅔⅛⅕](?=\d))?"
    rf"(?:(?<!\d[{_SPACES}])\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![{_SPACES}]?\d)(?:[.,]\d+)?"
    r"|\d+(?:[.,'’٫٬．，]\d+|،\d{3}(?!\d))*|(?=[½¼¾⅓⅔⅛⅕]))([½¼¾⅓⅔⅛⅕])?"
)
_DATE = re.compile(r"(?<![\d./-])(\d{1,2}|\d{4})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})(?![\d/-])|(?<=\d)\.(?=\s[^\W\d_]))")
_TIME = re.compile(
    r"(?<![\d:.,])(\d{1,2})(?:(\s?h\s?|[:.：٫]|\s?[時时點点시]\s?)(\d{2})(?!\d)(?:\s?[分분])?)?"
    r"(?:\s?(a\.?m\b\.?|p\.?m\b\.?|μ\.?μ\.?|π\.?μ\.?)|\s?([時时點点시])|\s?(Uhr\b|h\b))?",
    re.IGNORECASE,
)
_AFTERNOON = re.compile(r"(?:下午|晚上|午後|오후|夜|傍晚)\s?$")
_MONTH = re.compile(r"(?<![\d.,])(1[0-2]|0?[1-9])\s?[月월](?!間)|(?:tháng|Tháng)\s(1[0-2]|[1-9])(?!\d)")
_ROMAN = re.compile(r"(?<![\w'’.])([IVXLCІХ]{1,7})(?:e|er|ème|è|º|o|a|ου?|ος|οῦ)?(?![\w'’])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|\.(?=\s\w)|[ºª°](?!\s?[CF])|-?(?:й|го|му|я|е|та|ти|ия)\b|:[ae]\b")
_SHORT_SCALES = {"k": Decimal(1000), "m": Decimal(10) ** 6, "bn": Decimal(10) ** 9, "tn": Decimal(10) ** 12}
_SHORT_SCALE = re.compile(r"(?:k|m|bn|tn)\b", re.IGNORECASE)
# Between a number and its scale; Romanian puts "de" there, some put the sign of the currency.
_SCALE_GAP = re.compile(rf"[{_SPACES}]?-?(?:de[{_SPACES}]|[$€£][{_SPACES}]?)?")
_GAP = re.compile(rf"[{_SPACES}]?-?")
_ARTICLE_UNIT = re.compile(r"\ban?\s(\w+)")
_U_TURN = re.compile(r"\bU-turns?\b")
_MONTHS_EN = {
    name: Decimal(number)
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}


def quantities(text: str, language: str | None = None) -> list[Quantity]:
    """Quantities of ``text``, in order; offsets are code points.

    ``language`` (BCP 47) decides between decimal and thousands marks and gives the number words; without
    it only numerals are found.
    """
    base = language.partition("-")[0] if language else ""
    found = list(_numerals(text, base))
    covered = {offset for quantity in found for offset in range(quantity.span.start, quantity.span.end)}
    found.extend(_spelled(text, base, covered))
    return _sharing_scales(text, sorted(found, key=lambda quantity: quantity.span))


def _sharing_scales(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities, with a second reading where a scale may be shared: "3.1, 2.9 and 2.5 million"."""
    factor = Decimal(1)
    shared: list[Quantity] = []
    for quantity in reversed(found):
        if quantity.kind in ("number", "money", "year") and not quantity.spelled and quantity.value:
            digits = _NUMBER.match(text, quantity.span.start)
            if digits and digits.end() < quantity.span.end:
                factor = _scale_factor(quantity, digits.group())
            elif factor > 1:
                more = tuple(value * factor for value in quantity.readings)
                quantity = replace(quantity, readings=quantity.readings + more)
        shared.append(quantity)
    return shared[::-1]


def _scale_factor(quantity: Quantity, digits: str) -> Decimal:
    plain = _readings(digits.strip("".join(_FRACTION_SIGNS)) or "1", "")[-1]
    assert quantity.value is not None
    return Decimal(10) ** (quantity.value.adjusted() - plain.adjusted()) if plain else Decimal(1)


def _numerals(text: str, language: str) -> Iterator[Quantity]:
    """Everything written with digits: dates and times first, then what is left."""
    taken: list[Span] = []
    for finder in (_dates, _months, _times, _mixed):
        for quantity in finder(text):
            if not any(span.overlaps(quantity.span) for span in taken):
                taken.append(quantity.span)
                yield quantity
    for match in _NUMBER.finditer(text):
        span = Span(*match.span())
        in_name = _IN_NAME.match(text, span.start - 1) if span.start else None
        if len(span) and not in_name and not any(other.overlaps(span) for other in taken):
            yield _number(text, match, language)


def _dates(text: str) -> Iterator[Quantity]:
    for match in _DATE.finditer(text):
        parts = tuple(Decimal(part) for part in match.group(1, 3, 4) if part)
        short = match.group(2) == "." and text[match.end() + 1 : match.end() + 2].islower()
        if (match.group(4) or short) and min(parts[0], parts[1]) <= 12 and parts[1] <= 31:
            yield Quantity(Span(*match.span()), "date", parts)


def _months(text: str) -> Iterator[Quantity]:
    for match in _MONTH.finditer(text):
        yield Quantity(Span(*match.span()), "date", (Decimal(match.group(1) or match.group(2)),), "month")


def _times(text: str) -> Iterator[Quantity]:
    for match in _TIME.finditer(text):
        hour, mark, minute, half, bare, word = match.groups()
        if int(hour) > 24 or int(minute or 0) > 59 or not (half or bare or word or (minute and mark not in ".٫")):
            continue
        if bare in ("시", "時") and not minute and text[match.end() : match.end() + 1] in ("间", "間", "간"):
            continue
        minutes = Decimal(int(hour) * 60 + int(minute or 0))
        late = minutes + 720 if int(hour) < 12 else minutes
        afternoon = (half and half[0] in "pPμ") or _AFTERNOON.search(text, 0, match.start())
        readings = (late, minutes) if afternoon else (minutes, late)
        yield Quantity(Span(*match.span()), "time", tuple(dict.fromkeys(readings)))


def _mixed(text: str) -> Iterator[Quantity]:
    for match in MIXED.finditer(text):
        yield _with_unit(text, Span(*match.span()), (cjk_value(match.group()),), "")


def _number(text: str, match: re.Match[str], language: str) -> Quantity:
    span, fraction = Span(*match.span()), match.group(1) or match.group(2)
    digits = match.group().strip("".join(_FRACTION_SIGNS))
    readings = _readings(digits, language) if digits else (Decimal(0),)
    if fraction:
        readings = tuple(value + Decimal(_FRACTION_SIGNS[fraction]) for value in readings)
    span, readings = _scaled(text, span, readings, language)
    return _with_unit(text, span, readings, digits)


def _readings(digits: str, language: str) -> tuple[Decimal, ...]:
    """The values that digits with marks between them may have, the likeliest in ``language`` first."""
    marks = re.sub(r"\d", "", digits).replace("،", "٬")
    plain = Decimal(re.sub(r"\D", "", digits))
    if not marks:
        return (plain,)
    last = re.split(r"\D", digits)[-1]
    decimal = Decimal(f"{re.sub(r'[^0-9]', '', _ascii(digits[: -len(last) - 1]))}.{_ascii(last)}")
    if set(marks) <= set(_SPACES) | {"'", "’", "٬"}:
        return (plain,)
    if len(set(marks)) > 1:
        return (decimal,)
    if len(marks) > 1:
        return (plain,)
    if len(last) != 3 or digits.startswith("0") or len(digits) > 7:
        return (decimal,)
    points = language in ("en", "zh", "ja", "ko", "he", "hi", "th", "ms", "ar", "fa", "ur", "")
    thousands = (marks in ",，") == points
    return (plain, decimal) if thousands else (decimal, plain)


def _ascii(digits: str) -> str:
    return "".join(str(int(char)) if char.isdigit() else char for char in digits)


def _scaled(
    text: str, span: Span, readings: tuple[Decimal, ...], language: str
) -> tuple[Span, tuple[Decimal, ...]]:
    """The number with the scale behind it, if there is one: "5 million", "5m", "20 de milioane"."""
    short = _SHORT_SCALE.match(text, span.end)
    if short:
        factor = _SHORT_SCALES[short.group().lower()]
        scaled = tuple(value * factor for value in readings)
        return Span(span.start, short.end()), scaled + readings if short.group() == "m" else scaled
    known = lexicon(language)
    place = span.end
    while (gap := _SCALE_GAP.match(text, place)) and (word := WORD.match(text, gap.end())):
        scale = known.scale(folded(word.group()).rstrip("'’"))
        if scale is None:
            break
        readings = tuple(value * scale for value in readings)
        span, place = Span(span.start, word.end()), word.end()
    return span, readings


def _with_unit(text: str, span: Span, readings: tuple[Decimal, ...], digits: str) -> Quantity:
    """The quantity with what stands around it: percent, currency, unit; or an ordinal or a year."""
    before = text[max(span.start - 8, 0) : span.start].rstrip(_SPACES)
    after = _GAP.match(text, span.end)
    place = after.end() if after else span.end
    sign = text[place : place + 1]
    if sign in ("%", "٪", "％") or folded(before).endswith(PERCENT_BEFORE):
        return Quantity(span, "percent", readings, "%")
    if before[-1:] in CURRENCY_SIGNS or sign in CURRENCY_SIGNS:
        return Quantity(span, "money", readings, CURRENCY_SIGNS.get(before[-1:]) or CURRENCY_SIGNS[sign])
    ordinal = _ORDINAL.match(text, span.end)
    if ordinal:
        gap = _GAP.match(text, ordinal.end())
        unit = _unit_at(text, gap.end() if gap else ordinal.end())
        return Quantity(span, "ordinal", readings, unit if unit in ("century", "decade") else None)
    unit = _unit_at(text, place)
    is_year = len(digits) == 4 and digits.isdigit() and 1000 <= readings[0] <= 2100
    if unit and not (is_year and unit == "m"):
        kind = "percent" if unit == "%" else "money" if unit.isupper() and len(unit) == 3 else "number"
        return Quantity(span, kind, readings, unit)
    if is_year:
        return Quantity(span, "year", readings)
    return Quantity(span, "number", readings)


def _unit_at(text: str, place: int) -> str | None:
    """The unit that the next one or two words name; a measure "per" something else is left open."""
    first = WORD.match(text, place)
    if first is None:
        return None
    word, after = folded(first.group()), text[first.end() : first.end() + 1]
    gap = _GAP.match(text, first.end())
    if word in _OF and gap:
        return _unit_at(text, gap.end())
    second = WORD.match(text, gap.end()) if gap else None
    following = folded(second.group()) if second else ""
    if (word, following) in _PERCENT_PAIRS:
        return "%"
    if word == "square":
        return SQUARED.get(_lookup(following) or "")
    return None if after == "/" else _lookup(word)


# "5 millions d'euros", "5 miliardi di dollari", "20 de lei".
_OF = frozenset({"de", "di", "d'"})
_PERCENT_PAIRS = {
    (folded(first), folded(second))
    for first, second in (
        ("per", "cent"), ("pour", "cent"), ("por", "ciento"), ("por", "cento"), ("per", "cento"), ("na", "sto"),
        ("на", "сто"), ("τοις", "εκατό"), ("phần", "trăm"), ("في", "المائة"), ("في", "المئة"), ("la", "sută"),
    )
}  # fmt: skip


def _lookup(word: str) -> str | None:
    unit = _UNITS.get(word)
    if unit:
        return unit
    for length in range(len(word) - 1, 2, -1):
        if word[:length] in _UNIT_STEMS:
            return _UNIT_STEMS[word[:length]]
    return None


def _unit_table() -> tuple[dict[str, str], dict[str, str]]:
    exact: dict[str, str] = {}
    stems: dict[str, str] = {}
    for unit, forms in [("%", PERCENT_WORDS), *UNIT_WORDS.items(), *CURRENCY_WORDS.items()]:
        for form in map(folded, forms.split()):
            if form.endswith("-"):
                stems[form[:-1]] = unit
                exact.setdefault(form[:-1], unit)
            else:
                exact.setdefault(form, unit)
    return exact, stems


_UNITS, _UNIT_STEMS = _unit_table()


def _spelled(text: str, language: str, covered: set[int]) -> Iterator[Quantity]:
    """Numbers in words and Roman numerals, and English month names."""
    for match in _ROMAN.finditer(text):
        value = _roman_value(match.group(1))
        if value:
            yield Quantity(Span(*match.span()), "ordinal", (value,), spelled=True, exact=False)
    if language in ("zh", "ja", "ko"):
        for span, value in cjk_words(text, language):
            yield Quantity(span, "number", (value,), spelled=True, exact=False)
    for word in number_words(text, language, covered):
        gap = _GAP.match(text, word.span.end)
        unit = _unit_at(text, gap.end() if gap else word.span.end)
        yield Quantity(word.span, "number", (word.value,), unit, True, word.exact)
    if language == "en":
        for match in _ARTICLE_UNIT.finditer(text):
            unit = _lookup(match.group(1))
            if unit in UNITS:
                yield Quantity(Span(*match.span()), "number", (Decimal(1),), unit, True, False)
        for match in _U_TURN.finditer(text):
            yield Quantity(Span(*match.span()), "number", (Decimal(180),), None, True, False)
        for match in WORD.finditer(text):
            month = _MONTHS_EN.get(match.group().lower())
            if month and match.group()[0].isupper():
                yield Quantity(Span(*match.span()), "date", (month,), "month", spelled=True)


def _roman_value(numeral: str) -> Decimal | None:
    """The value of a Roman numeral, also one in Cyrillic letters that look the same."""
    letters = numeral.translate(str.maketrans("ІХ", "IX"))
    if not re.fullmatch("(?:XC|XL|L?X{0,3}|C{0,3}(?:XC|XL|L?X{0,3}))(?:IX|IV|V?I{0,3})", letters):
        return None
    values = [_ROMAN_VALUES[letter] for letter in letters]
    following = [*values[1:], 0]
    return Decimal(sum(-one if one < two else one for one, two in zip(values, following, strict=True)))
