"""Cuts the XLM-R vocabulary of the pretrained model to the pieces that the served languages use.

A piece is kept when the corpora hold it often enough, or when it is a single character that they hold at all: what
was dropped is then cut into smaller pieces that are known.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from safetensors import safe_open
from tokenizers import Tokenizer

from checker.encoders.protocol import Vectors

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
"""The first four pieces, as in the pretrained model: begin, padding, end and separator, unknown."""


def counted(tokenizer: Tokenizer, texts: Iterable[str], at_once: int = 4096) -> Counter[int]:
    """How often each piece of the whole vocabulary is used."""
    counts: Counter[int] = Counter()
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) == at_once:
            counts.update(piece for found in tokenizer.encode_batch(batch) for piece in found.ids)
            batch = []
    counts.update(piece for found in tokenizer.encode_batch(batch) for piece in found.ids)
    return counts


def kept(pieces: list[list[object]], counts: Counter[int], size: int) -> list[int]:
    """Which pieces stay, in their old order: the special ones, characters in use, and the commonest others."""
    always = list(range(len(SPECIAL)))
    characters = [
        k
        for k, (piece, _) in enumerate(pieces)
        if k >= len(SPECIAL) and len(str(piece).removeprefix("▁")) <= 1 and counts[k]
    ]
    chosen = {*always, *characters}
    for k, _ in counts.most_common():
        if len(chosen) >= size:
            break
        chosen.add(k)
    return sorted(chosen)


def cut(pretrained: Path, texts: Iterable[str], size: int, out: Path) -> None:
    """Write ``tokenizer.json`` and ``words.npy`` (float32, (pieces, width)) of the cut vocabulary into ``out``."""
    whole = json.loads((pretrained / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_str(json.dumps(whole))
    pieces = whole["model"]["vocab"]
    chosen = kept(pieces, counted(tokenizer, texts), size)
    whole["model"]["vocab"] = [pieces[k] for k in chosen]
    whole["model"]["unk_id"] = SPECIAL.index("<unk>")
    whole["added_tokens"] = [token for token in whole["added_tokens"] if token["content"] in SPECIAL]
    whole["post_processor"] = None
    whole["truncation"] = whole["padding"] = None
    out.mkdir(parents=True, exist_ok=True)
    (out / "tokenizer.json").write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    np.save(out / "words.npy", word_vectors(pretrained)[chosen])


def word_vectors(pretrained: Path) -> Vectors:
    """The pretrained word vectors, float32, (pieces, width)."""
    with safe_open(str(pretrained / "model.safetensors"), "np") as file:
        rows: Vectors = file.get_tensor("embeddings.word_embeddings.weight").astype(np.float32)
    return rows
