"""Words to probabilities that nothing on the other side carries them: a small network over each sentence.

A decomposable attention layer (Parikh et al. 2016) over word vectors, with a place for "nothing", gives each word its
likeliest counterpart in a space that was learned for that; two convolutions (five words wide) over that and the plain
features of ``checker.evidence.tokens``, and a summary of the whole sentence, give the probability.  The weights
come with the package (``training/tagger.py``); numpy alone is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from checker.errors import ModelDamagedError
from checker.evidence.lexical import Floats
from checker.evidence.tokens import TOKEN_FEATURES

WEIGHTS = Path(__file__).parent / "data" / "tagger.npz"
REACH = 2
"""Words on each side that a convolution sees."""

FULL_NORM, MOST_NORM = 5.0, 1.3
"""A word's vector is scaled by its norm over the first, at most by the second."""

_CLIP = 8.0
_LEAST = 1e-6


class Tagger:
    """The network; ``arrays`` as ``training/tagger.py`` writes them.

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
        w = self._w
        plain = np.clip((features - w["center"]) / w["scale"], -_CLIP, _CLIP)
        hidden = np.concatenate([plain, self._attended(_scaled(words), _scaled(others))], axis=1)
        hidden = _relu(_windows(hidden) @ w["first"] + w["first_bias"])
        hidden = hidden + _relu(_windows(hidden) @ w["second"] + w["second_bias"])
        summary = np.concatenate([hidden.mean(axis=0), hidden.max(axis=0)])
        summary = _relu(summary @ w["summary"] + w["summary_bias"])
        width = hidden.shape[1]
        logits = hidden @ w["last"][:width] + summary @ w["last"][width:] + w["last_bias"]
        probabilities: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-logits[:, 0].astype(np.float64)))
        return probabilities

    def _attended(self, vectors: Floats, others: Floats) -> Floats:
        """What attention says (k, c + 4) of words (k, d) held against words (u, d) of the other side."""
        w = self._w
        sharpness, nothing = float(w["sharpness"]), float(w["nothing"])
        likeness = self._projected(vectors) @ self._projected(others).T
        forward = _softmax_with(sharpness * likeness, sharpness * nothing, axis=1)
        backward = _softmax_with(sharpness * likeness, sharpness * nothing, axis=0)
        shares = forward.sum(axis=1, keepdims=True)
        own = vectors @ w["value"]
        met = forward @ (others @ w["value"]) / np.maximum(shares, 1e-3)
        compared = _relu(np.concatenate([own * met, np.abs(own - met)], axis=1) @ w["compare"] + w["compare_bias"])
        return np.column_stack(
            [
                compared,
                3.0 * likeness.max(axis=1, initial=-1.0),
                2.0 * (1.0 - shares) - 1.0,
                3.0 * (forward * backward).sum(axis=1) - 1.0,
                np.minimum(backward.sum(axis=1), 3.0) - 1.0,
            ]
        ).astype(np.float32)

    def _projected(self, vectors: Floats) -> Floats:
        """Unit rows of the words in the learned space, each with a look at the words beside it."""
        beside = np.zeros_like(vectors)
        beside[1:] += vectors[:-1]
        beside[:-1] += vectors[1:]
        rows = vectors @ self._w["match"] + beside @ self._w["beside"]
        lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, None]
        return np.asarray(rows / np.maximum(lengths, _LEAST), dtype=np.float32)


def _scaled(vectors: Floats) -> Floats:
    """Vectors whose length says how telling a word is, up to a point."""
    norms = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))[:, None]
    return np.asarray(
        vectors / np.maximum(norms, _LEAST) * np.minimum(norms / FULL_NORM, MOST_NORM), dtype=np.float32
    )


def _softmax_with(values: Floats, nothing: float, axis: int) -> Floats:
    """Shares along ``axis`` when one more choice, "nothing", takes part; its own share is left out."""
    most = np.maximum(values.max(axis=axis, keepdims=True, initial=nothing), nothing)
    powers = np.exp(values - most)
    shares: Floats = powers / (powers.sum(axis=axis, keepdims=True) + np.exp(nothing - most))
    return shares


def _windows(rows: Floats) -> Floats:
    """Each row (k, c) with those around it, (k, (2 * REACH + 1) * c), zeros beyond the ends."""
    padded = np.pad(rows, ((REACH, REACH), (0, 0)))
    return np.concatenate([padded[k : k + len(rows)] for k in range(2 * REACH + 1)], axis=1)


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
