"""Files to documents: one reader a format, chosen by one table of extensions."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from checker.errors import EmptyError, InputError
from checker.formats.decoding import MAX_BYTES, decode, read_bytes
from checker.model import Document

Reader = Callable[[str, str, str, tuple[str, ...]], Document]

_READERS = {
    ".txt": "checker.formats.plain",
    ".text": "checker.formats.plain",
    ".md": "checker.formats.markdown",
    ".markdown": "checker.formats.markdown",
}
_SEGMENTS = {".xlf", ".xliff", ".sdlxliff", ".mxliff", ".tmx", ".po", ".pot"}
_NOT_READ_YET = {".docx", ".pdf", ".html", ".htm", ".xlsx", ".odt"}


def read_document(path: str, *, max_bytes: int = MAX_BYTES) -> Document:
    """Read the file at ``path`` by its extension; one without a known extension is plain text.

    Raises an ``InputError`` leaf when the file cannot be read as text.
    """
    suffix = Path(path).suffix.lower()
    if suffix in _SEGMENTS:
        raise InputError(f"{path}: {suffix} files hold segments that are aligned already", "use `checker bitext`")
    if suffix in _NOT_READ_YET:
        raise InputError(f"{path}: {suffix} files are not read yet", "save it as plain text or Markdown first")
    return document_from_bytes(path, read_bytes(path, max_bytes=max_bytes))


def document_from_bytes(path: str, data: bytes) -> Document:
    """The document in ``data``, read as the extension of ``path`` says."""
    decoded = decode(path, data)
    return document_from_text(path, decoded.text, encoding=decoded.encoding, notes=decoded.notes)


def document_from_text(
    path: str, text: str, *, encoding: str = "utf-8", notes: tuple[str, ...] = ()
) -> Document:
    """The document in ``text``, read as the extension of ``path`` says."""
    if not text.strip():
        raise EmptyError(f"{path}: there is no text in it", "check that this is the right file")
    read: Reader = import_module(_READERS.get(Path(path).suffix.lower(), "checker.formats.plain")).read
    return read(path, text, encoding, notes)
