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

# By language: what is said of an hour (H), folded, before noon and after it; behind the hour where it does not say where.
_OF_DAY: dict[str, tuple[str, str]] = {
    "en": ("in the morning", "in the (?:afternoon|evening)"),
    "de": (
        "uhr (?:morgens|fruh|am morgen|vormittags|am vormittag)",
        "uhr (?:nachmittags|abends|am (?:nachmittag|abend))",
    ),
    "nl": ("uur '?s (?:ochtends|morgens)", "uur '?s (?:middags|avonds)"),
    "da": ("om (?:morgenen|formiddagen)", "om (?:eftermiddagen|aftenen)"),
    "no": ("om (?:morgenen|formiddagen)", "om (?:ettermiddagen|kvelden)"),
    "sv": ("pa (?:morgonen|formiddagen)", "pa (?:eftermiddagen|kvallen)"),
    "fr": ("heures? du matin", "heures? (?:du soir|de l'apres-midi)"),
    "es": ("de la (?:manana|madrugada)", "de la (?:tarde|noche)"),
    "ca": ("(?:del mati|de la matinada)", "(?:de la tarda|del vespre|de la nit)"),
    "pt": ("(?:horas )?da (?:manha|madrugada)", "(?:horas )?da (?:tarde|noite)"),
    "it": ("(?:di mattina|del mattino|della mattina)", "(?:di sera|della sera|del pomeriggio)"),
    "ro": ("dimineata", "(?:seara|dupa-amiaza|dupa-masa)"),
    "pl": ("(?:rano|nad ranem)", "(?:wieczorem|po południu)"),
    "cs": ("(?:hodin[uy]? )?(?:rano|dopoledne)", "(?:hodin[uy]? )?(?:vecer|odpoledne)"),
    "sk": ("(?:hodin[uy]? )?(?:rano|dopoludnia)", "(?:hodin[uy]? )?(?:vecer|popoludni)"),
    "sl": ("(?:uri )?(?:zjutraj|dopoldne)", "(?:uri )?(?:zvecer|popoldne)"),
    "hr": ("(?:sati )?(?:ujutro|prijepodne)", "(?:sati )?(?:navecer|poslijepodne|popodne)"),
    "sr": ("(?:sati |сати )?(?:ujutru|ujutro|ујутру|ујутро)", "(?:sati |сати )?(?:uvece|popodne|увече|поподне)"),
    "ru": ("(?:час(?:а|ов) )?утра", "(?:час(?:а|ов) )?(?:вечера|дня)"),
    "uk": ("(?:годин[аиі] )?ранку", "(?:годин[аиі] )?(?:вечора|дня)"),
    "bg": ("(?:часа )?сутринта", "(?:часа )?(?:вечерта|следобед)"),
    "el": ("το πρωι", "το (?:απογευμα|βραδυ)"),
    "hu": (
        "(?:reggel|delelott) H(?<=kor) / (?:reggel|delelott) H-(?:kor|ra|re|ig|tol) / (?:reggel|delelott) H ora(?:kor|ra|ig|tol)",
        "(?:este|delutan) H(?<=kor) / (?:este|delutan) H-(?:kor|ra|re|ig|tol) / (?:este|delutan) H ora(?:kor|ra|ig|tol)",
    ),
    "fi": (
        "(?:aamulla|aamupaivalla) kello H / H(?<=lta) aamulla / kello H aamulla",
        "(?:illalla|iltapaivalla) kello H / H(?<=lta) illalla / kello H illalla",
    ),
    "et": ("hommikul kell H / kell H hommikul", "(?:ohtul|parastlounal) kell H / kell H ohtul"),
    "lv": ("H no rita", "H (?:vakara|pecpusdiena)"),
    "lt": ("H (?:valanda )?ryto", "H (?:valanda )?vakaro"),
    "tr": (
        "(?:sabah|sabahleyin) saat H / (?:sabah|sabahleyin) H['’]?[dt][ea]",
        "(?:aksam|ogleden sonra) saat H / (?:aksam|ogleden sonra) H['’]?[dt][ea]",
    ),
    "vi": ("H gio sang", "H gio (?:chieu|toi)"),
    "id": ("(?:pukul|jam) H pagi", "(?:pukul|jam) H sore"),
    "hi": ("सुबह H बजे", "(?:शाम|दोपहर) H बजे"),
    "ar": ("H صباحا", "H مساء"),
    "fa": ("H صبح", "H (?:عصر|بعدازظهر)"),
    "he": ("H בבוקר", "H (?:בערב|אחר הצהריים|אחהצ)"),
}
# The same at night, which is before midnight from the sixth hour on.
_AT_NIGHT: dict[str, str] = {
    "en": "H at night",
    "de": "H uhr (?:nachts|in der nacht)",
    "nl": "H uur '?s nachts",
    "da": "H om natten",
    "no": "H om natten",
    "sv": "H pa natten",
    "it": "H di notte",
    "pl": "H w nocy",
    "cs": "H (?:hodin[uy]? )?v noci",
    "sk": "H (?:hodin[uy]? )?v noci",
    "ro": "H noaptea",
    "ru": "H (?:час(?:а|ов) )?ночи",
    "uk": "H (?:годин[аиі] )?ночі",
    "hu": "ejjel H(?<=kor) / ejjel H-(?:kor|ra|re|ig|tol) / ejjel H ora(?:kor|ra|ig|tol)",
    "tr": "gece saat H / gece H['’]?[dt][ea]",
    "vi": "H gio đem",
    "id": "(?:pukul|jam) H malam",
    "hi": "रात H बजे",
    "fa": "H شب",
}
_EVENING, _MIDNIGHT = 6, 12
"""Hours from which and before which what is at night is before midnight; chosen."""

_OR = " / "
"""Between two ways to say one thing."""

# What a pattern can do without, and the letters of a word.
_OPTIONAL = re.compile(r"\[[^]]*\]|\([^)]*\)|.\?")
_LETTERS = re.compile(r"[^\W\d_A-Z]+")
_WORD_OF_HOUR = r"(?P<hour>\d{1,2}|[^\W\d_]{2,20}(?:-[^\W\d_]{2,12})?)"
_WORD_OF_MINUTES = r"(?P<minutes>[^\W\d_]{2,20}(?:-[^\W\d_]{2,12})?)"
_EAST_ASIAN = re.compile("([0-9]{1,2}|[一二三四五六七八九]|十[一二]?)[点點時시] ?(?:半|반)")
_EAST_ASIAN_HALF = re.compile(
    "(?:(上午|早上|早晨|清晨|凌晨|午前|朝の?|明け方の?|오전|새벽|아침)|(下午|晚上|傍晚|午後|夕方の?|夜の?|오후|저녁|밤)) ?"
    "([0-9]{1,2}|[一二三四五六七八九]|十[一二]?|열(?: ?[한두])?|한|두|세|네|다섯|여섯|일곱|여덟|아홉) ?"
    "[点點时時시](?![间間간0-9])(?! ?[0-9半반])"
)
_HAN = {char: number for number, char in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_HANGUL = {word: number for number, word in enumerate("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두".split(), 1)}

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
        for match in _EAST_ASIAN_HALF.finditer(text):
            word = match[3].replace(" ", "")
            hour = _HAN.get(word) or _HANGUL.get(word) or int(word)
            if hour <= _MIDNIGHT:
                yield _time(Span(*match.span(3)), hour * 60, match[2] is not None)


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
    is_night: bool


@cache
def _ways(language: str) -> tuple[_Way, ...]:
    halves = _OF_DAY.get(language, ())
    return (
        *(
            _way(said if "H" in said else f"H {said}", 0, bool(late))
            for late, half in enumerate(halves)
            for said in half.split(_OR)
        ),
        *(_way(said, 0, None, is_night=True) for said in filter(None, _AT_NIGHT.get(language, "").split(_OR))),
        *(_way(spoken, minutes, None) for spoken, minutes in _SPOKEN.get(language, ())),
    )


@cache
def _minute_ways(language: str) -> tuple[_Way, ...]:
    """What says minutes past an hour, and to it: 1 or -1 for ``minutes``, by which those that are said count."""
    return tuple(
        _way(spoken, sign, None) for spoken, sign in zip(_PAST_AND_TO.get(language, ()), (1, -1), strict=False)
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
