"""DOCX (Word, LibreOffice, Google Docs): the text of a document as a reader sees it, and where it stands in it.

Tracked changes are read as accepted, hidden text and the codes of fields are left out.  docs/formats-office.md has
what is read and what is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from checker.errors import InputError
from checker.formats.broken_lines import with_lines_joined
from checker.formats.columns import Columns
from checker.formats.office.docx.story import Story
from checker.formats.office.docx.styles import Styles
from checker.formats.office.package import Package, Relationship
from checker.formats.office.tables import pairs_in_tables
from checker.formats.pairs import Read
from checker.formats.pieces import Piece, document_of
from checker.model import Document

_ROOTS = {"xl": "an XLSX", "ppt": "a PPTX"}
_NOTES = (
    ("w:footnoteReference", "footnotes", "w:footnote", "note", "footnote"),
    ("w:endnoteReference", "endnotes", "w:endnote", "note", "endnote"),
    ("w:commentReference", "comments", "w:comment", "comment", "comment"),
)


def read(path: str, data: bytes) -> Document:
    """A document with one block a paragraph, of the body, then headers, footers, notes and comments.

    Its own text has a line for each, or more where it has line breaks.  Raises ``InputError`` leaves.
    """
    package = Package(path, data, "DOCX")
    main = package.main_part
    for root, name in _ROOTS.items():
        if main.startswith(f"{root}/"):
            raise InputError(f"{path}: this is {name} file, not a DOCX", f"call it .{name[-4:].lower()}")
    related = package.related(main)
    styles = Styles()
    for relationship in _of_kind(related, "styles", package):
        package.walk(relationship.target, styles)
    body = Story(styles)
    package.walk(main, body)
    stories = [body, *_around(package, related, body, styles), *_notes(package, related, body, styles)]
    pieces = with_lines_joined(chain.from_iterable(_told_once(stories)))
    document = document_of(path, pieces, _said(stories))
    if not any(story.has_open_field for story in stories):
        return document
    unread = ("a field in it has no end: text behind its beginning may be missing",)
    return replace(document, notes=document.notes + unread, unread=unread)


def read_pairs(path: str, data: bytes, columns: Columns) -> Read:
    """The pairs in the tables of a document.  Raises ``InputError`` leaves."""
    return pairs_in_tables(read(path, data), columns)


def _of_kind(related: dict[str, Relationship], kind: str, package: Package) -> list[Relationship]:
    return [found for found in related.values() if found.kind == kind and found.target in package]


def _around(package: Package, related: dict[str, Relationship], body: Story, styles: Styles) -> Iterator[Story]:
    """Headers and footers that a section of the body uses."""
    for what in ("header", "footer"):
        for id_ in dict.fromkeys(body.references.get(f"w:{what}Reference", ())):
            if id_ in related:
                story = Story(styles, what, what)
                package.walk(related[id_].target, story)
                yield story


def _notes(package: Package, related: dict[str, Relationship], body: Story, styles: Styles) -> Iterator[Story]:
    """Notes and comments to which the body refers, numbered as it does."""
    for reference, kind, element, region, label in _NOTES:
        ids = dict.fromkeys(body.references.get(reference, ()))
        named = {id_: f"{label} {number}" for number, id_ in enumerate(ids, start=1)}
        for relationship in _of_kind(related, kind, package) if named else ():
            story = Story(styles, region, label, element, named)
            package.walk(relationship.target, story)
            yield story


def _told_once(stories: list[Story]) -> Iterator[list[Piece]]:
    """The pieces of each story; a header that stands in several sections counts once."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for story in stories:
        pieces = story.pieces
        if pieces and pieces[0].region in ("header", "footer"):
            key = pieces[0].region, tuple(piece.text for piece in pieces)
            if key in seen:
                continue
            seen.add(key)
        yield pieces


def _said(stories: list[Story]) -> Iterator[str]:
    if any(story.changes for story in stories):
        yield "tracked changes are read as accepted"
    hidden = sum(story.hidden for story in stories)
    if hidden:
        yield f"hidden text left out in {hidden} {'place' if hidden == 1 else 'places'}"
    for what in dict.fromkeys(chain.from_iterable(story.elsewhere for story in stories)):
        count = sum(story.elsewhere[what] for story in stories)
        yield f"{count} {what if count == 1 else what + 's'} not read"
