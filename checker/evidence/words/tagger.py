"""Words to probabilities that nothing on the other side carries them: a small network over each sentence.

A decomposable attention layer (Parikh et al. 2016) over word vectors, with a place for "nothing", gives each word its
likeliest counterpart in a space that was learned for that; two convolutions (five words wide) over that and the plain
features of ``checker.evidence.words.tokens``, and a summary of the whole sentence, give the probability.  The weights
come with the package (``training/evidence/tagger.py``); numpy alone is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from checker.errors import ModelDamagedError
from checker.evidence.words.blocks import Ints, Mask, WordBlock
from checker.evidence.words.lexical import Floats
from checker.evidence.words.tokens import TOKEN_FEATURES

WEIGHTS = Path(__file__).parents[1] / "data" / "tagger.npz"
REACH = 2
"""Words on each side that a convolution sees; chosen."""

FULL_NORM, MOST_NORM = 5.0, 1.3
"""A word's vector is scaled by its norm over the first, at most by the second; chosen."""

_CLIP = 8.0
"""Standard deviations at which a feature is cut off: a bound."""

_LEAST = 1e-6
"""A bound that keeps division by nought out."""

_NEVER = np.float32(-1e3)
"""Likeness of padding, a bound below every other."""

_SPACES = ("match", "beside", "value")
"""Weights (d, p) of the three spaces of ``Tagger.projected``."""


class Tagger:
    """The network; ``arrays`` as ``training/evidence/tagger.py`` writes them.

    Raises ``ModelDamagedError`` when one is missing or was made for other features.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        try:
            names = tuple(str(name) for name in arrays["features"])
            self._w: dict[str, Floats] = {
                name: np.asarray(array, dtype=np.float32) for name, array in arrays.items() if name != "features"
            }
        except KeyError as error:
            raise ModelDamagedError(f"the tagger's weights lack {error}", "install the package again") from error
        if names != TOKEN_FEATURES:
            raise ModelDamagedError("the tagger's weights are for another version", "install the package again")

    def p_absent(self, features: Floats, words: Floats, others: Floats) -> NDArray[np.float64]:
        """Probabilities (k,) for the words of one sentence, held against those of sentences of the other side.

        ``features`` (k, len(TOKEN_FEATURES)) are theirs; ``words`` (k, d) and ``others`` (u, d) are word vectors, not
        of unit length.  Without words the result is empty.
        """
        if not len(words):
            return np.zeros(0)
        block = WordBlock.of([0], [np.arange(len(words))], [np.arange(len(others))])
        one: NDArray[np.float64]
        (one,) = self.block_p_absent(features[None], block, self.projected(words), self.projected(others))
        return one

    def projected(self, vectors: Floats) -> Floats:
        """Words (u, d), not of unit length, in the learned spaces, side by side: of likeness, of likeness of the words
        beside it, of value."""
        spaces = np.concatenate([self._w[name] for name in _SPACES], axis=1)
        return np.asarray(_scaled(vectors) @ spaces, np.float32)

    def block_p_absent(self, features: Floats, block: WordBlock, words: Floats, others: Floats) -> NDArray[np.float64]:
        """Probabilities (s, k) for the words of a block, any where there is no word.

        ``features`` (s, k, len(TOKEN_FEATURES)) are theirs; ``words`` and ``others`` all distinct words of the two
        sides, as ``projected``.
        """
        w, is_row = self._w, block.is_row[:, :, None]
        plain = np.clip((features - w["center"]) / w["scale"], -_CLIP, _CLIP)
        hidden = np.concatenate([plain, self._attended(block, words, others)], axis=2) * is_row
        hidden = _relu(_windows(hidden) @ w["first"] + w["first_bias"]) * is_row
        hidden = (hidden + _relu(_windows(hidden) @ w["second"] + w["second_bias"])) * is_row
        # What is hidden is never negative, so that padding is no maximum.
        counts = block.is_row.sum(axis=1)[:, None]
        summary = np.concatenate([hidden.sum(axis=1) / counts, hidden.max(axis=1)], axis=1).astype(np.float32)
        summary = _relu(summary @ w["summary"] + w["summary_bias"])
        width = hidden.shape[2]
        logits = hidden @ w["last"][:width] + (summary @ w["last"][width:] + w["last_bias"])[:, None]
        probabilities: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-logits[:, :, 0].astype(np.float64)))
        return probabilities

    def _attended(self, block: WordBlock, words: Floats, others: Floats) -> Floats:
        """What attention says (s, k, c + 4) of the words of a block held against those of the other side."""
        w = self._w
        sharpness, nothing = float(w["sharpness"]), float(w["nothing"])
        places, own = _placed(words, block.rows, block.is_row)
        other_places, theirs = _placed(others, block.columns, block.is_column)
        is_cell = block.is_row[:, :, None] & block.is_column[:, None, :]
        likeness: NDArray[Any] = places @ other_places.transpose(0, 2, 1) + _NEVER * ~is_cell
        forward = _softmax_with(sharpness * likeness, sharpness * nothing, axis=2)
        backward = _softmax_with(sharpness * likeness, sharpness * nothing, axis=1)
        shares = forward.sum(axis=2, keepdims=True)
        met = forward @ theirs / np.maximum(shares, 1e-3)
        compared = _relu(np.concatenate([own * met, np.abs(own - met)], axis=2) @ w["compare"] + w["compare_bias"])
        return np.concatenate(
            [
                compared,
                3.0 * likeness.max(axis=2, keepdims=True, initial=-1.0),
                2.0 * (1.0 - shares) - 1.0,
                3.0 * (forward * backward).sum(axis=2, keepdims=True) - 1.0,
                np.minimum(backward.sum(axis=2, keepdims=True), 3.0) - 1.0,
            ],
            axis=2,
        )


def _placed(projected: Floats, rows: Ints, is_word: Mask) -> tuple[Floats, Floats]:
    """Unit rows (s, k, p) of the words (s, k) in the space of likeness, each with a look at those beside it, and their
    values (s, k, p).

    ``projected`` (u, 3 * p) is as ``Tagger.projected`` has it.
    """
    if not len(projected):
        nothing = np.zeros((*rows.shape, projected.shape[1] // 3), np.float32)
        return nothing, nothing
    own, beside, values = np.split(np.take(projected, rows, axis=0) * is_word[:, :, None], 3, axis=2)
    places = own.copy()
    places[:, 1:] += beside[:, :-1]
    places[:, :-1] += beside[:, 1:]
    lengths = np.sqrt(np.einsum("ski,ski->sk", places, places))[:, :, None]
    return places / np.maximum(lengths, _LEAST), values


def _scaled(vectors: Floats) -> Floats:
    """Vectors whose length says how telling a word is, up to a point."""
    norms = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))[:, None]
    scaled: Floats = vectors * (np.minimum(norms / FULL_NORM, MOST_NORM) / np.maximum(norms, _LEAST))
    return scaled


def _softmax_with(values: NDArray[Any], nothing: float, axis: int) -> NDArray[Any]:
    """Shares along ``axis`` when one more choice, "nothing", takes part; its own share is left out."""
    most = np.maximum(values.max(axis=axis, keepdims=True), nothing)
    powers = np.exp(values - most)
    shares: NDArray[Any] = powers / (powers.sum(axis=axis, keepdims=True) + np.exp(nothing - most))
    return shares


def _windows(rows: Floats) -> Floats:
    """Each row of (s, k, c) with those around it, (s, k, (2 * REACH + 1) * c), zeros beyond the ends."""
    sentences, count, width = rows.shape
    beyond = np.zeros((sentences, count + 2 * REACH, width), rows.dtype)
    beyond[:, REACH:-REACH] = rows
    windows = sliding_window_view(beyond.reshape(sentences, -1), (2 * REACH + 1) * width, axis=1)[:, ::width]
    return np.ascontiguousarray(windows)  # a product of rows that overlap is slow


def _relu(values: Floats) -> Floats:
    return np.maximum(values, 0.0)


@lru_cache(maxsize=2)
def load(path: Path = WEIGHTS) -> Tagger:
    """The tagger whose weights are in ``path``; raises ``ModelDamagedError`` when they cannot be read."""
    try:
        with np.load(BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
            return Tagger(dict(arrays))
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise ModelDamagedError(f"{path}: cannot be read ({error})", "install the package again") from error
