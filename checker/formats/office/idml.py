"""IDML (InDesign): the text of the stories in the order of the document."""

from __future__ import annotations

from checker.errors import InputError
from checker.formats.office.package import Package
from checker.formats.pieces import Piece, document_of
from checker.formats.xml.events import Attributes
from checker.model import Document

_STORY = "{http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging}Story"
_LEFT_OUT = frozenset(("Properties", "StoryPreference", "InCopyExportOption", "MetadataPacketPreference"))
_DELETED = "DeletedText"
_SEPARATORS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\u00ad": ""})


def read(path: str, data: bytes) -> Document:
    """A document with one block a paragraph; tables cell by cell.  Raises ``InputError`` leaves."""
    package = Package(path, data, "IDML")
    if "designmap.xml" not in package:
        raise InputError(f"{path}: this is no IDML file, whatever it is called", "export it from InDesign as IDML")
    stories = _Stories()
    package.walk("designmap.xml", stories)
    pieces: list[Piece] = []
    for number, part in enumerate(stories.parts, start=1):
        if part in package:
            story = _Story(f"story {number}")
            package.walk(part, story)
            pieces += story.pieces
    return document_of(path, pieces)


class _Stories:
    def __init__(self) -> None:
        self.parts: list[str] = []

    def start(self, name: str, attributes: Attributes) -> bool:
        if name == _STORY and attributes.get("src"):
            self.parts.append(attributes["src"])
        return True

    def end(self, name: str) -> None: ...

    def text(self, text: str) -> None: ...


class _Story:
    """What expat tells of a story.  What stands in a cell or a note is told before what is around it."""

    def __init__(self, location: str) -> None:
        self.pieces: list[Piece] = []
        self._location = location
        self._open: list[tuple[str, list[str]]] = [("body", [])]
        self._changes: list[bool] = []
        self._in_text = False

    def start(self, name: str, attributes: Attributes) -> bool:
        if name in _LEFT_OUT:
            return False
        if name == "Change":
            self._changes.append(attributes.get("ChangeType") == _DELETED)
        elif name in ("Cell", "Footnote", "Endnote"):
            self._open.append(("cell" if name == "Cell" else "note", []))
        elif name == "Br":
            self._close_paragraph()
        elif name == "Note":
            return False
        self._in_text = name == "Content"
        return True

    def end(self, name: str) -> None:
        self._in_text = False
        if name == "Change":
            self._changes.pop()
        elif name in ("Cell", "Footnote", "Endnote"):
            self._close_paragraph()
            self._open.pop()
        elif name == "Story":
            self._close_paragraph()

    def text(self, text: str) -> None:
        if self._in_text and not any(self._changes):
            self._open[-1][1].append(text.translate(_SEPARATORS))

    def _close_paragraph(self) -> None:
        what, texts = self._open[-1]
        text = "".join(texts)
        texts.clear()
        if text.strip():
            kind, region = ("cell", "body") if what == "cell" else ("paragraph", "note" if what == "note" else "body")
            self.pieces.append(Piece(text, kind, region, self._location))
