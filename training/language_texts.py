"""The texts that languages are learned from: chosen, cut short and stripped, so that short and bare text is learned.

Only counts leave this module; no text of the corpora is kept.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np

from checker.text.profiles import LANGUAGES_BY_SCRIPT
from checker.text.scripts import Script, code_points, letters
from training.corpora import read

SOURCE_WEIGHTS = {"bible": 0.08, "inaturalist": 0.15, "gnome-help": 0.3, "bitcoin-org": 0.3, "mozilla-www": 0.6, "tldr": 0.0}
"""Odds of a sentence by source; 1 where not named.  Narrow domains weigh little."""

LEXICON_SOURCES = frozenset({"inflected", "wikt", "omw-wikt", "omw", "lex2", "wikt-words"})
"""Lexicons of common words; names and terms say little about a language."""

ENGLISH_TEXTS = 60_000
OTHER_TEXTS = 8_000
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


@dataclass(frozen=True)
class Texts:
    """Texts and the column of the language of each; shapes (n,)."""

    texts: list[str]
    labels: np.ndarray


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


def sentences(corpora: Path, language: str, script: Script) -> Iterator[tuple[float, bool, str]]:
    """Weight, whether to check with it, and text of each sentence of a language in a script."""
    if language == "en":
        yield from _english(corpora)
        return
    for pair in read(corpora, "sentences", _CODES.get(language, language)):
        text = pair.translation
        weight = SOURCE_WEIGHTS.get(pair.source, 1.0)
        if script is Script.HAN and language == "ja":
            text = re.sub("[\u3041-\u30ff]+", " ", text)
        if weight and text != pair.english and not _TEMPLATE.search(text) and in_script(text, script):
            yield weight, is_check(pair.english), text


def _english(corpora: Path) -> Iterator[tuple[float, bool, str]]:
    seen = set()
    for path in sorted((corpora / "sentences").glob("*.tsv.xz")):
        for pair in read(corpora, "sentences", path.name.removesuffix(".tsv.xz")):
            weight = SOURCE_WEIGHTS.get(pair.source, 1.0)
            if weight and pair.english not in seen and not _TEMPLATE.search(pair.english):
                seen.add(pair.english)
                yield weight, is_check(pair.english), pair.english


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


def learning_texts(corpora: Path, script: Script, accept: Callable[[list[str], int], np.ndarray]) -> Texts:
    """The texts to learn the languages of a script from, whole and cut, half of them without diacritics.

    ``accept(texts, column)`` says which texts are believed to be in their language: bool (n,).
    """
    rng = random.Random(int(script))
    texts: list[str] = []
    labels: list[int] = []
    for column, language in enumerate(LANGUAGES_BY_SCRIPT[script]):
        wanted = ENGLISH_TEXTS if language == "en" else OTHER_TEXTS
        rows = [(weight, text) for weight, check, text in sentences(corpora, language, script) if not check]
        drawn = sorted(((rng.random() ** (1 / weight), text) for weight, text in rows), reverse=True)[: wanted * 5 // 4]
        chosen = [text for _, text in drawn]
        chosen = [text for text, good in zip(chosen, accept(chosen, column), strict=True) if good][:wanted]
        copies = max(1, min(MAX_COPIES, wanted // max(len(chosen), 1)))
        mine = [_cut(text, rng) for text in chosen for _ in range(copies)]
        if script is not Script.HAN and language != "en":
            missing = max(0, OTHER_TEXTS - len(chosen))
            mine += lexicon_texts(corpora, language, script, LEXICON_TEXTS + missing, rng)
        texts += mine
        labels += [column] * len(mine)
    texts = [strip_marks(text) if rng.random() < SHARE_STRIPPED else text for text in texts]
    return Texts(texts, np.array(labels, dtype=np.int64))


def checking_texts(corpora: Path, script: Script, count: int) -> Texts:
    """Whole texts and their first 40 characters that were not learned from, at most ``count`` a language."""
    texts: list[str] = []
    labels: list[int] = []
    for column, language in enumerate(LANGUAGES_BY_SCRIPT[script]):
        held = [text for weight, check, text in sentences(corpora, language, script) if check and weight == 1.0]
        for text in held[:count]:
            texts += [text, text[:40]]
            labels += [column, column]
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
