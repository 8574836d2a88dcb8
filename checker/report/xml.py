"""Text in XML 1.0."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_SPECIAL = re.compile("[&<>\r]")
_SPECIAL_IN_ATTRIBUTES = re.compile('[&<>"\t\n\r]')


def legal(text: str) -> str:
    """A text without what XML 1.0 cannot hold at all, of which U+FFFD stands in the place."""
    return _ILLEGAL.sub("\ufffd", text)


def content(text: str) -> str:
    """A text as the content of an element."""
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], legal(text))


def attribute(text: str) -> str:
    """A text as the value of an attribute, in double quotation marks."""
    return '"' + _SPECIAL_IN_ATTRIBUTES.sub(lambda match: _ESCAPES[match[0]], legal(text)) + '"'
