"""An encoder that says how far it is with texts whose number is known beforehand."""

from __future__ import annotations

from collections.abc import Sequence

from checker.encoders.delegating import DelegatingEncoder
from checker.encoders.protocol import Encoder, Vectors
from checker.progress import Progress


class CountingEncoder(DelegatingEncoder):
    """``encoder``, telling ``progress`` with each call how many of ``total`` texts it was given before."""

    def __init__(self, encoder: Encoder, total: int, progress: Progress) -> None:
        super().__init__(encoder)
        self._total, self._progress = total, progress
        self._given = 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, dimension), as the encoder behind gives them."""
        self._progress(self._given, self._total)
        self._given += len(texts)
        return self._encoder.encode(texts)
