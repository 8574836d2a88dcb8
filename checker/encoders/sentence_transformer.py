"""Any sentence-transformers model as an encoder. The one file that touches that library, and only when
asked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from checker.encoders.protocol import Progress, Vectors
from checker.errors import MissingPackageError, ModelDamagedError, ModelNotFoundError

INSTALL = 'pip install "sentence-transformers>=5"'

FAMILY_PREFIXES = ((re.compile(r"(?:^|[-_])e5[-_]"), "query: "),)
"""Prefix by a part of the model's name, for families that want one and do not record it (E5: Wang et al.
2022, for symmetric tasks). What the model's own files record comes first."""

SYMMETRIC_PROMPTS = ("sts", "STS", "bitext", "BitextMining", "query")
"""Recorded prompts that suit comparing like with like, the best first."""

BLOCK = 2_048
"""Texts between two calls of ``progress``."""


class SentenceTransformerEncoder:
    """A model by hub name or path; nothing is downloaded unless ``fetch`` is true.

    Raises ``MissingPackageError`` without the library, ``ModelNotFoundError`` for a model that is not on disk
    and ``ModelDamagedError`` for one that cannot be loaded.
    """

    def __init__(
        self,
        name_or_path: str,
        *,
        fetch: bool = False,
        progress: Progress | None = None,
        device: str | None = None,
        batch_size: int | None = None,
    ) -> None:
        self.name = name_or_path
        self._progress = progress
        self._model = _open(name_or_path, fetch, device)
        self._prompt = prompt_for(
            name_or_path, getattr(self._model, "prompts", None) or {}, getattr(self._model, "default_prompt_name", None)
        )
        self._batch_size = batch_size or (128 if _device_kind(self._model) != "cpu" else 32)
        self.revision = _revision(self._model, self._prompt)
        self.dimension = int(_dimension(self._model))

    @property
    def prompt(self) -> str:
        """What is put before every text."""
        return self._prompt

    @property
    def longest(self) -> int | None:
        """Tokens at which a text is cut, read from the model's files; None when it never is."""
        length = getattr(self._model, "max_seq_length", None)
        return int(length) if length is not None and np.isfinite(length) else None

    def overlong(self, texts: Sequence[str]) -> list[int]:
        """Indices of the texts that the model reads only the beginning of, in order."""
        longest, tokenizer = self.longest, getattr(self._model, "tokenizer", None)
        if longest is None or tokenizer is None:
            return []
        # No token is shorter than a byte, so most texts need no counting.
        listed = [k for k, text in enumerate(texts) if len(text.encode("utf-8", "replace")) > longest // 2]
        if not listed:
            return []
        read = tokenizer([self._prompt + texts[k] for k in listed], truncation=False, verbose=False)["input_ids"]
        return [k for k, ids in zip(listed, read, strict=True) if len(ids) > longest]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, dimension): one unit row a text, in order; a zero row for an empty text."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for begin in range(0, len(texts), BLOCK):
            block = list(texts[begin : begin + BLOCK])
            vectors[begin : begin + len(block)] = self._model.encode(
                block,
                batch_size=self._batch_size,
                prompt=self._prompt or None,
                show_progress_bar=False,
                convert_to_numpy=True,
                normalize_embeddings=True,
            )
            if self._progress is not None:
                self._progress(begin + len(block), len(texts))
        empty = [index for index, text in enumerate(texts) if not text.strip()]
        vectors[empty] = 0
        return np.nan_to_num(vectors, copy=False)


def prompt_for(name: str, prompts: dict[str, str], default: str | None) -> str:
    """The prefix of a model: its default prompt, a recorded one for comparing like with like, or its
    family's."""
    if default is not None and default in prompts:
        return prompts[default]
    for wanted in SYMMETRIC_PROMPTS:
        if prompts.get(wanted):
            return prompts[wanted]
    lowered = Path(name).name.lower()
    return next((prefix for family, prefix in FAMILY_PREFIXES if family.search(lowered)), "")


def _open(name: str, fetch: bool, device: str | None) -> Any:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise MissingPackageError(f"the model {name} needs sentence-transformers", f"run: {INSTALL}") from error
    if Path(name).is_dir() and not any((Path(name) / file).exists() for file in ("modules.json", "config.json")):
        raise ModelNotFoundError(f"{name}: a folder, but no sentence-transformers model", "name a model's own folder")
    try:
        return SentenceTransformer(name, device=device, local_files_only=not fetch, trust_remote_code=False)
    except OSError as error:
        hint = (
            "name a folder that holds it, or allow the download with --fetch"
            if not fetch
            else ("check the name and the connection")
        )
        raise ModelNotFoundError(f"{name}: no such model on this disk", hint) from error
    except Exception as error:  # the library raises what its many parts raise
        raise ModelDamagedError(f"{name}: cannot be loaded ({error})", "install or download the model again") from error


def _device_kind(model: Any) -> str:
    return str(getattr(model.device, "type", model.device))


def _dimension(model: Any) -> int:
    method: Callable[[], int] = getattr(model, "get_embedding_dimension", None) or (
        model.get_sentence_embedding_dimension
    )
    return method()


def _revision(model: Any, prompt: str) -> str:
    """Sixteen digits from the weights, the vocabulary and the settings, wherever the model came from."""
    total = sha256(prompt.encode())
    for name, tensor in sorted(model.state_dict().items()):
        array = tensor.detach().cpu().contiguous()
        total.update(f"{name} {tuple(array.shape)} {array.dtype}".encode())
        total.update(array.view(-1).view(dtype=_bytes_type()).numpy())
    tokenizer = getattr(model, "tokenizer", None)
    listed: Callable[[], dict[str, int]] | None = getattr(tokenizer, "get_vocab", None)
    vocabulary = listed() if listed is not None else {}
    total.update(json.dumps(vocabulary, sort_keys=True).encode())
    total.update(str(getattr(model, "max_seq_length", None)).encode())
    return total.hexdigest()[:16]


def _bytes_type() -> Any:
    import torch

    return torch.uint8
