"""Numbers written in words, and the words after digits that multiply them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from checker.model import Span
from checker.text.quantities.measures.counting import counting, time_of_many
from checker.text.quantities.number_scales import BY_THE_WAY, FRACTIONS, HUNDREDS, MULTIPLES, SCALES
from checker.text.quantities.number_words import CONNECTORS, DOZEN, HUNDRED, TWO, UNITS_FIRST, slots

# A word, apart from digits and the punctuation of any script; combining marks stay inside.  Its length is
# bounded, so that no text makes a look at the next word long.
WORD = re.compile(
    r"[^\s\d.,;:!?()\[\]{}\"“”„«»‹›…।。、，；：！？（）「」『』/|+*=<>%$€£¥₹°،؛؟٪½¼¾⅓⅔⅛⅕\u2010-\u2015_-]{1,60}"
)
_MARKS = re.compile("[\u0300-\u036f\u0640\u064b-\u0655\u200b-\u200f]")
# Conjunctions, articles and prepositions that are written together with the word.
_PREFIXES = {"ar": ("وال", "بال", "لل", "ال", "و", "ب", "ل"), "he": tuple("והבלמכש")}
# Arabic and Hebrew "and", written together with the next word.
_AND_LETTER = "وו"
# Languages that say fifteen as "five ten".
_UNITS_BEFORE_TEN = frozenset({"ar", "he"})
# Languages whose number words are often something else: Vietnamese "năm" is five and year.
_AMBIGUOUS = frozenset({"vi"})
_LONGEST_ENDING = 12
_CASE_ENDING = 4
"""Letters that a form may add to its stem, and with which it still can hardly be another word; chosen."""

_COMPOUNDING, _LINK = frozenset({"pl", "ru", "uk", "be"}), 2
"""Languages that write tens and units together, each with an ending, and the letters of the first one's; chosen."""

# Words that are one of another number but for their diacritics.
_OTHER_WORDS = {"hr": frozenset({"što"}), "sr": frozenset({"što"}), "bs": frozenset({"što"}), "hu": frozenset({"őt"})}
# Words that begin as a number does and say percent, folded.
_PERCENT = {"hu": "szazalek", "is": "hundraðshlut"}
# Ends of ordinals written with the number, folded.
_ORDINAL_ENDS = {"hi": ("वां", "वीं", "वें", "वाँ")}

_SHORT_STEM, _LONG_STEM, _SHORT_ENDING = 3, 6, 2
"""Letters up to which a stem may begin other words, which it does not if it has no more letters behind it than the last
of these, and beyond which it begins no others; chosen."""

# Latin letters that typists use for the Cyrillic ones that look the same.
_LATIN_IN_CYRILLIC = str.maketrans("aeopcxyijkmtbh", "аеорсхуијкмтвн")
_APOSTROPHES = str.maketrans("’ʼ‘`", "''''")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_FUSED_LINKS = ("und", "e", "en", "o", "y", "i", "a", "og", "och", "და")
_LONGEST_FUSED = 40
_LONGEST_FUSED_ENDING = 8
"""Letters of a number written as one word, a bound of time, and of what may follow the number in it; chosen."""


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """Lower case without the diacritics of Latin, Greek, Cyrillic and Arabic; letters composed."""
    if text.isascii():
        return text.lower()
    text = text.translate(_APOSTROPHES)
    plain = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text.lower())))
    return plain.translate(_LATIN_IN_CYRILLIC) if _CYRILLIC.search(plain) else plain


class WordForm(NamedTuple):
    """A word of a text: where it stands, and its folded form."""

    start: int
    end: int
    form: str


def tokens(text: str) -> list[WordForm]:
    """The words of ``text`` in order."""
    return [WordForm(match.start(), match.end(), folded(match.group())) for match in WORD.finditer(text)]


@dataclass(frozen=True, slots=True)
class NumberWord:
    """Words that say a number; ``exact`` if they can hardly say anything else, ``is_whole`` unless they are a part of
    a longer word, or one that says a number by the way: "teenage"."""

    span: Span
    value: Decimal
    exact: bool
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of one language, folded; stems take any ending."""

    language: str
    words: dict[str, Decimal]
    stems: dict[str, Decimal]
    scales: dict[str, Decimal]
    scale_stems: dict[str, Decimal]
    loose: frozenset[str]
    firsts: frozenset[str]
    by_the_way: frozenset[str]

    def is_whole(self, word: str) -> bool:
        """Whether a word (folded) that says a number says it alone, not as a part of a longer word nor by the way."""
        stems = (word[:length] + "-" for length in range(len(word), 2, -1))
        if word in self.by_the_way or not self.by_the_way.isdisjoint(stems):
            return False
        if word in self.words or self._fused_value(word):
            return True
        found = _by_stem(word, self.stems)
        if found is None:
            return True
        stem = len(word) - found[1]
        return stem > _LONG_STEM or found[1] <= (_CASE_ENDING if stem > _SHORT_STEM else _SHORT_ENDING)

    def scale(self, word: str) -> Decimal | None:
        """The power of ten that ``word`` (folded) multiplies by."""
        return _scale(word, self.language)

    def value(self, word: str) -> tuple[Decimal, bool] | None:
        """What ``word`` (folded) says, scales left out, and whether it is just that word, without an ending."""
        for prefix in ("", *_PREFIXES.get(self.language, ())):
            if word.startswith(prefix) and word[len(prefix) :] in self.words:
                return self.words[word[len(prefix) :]], word not in self.loose
        if word.startswith(_PERCENT.get(self.language, " ")):
            return None
        said = counting(word, self.language)
        if said in self.words:
            return self.words[said], False
        for end in _ORDINAL_ENDS.get(self.language, ()):
            if word.endswith(end) and word.removesuffix(end) in self.words:
                return self.words[word.removesuffix(end)], False
        fused = self._fused_value(word)
        if fused:
            return fused
        found = _by_stem(word, self.stems)
        other = self._in_other_words(word) if found is None or found[1] > _CASE_ENDING else None
        if found is None or other:
            return other
        tens = found[0] > 10 and found[0] not in (100, 1000) and found[0] % 1 == 0
        return found[0], tens and found[1] <= _CASE_ENDING and not word.startswith(DOZEN)

    def _in_other_words(self, word: str) -> tuple[Decimal, bool] | None:
        """What a word says that tells what it counts too, or for which time: "sedicenne", "podvanácté"."""
        said = counting(word, self.language)
        if said:
            listed = [found for form in (f"{said}o", said) if (found := self._compound(form) or self.value(form))]
            found = next((found for found in listed if found[1]), listed[0] if listed else None)
            return (found[0], False) if found else None
        ordinal = time_of_many(word, self.language)
        counted = _by_stem(ordinal, self.stems) if ordinal else None
        return (counted[0], False) if counted and counted[1] <= 1 else None

    def _compound(self, word: str) -> tuple[Decimal, bool] | None:
        """The tens and units of a word that has either with an ending: "dwudziestocztero", "двадцатичетырех"."""
        if self.language not in _COMPOUNDING:
            return None
        for place in range(len(word) - _SHORT_STEM, _SHORT_STEM, -1):
            tens, units = _by_stem(word[:place], self.stems), _by_stem(word[place:], self.stems)
            if tens and units and tens[1] <= _LINK and units[1] <= _SHORT_ENDING and _are_tens_and_units(tens, units):
                return tens[0] + units[0], True
        return None

    def _fused_value(self, word: str) -> tuple[Decimal, bool] | None:
        """The value of a number written as one word: "fünfundzwanzig", "duecento", "kolmesataa"."""
        if not 6 <= len(word) <= _LONGEST_FUSED:
            return None
        rest, parts = self._parts(word, 0, {})
        if len(parts) < 2 or rest > _LONGEST_FUSED_ENDING:
            return None
        total = _Total(self.language)
        for part in parts:
            scale = self.scales.get(part)
            value = self.words.get(part) if scale is None else scale
            if value is None or not total.add(value, scale is not None or value >= 100, linked=True):
                return None
        return total.value, rest == 0

    def _parts(
        self, word: str, start: int, known: dict[int, tuple[int, tuple[str, ...]]]
    ) -> tuple[int, tuple[str, ...]]:
        """Number words that ``word[start:]`` is made of, and how many letters at its end are left over."""
        if start not in known:
            best: tuple[int, tuple[str, ...]] = (len(word) - start, ())
            for end in range(len(word), start + 1, -1):
                if word[start:end] not in self.words and word[start:end] not in self.scales:
                    continue
                for link in ("", *_FUSED_LINKS):
                    if word.startswith(link, end):
                        rest, parts = self._parts(word, end + len(link), known)
                        if (parts or not link) and rest < best[0]:
                            best = rest, (word[start:end], *parts)
            known[start] = best
        return known[start]


class _Total:
    """A number being put together from its words, left to right."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.done = Decimal(0)
        self.current = Decimal(0)
        self.scale = Decimal(0)

    @property
    def value(self) -> Decimal:
        return self.done + self.current

    def add(self, value: Decimal, scale: bool, linked: bool, is_added: bool = True) -> bool:
        """Take one more word in, if it can belong to the same number; ``linked`` by "and" or by writing.  ``is_added``
        says that it is none that stands by itself only, such as "premiers"."""
        current = self.current
        if scale and value < 1000 and 0 < current < value:
            self.current = current * value
        elif scale and value >= 1000 and 0 < self.value < value:
            self.done, self.current = self.value * value, Decimal(0)
        elif scale and 1000 <= value < self.scale and 0 < current < value:
            self.done, self.current = self.done + current * value, Decimal(0)
        elif self.value == 0 or (is_added and self._takes(value, linked)):
            self.current = current + value
        elif self.language == "fr" and current == 4 and value == 20:
            self.current = Decimal(80)
        else:
            return False
        if scale and value >= 1000:
            self.scale = value
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


def _are_tens_and_units(tens: tuple[Decimal, int], units: tuple[Decimal, int]) -> bool:
    return 20 <= tens[0] < 100 and tens[0] % 10 == 0 and 1 <= units[0] <= 9 and units[0] % 1 == 0


def _by_stem(word: str, stems: dict[str, Decimal]) -> tuple[Decimal, int] | None:
    """What the longest stem that begins ``word`` says, and how many letters follow it."""
    shortest = max(len(word) - _LONGEST_ENDING, (len(word) + 1) // 3, 1)
    for length in range(len(word), shortest - 1, -1):
        value = stems.get(word[:length])
        if value is not None:
            return value, len(word) - length
    return None


@cache
def lexicon(language: str) -> NumberWords:
    """The number words of a language (its primary BCP 47 subtag); empty for one that is not known."""
    words: dict[str, Decimal] = {}
    stems: dict[str, Decimal] = {}
    scales: dict[str, Decimal] = {}
    scale_stems: dict[str, Decimal] = {}
    forms = slots(language)
    # The stem of an ordinal is often another word; where it is a cardinal too, the table says so.
    loose = {folded(form[:-1]) for value, form in forms if form.endswith("~") or (form.endswith("-") and value <= 10)}
    loose -= {folded(form) for _, form in forms}
    twos = {folded(form) for form in TWO.get(language, "").split()}
    loose |= {folded(form) for value, form in forms if value == 2 or form.startswith(DOZEN)} - twos
    if language in _AMBIGUOUS:
        loose |= {folded(form) for _, form in forms}
    for value, form in forms:
        _enter(form.removesuffix("~"), Decimal(value), words, stems)
    loose |= {folded(form.removesuffix("-")) for _, form in _entries(MULTIPLES.get(language, ""))}
    for table in (HUNDREDS, FRACTIONS, MULTIPLES):
        for value_, form in _entries(table.get(language, "")):
            _enter(form, value_, words, stems)
    for value_, form in _entries(SCALES.get(language, "")):
        _enter(form, value_, scales, scale_stems)
    firsts = frozenset(word.partition(" ")[0] for word in words if " " in word)
    by_the_way = frozenset(folded(form) for form in BY_THE_WAY.get(language, "").split())
    return NumberWords(language, words, stems, scales, scale_stems, frozenset(loose), firsts, by_the_way)


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


_Value = tuple[Span, Decimal, bool, bool, bool]
_NOTHING: _Value = (Span(0, 0), Decimal(0), False, False, False)


_FIRST = {"fr": "premi", "es": "primer", "pt": "primeir", "it": "prim", "ca": "primer"}
"""How the word begins for the first of several, which no number is written with: "dix premiers"."""

MILLION = 1_000_000
"""A scale behind which "one" is an article; chosen."""


def number_words(
    text: str, language: str, taken: set[int], said: Sequence[WordForm] | None = None
) -> Iterator[NumberWord]:
    """Numbers in words, in order; words that begin at an offset in ``taken`` are left out.

    ``said`` are the text's ``tokens``, if they are at hand.
    """
    known = lexicon(language)
    if not known.words:
        return
    total, start, end, exact, whole = _Total(language), 0, 0, True, True
    spoken = tokens(text) if said is None else said
    if language in _OTHER_WORDS:
        spoken = [word for word in spoken if text[word.start : word.end].lower() not in _OTHER_WORDS[language]]
    valued = list(_valued(spoken, known, taken))
    if not valued:
        return
    following = [*valued[1:], _NOTHING]
    for (span, value, scale, is_exact, is_whole), (_, more, is_scale, *_) in zip(valued, following, strict=False):
        gap = text[end : span.start] if end else ""
        between = folded(gap).strip(" \u00a0-\u2010\u2011'")
        adjacent = not between or (scale and between == "de")
        linked = text[span.start] in _AND_LETTER if adjacent else between in CONNECTORS
        # "three million and five million" are two numbers.
        begins = not scale and is_scale and 0 < total.scale <= more
        # "Forty million a year", "quaranta milioni una parte": an article, for nobody says forty million and one so.
        begins |= value == 1 and not (linked or is_scale) and total.scale >= MILLION
        is_added = not folded(span.of(text)).startswith(_FIRST.get(language, " "))
        if total.value and not begins and (adjacent or linked) and total.add(value, scale, linked, is_added):
            exact, whole = exact and is_exact, whole or is_whole
        else:
            if total.value:
                yield NumberWord(Span(start, end), total.value, exact, whole)
            # A scale alone is "hundreds", "a million": how many, it does not say.
            lone = scale and span.of(text).lower() in HUNDRED
            total, start, exact = _Total(language), span.start, is_exact and (lone or not scale)
            whole = is_whole
            total.add(value, scale, False)
        end = span.end
    if total.value:
        yield NumberWord(Span(start, end), total.value, exact, whole)


def _valued(said: Sequence[WordForm], known: NumberWords, taken: set[int]) -> Iterator[_Value]:
    """Each word that says a number: its value, whether it multiplies, whether it is exact."""
    skip = False
    for index, (start, end, word) in enumerate(said):
        if skip or start in taken:
            skip = False
            continue
        if word in known.firsts and index + 1 < len(said):
            pair = f"{word} {said[index + 1].form}"
            if pair in known.words:
                skip = True
                yield Span(start, said[index + 1].end), known.words[pair], False, True, True
                continue
        meaning = _meaning(word, known.language)
        if meaning is not None:
            yield Span(start, end), *meaning


@lru_cache(maxsize=1 << 14)
def _scale(word: str, language: str) -> Decimal | None:
    known = lexicon(language)
    return known.scales.get(word) or (_by_stem(word, known.scale_stems) or (None, 0))[0]


@lru_cache(maxsize=1 << 16)
def _meaning(word: str, language: str) -> tuple[Decimal, bool, bool, bool] | None:
    known = lexicon(language)
    scale = known.scale(word)
    if scale is not None:
        return scale, True, scale != 12, True  # "two dozen" may be many
    found = known.value(word)
    return None if found is None else (found[0], found[0] in (100, 1000), found[1], known.is_whole(word))
