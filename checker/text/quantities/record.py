"""The record of one quantity."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from checker.model import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity and where it stands.

    ``kind`` is ``number``, ``percent``, ``money``, ``time``, ``date``, ``ordinal``, ``year``, ``ratio``, which is two
    ``parts`` in an order and accuses by that alone, or ``label``, the number of an item, a section or a note, which
    explains and never accuses.
    ``readings`` are all values it may have, the likeliest first; a time is in minutes after midnight, a
    date in its numbers as written.  ``unit`` is "%", an ISO 4217 code, a key of ``UNITS``; of a date
    that is a name, "month" (1 to 12), "weekday" (1 is Monday), "quarter" or "half" of a year.
    ``spelled`` says that it stands in words or Roman numerals, ``exact`` that these can hardly mean
    anything else ("five", not "pair"); digits are not exact where they are part of a name ("CO2").
    ``parts`` are the numbers of what may also be several: 3 and 5 of "3.5." (a date), 3 and 4 of "3/4".
    ``hedge`` is "+" after "more than", "-" after "almost", "~" after "about", looked for before round numbers.
    """

    span: Span
    kind: str
    readings: tuple[Decimal, ...]
    unit: str | None = None
    spelled: bool = False
    exact: bool = True
    parts: tuple[Decimal, ...] = ()
    hedge: str = ""

    @property
    def value(self) -> Decimal | None:
        """The likeliest value."""
        return self.readings[0] if self.readings else None
