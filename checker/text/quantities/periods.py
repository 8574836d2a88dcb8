"""Quarters and halves of a year: Q3, the third quarter, im dritten Quartal, le premier semestre, II квартал."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import chain

from checker.model import Span
from checker.text.quantities.record import Quantity
from checker.text.quantities.words import folded, lexicon

# By language, folded: what a quarter and a half of a year are called.
_NAMES: dict[str, tuple[str, str]] = {
    "en": ("quarter", r"half(?= of (?:the )?(?:year|\d{4}))"),
    "de": (r"(?:quartal\w{0,2}|vierteljahr)", r"(?:halbjahr\w{0,2}|jahreshalfte)"),
    "nl": ("kwartaal", "(?:helft van|halfjaar)"),
    "da": ("kvartal", "(?:halvar|halvdel af)"),
    "no": ("kvartal", "(?:halvar|halvdel av)"),
    "sv": ("kvartalet", "(?:halvaret|halvan av)"),
    "fr": ("trimestre", "semestre"),
    "es": ("trimestre", "(?:semestre|mitad de)"),
    "pt": ("trimestre", "(?:semestre|metade de)"),
    "it": ("trimestre", "(?:semestre|meta del)"),
    "ca": ("trimestre", "semestre"),
    "ro": (r"trimestru\w{0,2}", r"semestru\w{0,2}"),
    "pl": (r"kwarta\w{1,3}", r"(?:połroc\w{1,3}|połow\w{1,2})"),
    "cs": (r"(?:ctvrtlet\w{1,2}|kvartal\w?)", r"(?:pololet\w{1,2}|polovin\w{1,2})"),
    "sk": (r"(?:stvrtrok\w?|kvartal\w?)", r"(?:polrok\w?|polovic\w{1,2})"),
    "hr": (r"(?:tromjesecj\w|kvartal\w{0,2})", r"(?:polugodi\w{1,2}|polovic\w{1,2})"),
    "ru": (r"квартал\w{0,2}", r"(?:полугоди\w{1,2}|половин\w{1,2})"),
    "uk": (r"квартал\w{0,2}", r"(?:піврічч\w{1,2}|половин\w{1,2})"),
    "bg": (r"тримесечи\w{1,2}", r"(?:полугоди\w{1,2}|половин\w{1,2})"),
    "fi": (r"(?:neljannek\w{1,6}|kvartaali\w{0,3})", r"(?:vuosipuolisk\w{1,4}|puolisk\w{1,4})"),
    "et": (r"kvartal\w{0,2}", r"poolaasta\w?"),
    "hu": (r"negyedev\w{0,4}", r"felev\w{0,4}"),
    "tr": (r"ceyre(?:k|g)\w{0,4}", r"yari\w{0,4}"),
    "el": (r"τριμην\w{1,3}", r"εξαμην\w{1,3}"),
}
IN_YEAR = {"quarter": 4, "half": 2}
"""Quarters and halves of a year, by definition."""

_SHORT = re.compile(r"\b(?:Q([1-4])|([1-4])Q|H([12]))\b(?=[ ,.)]|$)")
# "Il Trecento" is the fourteenth century, the years from 1300 on.
_ITALIAN_HUNDREDS = ("due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")
_ITALIAN_CENTURY = re.compile(r"(?<=[ '’])(Due|Tre|Quattro|Cinque|Sei|Sette|Otto|Nove)cento\b(?! [A-Z])")
_FIRST_CENTURY = 13
"""The century that Italian calls "the two hundreds", by definition."""

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "і": 1, "іі": 2, "ііі": 3, "іv": 4}


def periods(text: str, language: str) -> Iterator[Quantity]:
    """Quarters and halves of a year that ``text`` names; they accuse in pairs, as months do."""
    for match in _SHORT.finditer(text):
        unit = "half" if match[3] else "quarter"
        yield _named(Span(*match.span()), int(match[1] or match[2] or match[3]), unit)
    if language == "it":
        for match in _ITALIAN_CENTURY.finditer(text):
            century = _ITALIAN_HUNDREDS.index(match[1].lower()) + _FIRST_CENTURY
            yield Quantity(Span(*match.span()), "number", (Decimal(century),), "century", spelled=True)
    low = folded(text)
    if language not in _NAMES or len(low) != len(text):
        return
    for unit, name, patterns in _patterns(language):
        # The name is found soon; a pattern is tried at each word before it.
        if not name.search(low):
            continue
        for match in chain.from_iterable(one.finditer(low) for one in patterns):
            number = _number(match[1], language)
            if number is not None and 1 <= number <= IN_YEAR[unit]:
                yield _named(Span(*match.span()), number, unit)


def _named(span: Span, number: int, unit: str) -> Quantity:
    return Quantity(span, "date", (Decimal(number),), unit, spelled=True)


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str], tuple[re.Pattern[str], ...]], ...]:
    """Units, their names, and what says them: the number before the name, and behind it ("trimestrul II")."""
    return tuple(
        (
            unit,
            re.compile(name),
            (
                re.compile(
                    rf"(?<!\w)(\d|[^\W\d_]{{1,14}})(?:st|nd|rd|th|er|e|o|º|-?[йгом]{{1,2}})?\.?[ -]{name}(?!\w)"
                ),
                re.compile(rf"(?<!\w){name} ([1-4]|i{{1,3}}|iv)(?!\w)"),
            ),
        )
        for unit, name in zip(IN_YEAR, _NAMES[language], strict=True)
    )


def _number(word: str, language: str) -> int | None:
    if word.isdigit():
        return int(word)
    if word in _ROMAN:
        return _ROMAN[word]
    found = lexicon(language).value(word)
    # A cardinal counts quarters: "three quarters of them".
    if found is None or found[0] % 1 or (found[1] and found[0] > 1 and language != "en"):
        return None
    return int(found[0])
