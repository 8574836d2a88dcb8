"""ODT: the text of a document, and the pairs in its tables."""

from __future__ import annotations

from checker.formats.broken_lines import with_lines_joined
from checker.formats.columns import Columns
from checker.formats.office.odf.content import Content, content_of
from checker.formats.office.package import Package
from checker.formats.office.tables import pairs_in_tables
from checker.formats.pairs import Read
from checker.formats.pieces import document_of
from checker.model import Document


def read(path: str, data: bytes) -> Document:
    """A document with one block a paragraph, notes and comments after the body.  Raises ``InputError`` leaves."""
    package = Package(path, data, "ODT")
    content = Content()
    package.walk(content_of(path, package, "ODT"), content)
    return document_of(path, with_lines_joined(content.pieces))


def read_pairs(path: str, data: bytes, columns: Columns) -> Read:
    """The pairs in the tables of a document.  Raises ``InputError`` leaves."""
    return pairs_in_tables(read(path, data), columns)
