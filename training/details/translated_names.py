"""Builds ``checker/text/data/translated_names.npz``: ``python -m training.details.translated_names CORPORA``.

Words that stand with a capital and are mostly said by words of another sound on the other side: "Commonwealth",
"Munich", "Brytania", titles.  As Bloom filters of eight bits a word, of the beginnings of words, so that endings do not
matter.  The same corpora give the same bytes; nothing is learned from held-out blocks (``training.heldout``).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from checker.text.names.likeness import likeness
from checker.text.names.translated import DATA, beginning
from checker.text.ordinary import filled
from checker.text.words import Word, is_shouting, words
from training.corpora import SENTENCE_WEIGHTS, Pair, read
from training.heldout import held_out_keys, key

LANGUAGES = (
    "bg ca cs da de el es et fi fr hr hu hy id is it ka lt lv mk nl no pl pt ro ru sk sl sq sr sv tr uk vi be bs"
).split()

MIDDLE = re.compile("[a-z,] [A-Z][a-z]")
LEXICONS = frozenset({"cldr", "countries", "wikt", "lex2", "omw-cldr"})
"""Sources of names by themselves: what is one there is one for certain."""

NOUNS = frozenset({"de"})
"""Languages that write all nouns with a capital."""

ALIKE = 0.6
"""Likeness by sound from which a name is kept; chosen."""

LEAST = 2
KEPT = 0.75
"""Uses of a word, and the share of them in which it is kept below which it is often called otherwise; chosen."""

MOST, MOST_LINES, MOST_LETTERS = 12_000, 6_000, 400
LEAST_WEIGHT = 0.7
"""Words of a filter, lines of a language, letters of a line, and weight of the sources that lines are from; chosen."""


def names(text: str) -> list[Word]:
    """The words with a capital that is not at its ordinary place; in a title on its own, all words with a capital."""
    if is_shouting(text):
        return []
    listed = words(text)
    whole = all(word.text[0].isupper() for word in listed)
    return [word for word in listed if len(word.text) > 2 and (word.is_name or (whole and word.text[0].isupper()))]


def kept(ours: list[Word], text: str) -> Iterator[tuple[str, bool]]:
    """Of each name whether a word of the other side sounds like it."""
    others = [word.text for word in words(text)]
    if others and ours:
        best = likeness([word.text for word in ours], others).max(axis=1)
        yield from ((beginning(word.text), bool(best[k] >= ALIKE)) for k, word in enumerate(ours))


def pairs(corpora: Path, language: str, held: frozenset[int]) -> Iterator[Pair]:
    """Names by themselves, nouns that have a capital all the same, and lines that have a name in the middle."""
    for pair in read(corpora, "lexicon", language):
        is_noun = language in NOUNS and pair.translation[:1].isupper() and " " not in pair.translation
        if is_noun or (pair.source in LEXICONS and pair.english[:1].isupper()):
            yield pair
    count = 0
    for pair in read(corpora, "sentences", language):
        if SENTENCE_WEIGHTS.get(pair.source, 1.0) < LEAST_WEIGHT or len(pair.english) > MOST_LETTERS:
            continue
        if MIDDLE.search(pair.english) and key(pair.english) not in held:
            count += 1
            yield pair
        if count == MOST_LINES:
            return


def main() -> None:
    corpora = Path(sys.argv[1])
    held = held_out_keys(corpora)
    uses: dict[str, Counter[str]] = {language: Counter() for language in ("en", *LANGUAGES)}
    same: dict[str, Counter[str]] = {language: Counter() for language in ("en", *LANGUAGES)}
    for language in LANGUAGES:
        for pair in pairs(corpora, language, held):
            sides = ("en", pair.english, pair.translation), (language, pair.translation, pair.english)
            for of, text, other in sides:
                for begun, is_kept in kept(names(text), other):
                    uses[of][begun] += 1
                    same[of][begun] += is_kept
    filters: dict[str, np.ndarray] = {}
    for language, counted in uses.items():
        often = [word for word, count in counted.items() if count >= LEAST and same[language][word] < KEPT * count]
        often.sort(key=lambda word: (-counted[word], word))
        filters[language] = filled(often[:MOST])
    np.savez(DATA, allow_pickle=False, **filters)
    print(f"{len(filters)} languages, {DATA.stat().st_size} bytes")


if __name__ == "__main__":
    main()
