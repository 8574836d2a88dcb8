"""Two numbers in an order: the score of a match, the parts of a mixture ("3:1", "3 zu 1", "1 pour 4")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.model import Span
from checker.text.quantities.record import Quantity

_BETWEEN = "to|zu|auf|pour|contre|à|a|por|per|su|la|na|do|ku|til|mot|till|op|tegen|к|на|до|против|k|ku"
_RATIO = re.compile(
    rf"(?<![\w.,:/\-\u2013])(\d{{1,3}})(?:\s?[:\-\u2013]\s?|\s(?:{_BETWEEN})\s)(\d{{1,3}})(?![\w:/\-\u2013]|[.,]\d)"
)


def ratios(text: str) -> Iterator[Quantity]:
    """What may be a ratio; times and ranges are among them, whose numbers do not change places."""
    for match in _RATIO.finditer(text):
        parts = Decimal(match[1]), Decimal(match[2])
        if parts[0] != parts[1]:
            yield Quantity(Span(*match.span()), "ratio", parts[:1], spelled=True, parts=parts)
