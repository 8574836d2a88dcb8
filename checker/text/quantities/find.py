"""Numbers, amounts, percentages and times of a sentence, in the digits and words of many languages.

A number can often be read in more than one way ("1.200", "120m"); a ``Quantity`` keeps every reading, and
``compatible`` and ``unmatched`` give a translation the benefit of the doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from checker.model import Span
from checker.text.placeholders.directives import without_placeholders
from checker.text.primary import primary_language
from checker.text.quantities.cjk import cjk_words
from checker.text.quantities.clock.always import always
from checker.text.quantities.clock.times import clock_times, with_halves_behind
from checker.text.quantities.context import hedge, is_percent_before, says_percent, unit_after, unit_named
from checker.text.quantities.dates import date_names
from checker.text.quantities.figures import hundredths, tenths
from checker.text.quantities.match import compatible, unmatched
from checker.text.quantities.measures.halves import halves
from checker.text.quantities.measures.rates import rates
from checker.text.quantities.measures.saying import saying
from checker.text.quantities.numerals import has_figures, numerals, scale_of
from checker.text.quantities.periods import periods
from checker.text.quantities.ratios import ratios
from checker.text.quantities.record import Quantity
from checker.text.quantities.references import references
from checker.text.quantities.units import TEMPERATURES, UNITS
from checker.text.quantities.words import WordForm, folded, number_words, tokens

__all__ = ["Quantity", "compatible", "quantities", "unmatched"]

_ROMAN = re.compile(r"(?<![\w'’.])([IVXLCІХ]{1,7})(?:e|er|ème|è|º|o|a|ος)?(?![\w'’])")
_ARTICLES = frozenset("Le La Lo Ce Ca".split())
"""Words that look like an ordinal in Roman numerals."""
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
# The name of a ruler, behind whose number no name follows.
_RULER = re.compile(r"(?<![^\W_])[^\W\d_]{3,} $")
_LONGEST_RULER = 20
"""Letters of the name before a Roman number that are looked at: a bound of the search."""
# The word before a Roman numeral; Romanian puts "al" between them.
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{3,}) (?:al )?$")
_VALID_ROMAN = re.compile("C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# "a mile", "an inch": one of a unit.
_ARTICLE_UNIT = re.compile(r"\ban?\s(\w+)")
_HALF = Decimal("0.5")
"""What a measure has more that is said in a word of its own, by definition: anderthalb, полтора."""

# Between the two numbers of a range or a choice, the second of which has the unit.
_RANGE = re.compile(
    r"\s?(?:-|\u2013|\u2014|to|and|or|bis|und|oder|à|a|et|ou|y|o|e|до|и|или|або|і|do|až|i|lub|tot|en|of|till|til|og|eller|och|și|–)\s?"
)
# Noon and midnight, in minutes.
_HOURS = {1: Decimal(720), 2: Decimal(0)}
_EAST_ASIAN = frozenset({"zh", "ja", "ko"})
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
"""Languages in which it cannot be told which number of a ratio comes first."""

_QUARTER = Decimal("0.25")
"""A part of a whole, by definition."""

_PARTS_AND_PLACES = {language: {_QUARTER: Decimal(4)} for language in ("pt", "it", "es", "gl", "ca")}
"""Languages in which a quarter and the fourth are one word: "quarto"."""

_FROM_TO = re.compile(r"\bfrom (\d{1,3}) to (\d{1,3})\b")
"""English numbers between which something rises or falls."""

_OF_ZONE = re.compile(r"\b(?:GMT|UTC|MEZ|CET)\s?[+\u2212-]\s?$")
_LONGEST_ZONE = 6
"""Characters before a number that may make it a time zone's: a bound of the search."""

_NEAR = 12
"""A scale is shared with a whole number this near before it ("5 to 10 million"), in code points; chosen."""


def quantities(text: str, language: str | None = None) -> list[Quantity]:
    """Quantities of ``text``, in order; offsets are code points.

    ``language`` (BCP 47) decides between decimal and thousands marks and gives the number words; without
    it only numerals are found.
    """
    base = primary_language(language) if language else ""
    text = without_placeholders(text)
    in_figures = has_figures(text)
    found = list(numerals(text, base)) if in_figures else []
    covered = {offset for quantity in found for offset in range(quantity.span.start, quantity.span.end)}
    times = list(clock_times(text, base))
    found.extend(_spelled(text, base, covered, times))
    by_figures = rates(text, base) if in_figures else ()
    found = _instead(found, [*periods(text, base), *by_figures, *halves(text, base), *hundredths(text, base)])
    if not (found or in_figures):
        return []
    found = _instead(found, _in_half_days(text, base, times, {one.span.start for one in found}))
    found = with_halves_behind(text, found, base)
    found.sort(key=lambda quantity: quantity.span)
    said = [_with_hedge(text, one) for one in _with_shared_units(text, _with_shared_scales(text, found))]
    said = _with_degrees(text, said) if base == "en" else said
    said = [replace(one, kind="label") if _is_of_zone(text, one) else one for one in said]
    if in_figures and base not in _RIGHT_TO_LEFT:
        said += [*ratios(text), *references(text, base)]
        said.sort(key=lambda quantity: quantity.span)
    return said


def _instead(found: list[Quantity], named: list[Quantity]) -> list[Quantity]:
    """What is said in several words, such as a quarter of a year, instead of the numbers in it."""
    if not named:
        return found
    held = {place for one in named for place in range(one.span.start, one.span.end)}
    return [*(one for one in found if one.span.start not in held), *named]


def _in_half_days(text: str, language: str, times: Sequence[Quantity], starts: set[int]) -> list[Quantity]:
    """Times whose half of the day is said in words and that are found as numbers too, in digits or East Asian
    characters: 8 Uhr morgens, 8 heures du matin, 早上六点."""
    return [
        one
        for one in times
        if len(one.readings) == 1
        and one.span.start in starts
        and (text[one.span.start].isdigit() or language in _EAST_ASIAN)
    ]


def _with_shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """The unit of the second number of a range for the first one too: "3 to 6 inches"."""
    for index in range(len(found) - 2, -1, -1):
        one, two = found[index], found[index + 1]
        plain = one.kind == two.kind == "number" and one.unit is None and two.unit in UNITS
        if (
            plain
            and one.exact
            and one.readings[0] <= two.readings[0]
            and _RANGE.fullmatch(text, one.span.end, two.span.start)
        ):
            found[index] = replace(one, unit=two.unit)
    return found


def _with_degrees(text: str, found: list[Quantity]) -> list[Quantity]:
    """Degrees for the numbers without a unit of "from 86 to 50", where the text says degrees elsewhere."""
    if not any(one.unit in TEMPERATURES for one in found):
        return found
    spans = [Span(*match.span(group)) for match in _FROM_TO.finditer(text) for group in (1, 2)]
    return [
        replace(one, unit="°") if one.unit is None and one.kind == "number" and one.span in spans else one
        for one in found
    ]


def _is_of_zone(text: str, one: Quantity) -> bool:
    """Whether a number says how far a time zone is from another: GMT+0100."""
    return bool(_OF_ZONE.search(text, max(one.span.start - _LONGEST_ZONE, 0), one.span.start))


def _with_hedge(text: str, one: Quantity) -> Quantity:
    """With the word that rounds it, if it is round: "more than 11,000"."""
    if one.kind not in ("number", "money", "percent") or not one.value or one.value % 10:
        return one
    said = hedge(text, one.span.start, one.span.end)
    return replace(one, hedge=said) if said else one


def _with_shared_scales(text: str, found: list[Quantity]) -> list[Quantity]:
    """A second reading for numbers that may share a scale: "3.1, 2.9 and 2.5 million", "5 to 10 million"."""
    factor, place = Decimal(1), len(text)
    for index in range(len(found) - 1, -1, -1):
        quantity = found[index]
        if quantity.spelled or quantity.kind not in ("number", "money") or not quantity.value:
            continue
        scale = scale_of(quantity, text)
        decimal = quantity.value != quantity.value.to_integral_value()
        if scale > 1:
            factor = scale
        elif factor > 1 and (decimal or place - quantity.span.end <= _NEAR):
            more = tuple(value * factor for value in quantity.readings)
            found[index] = replace(quantity, readings=quantity.readings + more)
        place = quantity.span.start
    return found


def _spelled(text: str, language: str, covered: set[int], times: Sequence[Quantity]) -> Iterator[Quantity]:
    """Numbers in words and Roman numerals, ``times`` of day, and names of months and weekdays."""
    for match in _ROMAN.finditer(text):
        value = _roman_value(match.group(1))
        if value and match.group() not in _ARTICLES:
            if _is_century(text, match):
                yield Quantity(Span(*match.span()), "ordinal", (value,), "century")
                continue
            is_rulers = bool(_RULER.search(text, max(match.start() - _LONGEST_RULER, 0), match.start()))
            yield Quantity(Span(*match.span()), "ordinal", (value,), spelled=True, exact=is_rulers)
    if language in _EAST_ASIAN:
        for span, value, counts in cjk_words(text, language):
            if any(time.span.start <= span.start < time.span.end and len(time.readings) > 1 for time in times):
                continue  # "九点三刻" says neither nine nor three
            yield Quantity(span, "number", (value,), spelled=True, exact=counts)
        yield from (one for one in tenths(text, language) if one.spelled)
    said = tokens(text)
    for time in times:
        if time.span.start not in covered:
            covered.update(range(time.span.start, time.span.end))
            yield time
    for name in date_names(text, language, said):
        if name.span.start not in covered:
            covered.update(range(name.span.start, name.span.end))
            if name.kind == "hour":
                yield Quantity(name.span, "time", (_HOURS[name.number],), spelled=True, exact=False)
            else:
                yield Quantity(name.span, "date", (Decimal(name.number),), name.kind, spelled=True, exact=name.sure)
    yield from always(text)
    yield from saying(text, language)
    yield from _in_words(text, language, covered, said)
    if language == "en":
        yield from _english(text)


def _is_century(text: str, numeral: re.Match[str]) -> bool:
    """Whether a Roman numeral counts centuries: "XIX wieku", "siglo XIX", "secolul al XIX-lea"."""
    before = _WORD_BEFORE.search(text, max(numeral.start() - _LONGEST_RULER, 0), numeral.start())
    named = before is not None and unit_named(folded(before[1])) == "century"
    return named or unit_after(text, numeral.end()) == "century"


def _in_words(text: str, language: str, covered: set[int], said: list[WordForm]) -> Iterator[Quantity]:
    """Numbers in words; "three quarters" may also be three fourths."""
    before = None
    for word in number_words(text, language, covered, said):
        if says_percent(text, word.span.start, word.span.end):
            continue
        unit = "%" if is_percent_before(text, word.span.start) else unit_after(text, word.span.end)
        readings: tuple[Decimal, ...] = (word.value,)
        if word.value in _PARTS_AND_PLACES.get(language, {}):
            readings = (word.value, _PARTS_AND_PLACES[language][word.value])
        if before and word.value < 1 and before.value < _NEAR and word.span.start - before.span.end <= 1:
            readings = (word.value, before.value * word.value)
        exact = word.exact or (word.value > 1 and word.value % 1 == _HALF and unit in UNITS)
        kind = "number" if word.is_whole else "label"
        yield Quantity(word.span, kind, readings, unit, spelled=True, exact=exact)
        before = word


def _english(text: str) -> Iterator[Quantity]:
    for match in _ARTICLE_UNIT.finditer(text):
        unit = unit_named(match.group(1))
        if unit in UNITS:
            yield Quantity(Span(*match.span()), "number", (Decimal(1),), unit, spelled=True, exact=False)


def _roman_value(numeral: str) -> Decimal | None:
    """The value of a Roman numeral, also one in Cyrillic letters that look the same; None if it is none."""
    letters = numeral.translate(str.maketrans("ІХ", "IX"))
    if not _VALID_ROMAN.fullmatch(letters):
        return None
    values = [_ROMAN_VALUES[letter] for letter in letters]
    following = [*values[1:], 0]
    return Decimal(sum(-one if one < two else one for one, two in zip(values, following, strict=True)))
