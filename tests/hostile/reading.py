"""Reads a file as commands do, and looks at what comes of it."""

from __future__ import annotations

from contextlib import suppress

from checker.annotate import annotated
from checker.errors import CheckerError
from checker.formats import document_from_bytes
from checker.formats.bitext import bitext_from_bytes, paired_from_bytes
from checker.formats.table import ANNOTATED, called
from checker.model import Bitext, Document, DocumentResult
from samples import ORIGINALS

_NOTHING = DocumentResult("", "checked", None, None, (), ())


def read(role: str, extension: str, data: bytes) -> None:
    """Read a document, segments or the texts of a program, or see it refused with a sentence.

    Any other exception says that something is wrong.
    """
    name = f"a.{extension}"
    try:
        if role == "document":
            _look_at_document(document_from_bytes(name, data))
        elif role == "segments":
            _look_at_pairs(bitext_from_bytes(name, data))
        else:
            _look_at_pairs(paired_from_bytes(f"en.{extension}", ORIGINALS[extension], name, data))
    except CheckerError as error:
        assert str(error) and error.message
    if role == "segments" and called(name) in ANNOTATED:
        with suppress(CheckerError):
            assert annotated(name, data, _NOTHING) == data


def _look_at_document(document: Document) -> None:
    assert len(document.view) == len(document.text)
    for block in document.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(document.text)
        line, column = document.line_and_column(block.span.start)
        assert line >= 1 and column >= 1


def _look_at_pairs(bitext: Bitext) -> None:
    assert bitext.pairs
    assert all(pair.line >= 1 and pair.id for pair in bitext.pairs)
    assert all(record.line >= 0 and record.reason for record in bitext.unread)
