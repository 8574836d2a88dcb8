"""What cars use, and weather in tens of degrees: 30 mpg, 8 l auf 100 km, highs in the 80s."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.model import Span
from checker.text.quantities.record import Quantity

_GALLONS = (Decimal("235.215"), Decimal("282.481"))
"""Miles a gallon times litres for 100 km, of the American and of the imperial gallon, by definition."""

_MILES = re.compile(r"(\d{1,3}(?:\.\d+)?)[ -]?(?:mpg\b|miles (?:per|to the|a) gallon)", re.IGNORECASE)
_LITRES = re.compile(
    r"(\d{1,2}(?:[.,]\d+)?)\s?(?:l|liters?|litres?|litern|litr\w{1,2}|л|литр\w{0,2}|літр\w{0,2})"
    r"\s?(?:/|per|pro|auf|aux|a los|a cada|por|por cada|cada|ogni|ai|la|na|på|pr\.?|на|до|tous les|every|op)\s?100\s?"
    r"(?:km\b|(?:kil|chil|quil)[oó]m\w+|км|кило\w+|кіло\w+)",
    re.IGNORECASE,
)
_TENS = re.compile(r"\b(?:in|into|to|reach|hit) the (?:low |mid |high |upper |mid-|low-)?([2-9]0)s\b")
_WEATHER = re.compile(
    r"temperature|degree|highs|lows|warm|weather|mercury|forecast|heat|cold|sunny|thermomet", re.IGNORECASE
)
_DEGREES_IN_TEN = 10
"""Whole degrees that "the 70s" may stand for: a definition."""


def rates(text: str, language: str) -> Iterator[Quantity]:
    """Fuel consumption, and in English degrees Fahrenheit by tens; each instead of the numbers in it."""
    for match in _MILES.finditer(text):
        yield Quantity(Span(*match.span()), "number", (Decimal(match[1]),), "mpg")
    for match in _LITRES.finditer(text):
        litres = Decimal(match[1].replace(",", "."))
        if litres:
            yield Quantity(Span(*match.span()), "number", tuple(one / litres for one in _GALLONS), "l/100km")
    named = list(_TENS.finditer(text)) if language == "en" else []
    if named and _WEATHER.search(text):
        for match in named:
            tens = int(match[1])
            readings = tuple(Decimal(tens + degree) for degree in range(_DEGREES_IN_TEN))
            yield Quantity(Span(*match.span(1)), "number", readings, "°F")
