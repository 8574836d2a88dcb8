"""String resources of Android (``res/values-de/strings.xml``): strings, arrays and plurals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.formats.halves import joined_halves
from checker.formats.strings.texts import KeyedText, Strings
from checker.formats.xml.units import Element, XmlUnit, units
from checker.model import Unread

_NAMES = frozenset(("string", "string-array", "plurals"))
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|(.))|\"", re.S)
_BLANKS = re.compile(r"\s+")
_MEANT = {"n": "\n", "t": "\t"}


def read(text: str) -> Strings:
    """The texts of a file of resources."""
    found: list[KeyedText] = []
    unread: list[Unread] = []
    for unit in units(text, _NAMES):
        if isinstance(unit, Unread):
            unread.append(unit)
        else:
            found += _texts(unit)
    return Strings(tuple(found), unread=tuple(unread))


def _texts(unit: XmlUnit) -> Iterator[KeyedText]:
    element = unit.element
    name = element.get("name")
    wanted = element.get("translatable") != "false"
    if element.name == "string":
        yield KeyedText(name, _plain(element), element.line, "", wanted)
        return
    for number, item in enumerate(element.children("item")):
        if element.name == "plurals":
            yield KeyedText(name, _plain(item), item.line, item.get("quantity") or "other", wanted)
        else:
            yield KeyedText(f"{name}[{number}]", _plain(item), item.line, "", wanted)


def _plain(element: Element) -> str:
    """The text as the program shows it: white space is one blank outside quotation marks, escapes are resolved."""
    written = "".join(_pieces(element))
    parts: list[str] = []
    done, quoted = 0, False
    for match in _ESCAPE.finditer(written):
        between = written[done : match.start()]
        parts.append(between if quoted else _BLANKS.sub(" ", between))
        done = match.end()
        if match[0] == '"':
            quoted = not quoted
        else:
            parts.append(chr(int(match[1], 16)) if match[1] else _MEANT.get(match[2], match[2]))
    rest = written[done:]
    parts.append(rest if quoted else _BLANKS.sub(" ", rest))
    return joined_halves("".join(parts)).strip()


def _pieces(element: Element) -> Iterator[str]:
    for part in element.content:
        if isinstance(part, str):
            yield part
        else:
            yield from _pieces(part)
