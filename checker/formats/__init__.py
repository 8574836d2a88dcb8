"""Files to documents, each by the reader that the table of formats names."""

from __future__ import annotations

from dataclasses import replace

from checker.errors import EmptyError
from checker.formats.choosing import chosen, refuse_by_name
from checker.formats.decoding import MAX_BYTES, read_bytes
from checker.formats.table import FORMATS, PLAIN, FileFormat, Use, called
from checker.model import Document

__all__ = ["document_from_bytes", "document_from_text", "read_document"]


def read_document(path: str, *, max_bytes: int = MAX_BYTES) -> Document:
    """Read the file at ``path`` by its extension and content; what is no known format is plain text.

    Raises an ``InputError`` leaf when the file cannot be read.
    """
    refuse_by_name(path, Use.DOCUMENT)
    return document_from_bytes(path, read_bytes(path, max_bytes=max_bytes))


def document_from_bytes(path: str, data: bytes) -> Document:
    """The document in ``data``, read as the extension of ``path`` and the content say."""
    name, notes = chosen(path, data, Use.DOCUMENT)
    format_ = FORMATS[name]
    if format_.binary:
        if not data:
            raise EmptyError(f"{path}: the file is empty", "check that this is the right file")
        document: Document = format_.reader(Use.DOCUMENT)(path, data)
    else:
        decoded = format_.decode(path, data)
        document = _from_text(format_, path, decoded.text, decoded.encoding, decoded.notes)
    return replace(document, notes=document.notes + notes) if notes else document


def document_from_text(path: str, text: str) -> Document:
    """The document in ``text``, read as the extension of ``path`` says, which must be that of a format of text."""
    named = called(path)
    is_document = named is not None and FORMATS[named].takes(Use.DOCUMENT)
    return _from_text(FORMATS[named if named and is_document else PLAIN], path, text)


def _from_text(
    format_: FileFormat, path: str, text: str, encoding: str = "utf-8", notes: tuple[str, ...] = ()
) -> Document:
    if not text.strip():
        raise EmptyError(f"{path}: there is no text in it", "check that this is the right file")
    document: Document = format_.reader(Use.DOCUMENT)(path, text, encoding, notes)
    return document
