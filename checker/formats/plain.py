"""Plain text: the whole file is one block of text."""

from __future__ import annotations

from checker.model import Document


def read(path: str, text: str, encoding: str, notes: tuple[str, ...]) -> Document:
    """A document whose own text is the file's text as it stands, line ends included."""
    return Document(path, text, encoding=encoding, notes=notes)
