"""XML read unit by unit (expat): one small tree for each unit, nothing kept of the rest but the elements around it.

No entity is ever declared, expanded or fetched: a file that declares something in its DOCTYPE is refused.  Where a
file is damaged or cut off, the units before that place are good and an ``Unread`` says where they end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from checker.errors import InputError
from checker.formats.halves import without_halves
from checker.model import Unread

MAX_DEPTH = 200
"""Elements inside one another; real files have less than twenty."""

MAX_ELEMENTS = 50_000
"""Elements in one unit, which is held in memory."""

_PIECE = 1 << 20
"""Code points given to expat at once; older versions read a long token again from its start with every piece."""

_OWN = ("urn:oasis:names:tc:xliff:document:", "http://www.lisa.org/tmx14", "urn:iso:std:iso:30042:ed-2")
_PREFIXES = {
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://sdl.com/FileTypes/SdlXliff/1.0": "sdl:",
    "http://www.memsource.com/mxlf/2.0": "m:",
    "MQXliff": "mq:",
}
REASONS = {
    "no element found": "the file ends before the XML does: it is cut off",
    "unclosed token": "the file ends in the middle of a tag: it is cut off",
    "unclosed CDATA section": "the file ends in a CDATA section: it is cut off",
}


def refuse_declarations(line: int) -> None:
    """Raise ``InputError`` for a DOCTYPE that declares something."""
    raise InputError(
        f"line {line}: it declares things of its own in its DOCTYPE, as entity bombs do; such files are not read",
        "take the part in square brackets out of the DOCTYPE if you trust the file",
    )


@dataclass(frozen=True, slots=True)
class Element:
    """An element: names in the format's own namespace stand bare, others as ``prefix:name`` or ``{uri}name``."""

    name: str
    attributes: dict[str, str]
    line: int
    content: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute's value, empty where there is none."""
        return self.attributes.get(name, "")

    @property
    def text(self) -> str:
        """The text that stands directly in it."""
        return "".join(part for part in self.content if isinstance(part, str))

    def children(self, name: str) -> list[Element]:
        return [child for child in self.content if isinstance(child, Element) and child.name == name]

    def child(self, name: str) -> Element | None:
        return next(iter(self.children(name)), None)


@dataclass(frozen=True, slots=True)
class XmlUnit:
    """A unit and the elements around it, outermost first, which are without their content."""

    element: Element
    around: tuple[Element, ...]


def units(text: str, names: frozenset[str]) -> Iterator[XmlUnit | Unread]:
    """The elements called one of ``names``, in order, as they are read.

    Raises ``InputError`` for what no honest file does, and for one that is damaged before its first unit ends.
    """
    builder = _Builder(names)
    text = without_halves(text)
    any_ = False
    for start in range(0, len(text) + 1, _PIECE):
        damage = builder.feed(text[start : start + _PIECE], is_last=start + _PIECE > len(text))
        for unit in builder.taken():
            any_ = True
            yield unit
        if damage is None:
            continue
        if not any_:
            raise InputError(f"line {damage.line}: {damage.reason}", "make the file again, or mend that place")
        yield Unread(damage.line, f"{damage.reason}; nothing from here on could be read")
        return


def notes_of(unit: Element) -> list[Element]:
    """The notes on a unit: its own (XLIFF 1.2, TMX) or those in its ``notes`` (XLIFF 2)."""
    return [note for holder in (unit, *unit.children("notes")) for note in holder.children("note")]


class _Builder:
    """What expat calls.  ``open`` are the elements that have begun and not ended."""

    def __init__(self, names: frozenset[str]) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.SkippedEntityHandler = self._skipped
        self._names = names
        self._open: list[Element] = []
        self._unit_depth = 0  # how many elements are open where the unit begins, itself included; 0 outside
        self._elements = 0
        self._problem = ""
        self._done: list[XmlUnit | Unread] = []

    def feed(self, text: str, is_last: bool) -> Unread | None:
        """Read on; where the XML is damaged, and how."""
        try:
            self.parser.Parse(text, is_last)
        except expat.ExpatError as error:
            return Unread(error.lineno, damage_of(error))
        return None

    def taken(self) -> list[XmlUnit | Unread]:
        """The units that have ended since the last call."""
        done, self._done = self._done, []
        return done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        element = Element(short_name(name), {short_name(key): value for key, value in attributes.items()}, line)
        if self._unit_depth:
            self._elements += 1
            if self._elements > MAX_ELEMENTS:
                raise InputError(f"line {line}: over the {MAX_ELEMENTS} elements of a unit", "check the file")
            if element.name in self._names:
                self._problem = self._problem or "there is another unit inside this one"
            self._open[-1].content.append(element)
        self._open.append(element)
        if len(self._open) > MAX_DEPTH:
            raise InputError(f"line {line}: over {MAX_DEPTH} elements inside one another", "check the file")
        if not self._unit_depth and element.name in self._names:
            self._unit_depth, self._elements, self._problem = len(self._open), 0, ""

    def _end(self, _name: str) -> None:
        element = self._open.pop()
        if self._unit_depth != len(self._open) + 1:
            return
        self._unit_depth = 0
        if self._problem:
            self._done.append(Unread(element.line, self._problem))
        else:
            self._done.append(XmlUnit(element, tuple(self._open)))

    def _text(self, text: str) -> None:
        if self._unit_depth:
            self._open[-1].content.append(text)

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_declarations: int) -> None:
        if has_declarations:
            refuse_declarations(self.parser.CurrentLineNumber)

    def _skipped(self, name: str, _is_parameter: bool) -> None:
        self._problem = self._problem or f"it uses &{name[:40]};, which the file does not define"


@lru_cache(maxsize=1024)
def short_name(name: str) -> str:
    """A name as expat gives it, with its namespace, as ``Element.name`` has it."""
    uri, _, local = name.rpartition(" ")
    return local if uri.startswith(_OWN) else prefixed(uri, local, _PREFIXES)


def prefixed(uri: str, local: str, prefixes: Mapping[str, str]) -> str:
    """``prefix:local`` where the namespace's prefix is known, else ``{uri}local``; ``local`` without a namespace."""
    if not uri:
        return local
    return f"{prefixes[uri]}{local}" if uri in prefixes else f"{{{uri}}}{local}"


def damage_of(error: expat.ExpatError) -> str:
    """What is wrong with the XML, in words."""
    said = expat.errors.messages[error.code]
    return REASONS.get(said) or f"broken XML at column {error.offset + 1} ({said})"
