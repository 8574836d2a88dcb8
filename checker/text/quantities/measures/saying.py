"""Words that say a number without being one: a U-turn, a fortnight, a bicentenary.  They explain and never accuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.model import Span
from checker.text.quantities.record import Quantity

# Words of Latin that many languages have, and their values.
_LEARNED = (
    (r"\b(?:bi|duo)cent[eé]n\w+", "200"),
    (r"\b(?:ter|tri)cent[eé]n\w+", "300"),
    (r"\bsesquicent[eé]n\w+", "150"),
    (r"\bcent[eé]n(?:ar(?:y|ies|ians?|ios?)|nials?|aires?)\b", "100"),
    (r"\bseptuag[eé]nair\w+|\bseptuagenari\w+", "70"),
    (r"\boctog[eé]nair\w+|\boctogenari\w+|\bottantenn\w+", "80"),
    (r"\bnonag[eé]nair\w+|\bnonagenari\w+", "90"),
    (r"\b(?:quinzain|quindicin|quincen|quinzen)\w+", "15 14 2 0.5"),
)
_ENGLISH = (
    (r"\bturn\w* a?round\b", "180"),
    (r"\bU-turns?\b", "180"),
    (r"\bfortnight(?:s|ly)?\b", "14 2"),
    (r"\btens of thousands\b", "10000"),
    (r"\bhundreds of thousands\b", "100000"),
    (r"\btens of millions\b", "10000000"),
    (r"\bhundreds of millions\b", "100000000"),
)


def _compiled(words: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], tuple[Decimal, ...]], ...]:
    return tuple((re.compile(word, re.IGNORECASE), tuple(map(Decimal, values.split()))) for word, values in words)


_OF_ANY, _OF_ENGLISH = _compiled(_LEARNED), _compiled(_ENGLISH)
# Letters, one of which stands in whatever says any of them: they are found at once.
_KEYS = "cent|nair|genari|ottanten|quin|round|u-turn|fortnight|tens of|hundreds of".split("|")


def saying(text: str, language: str) -> Iterator[Quantity]:
    """What ``text`` says by such words."""
    low = text.lower()
    if not any(key in low for key in _KEYS):
        return
    for pattern, values in (*_OF_ANY, *(_OF_ENGLISH if language == "en" else ())):
        for match in pattern.finditer(text):
            yield Quantity(Span(*match.span()), "label", values, spelled=True, exact=False)
