"""Files to documents: one reader a format, chosen by the table of ``document_formats``."""

from __future__ import annotations

from dataclasses import replace

from checker.formats.decoding import MAX_BYTES, read_bytes
from checker.formats.document_formats import check_is_document, format_called, format_of
from checker.model import Document

__all__ = ["document_from_bytes", "document_from_text", "read_document"]


def read_document(path: str, *, max_bytes: int = MAX_BYTES) -> Document:
    """Read the file at ``path`` by its extension and content; what is no known format is plain text.

    Raises an ``InputError`` leaf when the file cannot be read.
    """
    check_is_document(path)
    return document_from_bytes(path, read_bytes(path, max_bytes=max_bytes))


def document_from_bytes(path: str, data: bytes) -> Document:
    """The document in ``data``, read as the extension of ``path`` and the content say."""
    format_, notes = format_of(path, data)
    document = format_.read(path, data)
    return replace(document, notes=document.notes + notes) if notes else document


def document_from_text(path: str, text: str) -> Document:
    """The document in ``text``, read as the extension of ``path`` says, which must be that of a format of text."""
    return format_called(path).read_text(path, text)
