"""The pair reader, run by onnxruntime: the only file that knows it.

A model directory holds ``reader.onnx`` (the layers, 8 bits), ``model.safetensors`` (``words`` int8 (pieces, width)
and ``scale`` float32 (pieces,): the word vectors, mapped from disk; ``positions``, ``sides`` and ``echoes`` float32)
and ``tokenizer.json``.  Every pair is read by itself: a reading does not depend on what is read beside it, and nothing
is padded.  Integer products make it the same on any number of threads.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker.errors import MissingPackageError, ModelDamagedError
from checker.modelfiles import PAIR_READER, read_manifest
from checker.modelfiles.manifest import AGAIN
from checker.modelfiles.tensors import read_tensors
from checker.progress import Progress
from checker.secondjudge.echoes import echoes
from checker.secondjudge.protocol import Floats, Pieces, Reading

LAYERS, WEIGHTS, TOKENIZER = "reader.onnx", "model.safetensors", "tokenizer.json"
BEGIN, SEPARATOR = 0, 2
"""Ids of the pieces that begin the texts and part them: a definition of the vocabulary."""

MOST_PIECES = 300
"""Pieces of both texts that are read at once (bound: trained on up to 176, positions reach 512); beyond, in windows."""

_WINDOW, _STRIDE = 140, 110
"""Pieces of a window of either text, and from one window to the next (chosen: two windows fit ``MOST_PIECES``)."""

_REACH = 1
"""Windows on either side of the same place of the other text that are read too (bound: work stays linear)."""

_REMEMBERED = 4096
"""Readings that are kept for pairs that come again (bound on memory, about 1 kB each)."""


class _Encoded(NamedTuple):
    ids: list[int]
    spans: list[tuple[int, int]]
    pieces: list[str]

    def part(self, begin: int, end: int) -> _Encoded:
        return _Encoded(self.ids[begin:end], self.spans[begin:end], self.pieces[begin:end])


class OnnxPairReader:
    """The second judge from a model directory.

    Raises ``ModelNotFoundError``, ``ModelKindError``, ``ModelDamagedError`` or ``MissingPackageError``.
    """

    def __init__(self, directory: Path, threads: int = 1) -> None:
        manifest = read_manifest(directory, PAIR_READER)
        self.name, self.revision = manifest.name, manifest.revision
        try:
            import onnxruntime
            from tokenizers import Tokenizer
        except ImportError as error:
            package = (error.name or "onnxruntime").partition(".")[0]
            raise MissingPackageError(
                f"the second judge needs the package {package}", "pip install onnxruntime tokenizers"
            ) from error
        tensors = read_tensors(directory / WEIGHTS)
        try:
            self._words: NDArray[Any] = tensors["words"]
            self._scale: NDArray[Any] = tensors["scale"]
            self._positions: NDArray[Any] = tensors["positions"]
            self._sides: NDArray[Any] = tensors["sides"]
            self._echoes: NDArray[Any] = tensors["echoes"]
        except KeyError as error:
            raise ModelDamagedError(f"{directory / WEIGHTS}: no array {error}", AGAIN) from error
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 4
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = onnxruntime.InferenceSession(
                str(directory / LAYERS), options, providers=["CPUExecutionProvider"]
            )
            self._tokenizer = Tokenizer.from_file(str(directory / TOKENIZER))
        except Exception as error:  # Both libraries raise their own kinds, bare Exception among them.
            raise ModelDamagedError(f"{directory}: cannot be loaded ({type(error).__name__})", AGAIN) from error
        self._remembered: dict[tuple[str, str], Reading] = {}

    def read(self, pairs: Sequence[tuple[str, str]], progress: Progress | None = None) -> list[Reading]:
        """One reading for each (source, target)."""
        found = []
        for k, pair in enumerate(pairs):
            reading = self._remembered.get(pair)
            if reading is None:
                reading = self._read(*pair)
                if len(self._remembered) < _REMEMBERED:
                    self._remembered[pair] = reading
            found.append(reading)
            if progress is not None:
                progress(k + 1, len(pairs))
        return found

    def _encoded(self, text: str) -> _Encoded:
        found = self._tokenizer.encode(text.encode("utf-8", "replace").decode(), add_special_tokens=False)
        return _Encoded(found.ids, found.offsets, found.tokens)

    def _read(self, source: str, target: str) -> Reading:
        sides = self._encoded(source), self._encoded(target)
        if len(sides[0].ids) + len(sides[1].ids) <= MOST_PIECES:
            ours, theirs, pair = self._run(*sides)
            return Reading(_pieces(sides[0], ours), _pieces(sides[1], theirs), pair)
        return self._read_in_windows(*sides)

    def _read_in_windows(self, source: _Encoded, target: _Encoded) -> Reading:
        """A piece is carried if any window of the other text carries it; a pair adds what its worst window adds.

        Each window is read against those at about its place in the other text.
        """
        lowest = [np.full(len(side.ids), np.inf) for side in (source, target)]
        ours, theirs = _windows(len(source.ids)), _windows(len(target.ids))
        of_source = np.full((len(theirs), len(ours), 4), np.inf)
        for i, (a, b) in enumerate(theirs):
            for j in _beside(i, len(theirs), len(ours)):
                c, d = ours[j]
                lower, upper, of_source[i, j] = self._run(source.part(c, d), target.part(a, b))
                np.minimum(lowest[0][c:d], lower, out=lowest[0][c:d])
                np.minimum(lowest[1][a:b], upper, out=lowest[1][a:b])
        adds, contradicts, unrelated = (of_source[:, :, k].min(axis=1).max() for k in (0, 2, 3))
        omits = of_source[:, :, 1].min(axis=0).max()
        pair = np.array([adds, omits, contradicts, unrelated])
        return Reading(_pieces(source, lowest[0]), _pieces(target, lowest[1]), pair, windowed=True)

    def _run(self, source: _Encoded, target: _Encoded) -> tuple[Floats, Floats, Floats]:
        ids = np.array([BEGIN, *source.ids, SEPARATOR, *target.ids, SEPARATOR])
        sides = np.zeros(len(ids), np.int64)
        of_source, of_target = slice(1, 1 + len(source.ids)), slice(2 + len(source.ids), len(ids) - 1)
        sides[of_source], sides[of_target] = 1, 2
        classes = np.zeros(len(ids), np.int64)
        classes[of_source], classes[of_target] = echoes(source.pieces, target.pieces)
        vectors = self._words[ids].astype(np.float32) * self._scale[ids][:, None]
        vectors += self._positions[: len(ids)]
        vectors += self._sides[sides]
        means = np.stack([(sides == side) / max(1, (sides == side).sum()) for side in (1, 2)])
        given = {"x": vectors, "echoes": self._echoes[classes], "means": means}
        tokens, pair = self._session.run(None, {name: np.asarray(of, np.float32)[None] for name, of in given.items()})
        logits = np.asarray(tokens[0], np.float64)
        return logits[of_source], logits[of_target], np.asarray(pair[0], np.float64)


def _pieces(side: _Encoded, logits: Floats) -> Pieces:
    return Pieces(tuple(side.spans), logits)


def _beside(i: int, count: int, others: int) -> range:
    """The windows of the other text, of ``others``, that lie at about the place of window ``i`` of ``count``."""
    first = i * others // count - _REACH
    last = ((i + 1) * others - 1) // count + _REACH
    return range(max(0, first), min(others, last + 1))


def _windows(count: int) -> list[tuple[int, int]]:
    """Half-open ranges that cover ``count`` pieces and overlap."""
    if count <= _WINDOW:
        return [(0, count)]
    starts = range(0, count - _WINDOW + _STRIDE, _STRIDE)
    return [(max(0, min(start, count - _WINDOW)), min(start + _WINDOW, count)) for start in starts]
