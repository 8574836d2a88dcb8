"""Builds ``checker/text/data/ordinary_words.npz``: ``python -m training.details.ordinary CORPORA``.

The commonest words of each language that often stand with a small letter in parallel text ("minister", though
titles have a capital); as Bloom filters of eight bits a word.  The same corpora give the same bytes.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import numpy as np

from checker.text.ordinary import DATA, filled
from checker.text.words import words
from training.corpora import read

LANGUAGES = (
    "bg ca cs da de el es et fi fr hr hu hy id is it lt lv mk nl no pl pt ro ru sk sl sq sr sv tr uk vi af be bs az"
    " eu gl"
).split()
ENGLISH_FROM = ("ro", "de", "fr", "cs", "ru")
"""Languages whose pairs give the English words."""

MOST = 16_000
LEAST = 3
SHARE = 0.2
"""Uses with a small letter for each one with a capital, mid-sentence, from which a word is an ordinary one."""


def counts(corpora: Path, language: str, *, english: bool) -> tuple[Counter[str], Counter[str]]:
    """How often words stand with a small letter, and with a capital."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    seen: set[str] = set()
    for pair in read(corpora, "sentences", language):
        text = pair.english if english else pair.translation
        if text in seen:
            continue
        seen.add(text)
        for word in words(text):
            if word.text.islower():
                small[word.text] += 1
            elif word.is_name:
                capital[word.text.lower()] += 1
    return small, capital


def main() -> None:
    corpora = Path(sys.argv[1])
    filters: dict[str, np.ndarray] = {}
    for language in ("en", *LANGUAGES):
        small: Counter[str] = Counter()
        capital: Counter[str] = Counter()
        for source in ENGLISH_FROM if language == "en" else (language,):
            more = counts(corpora, source, english=language == "en")
            small.update(more[0])
            capital.update(more[1])
        common = [
            word for word, count in small.items() if count >= LEAST and count >= SHARE * capital[word] and len(word) > 1
        ]
        common.sort(key=lambda word: (-small[word], word))
        filters[language] = filled(common[:MOST])
    np.savez(DATA, allow_pickle=False, **filters)
    print(f"{len(filters)} languages, {DATA.stat().st_size} bytes")


if __name__ == "__main__":
    main()
