"""Builds ``checker/text/data/date_names.json``: names of months and weekdays, with what endings they take.

    python -m training.details.date_names CORPORA [--output FILE]

The names are CLDR's, read through babel.  What people add to them is learned from parallel text: a stem stays
if the words that begin with it stand where the English says that month or day; where it does not, its
inflected forms stay that do.  A form that often stands for something else ("may", "mars", "segunda") is marked
as doubtful.  The same corpora give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from babel import Locale, localedata

from checker.text.quantities.dates import DATA, FORMS
from checker.text.quantities.words import folded, tokens
from training.corpora import read
from training.details.date_forms import DOUBTFUL, ENGLISH, HOURS, MORE

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
LANGUAGES = (
    "af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka ko lt lv mk"
    " ms mt nb nl pl pt ro ru sk sl sq sr sv sw ta th tl tr uk ur vi zh"
).split()
REGIONS = {
    "ar": ("ar_SY", "ar_DZ", "ar_MA", "ar_EG"),
    "de": ("de_AT",),
    "pt": ("pt_PT",),
    "es": ("es_MX",),
    "it": ("it_CH",),
    "sr": ("sr_Latn",),
    "bs": ("bs_Cyrl",),
    "tl": ("fil",),
}
CODES = {"nb": "no", "fil": "tl"}
"""The project's codes where CLDR's differ."""

SUFFIXING = frozenset(
    "af az be bg bs ca cs da de el es et eu fi ga gl hr hu hy is it ka lt lv mk nb nl pl pt ro ru sk sl sq sr sv tr"
    " uk".split()
)
"""Languages whose names of months and days take endings or are written together with other words."""

ENDINGS = re.compile("[aeiouyаеёиоуыэюяьйіїєαεηιουωაეიოუ]+$|(?:us|is|as|os|ις|ης|ος|ας|ιος|ιου)$")
FLEETING = re.compile(r"([^aeiouаеиоу])[aeаеъ]([rklрк])$")
"""A vowel that goes when an ending comes: "septembar", "septembra"; "petek", "petka"."""

SURE, LONG_SURE, SEEN = 0.8, 0.6, 3
"""Share of a form's uses at which it is sure, the same for one of ``UNSEEN_STEM`` letters (a translation may leave the
day out), and how often it must have been seen to judge it."""

LEAST_STEM, UNSEEN_STEM = 3, 5
"""Letters of a stem that the corpora vouch for, and of one that they do not show."""

_DAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")s?\b")
_MONTH = re.compile(r"\b(" + "|".join(f"{name}|{name[:3]}(?=[. ])" for name in MONTHS) + r")\b")
_NUMBER = re.compile(r"(?<!\d)0?([1-9]|1[0-2])(?!\d)")

_SHORT = {name[:3]: number for number, name in enumerate(MONTHS)}

Slot = tuple[str, int]
"""``months`` or ``weekdays``, and which of them, from 0."""


def cldr_forms(language: str) -> Iterator[tuple[Slot, str, bool]]:
    """Slot, form (folded, words joined with a space) and whether it is an abbreviation."""
    for tag in (language, *REGIONS.get(language, ())):
        # Names that one locale borrows from the root end up in the next one's otherwise.
        localedata._cache.clear()
        locale = Locale.parse(tag)
        for kind, names, first in (("months", locale.months, 1), ("weekdays", locale.days, 0)):
            for context in ("format", "stand-alone"):
                for width in ("wide", "abbreviated"):
                    if width == "abbreviated" and kind == "weekdays":
                        continue
                    for number, name in names[context][width].items():
                        form = " ".join(token.form for token in tokens(name))
                        if form and not re.search(r"\d", name):
                            yield (kind, number - first), form, width == "abbreviated"


def english_slots(text: str) -> set[Slot]:
    """Months and weekdays that an English text says, a month perhaps as a number."""
    found: set[Slot] = {("weekdays", WEEKDAYS.index(match[1])) for match in _DAY.finditer(text)}
    found |= {("months", _SHORT[match[1][:3]]) for match in _MONTH.finditer(text)}
    return found | {("months", int(match[1]) - 1) for match in _NUMBER.finditer(text)}


def build(corpora: Path, language: str) -> dict[str, list[str]]:
    """Forms of each month and weekday, by kind."""
    if language == "en":
        return {kind: forms.split("|") for kind, forms in ENGLISH.items()} | {"hours": HOURS["en"].split("|")}
    code = CODES.get(language, language)
    full: dict[str, Slot] = {}
    short: dict[str, Slot] = {}
    for slot, form, is_short in cldr_forms(language):
        (short if is_short else full).setdefault(form, slot)
    stems: dict[str, set[Slot]] = defaultdict(set)
    if language in SUFFIXING:
        for form, slot in full.items():
            if " " in form:
                continue
            for stem in (form, ENDINGS.sub("", form), FLEETING.sub(r"\1\2", form)):
                if len(stem) >= LEAST_STEM:
                    stems[stem].add(slot)
    of_one = {stem: next(iter(of)) for stem, of in stems.items() if len(of) == 1}
    return _chosen(language, full, short, of_one, _seen(corpora, code, full, of_one))


Seen = dict[str, Counter[bool]]


def _seen(corpora: Path, code: str, full: dict[str, Slot], stems: dict[str, Slot]) -> Seen:
    """For each form or word with a stem how often the English says the same, and how often not."""
    seen: Seen = defaultdict(Counter)
    for pair in read(corpora, "sentences", code):
        said: set[Slot] | None = None
        words = [token.form for token in tokens(pair.translation)]
        twos = [f"{one} {two}" for one, two in pairwise(words)]
        for form in (*words, *(form for form in twos if form in full)):
            slot = full.get(form) or stems.get(_stem(form, stems) or "")
            if slot is not None:
                said = english_slots(pair.english) if said is None else said
                seen[form][slot in said] += 1
    return seen


def _stem(word: str, stems: dict[str, Slot]) -> str | None:
    return next((word[:n] for n in range(len(word), LEAST_STEM - 1, -1) if word[:n] in stems), None)


def _chosen(
    language: str, full: dict[str, Slot], short: dict[str, Slot], stems: dict[str, Slot], seen: Seen
) -> dict[str, list[str]]:
    kept: dict[Slot, set[str]] = defaultdict(set)
    by_stem: dict[str, Counter[bool]] = defaultdict(Counter)
    for form, counts in seen.items():
        stem = _stem(form, stems)
        if stem and form not in full:
            by_stem[stem].update(counts)
    for stem, slot in stems.items():
        counts = by_stem[stem]
        total = counts.total()
        if _is_sure(stem, counts) if total >= SEEN else len(stem) >= UNSEEN_STEM:
            kept[slot].add(f"{stem}-")
    for form, slot in full.items():
        counts = seen.get(form, Counter())
        doubtful = counts.total() >= SEEN and not _is_sure(form, counts)
        kept[slot].add(f"{form}~" if doubtful else form)
    for form, counts in seen.items():
        stem = _stem(form, stems)
        if stem and form not in full and counts.total() >= SEEN and _is_sure(form, counts):
            kept[stems[stem]].add(form)
    for place, forms in MORE.get(language, {}).items():
        kind, _, number = place.partition("-")
        kept[kind, int(number) - 1].update(forms.split())
    for form, slot in short.items():
        if form not in full:
            kept[slot].add(f"{form}.")
    hours = [_hour_forms(forms) for forms in HOURS.get(CODES.get(language, language), "").split("|") if forms]
    return {"hours": hours} | {
        kind: [
            " ".join(_marked(form.replace(" ", "_"), language) for form in _needed(kept[kind, n])) for n in range(count)
        ]
        for kind, count in FORMS.items()
        if kind != "hours"
    }


def _hour_forms(forms: str) -> str:
    return " ".join(f"{folded(form.rstrip('-'))}{'-' * form.endswith('-')}" for form in forms.split())


def _is_sure(form: str, counts: Counter[bool]) -> bool:
    return counts[True] / max(counts.total(), 1) >= (LONG_SURE if len(form) >= UNSEEN_STEM else SURE)


def _marked(form: str, language: str) -> str:
    doubtful = form.startswith(tuple(DOUBTFUL.get(language, "-").split())) and form[-1] not in "~."
    return f"{form}~" if doubtful else form


def _needed(forms: set[str]) -> list[str]:
    """Forms in order, without those that a stem covers."""
    stems = [form[:-1] for form in forms if form.endswith("-")]
    return sorted(
        form
        for form in forms
        if not any(form.startswith(stem) and form != f"{stem}-" and form[-1] not in "~." for stem in stems)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--output", type=Path, default=DATA)
    arguments = parser.parse_args()
    table = {CODES.get(language, language): build(arguments.corpora, language) for language in LANGUAGES}
    lines = ",\n".join(f' "{code}": ' + json.dumps(forms, ensure_ascii=False) for code, forms in sorted(table.items()))
    arguments.output.write_text("{\n" + lines + "\n}\n", encoding="utf-8")
    print(f"{len(table)} languages, {arguments.output.stat().st_size} bytes")


if __name__ == "__main__":
    main()
