"""The phrases by which lines around a text are known, by language and kind."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

from checker.text.paratext.tokens import NUMBER, folded, plain, tokens

_DATA = Path(__file__).parents[1] / "data"
_PHRASES = _DATA / "paratext.txt"
RELATIVE_TIMES = _DATA / "relative_times.txt"
"""Made by ``training.details.relative_times``."""

_DATES = _DATA / "date_names.json"

UNSPACED = frozenset("ja zh zh-Hant ko he th lo km my bo".split())
"""Languages that write no spaces between words, or join the small words to the next ones."""

MIN_STEM = 3
"""Letters that a stem has at least; chosen."""


class Phrase(NamedTuple):
    """The words of a phrase, a number among them as ``#``; a word that ends in ``*`` may go on.  And its kinds."""

    words: tuple[str, ...]
    kinds: frozenset[str]


class PhraseBook(NamedTuple):
    """Phrases of each language with spaces by their first word, the longest first; and which languages know a word.

    ``unspaced`` has the phrases of the others without spaces.
    """

    phrases: dict[str, dict[str, tuple[Phrase, ...]]]
    knowing: dict[str, frozenset[str]]
    stems: dict[str, frozenset[str]]
    unspaced: dict[str, dict[str, frozenset[str]]]

    def languages_knowing(self, word: str) -> frozenset[str]:
        """The languages with a phrase in which ``word`` may stand."""
        found = self.knowing.get(word, frozenset())
        for length in range(MIN_STEM, len(word) + 1):
            found |= self.stems.get(word[:length], frozenset())
        return found


def fits(pattern: str, word: str) -> bool:
    """Whether a word of a phrase stands for ``word``."""
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else pattern == word


@cache
def lexicon() -> PhraseBook:
    """All phrases, read once."""
    kinds: dict[str, dict[tuple[str, ...], set[str]]] = defaultdict(lambda: defaultdict(set))
    unspaced: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for language, kind, text in _entries():
        if language in UNSPACED:
            unspaced[language][folded(text).replace(" ", "")].add(kind)
        else:
            kinds[language][_words(text)].add(kind)
    knowing: dict[str, set[str]] = defaultdict(set)
    stems: dict[str, set[str]] = defaultdict(set)
    phrases: dict[str, dict[str, tuple[Phrase, ...]]] = {}
    for language, entries in kinds.items():
        by_first: dict[str, list[Phrase]] = defaultdict(list)
        for words, its in entries.items():
            if not words:
                continue
            by_first[_key(words[0])].append(Phrase(words, frozenset(its)))
            for word in words:
                (stems if word.endswith("*") else knowing)[word.rstrip("*")].add(language)
        phrases[language] = {
            first: tuple(sorted(listed, key=lambda phrase: (-len(phrase.words), phrase.words)))
            for first, listed in by_first.items()
        }
    return PhraseBook(
        phrases,
        {word: frozenset(codes) for word, codes in knowing.items()},
        {word: frozenset(codes) for word, codes in stems.items()},
        {code: {text: frozenset(its) for text, its in texts.items()} for code, texts in unspaced.items()},
    )


def _key(word: str) -> str:
    """What phrases are found by: the beginning of a stem, the whole of a word."""
    return f"{word[:MIN_STEM]}*" if word.endswith("*") else word


def _words(text: str) -> tuple[str, ...]:
    bare = plain(text)
    if bare.replace(" ", "").isalpha():  # As most are; cutting all into tokens would take a fifth of a second.
        return tuple(bare.casefold().split())
    found = tokens(text.replace("{0}", "0"))
    words = [NUMBER if token.kind == NUMBER else token.text for token in found if token.kind in ("word", NUMBER)]
    if text.endswith("*") and words:
        words[-1] += "*"
    return tuple(words)


def _entries() -> list[tuple[str, str, str]]:
    entries = []
    for line in _PHRASES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, kind, texts = line.split("\t")
            entries += [(language, kind, text.strip()) for text in texts.split(";") if text.strip()]
    for line in RELATIVE_TIMES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, text = line.split("\t")
            entries.append((language, "ago", text))
    return entries + _date_entries()


def _date_entries() -> list[tuple[str, str, str]]:
    entries = []
    for language, names in json.loads(_DATES.read_text(encoding="utf-8")).items():
        for kind, key in (("month", "months"), ("when", "weekdays")):
            for forms in names[key]:
                for form in forms.split():
                    text = form.rstrip("~").replace("_", " ")
                    text = f"{text[:-1]}*" if text.endswith("-") and len(text) > MIN_STEM else text.strip("-.")
                    entries.append((language, kind, text))
    return entries
