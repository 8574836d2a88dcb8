"""Takes out of a model's vectors what all of them share.

The vectors of a transformer lie in a narrow cone: two sentences that have nothing to do with each other have a cosine
of .7 to .9. Less the mean of a sample of sentences, and of unit length again (Mu and Viswanath 2018), unrelated ones
come to lie about zero, as those of the embedded model do.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256

import numpy as np

from checker.encoders.delegating import DelegatingEncoder
from checker.encoders.protocol import Encoder, Vectors

FLAT = 1e-4
"""Length of a difference from the mean under which it says nothing; bound."""


class CentredEncoder(DelegatingEncoder):
    """``encoder`` less the mean of its vectors of ``sample``, which are encoded when they are first needed."""

    def __init__(self, encoder: Encoder, sample: Sequence[str]) -> None:
        super().__init__(encoder)
        self._sample = tuple(dict.fromkeys(sample))

    @cached_property
    def _own_revision(self) -> str:
        total = sha256(f"centred {self._encoder.revision}".encode())
        for text in self._sample:
            total.update(b"\n" + text.encode("utf-8", "surrogatepass"))
        return total.hexdigest()[:16]

    @property
    def revision(self) -> str:
        """Sixteen digits from the revision of the encoder behind and the sample."""
        return self._own_revision

    @cached_property
    def _centre(self) -> Vectors:
        """float32 (dimension,)."""
        vectors = self._encoder.encode(self._sample)
        known = vectors[vectors.any(axis=1)]
        centre = known.mean(axis=0, dtype=np.float64) if len(known) else np.zeros(self.dimension)
        return np.asarray(centre, np.float32)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, dimension): unit rows; zero rows stay zero."""
        vectors = self._encoder.encode(texts)
        known = vectors.any(axis=1, keepdims=True)
        moved = np.where(known, vectors - self._centre, np.float32(0))
        lengths = np.linalg.norm(moved, axis=1, keepdims=True)
        return np.where(lengths > FLAT, moved / np.maximum(lengths, FLAT), np.float32(0)).astype(np.float32)
