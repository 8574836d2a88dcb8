"""Corpora to flat arrays: words are numbered once, so that training never touches a string.

Written to the data directory: ``words.txt`` (every word, in order of its number), ``counts.npy`` (weighted
counts for the vocabulary), and for ``sentences`` and ``lexicon`` one ``.npz`` each with

======================  ==========================================================================
``english``, ``other``  int32, the words of all texts one after another
``*_offsets``           int64 (n + 1,), where each text begins
``*_keys``              int64 (n,), equal for equal texts
``language, source``    int16 (n,), numbers into ``names.json``; lines of one file stay in order
``held``                bool (n,), kept from training
======================  ==========================================================================
"""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import numpy as np

from checker.encoders.wordpiece import fold, words
from training.corpora import (
    LEXICON_WEIGHTS,
    OTHER_SHARE,
    PRIORITY,
    SENTENCE_WEIGHTS,
    Pair,
    languages,
)
from training.heldout import held_out_keys, is_held_out_entry, key
from training.model.augment import augmented

MAX_WORDS = 96
"""Words of a text that are looked at; longer ones are whole paragraphs."""

ENGLISH_SHARE = 0.12
LEXICON_SHARE = 0.25


class Part(NamedTuple):
    """One file with words numbered within it."""

    words: list[str]
    flat: dict[str, np.ndarray]
    sources: list[str]
    counts: dict[str, Counter[str]]


def _texts(pairs: list[Pair], side: Callable[[Pair], str], numbers: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
    flat, offsets = array("i"), array("q", [0])
    for pair in pairs:
        flat.extend([numbers.setdefault(word, len(numbers)) for word in words(fold(side(pair)))[:MAX_WORDS]])
        offsets.append(len(flat))
    return np.frombuffer(flat, np.int32), np.frombuffer(offsets, np.int64)


def _part(corpora: Path, kind: str, language: str, held: frozenset[int]) -> Part:
    pairs = list(augmented(corpora, kind, language))
    weights = SENTENCE_WEIGHTS if kind == "sentences" else LEXICON_WEIGHTS
    numbers: dict[str, int] = {}
    english, english_offsets = _texts(pairs, lambda pair: pair.english, numbers)
    other, other_offsets = _texts(pairs, lambda pair: pair.translation, numbers)
    keys = [key(pair.english) for pair in pairs]
    if kind == "sentences":
        kept_back = np.array([k in held for k in keys], bool)
    else:
        kept_back = np.array([is_held_out_entry(language, p.english, p.translation) for p in pairs], bool)
    sources = sorted({pair.source for pair in pairs})
    source_numbers = {source: index for index, source in enumerate(sources)}
    source = np.array([source_numbers[pair.source] for pair in pairs], np.int16)
    weight = np.array([weights.get(name, 1.0) for name in sources])[source] * ~kept_back if pairs else np.zeros(0)
    counts = {}
    for name, flat, offsets in (("english", english, english_offsets), ("other", other, other_offsets)):
        per_word = np.bincount(flat, np.repeat(weight, np.diff(offsets)), len(numbers))
        counts[name] = Counter({w: float(per_word[i]) for w, i in numbers.items() if per_word[i] > 0})
    arrays = {
        "english": english,
        "english_offsets": english_offsets,
        "other": other,
        "other_offsets": other_offsets,
        "english_keys": np.array(keys, np.uint64).view(np.int64),
        "source": source,
        "held": kept_back,
        "other_keys": np.array([key(pair.translation) for pair in pairs], np.uint64).view(np.int64),
    }
    return Part(list(numbers), arrays, sources, counts)


def _share(language: str, pairs: int, entries: int) -> float:
    return float((pairs + entries / 8) ** 0.5) * (1.0 if language in PRIORITY else OTHER_SHARE)


def prepare(corpora: Path, data: Path, *, jobs: int = 2, progress: Callable[[str], None] = lambda text: None) -> None:
    """Writes the arrays of ``corpora`` into the new directory ``data``."""
    data.mkdir(parents=True, exist_ok=True)
    progress("choosing the held-out blocks")
    held = held_out_keys(corpora)
    codes = languages(corpora)
    numbers: dict[str, int] = {}
    totals: defaultdict[str, float] = defaultdict(float)
    english: Counter[str] = Counter()
    sizes: dict[tuple[str, str], int] = {}
    per_language: dict[tuple[str, str], Counter[str]] = {}
    names: dict[str, list[str]] = {"languages": codes, "sources": []}
    with ProcessPoolExecutor(jobs) as pool:
        for kind in ("sentences", "lexicon"):
            columns: defaultdict[str, list[np.ndarray]] = defaultdict(list)
            parts = pool.map(_part, [corpora] * len(codes), [kind] * len(codes), codes, [held] * len(codes))
            for index, (language, part) in enumerate(zip(codes, parts, strict=True)):
                progress(f"{kind} {language}")
                rename = np.array([numbers.setdefault(w, len(numbers)) for w in part.words], np.int32)
                for source in part.sources:
                    if source not in names["sources"]:
                        names["sources"].append(source)
                resource = np.array([names["sources"].index(source) for source in part.sources], np.int16)
                size = len(part.flat["held"])
                sizes[kind, language] = size
                if not size:
                    continue
                for side in ("english", "other"):
                    columns[side].append(rename[part.flat[side]])
                    columns[f"{side}_lengths"].append(np.diff(part.flat[f"{side}_offsets"]))
                    columns[f"{side}_keys"].append(part.flat[f"{side}_keys"])
                columns["held"].append(part.flat["held"])
                columns["source"].append(resource[part.flat["source"]])
                columns["language"].append(np.full(size, index, np.int16))
                english.update(part.counts["english"])
                per_language[kind, language] = part.counts["other"]
            arrays = {name: np.concatenate(column) for name, column in columns.items()}
            for side in ("english", "other"):
                lengths = arrays.pop(f"{side}_lengths")
                arrays[f"{side}_offsets"] = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
            np.savez(data / f"{kind}.npz", **arrays)  # type: ignore[arg-type]
    shares = {code: _share(code, sizes["sentences", code], sizes["lexicon", code]) for code in codes}
    whole = sum(shares.values())
    for (kind, language), counted in per_language.items():
        fraction = LEXICON_SHARE if kind == "lexicon" else 1 - LEXICON_SHARE
        scale = shares[language] / whole * (1 - ENGLISH_SHARE) * fraction / max(sum(counted.values()), 1.0)
        for word, count in counted.items():
            totals[word] += count * scale
    scale = ENGLISH_SHARE / sum(english.values())
    for word, count in english.items():
        totals[word] += count * scale
    listed = list(numbers)
    (data / "words.txt").write_text("\n".join(listed), encoding="utf-8", errors="surrogatepass")
    np.save(data / "counts.npy", np.array([totals[word] for word in listed]))
    (data / "names.json").write_text(json.dumps(names, indent=1) + "\n", encoding="utf-8")
