"""Other things that digits say: the number of a list's item, parts of one, powers, indices and tenths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.model import Span
from checker.text.quantities.cjk import cjk_value
from checker.text.quantities.record import Quantity

# Parts: "1/2", "2 1/2"; powers: "10^6", "10**6", "10⁶"; indices: "CO₂".
_RATIO = re.compile(r"(?<![\d/.,^-])(?:(\d{1,3})\s)?(\d{1,2})[/⁄](\d{1,3})(?![\d/^]|[.,]\d)")
_RAISED = re.compile(r"(?<![\d.,])(\d{1,3})(?:\^|\*\*)(-?\d{1,2})(?!\d)|(?<![\d.,])(10)([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})")
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_INDEX = re.compile("[₀-₉]{1,3}")
_LARGEST_DENOMINATOR = 100
"""Of parts of one; what has more below the line is no part of one.  Chosen."""
# Tenths: "3割", "三成"; what is taken off a price: "八折".
_TENTHS = re.compile("([1-9]|[一二三四五六七八九])(割|成(?![为為立功了员員熟绩長长本])|折(?![叠疊断斷磨]))")
# Hundredths in Chinese: "百分之三十五".
_HUNDREDTHS = re.compile("百分之([〇零一二三四五六七八九十百]{1,8})(?![〇零一二三四五六七八九十百千万萬点點])")
_HAN_DIGITS = {char: number for number, char in enumerate("一二三四五六七八九", 1)}
# The number of a list's item or a section at the beginning: "1. ", "(3) ", "2) ", "9.1. ", "A.2. ", "9.1.2 ".
_LABEL_OF_ITEM = re.compile(
    r"\s*(?:\((?P<in>\d{1,2})\)|(?P<before>\d{1,2})\)|(?:[A-Z]\.)?(?:(?P<stopped>\d{1,2}(?:\.\d{1,2}){0,3})\."
    r"|(?P<long>\d{1,2}(?:\.\d{1,2}){2,3})))\s+(?=[^\W\d_])"
)
# The number of a note, where it is called and where it stands: "[7]".
_LABEL_OF_NOTE = re.compile(r"\[(\d{1,3})\]")
_LARGEST_POWER = 24
"""Powers above this are no quantities; chosen."""


def figures(text: str, begin: int, language: str) -> Iterator[Quantity]:
    """What of the text from ``begin`` on is said in one of these ways; kinds in turn, in no order."""
    yield from _labels(text)
    yield from _ratios(text, begin)
    yield from _powers(text, begin)
    yield from (one for one in tenths(text, language) if not one.spelled)


def hundredths(text: str, language: str) -> list[Quantity]:
    """Percentages in Chinese characters."""
    return [
        Quantity(Span(*match.span()), "number", (cjk_value(match[1]),), "%", spelled=True)
        for match in (_HUNDREDTHS.finditer(text) if language == "zh" else ())
    ]


def _labels(text: str) -> Iterator[Quantity]:
    item = _LABEL_OF_ITEM.match(text)
    if item:
        group = item.lastgroup or ""
        digits = item[group]
        value = Decimal(digits if digits.count(".") < 2 else digits.replace(".", ""))
        yield Quantity(Span(*item.span(group)), "label", (value,))
    for note in _LABEL_OF_NOTE.finditer(text):
        yield Quantity(Span(*note.span(1)), "label", (Decimal(note[1]),))


def _ratios(text: str, begin: int) -> Iterator[Quantity]:
    """Parts of one; the digits may also be two numbers, of a date or an address."""
    if "/" not in text and "\u2044" not in text:
        return
    for match in _RATIO.finditer(text, begin):
        whole, top, bottom = (Decimal(part or 0) for part in match.groups())
        if 0 < top < bottom <= _LARGEST_DENOMINATOR:
            parts = (*((whole,) if match[1] else ()), top, bottom)
            yield Quantity(Span(*match.span()), "number", (whole + _three_places(top / bottom),), parts=parts)


def _three_places(value: Decimal) -> Decimal:
    return round(value, 3).normalize()


def _powers(text: str, begin: int) -> Iterator[Quantity]:
    for match in _RAISED.finditer(text, max(begin - 1, 0)):
        base, power = Decimal(match[1] or match[3]), int((match[2] or match[4]).translate(_RAISED_DIGITS))
        if base > 1 and abs(power) <= _LARGEST_POWER:
            yield Quantity(Span(*match.span()), "number", (base**power,), parts=(base, Decimal(abs(power))))
    for match in _INDEX.finditer(text):
        value = Decimal("".join(str("₀₁₂₃₄₅₆₇₈₉".index(char)) for char in match[0]))
        yield Quantity(Span(*match.span()), "number", (value,), spelled=True, exact=False)


def tenths(text: str, language: str) -> Iterator[Quantity]:
    """Tenths in Chinese and Japanese, in digits or (spelled) in Han numerals."""
    if language in ("zh", "ja"):
        for match in _TENTHS.finditer(text):
            share = Decimal(10 * (_HAN_DIGITS.get(match[1]) or int(match[1])))
            readings = (100 - share, share) if match[2] == "折" else (share,)
            spelled = match[1] in _HAN_DIGITS
            yield Quantity(Span(*match.span()), "percent", readings, "%", spelled=spelled, exact=not spelled)
