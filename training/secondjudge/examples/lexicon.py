"""Single words and their renderings, for exchanging one word for another on both sides alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np

from checker.encoders.embedded import EmbeddedEncoder
from checker.text.unspaced import LETTERS
from training.corpora import read
from training.secondjudge.examples.kinds import KINDS, OPPOSITES

SOURCES = frozenset({"inflected", "wikt", "omw-wikt", "omw", "cldr", "countries", "lex2", "wikt-words"})
MOST_FORMS = 16
LEAST_USE = 12
"""How often a word must stand in the corpora to be exchanged by likeness of its vector."""

RELATED = (0.34, 0.62)
"""Cosines between which two words are about the same thing and say another: below they have nothing to do with each
other, above they may be one for the other."""

MOST_ALIKE = 0.55
"""Share of letters (Ratcliff and Metzener 1988) from which two names may be one (chosen: "Welsh", "Wales")."""

UNSPACED = re.compile(f"[{LETTERS}]")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Lexicon:
    """``forms``: for each English word, in lower case, its renderings in one language."""

    def __init__(self, corpora: Path, language: str, wanted: frozenset[str]) -> None:
        self.language = language
        self.forms: dict[str, list[str]] = {}
        for pair in read(corpora, "lexicon", language):
            english = pair.english.lower()
            if pair.source not in SOURCES or english not in wanted or " " in pair.translation:
                continue
            if len(pair.translation) < (1 if UNSPACED.search(pair.translation) else 3):
                continue
            forms = self.forms.setdefault(english, [])
            if len(forms) < MOST_FORMS and pair.translation.lower() not in forms:
                forms.append(pair.translation.lower())

    def found(self, english: str, text: str) -> tuple[int, int] | None:
        """Where a rendering of an English word stands in a text."""
        low = text.lower()
        if len(low) != len(text):
            return None
        for form in sorted(self.forms.get(english, ()), key=len, reverse=True):
            if UNSPACED.search(form):
                at = low.find(form)
                if at >= 0:
                    return at, at + len(form)
                continue
            match = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", low)
            if match:
                return match.span()
        return None

    def form_like(self, english: str, model: str, rng: np.random.Generator) -> str | None:
        """A rendering of an English word that ends as ``model`` does, so that it mostly fits its place."""
        forms = self.forms.get(english)
        if not forms:
            return None
        ends = [_common_end(form, model.lower()) for form in forms]
        best = [form for form, end in zip(forms, ends, strict=True) if end == max(ends)]
        chosen = best[int(rng.integers(len(best)))]
        return chosen[:1].upper() + chosen[1:] if model[:1].isupper() else chosen


def may_stand_for(other: str, name: str) -> bool:
    """Whether a name is built like another and yet is another name, not the same in another spelling."""
    if len(other.split()) != len(name.split()):
        return False
    return SequenceMatcher(None, other, name, autojunk=False).ratio() < MOST_ALIKE


def _common_end(a: str, b: str) -> int:
    count = 0
    while count < min(len(a), len(b), 4) and a[-1 - count] == b[-1 - count]:
        count += 1
    return count


class Exchanges:
    """For an English word others of its kind, its opposites, and words about the same thing; for a name others like
    it."""

    def __init__(self, counts: Counter[str], names: list[str], encoder: EmbeddedEncoder) -> None:
        self.names = {
            name: alike
            for name, others in related(names, encoder).items()
            if (alike := [other for other in others if may_stand_for(other, name)])
        }
        self.kind: dict[str, list[str]] = {}
        for line in KINDS:
            for word in line:
                self.kind.setdefault(word, []).extend(other for other in line if other != word)
        self.opposite: dict[str, list[str]] = {}
        for left, right in OPPOSITES:
            self.opposite.setdefault(left, []).append(right)
            self.opposite.setdefault(right, []).append(left)
        self.related = related(
            [word for word, count in counts.items() if count >= LEAST_USE and len(word) >= 4], encoder
        )

    @property
    def words(self) -> frozenset[str]:
        """Every English word that may be exchanged, or be put in for another."""
        return frozenset(self.kind) | frozenset(self.opposite) | frozenset(self.related)


def related(words: list[str], encoder: EmbeddedEncoder, count: int = 24) -> dict[str, list[str]]:
    """For each word those whose vectors are related but no synonyms (``RELATED``) and that are spelt otherwise."""
    vectors = encoder.encode(words)
    found: dict[str, list[str]] = {}
    low, high = RELATED
    for begin in range(0, len(words), 1024):
        cosines = vectors[begin : begin + 1024] @ vectors.T
        cosines[(cosines > high) | (cosines < low)] = -1.0
        nearest = np.argpartition(-cosines, count, axis=1)[:, :count]
        for k, row in enumerate(nearest):
            word = words[begin + k]
            others = [words[j] for j in row if cosines[k, j] > 0 and words[j][:4] != word[:4]]
            if others:
                found[word] = others
    return found


def english_words(texts: Iterable[str]) -> Counter[str]:
    """How often each word of lower-case letters stands in English texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word for word in WORD.findall(text) if word.islower())
    return counts
