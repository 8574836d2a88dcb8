"""Where the elements of an XML file stand in its bytes, unit by unit (expat), and edits at such places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from checker.errors import InputError
from checker.formats.xml.units import MAX_DEPTH, refuse_declarations, short_name

_PIECE = 1 << 20
_TAG = re.compile(rb"""<([^\s/>]+)(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_SPACE = b" \t\r\n"


@dataclass(slots=True)
class PlacedElement:
    """An element and the offsets in bytes of its start tag and, in ``close``, of where its end is reported.

    Names as in ``formats.xml.units``: bare in the format's own namespace.
    """

    name: str
    attributes: dict[str, str]
    start: int
    close: int = 0
    children: list[PlacedElement] = field(default_factory=list)

    def tag(self, data: bytes) -> bytes:
        """The start tag as written."""
        match = _TAG.match(data, self.start)
        return match[0] if match else b""

    def qname(self, data: bytes) -> bytes:
        """The name as written, with its prefix."""
        match = _TAG.match(data, self.start)
        return match[1] if match else b""

    def prefix(self, data: bytes) -> bytes:
        """The prefix as written, with its colon; empty where there is none."""
        before, colon, _ = self.qname(data).rpartition(b":")
        return before + colon

    def is_empty_tag(self, data: bytes) -> bool:
        return self.tag(data).endswith(b"/>")

    def after_name(self, data: bytes) -> int:
        """Offset behind the name in the start tag, where an attribute may begin."""
        return self.start + 1 + len(self.qname(data))

    def tag_end(self, data: bytes) -> int:
        """Offset behind the start tag."""
        return self.start + len(self.tag(data))

    def end(self, data: bytes) -> int:
        """Offset behind the element."""
        return self.tag_end(data) if self.is_empty_tag(data) else data.index(b">", self.close) + 1

    def content(self, data: bytes) -> bytes:
        """What is written between the tags."""
        return b"" if self.is_empty_tag(data) else data[self.tag_end(data) : self.close]

    def space_before(self, data: bytes) -> bytes:
        """The white space before the start tag."""
        begin = self.start
        while begin and data[begin - 1] in _SPACE:
            begin -= 1
        return data[begin : self.start]

    def child(self, name: str) -> PlacedElement | None:
        return next((child for child in self.children if child.name == name), None)

    def walk(self) -> Iterator[PlacedElement]:
        """The element and all within it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Units:
    """The elements called one of ``names`` in UTF-8 ``data``, in order; ``prefixes`` are those bound up to there."""

    def __init__(self, data: bytes, names: frozenset[str]) -> None:
        self.prefixes: set[tuple[str | None, str]] = set()
        self._data, self._names = data, names
        self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartNamespaceDeclHandler = lambda prefix, uri: self.prefixes.add((prefix, uri or ""))
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._open: list[PlacedElement] = []
        self._done: list[PlacedElement] = []

    def __iter__(self) -> Iterator[PlacedElement]:
        for start in range(0, len(self._data) + 1, _PIECE):
            piece = self._data[start : start + _PIECE]
            try:
                self._parser.Parse(piece, start + _PIECE > len(self._data))
            except expat.ExpatError as error:
                said = expat.errors.messages[error.code]
                raise InputError(
                    f"line {error.lineno}: broken XML ({said}), into which nothing can be written", "mend that place"
                ) from None
            done, self._done = self._done, []
            yield from done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        short = short_name(name)
        if not self._open and short not in self._names:
            return
        named = {short_name(key): value for key, value in attributes.items()}
        element = PlacedElement(short, named, self._parser.CurrentByteIndex)
        if self._open:
            self._open[-1].children.append(element)
        self._open.append(element)
        if len(self._open) > MAX_DEPTH:
            line = self._parser.CurrentLineNumber
            raise InputError(f"line {line}: over {MAX_DEPTH} elements inside one another", "check the file")

    def _end(self, _name: str) -> None:
        if not self._open:
            return
        element = self._open.pop()
        element.close = self._parser.CurrentByteIndex
        if not self._open:
            self._done.append(element)

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_declarations: int) -> None:
        if has_declarations:
            refuse_declarations(self._parser.CurrentLineNumber)


@dataclass(frozen=True, slots=True)
class Edit:
    """The bytes from ``start`` to ``end`` give place to ``new``."""

    start: int
    end: int
    new: bytes = b""


def insertion(at: int, new: bytes) -> Edit:
    return Edit(at, at, new)


def removal(element: PlacedElement, data: bytes) -> Edit:
    """Takes an element out, with the white space before it."""
    return Edit(element.start - len(element.space_before(data)), element.end(data))


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """``data`` with edits that do not overlap; those at one place in the order given."""
    ordered: Sequence[Edit] = sorted(edits, key=lambda edit: edit.start)
    if not ordered:
        return data
    pieces: list[bytes] = []
    at = 0
    for edit in ordered:
        pieces += (data[at : edit.start], edit.new)
        at = edit.end
    return b"".join([*pieces, data[at:]])
