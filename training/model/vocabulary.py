"""Chooses the pieces of the model from weighted word counts, with a deliberate share for each language.

Byte-pair merges (Sennrich et al. 2016) propose more pieces than wanted; words are then cut as the finished
tokenizer cuts them, longest match first, and the pieces that do the most work stay.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

from checker.encoders.wordpiece import CONTINUATION, pieces
from training.model.tokenizer import UNKNOWN

UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),  # Thai, Lao, Myanmar, Khmer
    (0x3040, 0x30FF),
    (0x31F0, 0x31FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),  # kana, Han
)
"""Blocks of scripts written without spaces: where in the run a piece stands says nothing there."""


def is_unspaced(piece: str) -> bool:
    """Whether every character of the piece is of a script written without spaces."""
    return all(any(first <= ord(c) <= last for first, last in UNSPACED) for c in piece)


SHARED_LENGTH = {"HEBREW": 3, "ARABIC": 3, "HANGUL": 2}
"""Least length of a piece that shares its vector wherever it stands, by script: prefixed particles,
compounds."""

OTHER_SHARED_LENGTH = 5
"""The same for other scripts, where compounds are written together and short endings are not words."""


def is_shared(piece: str) -> bool:
    """Whether a piece (without its mark) has one vector at the beginning of a word and inside one."""
    if is_unspaced(piece):
        return True
    script = unicodedata.name(piece[0], "").split(" ")[0]
    return piece.isalpha() and len(piece) >= SHARED_LENGTH.get(script, OTHER_SHARED_LENGTH)


def row_names(vocabulary: Iterable[str]) -> Iterator[str]:
    """What each piece shares its vector under."""
    for piece in vocabulary:
        bare = piece.removeprefix(CONTINUATION)
        yield bare if is_shared(bare) else piece


def read_vocabulary(directory: Path) -> list[str]:
    """The pieces of ``vocab.txt`` in ``directory``, in order of their token ids."""
    return (directory / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]


def write_vocabulary(pieces_in_order: Sequence[str], directory: Path) -> None:
    """Writes ``vocab.txt`` in ``directory``, which is made."""
    directory.mkdir(parents=True, exist_ok=True)
    text = "\n".join(pieces_in_order) + "\n"
    (directory / "vocab.txt").write_text(text, encoding="utf-8", newline="\n")


def read_words(data: Path) -> tuple[list[str], np.ndarray]:
    """The words that ``prepare`` wrote, in order of their numbers, and float64 (words,) their weighted
    counts."""
    text = (data / "words.txt").read_text(encoding="utf-8", errors="surrogatepass")
    return text.split("\n"), np.load(data / "counts.npy")


MIN_WORDS = 3
"""Words a character must be met in to be a piece."""


TOKENS = 2e7
"""To which counts are scaled before pieces are proposed: each word is met so often, and counted, one by one."""


def scaled(counts: Mapping[str, float], tokens: float = TOKENS) -> dict[str, float]:
    """Counts that sum to ``tokens`` over all words; words that come under one are left out."""
    scale = tokens / sum(counts.values())
    return {word: count * scale for word, count in counts.items() if count * scale >= 1}


def propose(counts: Mapping[str, float], size: int) -> list[str]:
    """About ``size`` pieces by byte-pair merges over words that come so many times."""
    trainer = trainers.BpeTrainer(
        vocab_size=size,
        min_frequency=3,
        limit_alphabet=14_000,
        continuing_subword_prefix=CONTINUATION,
        max_token_length=24,
        show_progress=False,
    )
    tokenizer = Tokenizer(models.BPE(continuing_subword_prefix=CONTINUATION))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    repeated = (" ".join([word] * round(count)) for word, count in counts.items())
    tokenizer.train_from_iterator(repeated, trainer)
    return sorted(tokenizer.get_vocab())


def choose(counts: Mapping[str, float], rows: int, *, surplus: float = 1.65, tokens: float = TOKENS) -> list[str]:
    """The vocabulary: ``[UNK]`` first, then pieces in order of use, whose distinct rows number at most
    ``rows``.

    Every character of at least ``MIN_WORDS`` words stays, at the beginning of a word and inside one.
    """
    met = Counter(character for word in counts for character in set(word))
    counts = scaled(counts, tokens)
    proposed = propose(counts, int(rows * surplus))
    characters = [character for character, words in met.items() if words >= MIN_WORDS]
    kept = {mark + character for character in characters for mark in ("", CONTINUATION)}
    whole = {piece.removeprefix(CONTINUATION) for piece in proposed if is_shared(piece.removeprefix(CONTINUATION))}
    candidates = sorted(kept | set(proposed) | {mark + piece for piece in whole for mark in ("", CONTINUATION)})
    numbers = {piece: index for index, piece in enumerate(candidates)}
    longest = max(map(len, candidates))
    use: Counter[str] = Counter()
    token_use: Counter[int] = Counter()
    names = list(row_names(candidates))
    for word, count in counts.items():
        for index in pieces(word, numbers, -1, longest):
            if index >= 0:
                use[names[index]] += count  # type: ignore[assignment]
                token_use[index] += 1
    essential = set(row_names(kept))
    ranked = sorted(use, key=lambda name: (-use[name], name))
    chosen = essential | set([name for name in ranked if name not in essential][: rows - len(essential)])
    order = {name: index for index, name in enumerate(ranked)}
    vocabulary = sorted(
        (
            piece
            for index, (piece, name) in enumerate(zip(candidates, names, strict=True))
            if piece in kept or (name in chosen and token_use[index])
        ),
        key=lambda piece: (
            order.get(piece if piece in order else piece.removeprefix(CONTINUATION), len(order)),
            piece,
        ),
    )
    return [UNKNOWN, *vocabulary]
