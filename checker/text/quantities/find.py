"""Numbers, amounts, percentages and times of a sentence, in the digits and words of many languages.

A number can often be read in more than one way ("1.200", "120m"); a ``Quantity`` keeps every reading, and
``compatible`` and ``unmatched`` give a translation the benefit of the doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.model import Span
from checker.text.quantities.cjk import cjk_words
from checker.text.quantities.context import unit_after, unit_named
from checker.text.quantities.dates import date_names
from checker.text.quantities.match import compatible, unmatched
from checker.text.quantities.numerals import numerals, scale_of
from checker.text.quantities.record import Quantity
from checker.text.quantities.units import UNITS
from checker.text.quantities.words import number_words, tokens

__all__ = ["Quantity", "compatible", "quantities", "unmatched"]

_ROMAN = re.compile(r"(?<![\w'’.])([IVXLCІХ]{1,7})(?:e|er|ème|è|º|o|a|ος)?(?![\w'’])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_VALID_ROMAN = re.compile("C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# "a mile", "an inch": one of a unit.
_ARTICLE_UNIT = re.compile(r"\ban?\s(\w+)")
_U_TURN = re.compile(r"\bU-turns?\b")
# Noon and midnight, in minutes.
_HOURS = {1: Decimal(720), 2: Decimal(0)}
_NEAR = 12
"""A scale is shared with a whole number this near before it ("5 to 10 million"), in code points; chosen."""


def quantities(text: str, language: str | None = None) -> list[Quantity]:
    """Quantities of ``text``, in order; offsets are code points.

    ``language`` (BCP 47) decides between decimal and thousands marks and gives the number words; without
    it only numerals are found.
    """
    base = language.partition("-")[0].lower() if language else ""
    found = list(numerals(text, base))
    covered = {offset for quantity in found for offset in range(quantity.span.start, quantity.span.end)}
    found.extend(_spelled(text, base, covered))
    found.sort(key=lambda quantity: quantity.span)
    return _with_shared_scales(text, found)


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


def _spelled(text: str, language: str, covered: set[int]) -> Iterator[Quantity]:
    """Numbers in words and Roman numerals, and names of months and weekdays."""
    for match in _ROMAN.finditer(text):
        value = _roman_value(match.group(1))
        if value:
            yield Quantity(Span(*match.span()), "ordinal", (value,), spelled=True, exact=False)
    if language in ("zh", "ja", "ko"):
        for span, value in cjk_words(text, language):
            yield Quantity(span, "number", (value,), spelled=True, exact=False)
    said = tokens(text)
    for name in date_names(text, language, said):
        if name.span.start not in covered:
            covered.update(range(name.span.start, name.span.end))
            if name.kind == "hour":
                yield Quantity(name.span, "time", (_HOURS[name.number],), spelled=True, exact=False)
            else:
                yield Quantity(name.span, "date", (Decimal(name.number),), name.kind, spelled=True, exact=name.sure)
    for word in number_words(text, language, covered, said):
        unit = unit_after(text, word.span.end)
        yield Quantity(word.span, "number", (word.value,), unit, spelled=True, exact=word.exact)
    if language == "en":
        yield from _english(text)


def _english(text: str) -> Iterator[Quantity]:
    for match in _ARTICLE_UNIT.finditer(text):
        unit = unit_named(match.group(1))
        if unit in UNITS:
            yield Quantity(Span(*match.span()), "number", (Decimal(1),), unit, spelled=True, exact=False)
    for match in _U_TURN.finditer(text):
        yield Quantity(Span(*match.span()), "number", (Decimal(180),), spelled=True, exact=False)


def _roman_value(numeral: str) -> Decimal | None:
    """The value of a Roman numeral, also one in Cyrillic letters that look the same; None if it is none."""
    letters = numeral.translate(str.maketrans("ІХ", "IX"))
    if not _VALID_ROMAN.fullmatch(letters):
        return None
    values = [_ROMAN_VALUES[letter] for letter in letters]
    following = [*values[1:], 0]
    return Decimal(sum(-one if one < two else one for one, two in zip(values, following, strict=True)))
