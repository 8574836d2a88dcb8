"""Text in XML 1.0."""

from __future__ import annotations

import re

from checker.printable import CONTROLS

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_SPECIAL = re.compile(f"(?![\t\n])[&<>{CONTROLS}]")
_SPECIAL_IN_ATTRIBUTES = re.compile(f'[&<>"{CONTROLS}]')


def legal(text: str) -> str:
    """A text without what XML 1.0 cannot hold at all, of which U+FFFD stands in the place."""
    return _ILLEGAL.sub("\ufffd", text)


def content(text: str) -> str:
    """A text as the content of an element; a program that shows the file as it stands obeys nothing in it."""
    return _SPECIAL.sub(_escape, legal(text))


def attribute(text: str) -> str:
    """A text as the value of an attribute, in double quotation marks."""
    return '"' + _SPECIAL_IN_ATTRIBUTES.sub(_escape, legal(text)) + '"'


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"&#{ord(match[0])};"
