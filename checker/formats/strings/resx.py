"""Resources of .NET (``Strings.de.resx``): the entries that are texts."""

from __future__ import annotations

import re

from checker.formats.strings.texts import KeyedText, Strings
from checker.formats.xml.units import Element, units
from checker.model import Unread

_WHOLE_LOCKED = re.compile(r"\{Locked\}", re.I)


def read(text: str) -> Strings:
    """The texts of a file of resources; objects and settings of a window's designer are none."""
    found: list[KeyedText] = []
    unread: list[Unread] = []
    for unit in units(text, frozenset(("data",))):
        if isinstance(unit, Unread):
            unread.append(unit)
        elif _is_text(unit.element):
            found.append(_text(unit.element))
    return Strings(tuple(found), unread=tuple(unread))


def _is_text(element: Element) -> bool:
    name, type_ = element.get("name"), element.get("type")
    is_string = not type_ or type_.startswith("System.String")
    return is_string and not element.get("mimetype") and not name.startswith(">>")


def _text(element: Element) -> KeyedText:
    value, comment = element.child("value"), element.child("comment")
    locked = comment is not None and bool(_WHOLE_LOCKED.search(comment.text))
    return KeyedText(element.get("name"), value.text if value else "", element.line, "", not locked)
