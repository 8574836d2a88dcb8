"""What stands around a number: the unit, currency or percent word, and words that round it."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.text.quantities.units import (
    CUBIC,
    CURRENCY_WORDS,
    PER_HOUR,
    PERCENT_BEFORE,
    PERCENT_WORDS,
    SQUARED,
    TEMPERATURES,
    UNIT_WORDS,
)
from checker.text.quantities.words import WORD, folded

SPACES = "\u0020\u00a0\u2009\u202f"
_GAP = re.compile(rf"[{SPACES}]?-?")
# "5 millions d'euros", "5 miliardi di dollari", "20 de lei".
_OF = frozenset({"de", "di"})
_DEGREES = re.compile(r"°\s?[CF]\b|[℃℉]", re.IGNORECASE)
# What says in other languages that a unit is squared, before it or behind it, and that it is cubed.
_SQUARED_AFTER = tuple(
    folded(stem)
    for stem in "carré cuadrad quadrat quadrad pătraț kwadratow čtverečn štvorcov kvadratn квадратн τετραγωνικ"
    " kvadratin kvadrāt squared koadro katror vuông persegi مربع רבוע מרובע वर्ग বর্গ քառակուս კვადრატ".split()
)
_CUBED_AFTER = tuple(
    folded(stem)
    for stem in "cube cubo cúbic cubic cubi sześcienn krychlov kubičn kubick кубич кубичес κυβικ"
    " kubin kubik kubisk cubed مكعب مکعب מעוקב घन խորանարդ კუბურ".split()
)
_RAISED = _SQUARED_AFTER + _CUBED_AFTER
_POWERS = {"2": SQUARED, "²": SQUARED, "3": CUBIC, "³": CUBIC}
_SQUARE = frozenset(("square", "sq"))
_CUBIC = frozenset(("cubic", "cu"))
# A power behind a unit, as it is or raised in a page: "m²", "km2", "km<sup>2</sup>".
_RAISED_MARK = re.compile(r"(?:<sup>\s?)?([23²³])(?![^\W_])")
_PER_HOUR = re.compile(
    r"/(?:h|t|u|ч|год)\b|\s(?:per|an|pro|par|por|all['’]|na|в|на|per|i|za|pe)\s?"
    r"(?:hour|stunde|heure|hora|ora|godzinę|час|годину|timmen|timen|uur|hodinu|oră)",
    re.IGNORECASE,
)
_PERCENT_PAIRS = frozenset(
    tuple(folded(pair).split("_"))
    for pair in "per_cent pour_cent por_ciento por_cento per_cento na_sto на_сто phần_trăm"
    " τοις_εκατό επί_τοις στα_εκατό τα_εκατό في_المائة في_المئة la_sută".split()
)
_LONGEST_PERCENT = 16
"""Letters before a word in which the first of two that say percent is looked for: a bound of the search."""


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
    if word in _SQUARE or word in _CUBIC:
        return (SQUARED if word in _SQUARE else CUBIC).get(unit_named(following) or "")
    unit = unit_named(word)
    mark = _RAISED_MARK.match(text, first.end())
    power = _POWERS[mark[1]] if mark else None
    if unit in SQUARED and power is not None:
        return power.get(unit)
    if unit in SQUARED and following.startswith(_RAISED):
        return (CUBIC if following.startswith(_CUBED_AFTER) else SQUARED).get(unit)
    if word.startswith(_RAISED):
        return (CUBIC if word.startswith(_CUBED_AFTER) else SQUARED).get(unit_named(following) or "")
    if unit in PER_HOUR and _PER_HOUR.match(text, first.end()):
        return PER_HOUR[unit]
    if text[first.end() : first.end() + 1] == "/":
        return None
    scale = unit_named(following) if unit == "°" else None
    return scale if scale in TEMPERATURES else unit


def says_percent(text: str, start: int, end: int) -> bool:
    """Whether the word there is the last of two that say percent, and no number: the hundred of "pour cent"."""
    before = WORD.findall(text, max(start - _LONGEST_PERCENT, 0), start)
    return bool(before) and (folded(before[-1]), folded(text[start:end])) in _PERCENT_PAIRS


def is_percent_before(text: str, start: int) -> bool:
    """Whether what stands before a number says that it is a percentage, as in Turkish "yüzde üç"."""
    return folded(text[max(start - _LONGEST_PERCENT, 0) : start].rstrip()).endswith(PERCENT_BEFORE)


def hedge(text: str, start: int, end: int) -> str:
    """What is said to round the number there: "+" for more than it, "-" for less, "~" for about, "" for nothing."""
    before = text[max(start - _LONGEST_HEDGE, 0) : start]
    for mark, words in _HEDGES:
        if words.search(before):
            return mark
    return "+" if _MORE_AFTER.match(text, end) else ""


def gap_end(text: str, place: int) -> int:
    """``place``, moved over one space and one hyphen, if they are there."""
    gap = _GAP.match(text, place)
    return gap.end() if gap else place


@lru_cache(maxsize=1 << 14)
def unit_named(word: str) -> str | None:
    """The unit that ``word`` (folded) names."""
    unit = _WORDS.get(word)
    if unit is None and word and word[0] >= _EAST_ASIAN and not word.startswith(_NO_UNITS):
        return next((_WORDS[word[:k]] for k in range(_LONGEST_UNSPACED, 0, -1) if word[:k] in _RUNS), None)
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
_EAST_ASIAN = "\u3040"
_LONGEST_UNSPACED = max(len(word) for word in _WORDS if word >= _EAST_ASIAN)
_RUNS = frozenset(word for word in _WORDS if word >= _EAST_ASIAN and (len(word) > 1 or word in "米円"))
"""Names of units in scripts without spaces, behind which another word may begin."""
_NO_UNITS = ("米国", "米軍", "米兵", "米ドル", "円安", "円高")

_LONGEST_HEDGE = 28
"""Code points before a number in which a word that rounds it is looked for; chosen."""

_BETWEEN = r"(?:\s(?:a|an|the|de|di|en|o|un|uma|than))?[\s$€£]*$"
_MORE = (
    "more than|over|above|at least|upwards of|mehr als|über|ueber|gut|mindestens|plus de|au moins|más de|al menos|più di|oltre"
    "|almeno|mais de|pelo menos|peste|mai mult de|ponad|więcej niż|více než|přes|viac ako|cez|více|više od|preko|več kot|čez"
    "|более|больше|свыше|понад|більше|більш ніж|над|повече от|meer dan|ruim|över|drygt|mer än|over|mere end|mer enn|yli|több mint|üle"
    "|πάνω από|περισσότερ\\w* από|أكثر من|بیش از|超过|超過|逾|lebih dari|hơn|vairāk nekā|daugiau nei|daugiau kaip"
)
_LESS = (
    "less than|almost|nearly|under|just short of|fast|knapp|beinahe|weniger als|près de|presque|moins de|casi|menos de|quasi|meno di"
    "|quase|aproape|mai puțin de|prawie|niemal|mniej niż|téměř|skoro|takmer|gotovo|почти|менее|майже|менш ніж|bijna|minder dan"
    "|nästan|knappt|næsten|nesten|lähes|vajaa|alle|majdnem|közel|peaaegu|σχεδόν|neredeyse|ما يقرب من|حوالي|近|将近|hampir|gần|gandrīz|beveik"
)
_ABOUT = (
    "about|around|some|roughly|approximately|or so|etwa|rund|circa|ca\\.|ungefähr|environ|quelque|unos|unas|alrededor de|cerca de"
    "|aproximadamente|aproximativ|circa|około|asi|přibližně|kolem|около|примерно|приблизно|близько|ongeveer|zo['’]n|ungefär|omkring"
    "|cirka|noin|körülbelül|mintegy|περίπου|yaklaşık|sekitar|khoảng|约|約|大约|およそ|약|наближно|umbes|aptuveni|maždaug|okoli|oko"
)
_HEDGES = tuple(
    (mark, re.compile(rf"(?:{words}){_BETWEEN}", re.IGNORECASE))
    for mark, words in (
        ("+", rf"\b(?:{_MORE})|超过|超過|逾"),
        ("-", rf"\b(?:{_LESS})|近|将近"),
        ("~", rf"\b(?:{_ABOUT})|约|約|大约|およそ|약"),
    )
)
_MORE_AFTER = re.compile(
    r"\+|\s?(?:多|余|餘|以上)|\s?이상|\s(?:or more|oder mehr|ou plus|o más|ou mais|o più|и более|або більше)\b|['’](?:den|dan|ten|tan) fazla"
    r"|-?n[áé]l több| से (?:अधिक|ज्यादा)"
)
