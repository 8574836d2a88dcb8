"""Any sentence-transformers model as an encoder. The one file that touches that library, and only when
asked."""

from __future__ import annotations

import json
import logging
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from checker.encoders.prompts import known_prompt
from checker.encoders.protocol import Vectors
from checker.errors import MissingPackageError, ModelDamagedError, ModelNotFoundError
from checker.modelfiles import refuse_what_is_no_file
from checker.progress import Progress

INSTALL = 'pip install "sentence-transformers>=5"'

BATCHES = 4
"""Batches between two calls of ``progress``; chosen: enough to sort texts by length in, few enough to see it move."""


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
        self._digest = _digest(self._model)
        if _device_kind(self._model) == "cpu":
            self._model.float()  # half precision is slower there
        known = known_prompt(
            name_or_path, getattr(self._model, "prompts", None) or {}, getattr(self._model, "default_prompt_name", None)
        )
        self.prompt_known = known is not None
        """Whether the model's files or its name say what is put before every text."""
        self._prompt = known or ""
        self._batch_size = batch_size or (128 if _device_kind(self._model) != "cpu" else 32)
        self.dimension = int(_dimension(self._model))

    @property
    def prompt(self) -> str:
        """What is put before every text."""
        return self._prompt

    @property
    def revision(self) -> str:
        """Sixteen digits from the weights, the vocabulary, the settings and the prompt, wherever they came from."""
        return sha256((self._digest + self._prompt).encode()).hexdigest()[:16]

    def with_prompt(self, prompt: str) -> SentenceTransformerEncoder:
        """The same model with something else before every text; it is not loaded again."""
        other = copy(self)
        other._prompt = prompt
        return other

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
        size = BATCHES * self._batch_size
        for begin in range(0, len(texts), size):
            block = list(texts[begin : begin + size])
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


def _open(name: str, fetch: bool, device: str | None) -> Any:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise MissingPackageError(f"the model {name} needs sentence-transformers", f"run: {INSTALL}") from error
    folder = Path(name)
    if folder.is_dir():
        if not any((folder / file).exists() for file in ("modules.json", "config.json")):
            raise ModelNotFoundError(
                f"{name}: a folder, but no sentence-transformers model", "name a model's own folder"
            )
        refuse_what_is_no_file(folder)
    try:
        with _quiet(bars=fetch), _seeded():
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


@contextmanager
def _quiet(*, bars: bool) -> Iterator[None]:
    """Keeps what the libraries report, warn of and, unless ``bars``, show of their progress off standard error.

    What a user of the Python interface has set is set again afterwards.
    """
    from transformers.utils import logging as library

    own = logging.getLogger("sentence_transformers")
    verbosity, level, shown = library.get_verbosity(), own.level, library.is_progress_bar_enabled()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            library.set_verbosity_error()
            own.setLevel(logging.ERROR)
            if not bars:
                library.disable_progress_bar()
            yield
        finally:
            library.set_verbosity(verbosity)
            own.setLevel(level)
            if shown and not bars:
                library.enable_progress_bar()


@contextmanager
def _seeded() -> Iterator[None]:
    """Weights that the files lack (a pooler that nothing reads) are the same each time; others' draws are not moved."""
    import torch

    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(0)
        yield


def _device_kind(model: Any) -> str:
    return str(getattr(model.device, "type", model.device))


def _dimension(model: Any) -> int:
    method: Callable[[], int] = getattr(model, "get_embedding_dimension", None) or (
        model.get_sentence_embedding_dimension
    )
    return method()


def _digest(model: Any) -> str:
    """Digest of the weights as they were stored, the vocabulary and the length at which texts are cut."""
    total = sha256()
    for name, tensor in sorted(model.state_dict().items()):
        array = tensor.detach().cpu().contiguous()
        total.update(f"{name} {tuple(array.shape)} {array.dtype}".encode())
        total.update(array.view(-1).view(dtype=_bytes_type()).numpy())
    tokenizer = getattr(model, "tokenizer", None)
    listed: Callable[[], dict[str, int]] | None = getattr(tokenizer, "get_vocab", None)
    vocabulary = listed() if listed is not None else {}
    total.update(json.dumps(vocabulary, sort_keys=True).encode())
    total.update(str(getattr(model, "max_seq_length", None)).encode())
    return total.hexdigest()


def _bytes_type() -> Any:
    import torch

    return torch.uint8
