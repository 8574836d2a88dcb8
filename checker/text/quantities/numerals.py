"""Quantities written in digits of any script: numbers, amounts, percentages, dates, times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from checker.model import Span
from checker.text.quantities.cjk import MIXED, cjk_value
from checker.text.quantities.clock.digits import times_in_digits
from checker.text.quantities.context import SPACES, gap_end, unit_after, unit_named
from checker.text.quantities.dates import numeric_days, numeric_months
from checker.text.quantities.figures import figures
from checker.text.quantities.labels import is_in_name, is_mark, may_be_unsaid, says_no_amount
from checker.text.quantities.record import Quantity
from checker.text.quantities.units import CURRENCY_SIGNS, PERCENT_BEFORE, TEMPERATURES, is_currency
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
_FIGURE = re.compile(rf"\d|{_FRACTION}|[₀-₉]")
_DATE = re.compile(
    r"(?<![\d./-])(\d{1,2}|\d{4})(\. |[./-])(\d{1,2})(?:\2(\d{4}|\d{2})(?![\d/]|-\d|\.\d)|(?<=\d)\.(?=\s[^\W\d_]))"
)
_DAY_FIRST = frozenset("fr es it pt ca gl ro nl da de el pl cs sk hr sl sr bg ru uk tr ar he id vi".split())
"""Languages in which 3/5/2021 is in May."""
# Day and month with a stop behind each, also at the end of a sentence, where it may be a decimal: "15.12.", "3. 5."
_DAY_MONTH = re.compile(
    r"(?<![\d.,/-])(0?[1-9]|[12]\d|3[01])\.[\u0020\u00a0\u202f]?(0?[1-9]|1[0-2])\.(?![\d/-]|\s?\d{3})"
)
_MINUS = "-\u2212\u2013"
_BELOW = re.compile(
    "minus|below (?:zero|freezing)|unter null|moins|dessous de zéro|under nul|under noll|alle nollan|sous zéro"
    "|bajo cero|menos|sotto (?:lo )?zero|meno|abaixo de zero"
    "|onder nul|sub zero|мінус|минус|мороз|ниже нуля|нижче нуля|pod nul|poniżej zera|零下|マイナス|氷点下|영하"
    "|sıfırın altında|eksi|miinus|mínusz|fagypont|pakkas|kulde|frost|köldgrader|kuldegrader",
    re.IGNORECASE,
)
# A number that is surely below zero, and the sign of one that says no unit.
_SURELY_BELOW = re.compile(r"[ -]?(?:°[CF]?|degrees?(?: (?:celsius|fahrenheit))?) below zero", re.IGNORECASE)
_SIGN = re.compile("(?:(?<=^)|(?<=[\\s(:]))[-\u2212]$")
_SIGNED = frozenset("en de fr es it pt nl sv da no pl cs sk ru uk ro fi hu tr zh ja ko".split())
"""Languages whose words for "below zero" ``_BELOW`` has."""
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th)\b|\.(?=\s\w)|[ºª°](?!\s?[CF])|-?(?:й|го|му|я|е|та|ти|ия)\b|:[ae]\b"
    r"|(?:e|er|ère|ème|eme|ste|de|tych|tým)\b|-(?:o|ojo|asis|ajame|ame|ųjų|oji|os|tych|tým|ci|go|ej|a|ін)\b"
)
_OF_ANY_NUMBER = frozenset("st nd rd th º ª ° й го му я е та ти ия -й -го -му -я -е -та -ти -ия :a :e".split())
"""Ends of ordinals that a year has too."""

_BUDDHIST, _BUDDHA = ("พ.ศ.", "พศ"), 543
"""What stands before a year of the Thai calendar, and the years that it has more, by definition."""

_SHORT_SCALES = {"k": Decimal(1000), "m": Decimal(10) ** 6, "bn": Decimal(10) ** 9, "tn": Decimal(10) ** 12}
_SHORT_SCALE = re.compile(r"(?:k|m|bn|tn)(?![a-z0-9_\u00c0-\u052f])", re.IGNORECASE)
_UNITS_IN_SMALL = frozenset({"mm"})
"""What is a million in capitals only: Spanish "MM"."""

_UNSPACED = frozenset({"th"})
"""Languages in which another word may follow a scale without a space."""
# Between a number and its scale; Romanian puts "de" there, some put the sign or the code of the currency.
_SCALE_GAP = re.compile(rf"[{SPACES}]?-?(?:de[{SPACES}]|[$€£][{SPACES}]?|(?:USD|EUR|GBP|US\$)[{SPACES}])?")
_CODE = re.compile(r"(?<![^\W\d_])[A-Z]{3}$")
_MOST_DIGITS = 24
"""Longer runs of digits are no quantities but identifiers; chosen."""

# Languages that write the decimal mark as a point ("1,200" is twelve hundred).
_POINT_LANGUAGES = frozenset(("en", "zh", "ja", "ko", "he", "hi", "bn", "ta", "th", "ms", "ar", "fa", "ur", ""))


def has_figures(text: str) -> bool:
    """Whether anything is written with digits, or as a fraction or an index: where nothing is, nothing has to be looked
    for that is said with them."""
    return _FIGURE.search(text) is not None


def numerals(text: str, language: str) -> Iterator[Quantity]:
    """Everything written with digits: dates and times first, then what is left; in no order."""
    first = _FIGURE.search(text)
    if first is None:
        return
    begin = max(first.start() - 1, 0)  # for the point of ".5"
    taken: set[int] = set()
    for find in (_dates, _months, figures, times_in_digits, _mixed):
        for quantity in find(text, begin, language):
            if taken.isdisjoint((quantity.span.start, quantity.span.end - 1)):
                taken.update(range(quantity.span.start, quantity.span.end))
                yield quantity
    for match in NUMBER.finditer(text, begin):
        start, end = match.span()
        if not 0 < end - start <= _MOST_DIGITS or not taken.isdisjoint((start, end - 1)):
            continue
        if is_mark(text, start, end):
            continue
        if start and is_in_name(text, start, end):
            if match.group().isdigit():
                yield Quantity(Span(start, end), "label", (Decimal(match.group()),))
            continue
        if text[start] in _FRACTIONS and text[start - 1 : start].isalpha() and start:
            continue  # letters in the wrong encoding: "MÃ¼ller"
        yield _number(text, match, language)


def scale_of(quantity: Quantity, text: str) -> Decimal:
    """What the digits of ``quantity`` were multiplied by: a million for "5.2m"; 1 if by nothing."""
    digits = NUMBER.match(text, quantity.span.start)
    if digits is None or digits.end() >= quantity.span.end or not quantity.value:
        return Decimal(1)
    plain = _readings(digits.group().strip(_FRACTION) or "1", "")[-1]
    return Decimal(10) ** (quantity.value.adjusted() - plain.adjusted()) if plain else Decimal(1)


def _dates(text: str, begin: int, language: str) -> Iterator[Quantity]:
    for match in _DATE.finditer(text, begin):
        parts = tuple(Decimal(part) for part in match.group(1, 3, 4) if part)
        short = match.group(2) == "." and text[match.end() + 1 : match.end() + 2].islower()
        if short and not text[: match.start()].strip() and (language == "en" or parts[1] > 12):
            continue  # the number of a section: "5.21. watch"
        if (match.group(4) or short) and min(parts[0], parts[1]) <= 12 and parts[1] <= 31:
            # With stops the day comes first, as it does with strokes in most languages: the month can be told.
            day_first = match.group(2)[0] == "." or (match.group(2) == "/" and language in _DAY_FIRST)
            ordered = day_first and parts[0] <= 31 and parts[1] <= 12 and bool(match.group(4))
            if len(parts) > 2 and parts[0] > 31 and parts[1] <= 12:
                yield Quantity(Span(*match.span()), "date", parts, parts=(parts[2], parts[1]))
            elif len(match.group(2)) == 1 or parts[-1] > 31:
                yield Quantity(Span(*match.span()), "date", parts, parts=parts[:2] if ordered else ())
    if language != "en":
        for match in _DAY_MONTH.finditer(text, begin):
            day, month = Decimal(match[1]), Decimal(match[2])
            spaced = match.end(1) + 1 < match.start(2)
            readings = (day,) if spaced else (Decimal(f"{match[1]}.{match[2]}"),)
            yield Quantity(Span(match.start(), match.end() - 1), "number", readings, parts=(day, month))


def _months(text: str, _begin: int, language: str) -> Iterator[Quantity]:
    for span, month in numeric_months(text):
        yield Quantity(span, "date", (Decimal(month),), "month")
    for span, day in numeric_days(text, language):
        yield Quantity(span, "date", (Decimal(day),))


def _mixed(text: str, begin: int, language: str) -> Iterator[Quantity]:
    for match in MIXED.finditer(text, begin):
        yield _with_unit(text, Span(*match.span()), (cjk_value(match.group()),), "", language)


def _number(text: str, match: re.Match[str], language: str) -> Quantity:
    span, fraction = Span(*match.span()), match.group(1) or match.group(2)
    digits = match.group().strip(_FRACTION)
    readings = _readings(digits, language) if digits else (Decimal(0),)
    if fraction:
        readings = tuple(value + Decimal(_FRACTIONS[fraction]) for value in readings)
    span, readings = _scaled(text, span, readings, language)
    return _with_unit(text, span, readings, digits, language)


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
        if word is None or word.group() in _UNITS_IN_SMALL:
            break
        said = folded(word.group()).rstrip("'")
        scale, end = known.scale(said), word.end()
        if scale is None and language in _UNSPACED:
            form = max((form for form in known.scales if said.startswith(form)), key=len, default="")
            scale, end = known.scales.get(form), word.start() + len(form)
        if scale is None:
            break
        readings = tuple(value * scale for value in readings)
        place = end
    return Span(span.start, place), readings


def _with_unit(text: str, span: Span, readings: tuple[Decimal, ...], digits: str, language: str) -> Quantity:
    """The quantity with what stands around it: percent, currency, unit; or an ordinal or a year."""
    before = text[max(span.start - 8, 0) : span.start].rstrip(SPACES)
    place = gap_end(text, span.end)
    sign = text[place : place + 1]
    if sign in ("%", "٪", "％") or folded(before).endswith(PERCENT_BEFORE):
        return Quantity(span, "percent", readings, "%")
    if before[-1:] in CURRENCY_SIGNS or sign in CURRENCY_SIGNS:
        return Quantity(span, "money", readings, CURRENCY_SIGNS.get(before[-1:]) or CURRENCY_SIGNS[sign])
    code = _CODE.search(before)
    if code and is_currency(unit_named(folded(code[0]))):
        return Quantity(span, "money", readings, unit_named(folded(code[0])))
    scaled = bool(digits) and text[span.end - 1].isalpha()
    ordinal = None if scaled else _ORDINAL.match(text, span.end)
    if before.endswith(_BUDDHIST) and len(digits) == 4:
        return Quantity(span, "year", (readings[0] - _BUDDHA, *readings))
    year = len(digits) == 4 and digits.isdigit() and 1000 <= readings[0] <= 2100
    if ordinal and not (year and ordinal.group() not in _OF_ANY_NUMBER):
        unit = unit_after(text, ordinal.end())
        return Quantity(span, "ordinal", readings, unit if unit in ("century", "decade") else None)
    # The stop of "5 Mio. Euro" belongs to the scale.
    unit = unit_after(text, span.end + (scaled and text[span.end : span.end + 1] == "."))
    if unit and not (year and unit in ("m", "year")):
        if unit in TEMPERATURES:
            readings = _signed(text, span.start, readings, language)
        return Quantity(span, "percent" if unit == "%" else "money" if is_currency(unit) else "number", readings, unit)
    if len(readings) == 1 and not year:
        readings = _with_sign(text, span.start, readings, language)
    # "CO2", "COVID-19": part of a name, which may be said without it.
    kind = "year" if year else "label" if says_no_amount(text, span.start, span.end) else "number"
    return Quantity(span, kind, readings, exact=not may_be_unsaid(text, span.start, span.end))


def _with_sign(text: str, start: int, readings: tuple[Decimal, ...], language: str) -> tuple[Decimal, ...]:
    """A number without a unit below zero if a sign right before it says so, of both signs if a word may say so."""
    if language in _SIGNED and _SIGN.search(text, max(start - 2, 0), start):
        return tuple(-value for value in readings)
    if language not in _SIGNED or _says_below(text):
        return (*readings, *(-value for value in readings))
    return readings


@lru_cache(maxsize=1)
def _says_below(text: str) -> bool:
    """Whether a text has a word for below zero; its numbers ask one after the other."""
    return bool(_BELOW.search(text))


def _signed(text: str, start: int, readings: tuple[Decimal, ...], language: str) -> tuple[Decimal, ...]:
    """The temperatures below zero if a sign says so, of both signs if a word may say so."""
    if text[start - 1 : start] and text[start - 1] in _MINUS and not text[max(start - 2, 0) : start - 1].isalnum():
        return tuple(-value for value in readings)
    if _SURELY_BELOW.match(text, start + len(f"{readings[0]:f}")):
        return tuple(-value for value in readings)
    if language not in _SIGNED or _says_below(text):
        return (*readings, *(-value for value in readings))
    return readings
