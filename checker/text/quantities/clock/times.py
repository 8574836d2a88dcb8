"""Times of day that a text says in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from checker.model import Span
from checker.text.quantities.clock.half_days import AT_NIGHT, OF_DAY
from checker.text.quantities.clock.spoken import HALF, PAST_AND_TO, QUARTER, SPOKEN
from checker.text.quantities.record import Quantity
from checker.text.quantities.words import folded, lexicon

_HALF_DAY, _HOUR = Decimal(720), 60
_HOURS = 24
"""Minutes, and hours of a day, by definition."""

_MINUTES = frozenset((5, 10, 15, 20, 25))
"""Minutes that are told before and after an hour; chosen."""

_EVENING, _MIDNIGHT = 6, 12
"""Hours from which and before which what is at night is before midnight; chosen."""

_OR = " / "
"""Between two ways to say one thing."""

# What a pattern can do without, and the letters of a word.
_OPTIONAL = re.compile(r"\[[^]]*\]|\([^)]*\)|.\?")
_LETTERS = re.compile(r"[^\W\d_A-Z]+")
_WORD_OF_HOUR = (
    r"(?P<hour>\d{1,2}|[^\W\d_]{2,10}'[^\W\d_]{2,10}|[^\W\d_]{2,20}(?:-[^\W\d_]{2,12})?"
    r"|[\u0904-\u0939][\u0901-\u094d]{1,9})"
)
"""Digits or a word: one with an apostrophe (дев'ята), or of a script whose vowels are signs (नौ)."""

_WORD_OF_MINUTES = r"(?P<minutes>[^\W\d_]{2,20}(?:-[^\W\d_]{2,12})?)"
_HOUR_IN_EAST_ASIAN = "([0-9]{1,2}|[一二三四五六七八九]|十[一二]?|열(?: ?[한두])?|한|두|세|네|다섯|여섯|일곱|여덟|아홉)"
_EAST_ASIAN = re.compile(f"{_HOUR_IN_EAST_ASIAN} ?[点點時시] ?(?:半|반)")
_EAST_ASIAN_QUARTER = re.compile("([0-9]{1,2}|[一二三四五六七八九]|十[一二]?)[点點]([一三])刻")
_EAST_ASIAN_HALF = re.compile(
    "(?:(上午|早上|早晨|清晨|凌晨|午前|朝の?|明け方の?|오전|새벽|아침)|(下午|晚上|傍晚|午後|夕方の?|夜の?|오후|저녁|밤)) ?"
    f"{_HOUR_IN_EAST_ASIAN} ?[点點时時시](?![间間간0-9])(?! ?[0-9半반])"
)
_HAN = {char: number for number, char in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_HANGUL = {word: number for number, word in enumerate("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두".split(), 1)}

_HOUR_WORD = r"(?:uhr|uur|heures?) "
_OWN_HOUR = re.compile(r"^(?:uhr|uur|heures\?) ")
"""Words for the hour that stand between it and the half of the day."""

_AT = {"hu": "kor"}
"""What is written together with an hour to say "at"."""


def clock_times(text: str, language: str) -> Iterator[Quantity]:
    """Times of day that ``text`` says in words, of both halves of the day unless the half is said too."""
    found = list(_in_ways(_folded(text), language))
    if found:
        yield from _with_halves_of_day(_longest(found))
    if language in ("zh", "ja", "ko"):
        yield from _east_asian(text)


def with_halves_behind(text: str, found: Sequence[Quantity], language: str) -> list[Quantity]:
    """``found`` with one reading for the times behind which stands the half of the day: "6:30 in the evening"."""
    pattern = _halves_behind(language)
    if pattern is None or not any(_is_open(one) for one in found):
        return list(found)
    low = _folded(text)
    return [_halved(one, pattern.match(low, one.span.end)) if _is_open(one) else one for one in found]


def _is_open(one: Quantity) -> bool:
    """Whether a time may be of either half of the day; what is said of twelve o'clock is said in many ways."""
    return one.kind == "time" and len(one.readings) > 1 and min(one.readings) >= _HOUR


def _halved(one: Quantity, said: re.Match[str] | None) -> Quantity:
    if said is None:
        return one
    is_late = said["late"] is not None
    readings = tuple(value for value in one.readings if (value >= _HALF_DAY) == is_late)
    return replace(one, span=Span(one.span.start, said.end()), readings=readings) if readings else one


@cache
def _halves_behind(language: str) -> re.Pattern[str] | None:
    """What says the half of the day behind a time, if something does; an "Uhr" of its own is a part of the time."""
    halves = [_OWN_HOUR.sub("", half.removeprefix("H ")) for half in OF_DAY.get(language, ())]
    if not halves or any("H" in half for half in halves):
        return None
    return re.compile(rf" ?(?:{_HOUR_WORD})?(?:(?:{halves[0]})|(?P<late>{halves[1]}))(?!\w)")


def _longest(found: Sequence[Quantity]) -> list[Quantity]:
    """Those that are no part of another: "klokken ti" of "klokken ti i otte"."""
    return [one for one in found if not any(_is_part(one.span, other.span) for other in found)]


def _east_asian(text: str) -> Iterator[Quantity]:
    for match in _EAST_ASIAN.finditer(text):
        yield _time(Span(*match.span()), _east_asian_hour(match[1]) * 60 + HALF)
    for match in _EAST_ASIAN_QUARTER.finditer(text):
        minutes = QUARTER * _HAN[match[2]]
        yield _time(Span(*match.span()), _east_asian_hour(match[1]) * 60 + minutes)
    for match in _EAST_ASIAN_HALF.finditer(text):
        hour = _east_asian_hour(match[3])
        if hour <= _MIDNIGHT:
            yield _time(Span(*match.span(3)), hour * 60, match[2] is not None)


def _with_halves_of_day(found: Sequence[Quantity]) -> list[Quantity]:
    """Times whose half of the day is said with an hour that is a part of them, as "half past ten" and "ten in the
    evening" are one time; of others that overlap those whose half is known."""
    surely = [one for one in found if len(one.readings) == 1]
    halved: dict[Span, Quantity] = {}
    for one in (one for one in found if len(one.readings) > 1):
        beside = next((other for other in surely if one.span.meets(other.span)), None)
        if beside is None:
            halved[one.span] = one
        elif readings := tuple(reading for reading in one.readings if abs(reading - beside.readings[0]) < _HOUR):
            span = Span(min(one.span.start, beside.span.start), max(one.span.end, beside.span.end))
            halved[beside.span] = replace(one, span=span, readings=readings)
    rest = [one for one in surely if one.span not in halved]
    return sorted([*rest, *halved.values()], key=lambda one: one.span)


def _folded(text: str) -> str:
    """The text folded, as long as before: what folding leaves out stays."""
    low = folded(text)
    if len(low) != len(text):
        low = "".join(letter if len(letter) == 1 else char for char, letter in ((char, folded(char)) for char in text))
    return low


def _is_part(span: Span, of: Span) -> bool:
    """Whether what is said is a part of what is said in more words: "klokken ti" of "klokken ti i otte"."""
    return of.start <= span.start and span.end <= of.end and span != of


def _east_asian_hour(said: str) -> int:
    word = said.replace(" ", "")
    return _HAN.get(word) or _HANGUL.get(word) or int(word)


def _in_ways(low: str, language: str) -> Iterator[Quantity]:
    for way in _ways(language):
        if way.key in low:
            for match in way.pattern.finditer(low):
                hour = _hour(match["hour"], language) if "hour" in way.pattern.groupindex else 0
                if hour is not None:
                    is_late = _EVENING <= hour < _MIDNIGHT if way.is_night else way.is_late
                    # A half of the day that stands before the hour is no part of the number that it stands with.
                    start = match.start() if is_late is None else match.start("hour")
                    yield _time(Span(start, match.end()), hour * 60 + way.minutes, is_late)
    for way in _minute_ways(language):
        if way.key in low:
            for match in way.pattern.finditer(low):
                hour, minutes = _hour(match["hour"], language), _hour(match["minutes"], language)
                if hour is not None and minutes in _MINUTES:
                    yield _time(Span(*match.span()), hour * 60 + way.minutes * (minutes or 0))


def _time(span: Span, minutes: int, is_late: bool | None = None) -> Quantity:
    early = Decimal(minutes) % (_HALF_DAY * 2)
    late = (early + _HALF_DAY) % (_HALF_DAY * 2)
    if early >= _HALF_DAY and is_late is not None:
        early, late = late, early
    readings = (early, late) if is_late is None else (late,) if is_late else (early,)
    return Quantity(span, "time", readings, spelled=True)


class _Way(NamedTuple):
    """A way to say a time: letters of it that are looked for first, the pattern, the minutes, the half of the day."""

    key: str
    pattern: re.Pattern[str]
    minutes: int
    is_late: bool | None
    is_night: bool


@cache
def _ways(language: str) -> tuple[_Way, ...]:
    halves = OF_DAY.get(language, ())
    return (
        *(
            _way(said if "H" in said else f"H {said}", 0, bool(late))
            for late, half in enumerate(halves)
            for said in half.split(_OR)
        ),
        *(_way(said, 0, None, is_night=True) for said in filter(None, AT_NIGHT.get(language, "").split(_OR))),
        *(_way(spoken, minutes, None) for spoken, minutes in SPOKEN.get(language, ())),
    )


@cache
def _minute_ways(language: str) -> tuple[_Way, ...]:
    """What says minutes past an hour, and to it: 1 or -1 for ``minutes``, by which those that are said count."""
    return tuple(
        _way(spoken, sign, None) for spoken, sign in zip(PAST_AND_TO.get(language, ()), (1, -1), strict=False) if spoken
    )


def _way(spoken: str, minutes: int, is_late: bool | None, *, is_night: bool = False) -> _Way:
    key = max(_LETTERS.findall(_OPTIONAL.sub(" ", spoken)), key=len, default="")
    pattern = spoken.replace("M", _WORD_OF_MINUTES, 1).replace("H", _WORD_OF_HOUR, 1)
    return _Way(key, re.compile(rf"(?<!\w){pattern}(?!\w)"), minutes, is_late, is_night)


def _hour(word: str, language: str) -> int | None:
    """The hour that a word or digits say, None if it is no hour of the day."""
    if word.isdigit():
        value = Decimal(word)
    else:
        found = lexicon(language).value(word.removesuffix(_AT.get(language, " ")))
        if found is None or found[0] < 1 or found[0] % 1:
            return None
        value = found[0]
    return int(value) if value <= _HOURS else None
