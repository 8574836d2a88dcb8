"""Terms in running text: where a source term stands, and whether one of its renderings does, in any of its forms.

Finding a source term is strict, since everything hangs on it: the same words in a row, in English with their plurals.
Finding a rendering is lenient, since a language may inflect, compound, mutate and reorder it: each of its telling words
needs a word beside which it could be a form of the same word.  Where a script has no spaces, characters are compared.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from checker.model import Span
from checker.text.names.spelling import skeleton
from checker.text.unspaced import UNSPACED
from checker.text.words import is_shouting

_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e\u064b-\u0655\u200c\u200d])*")
_BETWEEN = re.compile(r"[\s\-‐-―'’`´·/\u200b\u2060]*")
_VOWELLESS = re.compile("[\u0590-\u07ff]")
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670\u0640]+")

SAME_BEGINNING = 0.6
"""Share of a rendering's word that must begin another word for that to be a form of it; three letters if there are.
Chosen, as the others here; ``docs/glossary.md`` has what they recognise together."""

ALIKE = 0.75
"""Share of letters in common, in order, from which two words of four letters and more are forms of one; chosen."""

_STEM = 5
_STEM_SHARE = 0.75
"""Of a word of so many letters, such a share may stand anywhere inside another that is a compound with it; chosen."""

_SMALL = 3
"""Words of so few letters tell nothing beside longer ones: articles, prepositions; chosen."""

_ENDING = 3
"""Letters that a form of a forbidden rendering may add, of a word of four letters or more; chosen."""

_VOWELS = "aeiouyаеиоуыэюяіїєαεηιουω"
"""Of which one at the end of a longer word is an ending that others replace."""


@dataclass(frozen=True, slots=True)
class TermWord:
    """A word or figure; ``form`` without case and marks."""

    span: Span
    text: str
    form: str


@dataclass(frozen=True, slots=True)
class Spotted:
    """Term ``number`` of an index stands at ``span``."""

    number: int
    span: Span


def tokens(text: str) -> list[TermWord]:
    """The words and figures of a text in order."""
    return [TermWord(Span(*match.span()), match[0], form(match[0])) for match in _TOKEN.finditer(text)]


@lru_cache(maxsize=100_000)
def form(word: str) -> str:
    """``word`` without case, diacritics, vowel points and kinds of letter forms."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold()))


def is_unspaced(text: str) -> bool:
    """Whether a term is written in a script that puts no spaces between words."""
    return UNSPACED.search(text) is not None


class TermIndex:
    """Source terms to be found in texts of one language; ``exact`` has one item a term: only as it is written."""

    def __init__(self, terms: Sequence[str], exact: Sequence[bool], language: str) -> None:
        self._english = language == "en"
        self._terms = [tokens(term) for term in terms]
        self._exact = exact
        self._by_first: defaultdict[str, list[int]] = defaultdict(list)
        self._runs: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for number, (term, words) in enumerate(zip(terms, self._terms, strict=True)):
            if is_unspaced(term):
                run = squeezed(term)[0]
                self._runs[run[:1]].append((run, number))
            elif words:
                for begin in _numbers(words[0].form) if self._english else (words[0].form,):
                    self._by_first[begin].append(number)

    def find(self, text: str) -> list[Spotted]:
        """The terms in a text in order; of those that overlap, the longest."""
        found = sorted(self._all(text), key=lambda one: (one.span.start - one.span.end, one.span.start, one.number))
        kept: list[Spotted] = []
        taken: dict[int, Span] = {}
        for one in found:
            # Whatever overlaps with it is at least as long, and has its first or last character.
            owners = taken.get(one.span.start, one.span), taken.get(one.span.end - 1, one.span)
            if owners == (one.span, one.span):
                kept.append(one)
                taken.update(dict.fromkeys(range(one.span.start, one.span.end), one.span))
        return sorted(kept, key=lambda one: (one.span.start, one.number))

    def _all(self, text: str) -> Iterator[Spotted]:
        shouting = is_shouting(text)
        words = tokens(text)
        for k, word in enumerate(words):
            for number in self._by_first.get(word.form, ()):
                term = self._terms[number]
                run = words[k : k + len(term)]
                if len(run) == len(term) and _in_a_row(text, run) and self._same(number, run, shouting):
                    yield Spotted(number, Span(run[0].span.start, run[-1].span.end))
        if self._runs:
            run_text, places = squeezed(text)
            for k, character in enumerate(run_text):
                for run_, number in self._runs.get(character, ()):
                    if run_text.startswith(run_, k):
                        yield Spotted(number, Span(places[k], places[k + len(run_) - 1] + 1))

    def _same(self, number: int, run: Sequence[TermWord], shouting: bool) -> bool:
        return all(
            self._is_form(of, word, exact=self._exact[number] or (_is_acronym(of.text) and not shouting))
            for of, word in zip(self._terms[number], run, strict=True)
        ) and not (shouting and any(_is_acronym(of.text) for of in self._terms[number]))

    def _is_form(self, of: TermWord, word: TermWord, *, exact: bool) -> bool:
        if exact:
            return word.text == of.text or (self._english and word.text == f"{of.text}s")
        if word.form == of.form:
            return True
        if len(of.form) < 3 or len(word.form) < 3:
            return False
        return self._english and (_plural(of.form, word.form) or _plural(word.form, of.form))


def _in_a_row(text: str, run: Sequence[TermWord]) -> bool:
    return all(_BETWEEN.fullmatch(text, one.span.end, other.span.start) for one, other in pairwise(run))


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _plural(one: str, many: str) -> bool:
    return many in (f"{one}s", f"{one}es") or (one.endswith("y") and many == f"{one[:-1]}ies")


def _numbers(word: str) -> list[str]:
    """What an English word may be in the singular or plural, itself among them."""
    ones = [
        word[: -len(ending)] + end for ending, end in (("s", ""), ("es", ""), ("ies", "y")) if word.endswith(ending)
    ]
    many = [f"{word}s", f"{word}es", *([f"{word[:-1]}ies"] if word.endswith("y") else [])]
    return list(dict.fromkeys((word, *ones, *many)))


def squeezed(text: str) -> tuple[str, list[int]]:
    """A text without white space and middle dots, in forms, and the place in it of each character."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for shown in form(character):
            if not (shown.isspace() or shown in "・·\u200b"):
                characters.append(shown)
                places.append(place)
    return "".join(characters), places


def is_rendered(rendering: str, text: str) -> bool:
    """Whether ``text`` may hold ``rendering`` in one of its forms; no only where that is all but sure."""
    if is_unspaced(rendering):
        return squeezed(rendering)[0] in squeezed(text)[0]
    wanted = [token.form for token in tokens(rendering)]
    longest = max(map(len, wanted), default=0)
    telling = [word for word in wanted if len(word) > _SMALL or len(word) == longest]
    there = list(dict.fromkeys(token.form for token in tokens(text)))
    together = "".join(token.form for token in tokens(text))
    return all(any(_may_be(word, other) for other in there) or _runs_through(word, together) for word in telling)


def _may_be(word: str, other: str) -> bool:
    """Whether ``other`` could be a form of ``word``, or a compound with it."""
    if word == other:
        return True
    same = next((k for k, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    if same >= max(min(3, len(word)), SAME_BEGINNING * len(word)):
        return True
    if len(word) >= _STEM and word[: max(4, round(_STEM_SHARE * len(word)))] in other:
        return True
    if len(word) >= 4 and max(_alike(word, other), _alike(word, other[: len(word)])) >= ALIKE:
        return True
    if _VOWELLESS.search(word):
        bare = skeleton(word)
        return len(bare) >= 3 and bare in skeleton(other)
    return False


def _alike(word: str, other: str) -> float:
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(word, other))


def _runs_through(word: str, together: str) -> bool:
    """Whether a word of some length is written in several, or run together with others."""
    return len(word) >= 8 and word[: max(6, round(_STEM_SHARE * len(word)))] in together


def forbidden_at(rendering: str, text: str) -> list[Span]:
    """Where ``text`` holds a forbidden rendering beyond doubt: its words in a row, as they are or with an ending."""
    if is_unspaced(rendering):
        sought, (run_text, places) = squeezed(rendering)[0], squeezed(text)
        return [
            Span(places[match.start()], places[match.end() - 1] + 1)
            for match in re.finditer(re.escape(sought), run_text)
        ]
    wanted, words = tokens(rendering), tokens(text)
    found = []
    for k in range(len(words) - len(wanted) + 1):
        run = words[k : k + len(wanted)]
        if run and _in_a_row(text, run) and all(map(_is_it, wanted, run)):
            found.append(Span(run[0].span.start, run[-1].span.end))
    return found


def _is_it(wanted: TermWord, word: TermWord) -> bool:
    if _is_acronym(wanted.text):
        return word.text == wanted.text
    if word.form == wanted.form:
        return True
    if len(wanted.form) <= _SMALL or len(word.form) - len(wanted.form) > _ENDING:
        return False
    stem = wanted.form[:-1] if len(wanted.form) > _STEM and wanted.form[-1] in _VOWELS else wanted.form
    return word.form.startswith(stem) and len(word.form) >= len(wanted.form)
