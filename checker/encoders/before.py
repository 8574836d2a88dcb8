"""What encoders have in common that stand before another one."""

from __future__ import annotations

from checker.encoders.protocol import Encoder


class Before:
    """Says of itself what the encoder behind says of itself."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    @property
    def name(self) -> str:
        """The name of the encoder behind."""
        return self._encoder.name

    @property
    def revision(self) -> str:
        """The revision of the encoder behind."""
        return self._encoder.revision

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._encoder.dimension
