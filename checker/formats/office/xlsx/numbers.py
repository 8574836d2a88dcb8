"""How a spreadsheet shows a number: the part of the number formats of OOXML (ECMA-376, 18.8.30) that files use.

Where a format depends on the reader's country (short dates) or has names of months in another language than English,
dates stand as 2024-03-14.  Fractions and conditions are not done: such numbers stand as they are.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

GENERAL = "General"
_ISO, _ISO_TIME = "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: _ISO,
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: _ISO_TIME, 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 49: "@",
}  # fmt: skip
"""Formats that files refer to by number (18.8.30); those of one country are ISO dates."""

_MONTHS = tuple(
    """
    January February March April May June July August September October November December
""".split()
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"? | \\(?P<escaped>.) | _. | \*.
    | \[\$(?P<currency>[^\]\-]*)(?:-(?P<country>[0-9A-Fa-f]+))?[^\]]*\]
    | \[(?P<elapsed>h+|m+|s+)\] | \[(?P<bracket>[^\]]*)\]
    | (?P<ampm>AM/PM|A/P) | (?P<date>y+|m+|d+|h+|s+(?:\.0+)?)
    | (?P<number>[0#?][0#?,.]*(?:E[+-]0+)?|\.[0#?]+) | (?P<other>.)
    """,
    re.X | re.I | re.S,
)
_SECTIONS = re.compile(r'(?:"[^"]*"?|\\.|[^;"\\])*')
_LONGEST_CODE = 255
"""Characters of a number format: spreadsheet programs take no longer ones.  What has one stands as it is stored."""

_ENGLISH = 0x09
_LAST_DAY = 2_958_466
_SECONDS = 86_400


def shown(value: float, code: str, *, from_1904: bool = False) -> str:
    """A number as it is displayed in this format."""
    if len(code) > _LONGEST_CODE or code.strip().lower() in ("general", "@", ""):
        return general(value)
    sections = _sections(code)
    section, value = _section(value, sections)
    tokens = _tokens(section)
    if any(token.lastgroup == "bracket" and token["bracket"][:1] in ("<", ">", "=") for token in tokens):
        return general(value)
    if any(token.lastgroup in ("date", "elapsed", "ampm") for token in tokens):
        return _date(value, tokens, from_1904)
    return _number(value, tokens)


def general(value: float) -> str:
    """A number in no format."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}"


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[str, ...]:
    found, start = [], 0
    while True:
        match = _SECTIONS.match(code, start)
        end = match.end() if match else start
        found.append(code[start:end])
        if end >= len(code):
            return tuple(found)
        start = end + 1


@lru_cache(maxsize=512)
def _tokens(section: str) -> tuple[re.Match[str], ...]:
    return tuple(_TOKEN.finditer(section))


def _section(value: float, sections: tuple[str, ...]) -> tuple[str, float]:
    if len(sections) > 1 and value < 0:
        return sections[1], -value
    if len(sections) > 2 and value == 0:
        return sections[2], value
    return sections[0], value


def _literal(token: re.Match[str]) -> str:
    for group in ("quoted", "escaped", "currency", "other"):
        if token[group] is not None:
            return token[group]
    return ""


def _number(value: float, tokens: tuple[re.Match[str], ...]) -> str:
    patterns = [token["number"] for token in tokens if token["number"]]
    literals = [_literal(token) for token in tokens]
    if not patterns:
        text = "".join(general(value) if token[0] == "@" else _literal(token) for token in tokens)
        return text.strip()
    if len(patterns) > 1 or "E" in patterns[0].upper() or "/" in literals:
        return general(value)
    percents = literals.count("%")
    digits = _digits(Decimal(repr(abs(value))) * 100**percents, patterns[0])
    is_zero = not digits.strip("0.,")
    text = "".join(digits if token["number"] else literal for token, literal in zip(tokens, literals, strict=True))
    return ("-" if value < 0 and not is_zero else "") + text.strip()


def _digits(value: Decimal, pattern: str) -> str:
    whole, _, decimals = pattern.partition(".")
    scaled = len(pattern) - len(pattern.rstrip(","))
    value /= 1000**scaled
    places = sum(map(decimals.count, "0#?"))
    if value.adjusted() + places > 25:
        return general(float(value))
    text = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    left, _, right = text.partition(".")
    kept = decimals.rstrip(",").rfind("0") + 1
    right = right[:kept] + right[kept:].rstrip("0")
    left = left.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole.rstrip(","):
        left = f"{int(left or 0):,}" if whole.count("0") <= 1 and left else left
    return f"{left}.{right}" if right else left or ("0" if "0" in whole else "")


def _date(value: float, tokens: tuple[re.Match[str], ...], from_1904: bool) -> str:
    if not 0 <= value < _LAST_DAY:
        return general(value)
    seconds = round(value * _SECONDS)
    if not from_1904 and value < 60:
        seconds += _SECONDS  # for the day in 1900 that was none
    moment = datetime(1904, 1, 1) + timedelta(seconds=seconds) if from_1904 else _EPOCH + timedelta(seconds=seconds)
    countries = [token["country"].upper() for token in tokens if token["country"]]
    foreign = any(int(country, 16) & 0x3FF != _ENGLISH for country in countries)
    named = any(len(token["date"] or "") > 2 and token["date"][0].lower() in "md" for token in tokens)
    if foreign and (named or not {"F800", "F400"}.isdisjoint(countries)):
        return moment.strftime("%Y-%m-%d" if seconds % _SECONDS == 0 else "%Y-%m-%d %H:%M")
    half = any(token["ampm"] for token in tokens)
    names = [(token["date"] or token["elapsed"] or "").lower() for token in tokens]
    return "".join(
        _elapsed(value, token["elapsed"].lower())
        if token["elapsed"]
        else ("AM" if moment.hour < 12 else "PM")
        if token["ampm"]
        else _part(moment, name, half, _is_minute(names, place))
        if name
        else _literal(token) or token["number"] or ""
        for place, (token, name) in enumerate(zip(tokens, names, strict=True))
    ).strip()


_EPOCH = datetime(1899, 12, 30)


def _elapsed(value: float, name: str) -> str:
    unit = {"h": 3600, "m": 60, "s": 1}[name[0]]
    return str(round(value * _SECONDS) // unit).rjust(len(name), "0")


def _is_minute(names: list[str], place: int) -> bool:
    """An m is a minute behind an hour or before a second."""
    before = next((name for name in reversed(names[:place]) if name), "")
    after = next((name for name in names[place + 1 :] if name), "")
    return before.startswith("h") or after.startswith("s")


def _part(moment: datetime, name: str, half: bool, is_minute: bool) -> str:
    width = len(name)
    match name[0]:
        case "y":
            return f"{moment.year:04}" if width > 2 else f"{moment.year % 100:02}"
        case "d":
            day = _DAYS[moment.weekday()]
            return day if width > 3 else day[:3] if width == 3 else str(moment.day).rjust(width, "0")
        case "h":
            return str((moment.hour % 12 or 12) if half else moment.hour).rjust(min(width, 2), "0")
        case "s":
            return str(moment.second).rjust(min(len(name.partition(".")[0]), 2), "0")
    if is_minute and width < 3:
        return str(moment.minute).rjust(width, "0")
    month = _MONTHS[moment.month - 1]
    if width < 3:
        return str(moment.month).rjust(width, "0")
    return month[: {3: 3, 5: 1}.get(width)]
