"""What the rest of the package knows of an embedding model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""float32 (n, dimension)."""


class Encoder(Protocol):
    """Turns texts into unit vectors whose inner product is their similarity."""

    @property
    def name(self) -> str:
        """The name or path that loads this model."""

    @property
    def revision(self) -> str:
        """Hexadecimal digest of the model's files: equal revisions give equal vectors."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, dimension): one unit row a text, in order; a zero row for a text the model knows
        nothing of."""


@runtime_checkable
class Truncating(Protocol):
    """An encoder that reads no more than the beginning of a long text."""

    @property
    def longest(self) -> int | None:
        """Tokens at which a text is cut; None when it never is."""

    def overlong(self, texts: Sequence[str]) -> list[int]:
        """Indices of the texts that are cut, in order."""
