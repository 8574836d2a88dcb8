"""Numbers written in words, and the words after digits that multiply them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from checker.model import Span
from checker.text.number_words import CONNECTORS, FRACTIONS, HUNDREDS, SCALES, UNITS_FIRST, slots

# A word, apart from digits and the punctuation of any script; combining marks stay inside.
WORD = re.compile(r"[^\s\d.,;:!?()\[\]{}\"“”„«»‹›…।。、，；：！？（）「」『』/|+*=<>%$€£¥₹°،؛؟٪\u2010-\u2015_-]+")
_MARKS = re.compile("[\u0300-\u036f\u0640\u064b-\u0655\u200b-\u200f]")
# Conjunctions, articles and prepositions that are written together with the word.
_PREFIXES = {"ar": ("وال", "بال", "لل", "ال", "و", "ب", "ل"), "he": tuple("והבלמכש")}
# Arabic and Hebrew "and", written together with the next word.
_AND_LETTER = "وו"
# Languages that say fifteen as "five ten".
_UNITS_BEFORE_TEN = frozenset({"ar", "he"})
_LONGEST_ENDING = 12
# Latin letters that typists use for the Cyrillic ones that look the same.
_LATIN_IN_CYRILLIC = str.maketrans("aeopcxyijkmtbh", "аеорсхуијкмтвн")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_FUSED_LINK = "(?:und|e|en|o|y|i|a|og|och|და)?"


def folded(text: str) -> str:
    """Lower case without the diacritics of Latin, Greek, Cyrillic and Arabic; letters composed."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text.lower())))
    return plain.translate(_LATIN_IN_CYRILLIC) if _CYRILLIC.search(plain) else plain


@dataclass(frozen=True, slots=True)
class NumberWord:
    """Words that say a number; ``scale`` marks those that multiply what stands before them."""

    span: Span
    value: Decimal
    scale: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The number words of one language, folded; stems take any ending."""

    language: str
    words: dict[str, Decimal]
    stems: dict[str, Decimal]
    scales: dict[str, Decimal]
    scale_stems: dict[str, Decimal]
    fused: re.Pattern[str]

    def scale(self, word: str) -> Decimal | None:
        """The power of ten that ``word`` (folded) multiplies by."""
        return self.scales.get(word) or _by_stem(word, self.scale_stems)

    def value(self, word: str) -> Decimal | None:
        """What ``word`` (folded) says, scales left out."""
        for prefix in ("", *_PREFIXES.get(self.language, ())):
            if word.startswith(prefix) and word[len(prefix) :] in self.words:
                return self.words[word[len(prefix) :]]
        return self._fused_value(word) or _by_stem(word, self.stems)

    def _fused_value(self, word: str) -> Decimal | None:
        """The value of a number written as one word: "fünfundzwanzig", "duecento", "kolmesataa"."""
        if len(word) < 6 or not self.fused.match(word):
            return None
        parts, rest = [], word
        while rest and (found := self.fused.match(rest)):
            parts.append(found.group(1))
            rest = rest[found.end() :]
        if len(parts) < 2 or len(rest) > 8:
            return None
        total = _Total(self.language, fused=True)
        for part in parts:
            scale = self.scales.get(part)
            value = self.words.get(part) if scale is None else scale
            if value is None or not total.add(value, scale is not None or value >= 100, linked=True):
                return None
        return total.value


class _Total:
    """A number being put together from its words, left to right."""

    def __init__(self, language: str, fused: bool = False) -> None:
        self.language = language
        self.fused = fused
        self.done = Decimal(0)
        self.current = Decimal(0)
        self.last = Decimal(0)

    @property
    def value(self) -> Decimal:
        return self.done + self.current

    def add(self, value: Decimal, scale: bool, linked: bool) -> bool:
        """Take one more word in, if it can belong to the same number; ``linked`` by "and" or by writing."""
        current = self.current
        if scale and value < 1000 and 0 < current < value:
            self.current = current * value
        elif scale and value >= 1000 and 0 < self.value < value:
            self.done, self.current = self.value * value, Decimal(0)
        elif scale and value >= 1000 and 0 < current < value:
            self.done, self.current = self.done + current * value, Decimal(0)
        elif self.value == 0 or self._takes(value, linked):
            self.current = current + value
        elif self.language == "fr" and current == 4 and value == 20:
            self.current = Decimal(80)
        else:
            return False
        self.last = value
        return True

    def _takes(self, value: Decimal, linked: bool) -> bool:
        current = self.current
        if value != int(value):
            return linked and value < 1
        if current == 0:
            return value < 1000
        if current % 100 == 0:
            return value < 100
        if current % 10 == 0 and current % 100 >= 10:
            return value < 10 or (self.language == "fr" and current % 100 in (60, 80) and value < 20)
        if current % 100 < 10 and linked and self.language in UNITS_FIRST:
            return 20 <= value < 100
        return current % 100 < 10 and value == 10 and self.language in _UNITS_BEFORE_TEN


def _by_stem(word: str, stems: dict[str, Decimal]) -> Decimal | None:
    shortest = max(len(word) - _LONGEST_ENDING, (len(word) + 2) // 3, 1)
    for length in range(len(word), shortest - 1, -1):
        value = stems.get(word[:length])
        if value is not None:
            return value
    return None


@cache
def lexicon(language: str) -> Lexicon:
    """The number words of a language (its primary BCP 47 subtag); empty for one that is not known."""
    words: dict[str, Decimal] = {}
    stems: dict[str, Decimal] = {}
    scales: dict[str, Decimal] = {}
    scale_stems: dict[str, Decimal] = {}
    for value, form in slots(language):
        _enter(form, Decimal(value), words, stems)
    for table in (HUNDREDS, FRACTIONS):
        for value_, form in _entries(table.get(language, "")):
            _enter(form, value_, words, stems)
    for value_, form in _entries(SCALES.get(language, "")):
        _enter(form, value_, scales, scale_stems)
    parts = sorted((word for word in {**words, **scales} if len(word) > 1), key=len, reverse=True)
    fused = re.compile(f"({'|'.join(map(re.escape, parts))}){_FUSED_LINK}" if parts else "(?!)")
    return Lexicon(language, words, stems, scales, scale_stems, fused)


def _entries(table: str) -> Iterator[tuple[Decimal, str]]:
    for entry in filter(None, table.split("|")):
        value, *forms = entry.split()
        for form in forms:
            yield Decimal(value), form


def _enter(form: str, value: Decimal, words: dict[str, Decimal], stems: dict[str, Decimal]) -> None:
    word = folded(form.replace("_", " "))
    if word.endswith("-"):
        stems.setdefault(word[:-1], value)
        word = word[:-1]
    words.setdefault(word, value)


def number_words(text: str, language: str, taken: set[int]) -> Iterator[NumberWord]:
    """Numbers in words, in order; words that begin at an offset in ``taken`` are left out."""
    known = lexicon(language)
    if not known.words:
        return
    total, start, end, scaled = _Total(language), 0, 0, False
    for span, value, scale in _valued(text, known, taken):
        gap = text[end : span.start] if end else ""
        adjacent = not gap.strip(" \u00a0-\u2010\u2011’'")
        linked = (
            text[span.start] in _AND_LETTER if adjacent else folded(gap).strip() in CONNECTORS
        )
        joined = total.value and (adjacent or linked) and total.add(value, scale, linked)
        if not joined:
            if total.value:
                yield NumberWord(Span(start, end), total.value, scaled)
            total, start, scaled = _Total(language), span.start, scale
            total.add(value, scale, False)
        end = span.end
    if total.value:
        yield NumberWord(Span(start, end), total.value, scaled)


def _valued(
    text: str, known: Lexicon, taken: set[int]
) -> Iterator[tuple[Span, Decimal, bool]]:
    """Each word that says a number, two words that say one together first."""
    tokens = [(match.start(), match.end(), folded(match.group())) for match in WORD.finditer(text)]
    skip = False
    for index, (start, end, word) in enumerate(tokens):
        if skip or start in taken:
            skip = False
            continue
        if index + 1 < len(tokens):
            pair = f"{word} {tokens[index + 1][2]}"
            if pair in known.words:
                skip = True
                yield Span(start, tokens[index + 1][1]), known.words[pair], False
                continue
        scale = known.scale(word)
        value = known.value(word) if scale is None else scale
        if value is not None:
            yield Span(start, end), value, scale is not None or value >= 100
