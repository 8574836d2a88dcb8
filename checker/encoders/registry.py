"""Finds an encoder by name or path."""

from __future__ import annotations

from pathlib import Path

from checker.encoders.protocol import Encoder
from checker.progress import Progress

DEFAULT = "checker-static-v1"
"""The model that comes with the package."""


def load(name_or_path: str = DEFAULT, *, fetch: bool = False, progress: Progress | None = None) -> Encoder:
    """The model of that name or path: one that comes with the package, a directory, or a hub name already on
    disk.

    ``fetch`` allows a hub model that is not on disk to be downloaded; ``progress`` is told of long work.
    Raises a ``ModelError`` that says what to do.
    """
    from checker.encoders.embedded import EmbeddedEncoder
    from checker.modelfiles import MANIFEST, models_directory, refuse_what_is_no_file

    shipped = models_directory() / name_or_path
    for directory in (shipped, Path(name_or_path)):
        if (directory / MANIFEST).is_file() or (directory == shipped and name_or_path == DEFAULT):
            refuse_what_is_no_file(directory)
            return EmbeddedEncoder(directory)
    from checker.encoders.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(name_or_path, fetch=fetch, progress=progress)
