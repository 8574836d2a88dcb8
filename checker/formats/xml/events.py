"""XML read as it comes (expat), for formats whose parts may be long: nothing of it is kept.

No entity is ever declared, expanded or fetched: what declares something in its DOCTYPE is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol
from xml.parsers import expat

from checker.errors import InputError
from checker.formats.xml.units import MAX_DEPTH, damage_of, prefixed, refuse_declarations

Attributes = dict[str, str]

_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PREFIXES = {
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps:",
    "urn:schemas-microsoft-com:vml": "v:",
} | {
    f"{base}{name}": prefix
    for name, prefix in {
        "wordprocessingml/{}main": "w:",
        "spreadsheetml/{}main": "",
        "officeDocument/{}relationships": "r:",
        "officeDocument/{}math": "m:",
        "drawingml/{}main": "a:",
        "drawingml/{}diagram": "dgm:",
        "drawingml/{}chart": "c:",
    }.items()
    for base, name in ((_OFFICE, name.format("2006/")), (_STRICT, name.format("")))
}


class Events(Protocol):
    """What is told of each element; names stand as ``prefix:name`` where the prefix is known, else ``{uri}name``."""

    def start(self, name: str, attributes: Attributes) -> bool:
        """An element begins; False leaves out what is in it, its end included."""

    def end(self, name: str) -> None: ...

    def text(self, text: str) -> None: ...


def walk(pieces: Iterable[bytes], events: Events) -> None:
    """Tell ``events`` what is in the XML.  Raises ``InputError`` where it is damaged or means harm."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0
    left_out_at = 0  # the depth of the element that is left out with all that is in it; 0 outside

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth, left_out_at
        depth += 1
        if depth > MAX_DEPTH:
            raise InputError(
                f"line {parser.CurrentLineNumber}: over {MAX_DEPTH} elements inside one another", "check the file"
            )
        if not left_out_at and not events.start(
            _short(name), {_short(key): value for key, value in attributes.items()}
        ):
            left_out_at = depth

    def end(name: str) -> None:
        nonlocal depth, left_out_at
        if not left_out_at:
            events.end(_short(name))
        elif left_out_at == depth:
            left_out_at = 0
        depth -= 1

    def text(text: str) -> None:
        if not left_out_at:
            events.text(text)

    def doctype(_name: str, _system: str | None, _public: str | None, has_declarations: int) -> None:
        if has_declarations:
            refuse_declarations(parser.CurrentLineNumber)

    def skipped(name: str, _is_parameter: bool) -> None:
        raise InputError(f"it uses &{name[:40]};, which the file does not define", "save it again")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.StartDoctypeDeclHandler, parser.SkippedEntityHandler = doctype, skipped
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise InputError(f"line {error.lineno}: {damage_of(error)}", "save it again, or fetch it again") from None


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    uri, _, local = name.rpartition(" ")
    return prefixed(uri, local, _PREFIXES)
