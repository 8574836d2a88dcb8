"""Pairs made from other pairs, where a language has too few: other scripts, names, and sentences word by
word.

A pooled model does not look at word order. So an English news sentence whose words were looked up in the
lexicon teaches which words of a language matter in news, even where nobody translated the sentence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from random import Random

from training.corpora import LEXICON_WEIGHTS, Pair, read
from training.heldout import is_held_out_entry, key

GLOSSED_PER_LANGUAGE = 24_000
"""Word-by-word sentences made for each language."""

GLOSSED_LANGUAGES = frozenset(
    """
    ar bg el et fa he hi hr hu hy id ka ko lt lv sk sl sr uk vi
""".split()
)
"""Languages of news with few sentences of news in the corpora."""

LEXICONS = {"sr": ("sr", "hr", "bs")}
"""Languages whose words are looked up in the lexicons of their twins too (both alphabets fold to one)."""

GLOSSED_SOURCES = frozenset(
    """
    wmt-newstest wmt21-22 wmt-newsdev wmt23 wmt24 xquad flores200-dev-sib tico19-test mt-geneval setimes-sample
    rosetta-osce ud-pud opensource-guide
""".split()
)
"""Where their English comes from."""

MIN_GLOSSED = 0.5
"""Least share of the letters of an English sentence's telling words that the lexicon must cover."""

COMMON_WORDS = 150
"""So many of the commonest English words are not looked up: they say little and mean everything."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")


def augmented(corpora: Path, kind: str, language: str) -> Iterator[Pair]:
    """The pairs of ``read`` and those made for ``language``, source by source."""
    yield from read(corpora, kind, language)
    if kind == "sentences" and language in GLOSSED_LANGUAGES:
        yield from glossed(corpora, language)


def english_sentences(corpora: Path) -> list[str]:
    """Distinct English sentences of ``GLOSSED_SOURCES``, neighbours together."""
    found: dict[int, str] = {}
    for language in ("de", "ru", "cs", "ro", "mk"):
        for pair in read(corpora, "sentences", language):
            if pair.source in GLOSSED_SOURCES:
                found.setdefault(key(pair.english), pair.english)
    return list(found.values())


@cache
def _english(corpora: Path) -> tuple[Sequence[str], frozenset[str]]:
    sentences = english_sentences(corpora)
    counts = Counter(word.lower() for sentence in sentences for word in _WORD.findall(sentence))
    return sentences, frozenset(word for word, _ in counts.most_common(COMMON_WORDS) if word.isalpha())


def glossary(pairs: Iterable[Pair], language: str) -> dict[str, list[tuple[str, float]]]:
    """English entry in lower case -> translations with their weights; held-out entries are left out."""
    found: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for pair in pairs:
        if not is_held_out_entry(language, pair.english, pair.translation):
            found[pair.english.lower()].append((pair.translation, LEXICON_WEIGHTS.get(pair.source, 1.0)))
    return dict(found)


def gloss(
    sentence: str, entries: dict[str, list[tuple[str, float]]], common: frozenset[str], rng: Random
) -> tuple[str, float]:
    """``sentence`` word by word, the longest entries first (three words at most), and the share of letters
    covered."""
    tokens = _WORD.findall(sentence)
    out: list[str] = []
    covered = letters = at = 0
    while at < len(tokens):
        size = next((n for n in (3, 2) if " ".join(tokens[at : at + n]).lower() in entries), 1)
        phrase = " ".join(tokens[at : at + size])
        at += size
        choices = entries.get(phrase.lower())
        if phrase.lower() in common:
            continue
        letters += len(phrase)
        if phrase[0].isdigit():
            out.append(phrase)
        elif choices:
            texts, weights = zip(*choices, strict=True)
            out += rng.choices(texts, weights)
        else:
            continue
        covered += len(phrase)
    return " ".join(out), covered / max(letters, 1)


def glossed(corpora: Path, language: str) -> Iterator[Pair]:
    """Word-by-word pairs of ``language``, from documents drawn evenly, seeded by the language's name."""
    lexicons = [read(corpora, "lexicon", other) for other in LEXICONS.get(language, (language,))]
    entries = glossary(chain.from_iterable(lexicons), language)
    rng = Random(f"gloss {language}")
    sentences, common = _english(corpora)
    made = 0
    block = 200
    blocks = list(range(0, len(sentences), block))
    rng.shuffle(blocks)
    for begin in blocks:
        for sentence in sentences[begin : begin + block]:
            text, coverage = gloss(sentence, entries, common, rng)
            if coverage >= MIN_GLOSSED:
                yield Pair("glossed", sentence, text)
                made += 1
        if made >= GLOSSED_PER_LANGUAGE:
            return
