"""The texts that languages are learned from: chosen, cut short and stripped, so that short and bare text is learned.

Only counts leave this module; no text of the corpora is kept.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from checker.text.languages.known import LANGUAGES_BY_SCRIPT, Script
from checker.text.languages.scripts import code_points, letters
from training.corpora import languages, read

SOURCE_WEIGHTS = {
    "bible": 0.08,
    "inaturalist": 0.15,
    "gnome-help": 0.3,
    "bitcoin-org": 0.3,
    "mozilla-www": 0.6,
    "tldr": 0.0,
}
"""Odds of a sentence by source; 1 where not named.  Narrow domains weigh little."""

RELABELLED = {
    ("sl", "tatoeba-mt-test"): "sk",
    ("sl", "tatoeba-opus"): "sk",
    ("sl", "tatoeba-pivot"): "sk",
    ("ms", "tatoeba-mt-test"): "id",
    ("zh", "tatoeba-mt-test"): "und",
    ("zh", "tatoeba-pivot"): "und",
}
"""Lists that are in another language than the corpora have them under; Tatoeba's Chinese is in both scripts."""

LEXICON_SOURCES = frozenset({"inflected", "wikt", "omw-wikt", "omw", "lex2", "wikt-words"})
"""Lexicons of common words; names and terms say little about a language."""

ENGLISH_TEXTS = 80_000
OTHER_TEXTS = 10_000
LEXICON_TEXTS = 1_500
"""Texts a language: real ones, and lines of ``LEXICON_WORDS`` words, which also make up for missing real ones."""

LEXICON_WORDS = 5
MAX_COPIES = 4
"""A language with few sentences has each of them cut in at most so many ways."""

SHARE_WHOLE = 0.35
SHARE_STRIPPED = 0.5
CROPS = (12, 20, 30, 40, 40, 60, 80)
"""Lengths in characters that the other texts are cut to."""

CHECK_ONE_IN = 20
"""One English sentence in so many, and all its translations, is kept to check and calibrate."""

_TEMPLATE = re.compile(r"[%$]\{|%\(|\{\{|<[a-z/?]|\\n|=")
_CODES = {"zh-Hant": "zh_hant"}


class Sentence(NamedTuple):
    """A sentence, the odds of its source, and whether it is kept to check with."""

    weight: float
    check: bool
    text: str


Accept: TypeAlias = Callable[[list[str], int], NDArray[np.bool_]]
"""``accept(texts, column)``: whether each is believed to be in that language, shape (n,)."""


@dataclass(frozen=True)
class Texts:
    """Texts and the column of the language of each; shapes (n,)."""

    texts: list[str]
    labels: NDArray[np.int64]


def strip_marks(text: str) -> str:
    """``text`` as typed without diacritics."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f")


def in_script(text: str, script: Script) -> bool:
    """Whether at least four letters in five are of ``script``."""
    scripts = letters(code_points(text)).script
    count = int((scripts != Script.NONE).sum())
    return count > 0 and int((scripts == script).sum()) >= 0.8 * count


def is_check(english: str) -> bool:
    """Whether a sentence is kept to check with rather than to learn from."""
    return int.from_bytes(blake2b(english.encode(), digest_size=4).digest(), "little") % CHECK_ONE_IN == 0


def sentences(corpora: Path, language: str, script: Script) -> list[Sentence]:
    """The sentences of a language, in whatever script, that are not templates or left in English."""
    if language == "en":
        return _english(corpora)
    found = []
    for label in sorted({language, *(label for label, _ in RELABELLED)}):
        for pair in read(corpora, "sentences", _CODES.get(label, label)):
            if RELABELLED.get((label, pair.source), label) != language:
                continue
            text = pair.translation
            if script is Script.HAN and language == "ja":
                text = re.sub("[\u3041-\u30ff]+", " ", text)
            weight = SOURCE_WEIGHTS.get(pair.source, 1.0)
            if weight and text != pair.english and not _TEMPLATE.search(text):
                found.append(Sentence(weight, is_check(pair.english), text))
    return found


@cache
def _english(corpora: Path) -> list[Sentence]:
    seen: dict[str, Sentence] = {}
    for language in languages(corpora):
        for pair in read(corpora, "sentences", language):
            weight = SOURCE_WEIGHTS.get(pair.source, 1.0)
            if weight and pair.english not in seen and not _TEMPLATE.search(pair.english):
                seen[pair.english] = Sentence(weight, is_check(pair.english), pair.english)
    return list(seen.values())


def lexicon_texts(corpora: Path, language: str, script: Script, count: int, rng: random.Random) -> list[str]:
    """At most ``count`` lines of common words that are not the English ones."""
    words = {
        pair.translation
        for pair in read(corpora, "lexicon", _CODES.get(language, language))
        if pair.source in LEXICON_SOURCES
        and pair.translation.lower() != pair.english.lower()
        and pair.translation[:1].islower()
        and len(pair.translation) > 3
        and in_script(pair.translation, script)
    }
    shuffled = sorted(words)
    rng.shuffle(shuffled)
    shuffled = shuffled[: count * LEXICON_WORDS]
    return [" ".join(shuffled[i : i + LEXICON_WORDS]) for i in range(0, len(shuffled), LEXICON_WORDS)]


def learning_texts(corpora: Path, script: Script, accept: Accept) -> Texts:
    """The texts to learn the languages of a script from, whole and cut, half of them without diacritics.

    Corpora have wrong labels: what ``accept`` does not believe is left out.
    """
    rng = random.Random(int(script))
    codes = LANGUAGES_BY_SCRIPT[script]
    texts: list[str] = []
    labels: list[int] = []
    for column, language in enumerate(codes):
        wanted = ENGLISH_TEXTS if language == "en" else OTHER_TEXTS
        rows = [row for row in sentences(corpora, language, script) if not row.check]
        rows.sort(key=lambda row: (rng.random() ** (1 / row.weight), row.text), reverse=True)
        drawn = [row.text for row in rows[: 3 * wanted] if in_script(row.text, script)][: wanted * 5 // 4]
        own = [text for text, good in zip(drawn, accept(drawn, column), strict=True) if good][:wanted]
        copies = max(1, min(MAX_COPIES, wanted // max(len(own), 1)))
        mine = [_cut(text, rng) for text in own for _ in range(copies)]
        if script is not Script.HAN and language != "en":
            mine += lexicon_texts(corpora, language, script, LEXICON_TEXTS + max(0, wanted - len(own)), rng)
        print(f"{language}: {len(own)} sentences, {len(mine)} texts")
        texts += mine
        labels += [column] * len(mine)
    texts = [strip_marks(text) if rng.random() < SHARE_STRIPPED else text for text in texts]
    return Texts(texts, np.array(labels, dtype=np.int64))


def _cut(text: str, rng: random.Random) -> str:
    """``text`` whole, or a run of its words (of its characters where there are no spaces)."""
    if rng.random() < SHARE_WHOLE:
        return text
    length = rng.choice(CROPS)
    words = text.split()
    if len(words) < 3:
        start = rng.randrange(max(1, len(text) - length // 3))
        return text[start : start + length // 3] if len(text) > length else text
    first = 0 if rng.random() < 0.4 else rng.randrange(len(words))
    last, size = first, 0
    while last < len(words) and size < length:
        size += len(words[last]) + 1
        last += 1
    return " ".join(words[first:last])
