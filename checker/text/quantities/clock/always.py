"""Round the clock, which says 24 hours and seven days."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.model import Span
from checker.text.quantities.record import Quantity

_ROUND_THE_CLOCK = tuple(
    "round the clock|round-the-clock|rund um die uhr|jour et nuit|de klok rond|dag en nacht|las 24 horas|24/7|24 hours a day"
    "|круглосуточн|цілодобов|денонощн|całodobow|przez całą dobę|nepřetržit|nonstop|non-stop|non stop|dygnet runt|døgnet rundt"
    "|døgnåben|vuorokauden ympäri|ympäri vuorokauden|éjjel-nappal|24 ore su 24|24h/24|24 h/24|7 gün 24 saat|7/24"
    "|على مدار الساعة|全天候|24時間|昼夜|연중무휴|24시간|24 jam".split("|")
)
_ALWAYS = (Decimal(24), Decimal(7), Decimal(365))
"""Hours of a day, days of a week and of a year, by definition."""


def always(text: str) -> Iterator[Quantity]:
    """Round the clock, which says 24 hours and seven days."""
    low = text.lower()
    for phrase in _ROUND_THE_CLOCK:
        if phrase in low and (place := low.find(phrase)) + len(phrase) <= len(text):
            yield Quantity(Span(place, place + len(phrase)), "number", _ALWAYS, spelled=True, exact=False)
