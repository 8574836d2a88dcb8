"""The embedded static model through numpy alone: ready in milliseconds, weights read from disk as they are
needed.

A text's vector is the normalised mean of its pieces' vectors. A model directory holds

- ``model.safetensors``: ``embeddings`` int8 (rows, dimension), ``mapping`` int64 (tokens,), the row of each
  token, and ``weights`` float32 (tokens,), the scale of each token's row;
- ``vocab.txt``: the tokens in order, one a line, the unknown token first;
- ``MODEL.json``: name, revision and the SHA-256 of every file (``checker.modelfiles``);
- what sentence-transformers needs to load the same model (``modules.json``, ``tokenizer.json``, ...).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from checker.encoders.offsets import word_spans
from checker.encoders.protocol import Vectors
from checker.encoders.wordpiece import CONTINUATION, fold, pieces, words
from checker.errors import ModelDamagedError
from checker.modelfiles import SENTENCE_ENCODER, read_manifest
from checker.modelfiles.manifest import AGAIN
from checker.modelfiles.tensors import read_tensors

WEIGHTS = "model.safetensors"
VOCABULARY = "vocab.txt"

_UNKNOWN = 0
_CACHED_WORDS = 200_000
_WORDS_AT_ONCE = 1000
Kept = TypeVar("Kept")


class Tokens(NamedTuple):
    """The words of a text, where each stands in it, and its vector."""

    spans: list[tuple[int, int]]
    """Half-open code-point offsets into the text as it was given."""
    vectors: Vectors
    """float32 (words, dimension): sums of the word's pieces, NOT of unit length: longer ones say more."""


class EmbeddedEncoder:
    """A static model read from ``directory``.

    Raises ``ModelNotFoundError`` or ``ModelDamagedError`` when its files are missing or do not fit together.
    """

    def __init__(self, directory: Path) -> None:
        manifest = read_manifest(directory, SENTENCE_ENCODER)
        tensors = read_tensors(directory / WEIGHTS)
        self.name: str = manifest.name
        self.revision: str = manifest.revision
        try:
            self._rows: NDArray[np.int8] = tensors["embeddings"].view(np.int8)
            self._row_of: NDArray[np.int64] = tensors["mapping"].view(np.int64)
            self._scale: NDArray[np.float32] = tensors["weights"].view(np.float32)
        except KeyError as error:
            raise ModelDamagedError(f"{directory / WEIGHTS}: no array {error}", AGAIN) from error
        try:
            listed = (directory / VOCABULARY).read_bytes().split(b"\n")
        except OSError as error:
            raise ModelDamagedError(f"{directory / VOCABULARY}: {error}", AGAIN) from error
        listed.pop()
        self._vocabulary = dict(zip(listed, range(len(listed)), strict=True))
        shapes_fit = self._rows.ndim == 2 and self._row_of.shape == self._scale.shape == (len(listed),)
        if not shapes_fit or len(self._vocabulary) != len(listed):
            raise ModelDamagedError(f"{directory}: vocabulary and weights differ in size", AGAIN)
        self._listed = listed
        # What was found of words before: their pieces folded, as they stand, and cut.
        self._ids: dict[str, list[int]] = {}
        self._tokens: dict[str, list[int]] = {}
        self._cuts: dict[str, list[str]] = {}

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._rows.shape[1])

    def token_ids(self, text: str) -> list[int]:
        """Token ids of ``text``, as the model's ``tokenizer.json`` gives them."""
        found: list[int] = []
        for word in words(fold(text)):
            found += self._word_ids(word)
        return found

    def encode(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, dimension): one unit row a text, in order; a zero row for a text without a known
        piece."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for index, text in enumerate(texts):
            self._sum(self.token_ids(text), vectors[index])
        norms = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
        vectors /= np.where(norms > 0, norms, 1)[:, None]
        return vectors

    def word_vectors(self, listed: Sequence[str]) -> Vectors:
        """float32 (n, dimension): the sum of each string's pieces, not scaled; its norm tells how much it
        says."""
        vectors = np.zeros((len(listed), self.dimension), np.float32)
        for begin in range(0, len(listed), _WORDS_AT_ONCE):
            here = slice(begin, begin + _WORDS_AT_ONCE)
            self._sums([self._tokens_of_word(word) for word in listed[here]], vectors[here])
        return vectors

    def token_vectors(self, text: str) -> Tokens:
        """Every word of ``text`` (digits and punctuation marks one by one) with its place and its vector."""
        placed = list(word_spans(text))
        vectors = np.zeros((len(placed), self.dimension), np.float32)
        for index, (word, _) in enumerate(placed):
            self._sum(self._word_ids(word), vectors[index])
        return Tokens([span for _, span in placed], vectors)

    def cut(self, run: str) -> list[str]:
        """Parts of a run of letters, one for each of its pieces; together they are the run."""
        found = self._cuts.get(run)
        if found is None:
            found = _kept(self._cuts, run, self._cut(run))
        return found

    def _cut(self, run: str) -> list[str]:
        placed = fold(run)
        found = self._word_ids(placed)
        if len(placed) != len(run) or _UNKNOWN in found:
            return [run]
        parts: list[str] = []
        start = 0
        for token in found:
            end = start + len(self._listed[token].decode().removeprefix(CONTINUATION))
            parts.append(run[start:end])
            start = end
        return parts if start == len(run) else [run]

    def _word_ids(self, word: str) -> list[int]:
        found = self._ids.get(word)
        if found is None:
            found = pieces(word.encode("utf-8", "surrogatepass"), self._vocabulary, _UNKNOWN)
            _kept(self._ids, word, found)
        return found

    def _tokens_of_word(self, word: str) -> list[int]:
        found = self._tokens.get(word)
        if found is None:
            found = _kept(self._tokens, word, self.token_ids(word))
        return found

    def _sums(self, listed: Sequence[list[int]], out: Vectors) -> None:
        """Sums (n, dimension) of the rows of some lists of tokens, at once; without tokens they stay as they are."""
        ids = np.array([token for ids in listed for token in ids], dtype=np.int64)
        if len(ids):
            counts = np.array([len(ids) for ids in listed])
            rows = self._rows[self._row_of[ids]] * self._scale[ids, None]
            starts = np.cumsum(counts) - counts
            out[counts > 0] = np.add.reduceat(rows, starts[counts > 0], axis=0)

    def _sum(self, ids: list[int], out: Vectors) -> None:
        if ids:
            np.matmul(self._scale[ids], self._rows[self._row_of[ids]].astype(np.float32), out=out)


def _kept(cache: dict[str, Kept], word: str, value: Kept) -> Kept:
    """``value``, which ``cache`` now has too; emptied first where it is full."""
    if len(cache) >= _CACHED_WORDS:
        cache.clear()
    cache[word] = value
    return value
