"""Every word as rows of the embedding, once as the tokenizer cuts it and a few times cut at random.

Random cuts (MaxMatch dropout, Hiraoka 2022: a match is refused now and then, so a shorter one is taken) let
an inflected or unseen form share pieces with forms that were seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

import numpy as np

from checker.encoders.wordpiece import CONTINUATION, pieces
from training.model.vocabulary import row_names

VARIANTS = 3
"""Random cuts of each word, beside the usual one."""

REFUSAL = 0.3
"""Probability that a match is refused in a random cut."""

_CHUNK = 100_000


def rows_of(vocabulary: Sequence[str]) -> np.ndarray:
    """int32 (tokens,): the row of each token; -1 for the first, the unknown piece."""
    numbers: dict[str, int] = {}
    rows = [numbers.setdefault(name, len(numbers)) for name in row_names(vocabulary[1:])]
    return np.array([-1, *rows], np.int32)


def cut_at_random(word: str, vocabulary: dict[str, int], longest: int, rng: Random) -> list[int]:
    """Token ids of ``word`` with matches of two characters and more refused at random; 0 for what has no
    piece."""
    found: list[int] = []
    start, size = 0, len(word)
    while start < size:
        prefix = CONTINUATION if start else ""
        for end in range(min(size, start + longest), start, -1):
            piece = vocabulary.get(prefix + word[start:end])
            if piece is not None and (end == start + 1 or rng.random() >= REFUSAL):
                found.append(piece)
                start = end
                break
        else:
            return [0]
    return found


def _cut(words: Sequence[str], vocabulary: dict[str, int], seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = Random(seed)
    longest = max(map(len, vocabulary))
    lengths, flat = [], []
    for word in words:
        cuts = [pieces(word, vocabulary, 0, longest)]
        cuts += [cut_at_random(word, vocabulary, longest, rng) for _ in range(VARIANTS)]
        for found in cuts:
            lengths.append(len(found))
            flat.extend(found)
    return np.array(lengths, np.int32), np.array(flat, np.int32)


def segment(words: Sequence[str], vocabulary: Sequence[str], path: Path, *, seed: int = 0, jobs: int = 2) -> None:
    """Writes ``rows`` int32 and ``offsets`` int64 (words * (VARIANTS + 1) + 1,) of every cut to ``path``
    (.npz)."""
    numbers = {piece: index for index, piece in enumerate(vocabulary)}
    chunks = [words[i : i + _CHUNK] for i in range(0, len(words), _CHUNK)]
    seeds = [seed * 1_000_003 + index for index in range(len(chunks))]
    with ProcessPoolExecutor(jobs) as pool:
        parts = list(pool.map(_cut, chunks, [numbers] * len(chunks), seeds))
    lengths = np.concatenate([part[0] for part in parts])
    rows = rows_of(vocabulary)[np.concatenate([part[1] for part in parts])]
    offsets = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)])
    np.savez(path, rows=rows, offsets=offsets)
