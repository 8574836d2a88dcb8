"""Quantities written in digits of any script: numbers, amounts, percentages, dates, times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.model import Span
from checker.text.quantities.cjk import MIXED, cjk_value
from checker.text.quantities.context import SPACES, gap_end, unit_after
from checker.text.quantities.dates import numeric_months
from checker.text.quantities.record import Quantity
from checker.text.quantities.units import CURRENCY_SIGNS, PERCENT_BEFORE
from checker.text.quantities.words import WORD, folded, lexicon

_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333", "⅔": "0.667", "⅛": "0.125", "⅕": "0.2"}
_FRACTION = f"[{''.join(_FRACTIONS)}]"
NUMBER = re.compile(
    rf"({_FRACTION}(?=\d))?"
    # Groups of three with spaces between them, but not where more digits show a telephone number ...
    rf"(?:(?<!\d[{SPACES}])\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?![{SPACES}]?\d)(?:[.,]\d+)?"
    # ... or digits with any marks between them, or a fraction alone.
    rf"|(?<![\w.])\.\d+|\d+(?:[.,'’٫٬．，]\d+|،\d{{3}}(?!\d))*|(?={_FRACTION}))({_FRACTION})?"
)
_FIGURE = re.compile(rf"\d|{_FRACTION}")
_DATE = re.compile(r"(?<![\d./-])(\d{1,2}|\d{4})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})(?![\d/-])|(?<=\d)\.(?=\s[^\W\d_]))")
_TIME = re.compile(
    r"(?<![\d:.,])(\d{1,2})(?:(\s?h\s?|[:.：٫]|\s?[時时點点시]\s?)(\d{2})(?!\d)(?:\s?[分분])?)?"
    r"(?:\s?(a\.?m\b\.?|p\.?m\b\.?|μ\.?μ\.?|π\.?μ\.?)|\s?([時时點点시](?![间間간]))|\s?(Uhr\b|h\b))?",
    re.IGNORECASE,
)
_AFTERNOON = ("下午", "晚上", "午後", "오후", "傍晚")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|\.(?=\s\w)|[ºª°](?!\s?[CF])|-?(?:й|го|му|я|е|та|ти|ия)\b|:[ae]\b")
_SHORT_SCALES = {"k": Decimal(1000), "m": Decimal(10) ** 6, "bn": Decimal(10) ** 9, "tn": Decimal(10) ** 12}
_SHORT_SCALE = re.compile(r"(?:k|m|bn|tn)\b", re.IGNORECASE)
# Between a number and its scale; Romanian puts "de" there, some put the sign of the currency.
_SCALE_GAP = re.compile(rf"[{SPACES}]?-?(?:de[{SPACES}]|[$€£][{SPACES}]?)?")
# Digits inside a name are no number: "W3C", "H2O".
_IN_NAME = re.compile(r"[A-Za-z]\d+[A-Za-z]")
# Nor is the power of a unit: "km2".
_POWER = re.compile(r"(?<![A-Za-z])(?:[kcmd]?m|ft|mi|in)[23]\b")
_LABEL = re.compile(r"(?<![^\W\d_])[A-Za-z]*[A-Z]-?$|(?<![^\W\d_])[A-Z][a-z]+-$")
_LONGEST_LABEL = 14
"""Letters before a number that may make a name of it ("COVID-19"): a bound of the search."""

_LONGEST_POWER = 3
"""Letters before the power of a unit at most ("km2"): the bound that ``_POWER`` sets."""

_MOST_DIGITS = 24
"""Longer runs of digits are no quantities but identifiers; chosen."""

# Languages that write the decimal mark as a point ("1,200" is twelve hundred).
_POINT_LANGUAGES = frozenset(("en", "zh", "ja", "ko", "he", "hi", "bn", "ta", "th", "ms", "ar", "fa", "ur", ""))


def numerals(text: str, language: str) -> Iterator[Quantity]:
    """Everything written with digits: dates and times first, then what is left; in no order."""
    first = _FIGURE.search(text)
    if first is None:
        return
    begin = max(first.start() - 1, 0)  # for the point of ".5"
    taken: set[int] = set()
    for find in (_dates, _months, _times, _mixed):
        for quantity in find(text, begin):
            if taken.isdisjoint((quantity.span.start, quantity.span.end - 1)):
                taken.update(range(quantity.span.start, quantity.span.end))
                yield quantity
    for match in NUMBER.finditer(text, begin):
        start, end = match.span()
        if not 0 < end - start <= _MOST_DIGITS or not taken.isdisjoint((start, end - 1)):
            continue
        if not (start and (_IN_NAME.match(text, start - 1) or _is_power(text, start, end))):
            yield _number(text, match, language)


def _is_power(text: str, start: int, end: int) -> bool:
    return end - start == 1 and any(
        (match := _POWER.match(text, start - length)) and match.end() == end for length in range(1, _LONGEST_POWER + 1)
    )


def scale_of(quantity: Quantity, text: str) -> Decimal:
    """What the digits of ``quantity`` were multiplied by: a million for "5.2m"; 1 if by nothing."""
    digits = NUMBER.match(text, quantity.span.start)
    if digits is None or digits.end() >= quantity.span.end or not quantity.value:
        return Decimal(1)
    plain = _readings(digits.group().strip(_FRACTION) or "1", "")[-1]
    return Decimal(10) ** (quantity.value.adjusted() - plain.adjusted()) if plain else Decimal(1)


def _dates(text: str, begin: int) -> Iterator[Quantity]:
    for match in _DATE.finditer(text, begin):
        parts = tuple(Decimal(part) for part in match.group(1, 3, 4) if part)
        short = match.group(2) == "." and text[match.end() + 1 : match.end() + 2].islower()
        if (match.group(4) or short) and min(parts[0], parts[1]) <= 12 and parts[1] <= 31:
            yield Quantity(Span(*match.span()), "date", parts)


def _months(text: str, _begin: int) -> Iterator[Quantity]:
    for span, month in numeric_months(text):
        yield Quantity(span, "date", (Decimal(month),), "month")


def _times(text: str, begin: int) -> Iterator[Quantity]:
    """Clock times in minutes; without a word for the half of the day both halves are possible."""
    for match in _TIME.finditer(text, begin):
        hour, mark, minute, half, sign, word = match.groups()
        clock = half or sign or word or (minute and mark not in ".٫")
        if not clock or int(hour) > 24 or int(minute or 0) > 59:
            continue
        minutes = Decimal(int(hour) * 60 + int(minute or 0))
        late = minutes + 720 if int(hour) < 12 else minutes
        before = text[max(match.start() - 4, 0) : match.start()].rstrip()
        afternoon = (half and half[0] in "pPμ") or before.endswith(_AFTERNOON)
        readings = (late, minutes) if afternoon else (minutes, late)
        yield Quantity(Span(*match.span()), "time", tuple(dict.fromkeys(readings)))


def _mixed(text: str, begin: int) -> Iterator[Quantity]:
    for match in MIXED.finditer(text, begin):
        yield _with_unit(text, Span(*match.span()), (cjk_value(match.group()),), "")


def _number(text: str, match: re.Match[str], language: str) -> Quantity:
    span, fraction = Span(*match.span()), match.group(1) or match.group(2)
    digits = match.group().strip(_FRACTION)
    readings = _readings(digits, language) if digits else (Decimal(0),)
    if fraction:
        readings = tuple(value + Decimal(_FRACTIONS[fraction]) for value in readings)
    span, readings = _scaled(text, span, readings, language)
    return _with_unit(text, span, readings, digits)


def _readings(digits: str, language: str) -> tuple[Decimal, ...]:
    """The values that digits with marks between them may have, the likeliest in ``language`` first."""
    if digits.startswith("."):
        return (Decimal(f"0{digits}"),)
    groups = re.split(r"\D", digits)
    marks = set(re.sub(r"\d", "", digits))
    plain = Decimal("".join(groups))
    if not marks or marks <= {*SPACES, "'", "’", "٬", "،"}:
        return (plain,)
    decimal = Decimal(f"{''.join(groups[:-1])}.{groups[-1]}")
    if len(marks) > 1:
        return (decimal,)
    if len(groups) > 2:
        return (plain,)
    if len(groups[1]) != 3 or len(groups[0]) > 3 or digits.startswith("0"):
        return (decimal,)
    thousands = (marks <= {",", "，"}) == (language in _POINT_LANGUAGES)
    return (plain, decimal) if thousands else (decimal, plain)


def _scaled(text: str, span: Span, readings: tuple[Decimal, ...], language: str) -> tuple[Span, tuple[Decimal, ...]]:
    """The number with the scale behind it, if there is one: "5 million", "5m", "20 de milioane"."""
    short = _SHORT_SCALE.match(text, span.end)
    if short:
        factor = _SHORT_SCALES[short.group().lower()]
        scaled = tuple(value * factor for value in readings)
        return Span(span.start, short.end()), scaled + readings if short.group() == "m" else scaled
    known = lexicon(language)
    place = span.end
    for _ in range(2):
        gap = _SCALE_GAP.match(text, place)
        word = WORD.match(text, gap.end()) if gap else None
        scale = known.scale(folded(word.group()).rstrip("'")) if word else None
        if word is None or scale is None:
            break
        readings = tuple(value * scale for value in readings)
        place = word.end()
    return Span(span.start, place), readings


def _with_unit(text: str, span: Span, readings: tuple[Decimal, ...], digits: str) -> Quantity:
    """The quantity with what stands around it: percent, currency, unit; or an ordinal or a year."""
    before = text[max(span.start - 8, 0) : span.start].rstrip(SPACES)
    place = gap_end(text, span.end)
    sign = text[place : place + 1]
    if sign in ("%", "٪", "％") or folded(before).endswith(PERCENT_BEFORE):
        return Quantity(span, "percent", readings, "%")
    if before[-1:] in CURRENCY_SIGNS or sign in CURRENCY_SIGNS:
        return Quantity(span, "money", readings, CURRENCY_SIGNS.get(before[-1:]) or CURRENCY_SIGNS[sign])
    scaled = bool(digits) and text[span.end - 1].isalpha()
    ordinal = None if scaled else _ORDINAL.match(text, span.end)
    year = len(digits) == 4 and digits.isdigit() and 1000 <= readings[0] <= 2100
    if ordinal and not (year and ordinal.group() == "."):
        unit = unit_after(text, ordinal.end())
        return Quantity(span, "ordinal", readings, unit if unit in ("century", "decade") else None)
    # The stop of "5 Mio. Euro" belongs to the scale.
    unit = unit_after(text, span.end + (scaled and text[span.end : span.end + 1] == "."))
    if unit and not (year and unit == "m"):
        money = unit.isupper() and len(unit) == 3
        return Quantity(span, "percent" if unit == "%" else "money" if money else "number", readings, unit)
    # "CO2", "COVID-19": part of a name, which may be said without it.
    label = _LABEL.search(text, max(span.start - _LONGEST_LABEL, 0), span.start)
    return Quantity(span, "year" if year else "number", readings, exact=not label)
