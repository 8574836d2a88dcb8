"""Texts with tags in them (XLIFF, TMX) as plain text.

What a tag stands for (``x``, ``bx``, ``ex``, ``ph``, ``it``, ``bpt``, ``ept``, ``ut``, ``sc``, ``ec``, ``cp``, with
any code and ``sub`` text inside) is left out; what stands between tags (``g``, ``pc``, ``mrk``, ``hi``) is kept.  A
line break is one.  A placeholder between two letters becomes a space, so that no two words become one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.formats.xml.units import Element

_PLACEHOLDERS = frozenset(("x", "ph", "ut"))
_CODES = _PLACEHOLDERS | frozenset(("bx", "ex", "it", "bpt", "ept", "sc", "ec", "cp", "sm", "em", "sub"))
_BREAKS = (("ctype", "lb"), ("type", "lb"), ("subType", "xlf:lb"))
_DELETED = "x-sdl-deleted"
_MARK = "\0"  # XML cannot hold it
_BETWEEN_WORDS = re.compile(rf"(?<=\w){_MARK}+(?=\w)")
_PHRASE_PLACEHOLDER = re.compile(r"\{(?:\d{1,4}|j)\}")
_PHRASE_FORMATTING = re.compile(r"\{[A-Za-z0-9^_]{1,12}>|<[A-Za-z0-9^_]{1,12}\}")


def plain(element: Element | None) -> str:
    """The text of an element without tags; empty for None."""
    return "" if element is None else _settled("".join(_pieces(element)))


def plain_phrase(element: Element | None) -> str:
    """As ``plain``, for MXLIFF, where tags also stand as text: ``{1}``, ``{b>bold<b}``."""
    text = "" if element is None else "".join(_pieces(element))
    return _settled(_PHRASE_FORMATTING.sub("", _PHRASE_PLACEHOLDER.sub(_MARK, text)))


def has_content(element: Element | None) -> bool:
    """Whether anything but white space stands in an element, tags included; marks around text are none."""
    if element is None:
        return False
    return any(
        bool(part.strip()) if isinstance(part, str) else part.name != "mrk" or has_content(part)
        for part in element.content
    )


def _settled(text: str) -> str:
    return _BETWEEN_WORDS.sub(" ", text).replace(_MARK, "")


def _pieces(element: Element) -> Iterator[str]:
    for part in element.content:
        if isinstance(part, str):
            yield part
        elif any(part.get(name) == value for name, value in _BREAKS):
            yield "\n"
        elif part.name in _PLACEHOLDERS:
            yield _MARK
        elif part.name not in _CODES and part.get("mtype") != _DELETED:
            yield from _pieces(part)


def segments(element: Element | None) -> tuple[list[Element], str]:
    """The ``mrk`` elements that mark segments (XLIFF 1.2), in order, and the plain text outside them."""
    marks: list[Element] = []
    return (marks, "") if element is None else (marks, _settled("".join(_outside(element, marks))))


def _outside(element: Element, marks: list[Element]) -> Iterator[str]:
    for part in element.content:
        if isinstance(part, str):
            yield part
        elif part.name == "mrk" and part.get("mtype") == "seg":
            marks.append(part)
        elif part.name not in _CODES:
            yield from _outside(part, marks)
