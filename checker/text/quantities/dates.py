"""Names of months and weekdays, and the stretches of a text that say a date.

The names are CLDR's with inflected forms learned from parallel text (``training/details/date_names.py``): a form that
ends in "-" is a stem, one that ends in "~" often says something else ("may", "mars"), one that ends in "." is an
abbreviation and counts only beside a number; "_" stands for a space.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from checker.model import Span
from checker.text.quantities.words import WordForm, tokens

DATA = Path(__file__).parents[1] / "data" / "date_names.json"
FORMS = {"months": 12, "weekdays": 7, "hours": 2}
"""Kinds of names and how many there are; weekdays begin with Monday, the hours are noon and midnight."""

_LONGEST_ENDING = 12
_SHORTEST_STEM = 3
"""Letters that a name's form may add to its stem, and that a stem has at least; chosen."""

_LONGEST_ELIDED = 4
"""Letters before an apostrophe that may stand for a word of its own: "d'octobre", "nell'agosto"; chosen."""

_PREFIXES = {"ar": ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف"), "he": tuple("והבלמכש")}
# Languages that write these names with a capital letter.
_CAPITALISED = frozenset({"en", "de"})
# Scripts without spaces: the names are looked for inside runs of letters.
_UNSPACED = frozenset({"th"})

_CJK_WEEKDAY = {
    "zh": re.compile("(?:星期|(?<!每)周|(?<!每)週|礼拜|禮拜)([一二三四五六日天])(?!天)"),
    "ja": re.compile("([月火水木金土日])曜|[(（]([月火水木金土日])[)）]"),
    "ko": re.compile("([월화수목금토일])요일"),
}
_CJK_DAYS = {
    day: number for days in ("一二三四五六日", "月火水木金土日", "월화수목금토일") for number, day in enumerate(days, 1)
} | {"天": 7}
_NUMERIC_MONTH = re.compile(r"(?<![\d.,])(1[0-2]|0?[1-9])\s?[月월](?!間)|[Tt]háng\s(1[0-2]|[1-9])(?!\d)")
_NUMERIC_DAY = re.compile(
    r"(?<![\d.,])([12]?[0-9]|3[01])\s?(?:[日号號]|일(?![가-힣]?간|째))(?![間间内內目游遊連连]|以[内內]|\s?(?:이내|만에|동안|연속))"
    # The first of two: "24~26일".
    r"|(?<![\d.,])([12]?[0-9]|3[01])(?=\s?[~〜～–-]\s?(?:[12]?[0-9]|3[01])\s?[일日])"
)
_MONTH_BEFORE = re.compile(r"[月월]\s?$")
_LONGEST_MONTH_BEFORE = 2
"""Characters before a day that may end its month: a bound of the search."""

_HAN_MONTH = re.compile("(?<![一二三四五六七八九十])(十[一二]?|[一二三四五六七八九])月")
_HAN_NUMBERS = {char: number for number, char in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}

_DAY_BEFORE = re.compile(
    r"\d{1,2}(?:st|nd|rd|th|er|re|da|[ºª°.])?(?:\s(?:of|de|di|d['’]|na))?[\s.]{0,2}$", re.IGNORECASE
)
_NUMBER_AFTER = re.compile(r"\.?,?\s?(?:de\s|del\s)?\d")
_ENGLISH_BEFORE = re.compile(
    r"\b(in|of|since|until|till|by|last|next|this|late|early|mid|from|between|through|during|each|every)[ -]$",
    re.IGNORECASE,
)
_ENGLISH_BEFORE_MAY = frozenset("in since until till last next late early mid during".split())


@dataclass(frozen=True, slots=True)
class DateName:
    """A ``month`` (1 to 12), ``weekday`` (1 is Monday) or ``hour`` (1 noon, 2 midnight) and where it is said.

    ``sure`` if it can hardly be another word.
    """

    span: Span
    kind: str
    number: int
    sure: bool


def date_names(text: str, language: str, said: Sequence[WordForm] | None = None) -> list[DateName]:
    """Months, weekdays, noon and midnight that ``text`` says in words, in order.

    ``language`` is a primary BCP 47 subtag; ``said`` are the text's ``tokens``, if they are at hand.
    """
    names = _names(language)
    found: Iterator[DateName]
    if language in _CJK_WEEKDAY:
        found = chain(_east_asian(text, language), _inside(text, names, "hour"))
    elif language in _UNSPACED:
        found = _inside(text, names)
    else:
        found = _spoken(text, language, names, tokens(text) if said is None else said)
    return sorted(found, key=lambda name: name.span)


def numeric_months(text: str) -> Iterator[tuple[Span, int]]:
    """Months that are numbered: "3月", "3월", "tháng 3"."""
    if "月" in text or "월" in text or "háng" in text:
        for match in _NUMERIC_MONTH.finditer(text):
            yield Span(*match.span()), int(match[1] or match[2])


def numeric_days(text: str, language: str) -> Iterator[tuple[Span, int]]:
    """Days of the month without a month, as East Asian news tells the day: "7日", "28일"; no "7日間"."""
    if language in _CJK_WEEKDAY:
        for match in _NUMERIC_DAY.finditer(text):
            if not _MONTH_BEFORE.search(text, max(match.start() - _LONGEST_MONTH_BEFORE, 0), match.start()):
                group = match.lastindex or 1
                yield Span(*match.span(group)), int(match[group])


def _east_asian(text: str, language: str) -> Iterator[DateName]:
    if language == "zh":
        for match in _HAN_MONTH.finditer(text):
            yield DateName(Span(*match.span()), "month", _HAN_NUMBERS[match[1]], False)
    for match in _CJK_WEEKDAY[language].finditer(text):
        day = next(filter(None, match.groups()))
        yield DateName(Span(*match.span()), "weekday", _CJK_DAYS[day], not match[0].startswith(("(", "（")))


def _spoken(text: str, language: str, names: _Names, said: Sequence[WordForm]) -> Iterator[DateName]:
    skip, last = False, len(said) - 1 if names.firsts else -1
    for k, (start, end, form) in enumerate(said):
        if skip:
            skip = False
            continue
        if language in _CAPITALISED and not (text[start].isupper() or form in names.small):
            continue
        found = None
        first = names.first_of(form) if k < last and said[k + 1].start - end <= 1 else None
        if first:
            found = names.forms.get(f"{first} {said[k + 1].form}")
            if found:
                end, skip = said[k + 1].end, True
        found = found or _meaning(form, language)
        if found is None:
            continue
        kind, number, certainty = found
        if not certainty:
            yield DateName(Span(start, end), kind, number, True)
            continue
        beside = _is_beside_number(text, start, end) or (language == "en" and _is_english_month(text, start, form))
        if beside or certainty != "." or text[end : end + 1] == ".":
            yield DateName(Span(start, end), kind, number, beside and kind == "month")


def _is_beside_number(text: str, start: int, end: int) -> bool:
    return bool(_DAY_BEFORE.search(text, max(0, start - 12), start) or _NUMBER_AFTER.match(text, end))


def _is_english_month(text: str, start: int, form: str) -> bool:
    """Whether words before "March" or "May" show that it is no verb, nor a person ("by May")."""
    before = _ENGLISH_BEFORE.search(text, max(0, start - 12), start)
    return bool(before and (form != "may" or before[1].lower() in _ENGLISH_BEFORE_MAY))


def _inside(text: str, names: _Names, only: str | None = None) -> Iterator[DateName]:
    for form, (kind, number, certainty) in names.forms.items():
        place = text.find(form) if certainty == "" and only in (None, kind) else -1
        while place >= 0:
            yield DateName(Span(place, place + len(form)), kind, number, len(form) >= _LONGEST_ENDING // 2)
            place = text.find(form, place + len(form))


@dataclass(frozen=True, slots=True)
class _Names:
    """Folded forms and stems of one language: kind, number and certainty ("", "~" or ".")."""

    language: str
    forms: dict[str, tuple[str, int, str]]
    stems: dict[str, tuple[str, int, str]]
    firsts: frozenset[str]
    small: frozenset[str]

    def first_of(self, word: str) -> str | None:
        """The first word of a name of two that ``word`` is, a preposition written together with it left out."""
        if word in self.firsts:
            return word
        for prefix in _PREFIXES.get(self.language, ()):
            if word.startswith(prefix) and word[len(prefix) :] in self.firsts:
                return word[len(prefix) :]
        return None

    def meaning(self, word: str) -> tuple[str, int, str] | None:
        for prefix in ("", *_PREFIXES.get(self.language, ())):
            found = self.forms.get(word.removeprefix(prefix)) if word.startswith(prefix) else None
            if found:
                return found
        before, elided, rest = word.partition("'")
        if elided and len(before) <= _LONGEST_ELIDED and rest in self.forms:
            return self.forms[rest]
        if self.stems:
            for length in range(len(word), max(len(word) - _LONGEST_ENDING, _SHORTEST_STEM) - 1, -1):
                found = self.stems.get(word[:length])
                if found:
                    return found
        return None


@lru_cache(maxsize=1 << 16)
def _meaning(word: str, language: str) -> tuple[str, int, str] | None:
    return _names(language).meaning(word)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = json.loads(DATA.read_text(encoding="utf-8"))
    return table


@cache
def _names(language: str) -> _Names:
    forms: dict[str, tuple[str, int, str]] = {}
    stems: dict[str, tuple[str, int, str]] = {}
    for kind, slots in _table().get(language, {}).items():
        for number, listed in enumerate(slots, 1):
            for entry in listed.split():
                form = entry.rstrip("-~.").replace("_", " ")
                certainty = entry[-1] if entry[-1] in "~." else ""
                if entry.rstrip("~").endswith("-"):
                    stems.setdefault(form, (kind.rstrip("s"), number, certainty))
                forms.setdefault(form, (kind.rstrip("s"), number, certainty))
    firsts = frozenset(form.partition(" ")[0] for form in forms if " " in form)
    small = frozenset(form for form, (kind, _, _) in forms.items() if kind == "hour")
    return _Names(language, forms, stems, firsts, small)
