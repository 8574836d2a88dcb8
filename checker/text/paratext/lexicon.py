"""The phrases by which lines around a text are known, by language and kind."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

PHRASES = Path(__file__).parents[1] / "data" / "paratext.jsonl"
"""Made by ``training.details.paratext``: which languages know a word, and a stem; then the phrases of each language."""

UNSPACED = frozenset("ja zh zh-Hant ko he th lo km my bo".split())
"""Languages that write no spaces between words, or join the small words to the next ones."""

MIN_STEM = 3
"""Letters that a stem has at least; chosen."""


class Phrase(NamedTuple):
    """The words of a phrase, a number among them as ``#``; a word that ends in ``*`` may go on.  And its kinds."""

    words: tuple[str, ...]
    kinds: frozenset[str]


class PhraseBook:
    """Phrases of every language.  Each is unpacked when it is first asked for: a document has few of them."""

    def __init__(self, knowing: Mapping[str, str], stems: Mapping[str, str], packed: Mapping[str, str]) -> None:
        self._knowing, self._stems, self._packed = knowing, stems, packed
        self._entries: dict[str, dict[str, list[list[str]]]] = {}
        self._phrases: dict[tuple[str, str], tuple[Phrase, ...]] = {}

    def languages_knowing(self, word: str) -> frozenset[str]:
        """The languages with a phrase in which ``word`` may stand."""
        found = self._knowing.get(word, "").split()
        for length in range(MIN_STEM, len(word) + 1):
            found += self._stems.get(word[:length], "").split()
        return frozenset(found)

    def starting(self, language: str, first: str) -> tuple[Phrase, ...]:
        """The phrases of a language that begin with a word, or with the first letters of a stem and ``*``; the longest
        first."""
        key = language, first
        if key not in self._phrases:
            listed = self._of(language).get(first, ())
            self._phrases[key] = tuple(
                Phrase(tuple(words.split()), frozenset(kinds.split())) for words, kinds in listed
            )
        return self._phrases[key]

    def all(self, language: str) -> tuple[Phrase, ...]:
        """All phrases of a language."""
        return tuple(phrase for first in self._of(language) for phrase in self.starting(language, first))

    def _of(self, language: str) -> dict[str, list[list[str]]]:
        if language not in self._entries:
            self._entries[language] = json.loads(self._packed.get(language, "{}"))
        return self._entries[language]


def fits(pattern: str, word: str) -> bool:
    """Whether a word of a phrase stands for ``word``."""
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else pattern == word


@cache
def lexicon() -> PhraseBook:
    """All phrases, read once."""
    knowing, stems, *packed = PHRASES.read_text(encoding="utf-8").splitlines()
    by_language = dict(line.split("\t", 1) for line in packed)
    return PhraseBook(json.loads(knowing), json.loads(stems), by_language)
