"""Times of day in digits: 3 p.m., 15:00, 15 Uhr, kl 19, 0200 GMT."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from checker.model import Span
from checker.text.quantities.record import Quantity

_TIME = re.compile(
    r"(?<![\d:.,])(\d{1,2})(?:(\s?h\s?|[:.：٫]|\s?[時时點点시]\s?)(\d{2})(?!\d)(?:\s?[分분])?)?"
    r"(?:\s?(a\.?m\b\.?|p\.?m\b\.?|μ\.?μ\.?|π\.?μ\.?)|\s?([時时點点시](?![间間간]))|\s?(Uhr\b|h\b))?",
    re.IGNORECASE,
)
_AFTERNOON = ("下午", "晚上", "午後", "오후", "傍晚")
_FORENOON = ("上午", "早上", "早晨", "清晨", "凌晨", "午前", "오전", "새벽", "아침")
_HALF_PAST = ("半", "반")
_LATE = re.compile(
    r"nachm|abend|nacht|mittag|p\.?\s?m\b|après-midi|soir|nuit|pomeriggio|sera\b|notte|middag|avond|popołudni"
    r"|wiecz|odpoledne|večer|пополудни|дня\b|вечер|ночи|вечор|ночі|eftermiddag|kväll|natt|aften|kveld|iltapäiv|illa|yöllä|délután|este\b|éjjel",
    re.IGNORECASE,
)
_OF_24_HOURS = frozenset("de fr it nl pl cs ru uk sv da no fi hu".split())
"""Languages in which 3:45 without a word for the afternoon is in the night; ``_LATE`` has those words."""
# What stands before an hour of 24 that has no other sign: "kl 19", "saat 20.00", "o godz. 21"; and behind it.
_CLOCK_BEFORE = re.compile(
    r"\b(?:kl\.?|klo|kell|klockan|klokken|klokka|klukkan|saat|pukul|jam|godz\.|godzinie|plkst\.|orele)\s$",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 12
"""Letters before an hour that are looked at for these: a bound of the search."""

_CLOCK_AFTER = re.compile(r"\s?(?:val\.|o['’]clock)(?!\w)", re.IGNORECASE)
_AFTERNOON_FROM = 13
"""The first hour that only a clock of 24 has, by definition."""

_ZONED = re.compile(r"(?<![\d:.,])([01]\d|2[0-3])([0-5]\d)\s?(?:GMT|UTC|CET|BST|EST|EDT|PST|PDT|hrs)\b")
# An hour and minutes with a stop between them, where a word says that they are a time.
_WITH_STOP = re.compile(r"(?<![\d:.,])([01]?\d|2[0-3])\.([0-5]\d)(?![\d.,]*\d)")


def times_in_digits(text: str, begin: int, language: str) -> Iterator[Quantity]:
    """Clock times in minutes; where the half of the day cannot be told both halves are possible."""
    yield from _as_written(text, begin)
    for match in _TIME.finditer(text, begin):
        hour, mark, minute, half, sign, word = match.groups()
        if half and half.lower() in ("am", "pm") and language not in ("en", ""):
            half = None
        clock = half or sign or word or (minute and mark not in ".٫") or _is_said_to_be(text, match, int(hour))
        if not clock or int(hour) > 24 or int(minute or 0) > 59:
            continue
        half_past = sign and not minute and text[match.end() : match.end() + 2].strip()[:1] in _HALF_PAST
        minutes = Decimal(int(hour) * 60 + int(minute or (30 if half_past else 0)))
        late = minutes + 720 if int(hour) < 12 else minutes
        before = text[max(match.start() - 4, 0) : match.start()].rstrip()
        afternoon = (half and half[0] in "pPμ") or before.endswith(_AFTERNOON)
        said = half or before.endswith(_AFTERNOON + _FORENOON)
        if 0 < int(hour) < 12 and (said or (minute and language in _OF_24_HOURS and not _says_late(text))):
            readings: tuple[Decimal, ...] = (late,) if afternoon else (minutes,)
        else:
            readings = (late, minutes) if afternoon else (minutes, late)
        yield Quantity(Span(*match.span()), "time", tuple(dict.fromkeys(readings)))


def _as_written(text: str, begin: int) -> Iterator[Quantity]:
    """Times of four digits before a time zone, and those with a stop behind a word such as "saat"."""
    for match in _ZONED.finditer(text, begin):
        yield Quantity(Span(match.start(), match.end(2)), "time", (Decimal(int(match[1]) * 60 + int(match[2])),))
    for match in _WITH_STOP.finditer(text, begin):
        if _CLOCK_BEFORE.search(text, max(match.start() - _LONGEST_BEFORE, 0), match.start()):
            minutes = Decimal(int(match[1]) * 60 + int(match[2]))
            late = (minutes + 720,) if int(match[1]) < _AFTERNOON_FROM - 1 else ()
            yield Quantity(Span(*match.span()), "time", (minutes, *late))


def _is_said_to_be(text: str, match: re.Match[str], hour: int) -> bool:
    """Whether words around an hour without minutes say that it is one."""
    if match[3]:
        return False
    if _CLOCK_AFTER.match(text, match.end()):
        return True
    return hour >= _AFTERNOON_FROM and bool(
        _CLOCK_BEFORE.search(text, max(match.start() - _LONGEST_BEFORE, 0), match.start())
    )


@lru_cache(maxsize=1)
def _says_late(text: str) -> bool:
    """Whether a text has a word for the later half of the day."""
    return bool(_LATE.search(text))
