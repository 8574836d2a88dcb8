"""What encoders have in common that pass texts on to another one."""

from __future__ import annotations

from collections.abc import Sequence

from checker.encoders.protocol import Encoder, Truncating


class DelegatingEncoder:
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

    @property
    def longest(self) -> int | None:
        """Tokens at which the encoder behind cuts a text; None when it never does."""
        return self._encoder.longest if isinstance(self._encoder, Truncating) else None

    def overlong(self, texts: Sequence[str]) -> list[int]:
        """Indices of the texts that the encoder behind cuts."""
        return self._encoder.overlong(texts) if isinstance(self._encoder, Truncating) else []
