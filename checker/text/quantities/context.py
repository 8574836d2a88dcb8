"""What stands after a number: the unit, currency or percent word."""

from __future__ import annotations

import re

from checker.text.quantities.units import CURRENCY_WORDS, PERCENT_WORDS, SQUARED, UNIT_WORDS
from checker.text.quantities.words import WORD, folded

SPACES = "\u0020\u00a0\u2009\u202f"
_GAP = re.compile(rf"[{SPACES}]?-?")
# "5 millions d'euros", "5 miliardi di dollari", "20 de lei".
_OF = frozenset({"de", "di"})
_DEGREES = re.compile(r"°\s?[CF]\b|[℃℉]", re.IGNORECASE)
_PERCENT_PAIRS = frozenset(
    tuple(folded(pair).split("_"))
    for pair in "per_cent pour_cent por_ciento por_cento per_cento na_sto на_сто τοις_εκατό phần_trăm"
    " في_المائة في_المئة la_sută".split()
)


def unit_after(text: str, place: int, *, linked: bool = False) -> str | None:
    """The unit that the words at or just behind ``place`` name: "%", an ISO 4217 code, a key of ``UNITS``.

    A measure per something else ("km/h") is left open.  ``linked`` says that "de" has stood before it already.
    """
    place = gap_end(text, place)
    degrees = _DEGREES.match(text, place)
    if degrees:
        return f"°{degrees.group()[-1].upper()}".replace("℃", "C").replace("℉", "F")
    first = WORD.match(text, place)
    if first is None:
        return None
    word = folded(first.group()).removeprefix("d'")
    if word in _OF:
        is_per = text[first.end() : first.end() + 1] == "/"
        return None if linked or is_per else unit_after(text, first.end(), linked=True)
    second = WORD.match(text, gap_end(text, first.end()))
    following = folded(second.group()) if second else ""
    if (word, following) in _PERCENT_PAIRS:
        return "%"
    if word == "square":
        return SQUARED.get(unit_named(following) or "")
    return None if text[first.end() : first.end() + 1] == "/" else unit_named(word)


def gap_end(text: str, place: int) -> int:
    """``place``, moved over one space and one hyphen, if they are there."""
    gap = _GAP.match(text, place)
    return gap.end() if gap else place


def unit_named(word: str) -> str | None:
    """The unit that ``word`` (folded) names."""
    unit = _WORDS.get(word)
    length = len(word) - 1
    while unit is None and length > 2:
        unit = _STEMS.get(word[:length])
        length -= 1
    return unit


def _tables() -> tuple[dict[str, str], dict[str, str]]:
    words: dict[str, str] = {}
    stems: dict[str, str] = {}
    for unit, forms in [("%", PERCENT_WORDS), *UNIT_WORDS.items(), *CURRENCY_WORDS.items()]:
        for form in map(folded, forms.split()):
            stem = form.removesuffix("-")
            words.setdefault(stem, unit)
            if stem != form:
                stems[stem] = unit
    return words, stems


_WORDS, _STEMS = _tables()
