"""PPTX (PowerPoint, Impress, Google): the text of the slides in their order, and of their notes."""

from __future__ import annotations

from collections.abc import Iterator

from checker.errors import InputError
from checker.formats.office.package import Package, Relationship
from checker.formats.pieces import Piece, document_of
from checker.formats.xml.events import Attributes
from checker.model import Document

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_PLACEHOLDERS = frozenset(("sldNum", "dt", "ftr", "hdr", "sldImg"))
"""Shapes that hold a slide's number, date, header or footer."""


def read(path: str, data: bytes) -> Document:
    """A document with one block a paragraph of each slide, its notes after it.  Raises ``InputError`` leaves."""
    package = Package(path, data, "PPTX")
    main = package.main_part
    if not main.startswith("ppt/"):
        raise InputError(f"{path}: this is no PPTX file, whatever it is called", "check that this is the right file")
    order = _Order()
    package.walk(main, order)
    related = package.related(main)
    pieces: list[Piece] = []
    hidden = 0
    for number, id_ in enumerate(order.ids, start=1):
        slide = related.get(id_)
        if slide is None or slide.target not in package:
            continue
        story = _Slide(f"slide {number}")
        package.walk(slide.target, story)
        if story.is_hidden:
            hidden += 1
            continue
        pieces += story.pieces
        for notes in _notes(package.related(slide.target)):
            if notes.target in package:
                told = _Slide(f"slide {number}, notes", "note")
                package.walk(notes.target, told)
                pieces += told.pieces
    said = (f"hidden slides left out: {hidden}",) if hidden else ()
    return document_of(path, pieces, said)


def _notes(related: dict[str, Relationship]) -> Iterator[Relationship]:
    return (found for found in related.values() if found.kind == "notesSlide")


class _Order:
    """The ids of the slides as the presentation shows them."""

    def __init__(self) -> None:
        self.ids: list[str] = []

    def start(self, name: str, attributes: Attributes) -> bool:
        if name == f"{_P}sldId":
            self.ids.append(attributes.get("r:id", ""))
        return True

    def end(self, name: str) -> None: ...

    def text(self, text: str) -> None: ...


class _Slide:
    """What expat tells of a slide or of its notes."""

    def __init__(self, location: str, region: str = "body") -> None:
        self.pieces: list[Piece] = []
        self.is_hidden = False
        self._location, self._region = location, region
        self._text: list[str] | None = None
        self._shape = ""
        self._in_text = False
        self._cells = 0

    def start(self, name: str, attributes: Attributes) -> bool:
        if name == "a:fld" and attributes.get("type", "").startswith(("slidenum", "datetime")):
            return False
        if name == f"{_P}sld":
            self.is_hidden = attributes.get("show") in ("0", "false")
        elif name == f"{_P}sp":
            self._shape = ""
        elif name == f"{_P}ph":
            self._shape = attributes.get("type", "")
        elif name == "a:p":
            self._text = []
        elif name == "a:br" and self._text is not None:
            self._text.append("\n")
        elif name == "a:tc":
            self._cells += 1
        self._in_text = name == "a:t"
        return True

    def end(self, name: str) -> None:
        self._in_text = False
        if name == "a:tc":
            self._cells -= 1
        elif name == "a:p" and self._text is not None:
            text = "".join(self._text).replace("\v", "\n")
            if text.strip() and self._shape not in _PLACEHOLDERS:
                kind = "cell" if self._cells else "heading" if "title" in self._shape.lower() else "paragraph"
                self.pieces.append(Piece(text, kind, self._region, self._location))
            self._text = None

    def text(self, text: str) -> None:
        if self._in_text and self._text is not None:
            self._text.append(text)
