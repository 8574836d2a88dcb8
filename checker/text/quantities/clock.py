"""Times of day in words: half past three, halb vier, Viertel nach drei, eight in the evening, round the clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from checker.model import Span
from checker.text.quantities.record import Quantity
from checker.text.quantities.words import folded, lexicon

_HALF = 30
_QUARTER = 15
_HALF_DAY = Decimal(720)
_HOUR = Decimal(60)
_HOURS = 24
"""Minutes, and hours of a day, by definition."""

# By language: what is said around the hour (H), folded, and the minutes that it adds to the hour.
_SPOKEN: dict[str, tuple[tuple[str, int], ...]] = {
    "en": (
        ("half past H", _HALF),
        ("quarter past H", _QUARTER),
        ("quarter to H", -_QUARTER),
        ("H o'clock", 0),
        ("H at night", 0),
    ),
    "de": (
        ("halb H", -_HALF),
        ("viertel nach H", _QUARTER),
        ("viertel vor H", -_QUARTER),
        ("dreiviertel H", -_QUARTER),
        ("H uhr", 0),
    ),
    "nl": (("half H", -_HALF), ("kwart over H", _QUARTER), ("kwart voor H", -_QUARTER)),
    "da": (("halv H", -_HALF), ("kvart over H", _QUARTER), ("kvart i H", -_QUARTER), ("klokken H", 0)),
    "no": (("halv H", -_HALF), ("kvart over H", _QUARTER), ("kvart pa H", -_QUARTER), ("klokka H", 0)),
    "sv": (("halv H", -_HALF), ("kvart over H", _QUARTER), ("kvart i H", -_QUARTER), ("klockan H", 0)),
    "cs": (("pul H", -_HALF), ("ctvrt na H", -45), ("tri ?ctvrte na H", -_QUARTER)),
    "sk": (("pol H", -_HALF), ("stvrt na H", -45), ("tri ?stvrte na H", -_QUARTER)),
    "sl": (("pol H", -_HALF),),
    "pl": (("wpoł do H", -_HALF), ("kwadrans po H", _QUARTER), ("za kwadrans H", -_QUARTER)),
    "hu": (("fel H", -_HALF), ("negyed H", -45), ("haromnegyed H", -_QUARTER)),
    "fi": (("puoli H", -_HALF), ("varttia yli H", _QUARTER), ("varttia vaille H", -_QUARTER)),
    "et": (("pool H", -_HALF),),
    "ru": (("половин[аеу] H", -_HALF), ("пол-?H", -_HALF), ("четверть H", -45), ("без четверти H", -_QUARTER)),
    "uk": (("пів на H", -_HALF), ("половин[аі] H", -_HALF), ("чверть на H", -45), ("за чверть H", -_QUARTER)),
    "id": (("setengah H", -_HALF),),
    "fr": (
        ("midi et demie?", 750),
        ("minuit et demie?", 30),
        ("H heures? et demi", _HALF),
        ("H heures? et demie", _HALF),
        ("H heures? et quart", _QUARTER),
        ("H heures? moins le quart", -_QUARTER),
    ),
    "es": (("las? H y media", _HALF), ("las? H y cuarto", _QUARTER), ("las? H menos cuarto", -_QUARTER)),
    "pt": (
        ("as H e meia", _HALF),
        ("as H e um quarto", _QUARTER),
        ("um quarto para as H", -_QUARTER),
        ("as H horas", 0),
    ),
    "it": (
        ("(?:al|dal)?le H e mezz[ao]", _HALF),
        ("(?:al|dal)?le H e un quarto", _QUARTER),
        ("(?:al|dal)?le H meno un quarto", -_QUARTER),
    ),
    "ro": (
        ("ora H si jumatate", _HALF),
        ("H si jumatate", _HALF),
        ("(?:ora|la) H si un sfert", _QUARTER),
        ("(?:ora|la) H fara un sfert", -_QUARTER),
        ("ora H", 0),
    ),
    "hr": (("pola H", -_HALF), ("H i pol", _HALF)),
    "tr": (("H bucuk(?:ta)?", _HALF),),
    "el": (("H και μιση", _HALF), ("H και τεταρτο", _QUARTER), ("H παρα τεταρτο", -_QUARTER)),
    "bg": (("H и половина", _HALF),),
}
# By language: minutes (M) after and before the hour (H), folded, behind what shows that a time is said.
_PAST_AND_TO: dict[str, tuple[str, str]] = {
    "en": ("M (?:minutes )?past H", "(?:at|by|until|till|before|after|around) M (?:minutes )?to H"),
    "de": ("(?:um|gegen|bis|ab|seit) M nach H", "(?:um|gegen|bis|ab|seit) M vor H"),
    "nl": ("(?:om|tot|rond|vanaf) M over H", "(?:om|tot|rond|vanaf) M voor H"),
    "sv": ("(?:klockan|kl|till) M over H", "(?:klockan|kl|till) M i H"),
    "fr": ("H heures? M", "H heures? moins M"),
    "es": ("las? H y M", "las? H menos M"),
    "it": ("(?:al|dal)?le H e M", "(?:al|dal)?le H meno M"),
    "ro": ("(?:ora|la) H si M", "(?:ora|la) H fara M"),
}
_MINUTES = frozenset((5, 10, 20, 25))
"""Minutes that are told before and after an hour; chosen."""

# By language: what follows the hour (H), folded, before noon and after it.
_OF_DAY: dict[str, tuple[str, str]] = {
    "en": ("in the morning", "in the (?:afternoon|evening)"),
    "de": ("uhr (?:morgens|fruh|am morgen)", "uhr (?:nachmittags|abends|am (?:nachmittag|abend))"),
    "nl": ("uur '?s (?:ochtends|morgens)", "uur '?s (?:middags|avonds)"),
    "da": ("om morgenen", "om (?:eftermiddagen|aftenen)"),
    "no": ("om morgenen", "om (?:ettermiddagen|kvelden)"),
    "sv": ("pa morgonen", "pa (?:eftermiddagen|kvallen)"),
    "fr": ("heures? du matin", "heures? (?:du soir|de l'apres-midi)"),
    "es": ("de la manana", "de la (?:tarde|noche)"),
    "pt": ("(?:horas )?da manha", "(?:horas )?da tarde"),
    "it": ("(?:di mattina|del mattino|della mattina)", "(?:di sera|della sera|del pomeriggio)"),
    "ro": ("dimineata", "(?:seara|dupa-amiaza)"),
    "pl": ("(?:rano|nad ranem)", "(?:wieczorem|po południu)"),
    "cs": ("(?:hodin )?rano", "(?:hodin )?(?:vecer|odpoledne)"),
    "sk": ("(?:hodin )?rano", "(?:hodin )?(?:vecer|popoludni)"),
    "hr": ("(?:sati )?ujutro", "(?:sati )?(?:navecer|poslijepodne)"),
    "ru": ("(?:часов )?утра", "(?:час(?:а|ов) )?(?:вечера|дня)"),
    "uk": ("(?:годин[аиі] )?ранку", "(?:годин[аиі] )?(?:вечора|дня)"),
    "bg": ("(?:часа )?сутринта", "(?:часа )?(?:вечерта|следобед)"),
    "el": ("το πρωι", "το (?:απογευμα|βραδυ)"),
}
# What a pattern can do without, and the letters of a word.
_OPTIONAL = re.compile(r"\[[^]]*\]|\([^)]*\)|.\?")
_LETTERS = re.compile(r"[^\W\d_A-Z]+")
_WORD_OF_HOUR = r"(?P<hour>\d{1,2}|[^\W\d_]{2,20}(?:-[^\W\d_]{2,12})?)"
_WORD_OF_MINUTES = r"(?P<minutes>[^\W\d_]{2,20}(?:-[^\W\d_]{2,12})?)"
_EAST_ASIAN = re.compile("([0-9]{1,2}|[一二三四五六七八九]|十[一二]?)[点點時시] ?(?:半|반)")
_HAN = {char: number for number, char in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}

_AT = {"hu": "kor"}
"""What is written together with an hour to say "at"."""

_ROUND_THE_CLOCK = tuple(
    "round the clock|round-the-clock|rund um die uhr|jour et nuit|de klok rond|dag en nacht|las 24 horas|24/7|24 hours a day"
    "|круглосуточн|цілодобов|денонощн|całodobow|przez całą dobę|nepřetržit|nonstop|non-stop|non stop|dygnet runt|døgnet rundt"
    "|døgnåben|vuorokauden ympäri|ympäri vuorokauden|éjjel-nappal|24 ore su 24|24h/24|24 h/24|7 gün 24 saat|7/24"
    "|على مدار الساعة|全天候|24時間|昼夜|연중무휴|24시간|24 jam".split("|")
)
_ALWAYS = (Decimal(24), Decimal(7), Decimal(365))
"""Hours of a day, days of a week and of a year, by definition."""


def clock_times(text: str, language: str) -> Iterator[Quantity]:
    """Times of day that ``text`` says in words, of both halves of the day unless the half is said too."""
    low = folded(text)
    found = list(_in_ways(low, language)) if len(low) == len(text) else []
    surely = [one.span for one in found if len(one.readings) == 1]
    for one in found:
        if len(one.readings) == 1 or not any(
            one.span.start < span.end and span.start < one.span.end for span in surely
        ):
            yield one
    if language in ("zh", "ja", "ko"):
        for match in _EAST_ASIAN.finditer(text):
            yield _time(Span(*match.span()), (_HAN.get(match[1]) or int(match[1])) * 60 + _HALF)


def _in_ways(low: str, language: str) -> Iterator[Quantity]:
    for way in _ways(language):
        if way.key in low:
            for match in way.pattern.finditer(low):
                hour = _hour(match["hour"], language) if "hour" in way.pattern.groupindex else 0
                if hour is not None:
                    yield _time(Span(*match.span()), hour * 60 + way.minutes, way.is_late)
    for way in _minute_ways(language):
        if way.key in low:
            for match in way.pattern.finditer(low):
                hour, minutes = _hour(match["hour"], language), _hour(match["minutes"], language)
                if hour is not None and minutes in _MINUTES:
                    yield _time(Span(*match.span()), hour * 60 + way.minutes * (minutes or 0))


def always(text: str) -> Iterator[Quantity]:
    """Round the clock, which says 24 hours and seven days."""
    low = text.lower()
    for phrase in _ROUND_THE_CLOCK:
        place = low.find(phrase)
        if place >= 0 and place + len(phrase) <= len(text):
            yield Quantity(Span(place, place + len(phrase)), "number", _ALWAYS, spelled=True, exact=False)


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


@cache
def _ways(language: str) -> tuple[_Way, ...]:
    halves = _OF_DAY.get(language, ())
    return (
        *(_way(f"H {half}", 0, bool(late)) for late, half in enumerate(halves)),
        *(_way(spoken, minutes, None) for spoken, minutes in _SPOKEN.get(language, ())),
    )


@cache
def _minute_ways(language: str) -> tuple[_Way, ...]:
    """What says minutes past an hour, and to it: 1 or -1 for ``minutes``, by which those that are said count."""
    return tuple(
        _way(spoken, sign, None) for spoken, sign in zip(_PAST_AND_TO.get(language, ()), (1, -1), strict=False)
    )


def _way(spoken: str, minutes: int, is_late: bool | None) -> _Way:
    key = max(_LETTERS.findall(_OPTIONAL.sub(" ", spoken)), key=len, default="")
    pattern = spoken.replace("M", _WORD_OF_MINUTES, 1).replace("H", _WORD_OF_HOUR, 1)
    return _Way(key, re.compile(rf"(?<!\w){pattern}(?!\w)"), minutes, is_late)


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
