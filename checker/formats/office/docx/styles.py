"""What the styles of a DOCX file say that matters to its text: what is hidden, what is a heading, a list, a caption."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from checker.formats.xml.events import Attributes

_HEADINGS = ("heading", "title", "subtitle")
_MOST_PARENTS = 20


def is_on(attributes: Attributes) -> bool:
    """Whether a property that stands alone, or with a value, is switched on."""
    return attributes.get("w:val", "true") not in ("false", "0", "off", "none")


@dataclass(slots=True)
class DocxStyle:
    """A style as it stands: None where it leaves the question to the style that it is based on."""

    based_on: str = ""
    hidden: bool | None = None
    kind: str | None = None
    region: str | None = None


@dataclass(slots=True)
class Styles:
    """The styles of a file by id, read from its part ``styles.xml``."""

    found: dict[str, DocxStyle] = field(default_factory=dict)
    _path: list[str] = field(default_factory=list)
    _style: DocxStyle = field(default_factory=DocxStyle)

    def hidden(self, id_: str) -> bool | None:
        """Whether text in this style is hidden; None where no style says it."""
        return next((style.hidden for style in self._with_parents(id_) if style.hidden is not None), None)

    def kind(self, id_: str) -> str:
        """The kind of a block whose paragraph is in this style."""
        return next((style.kind for style in self._with_parents(id_) if style.kind), "paragraph")

    def region(self, id_: str) -> str:
        """The region of a block whose paragraph is in this style."""
        return next((style.region for style in self._with_parents(id_) if style.region), "body")

    def _with_parents(self, id_: str) -> list[DocxStyle]:
        def chain() -> object:
            here = id_
            while style := self.found.get(here):
                yield style
                here = style.based_on

        return list(islice(chain(), _MOST_PARENTS))  # type: ignore[call-overload]

    def start(self, name: str, attributes: Attributes) -> bool:
        parent = self._path[-1] if self._path else ""
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._style = DocxStyle()
            self.found[attributes.get("w:styleId", "")] = self._style
        elif name == "w:basedOn":
            self._style.based_on = value
        elif name == "w:name" and parent == "w:style":
            if value.lower().startswith(_HEADINGS):
                self._style.kind = "heading"
            elif value.lower() == "caption":
                self._style.region = "caption"
        elif name == "w:vanish" and parent == "w:rPr" and "w:style" in self._path:
            self._style.hidden = is_on(attributes)
        elif name == "w:outlineLvl" and value.isdecimal() and len(value) < 4 and int(value) < 9:
            self._style.kind = "heading"
        elif name == "w:numPr":
            self._style.kind = self._style.kind or "item"
        elif name in ("w:tblStylePr", "w:latentStyles"):
            return False
        self._path.append(name)
        return True

    def end(self, _name: str) -> None:
        self._path.pop()

    def text(self, text: str) -> None: ...
