"""Text of files and of the system as it may be printed: nothing in it that a terminal or a log would obey."""

from __future__ import annotations

import re

CONTROLS = "\x00-\x09\n\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"
"""Controls (C0, C1), breaks of lines, and what reverses or isolates the text around it, as a class of characters.

Escape sequences begin with one of them, window titles and links end with one; the bidirectional ones make a name read
as another (CVE-2021-42574).
"""

_UNSAFE = re.compile(f"[{CONTROLS}\ud800-\udfff]")
_ESCAPED = re.compile("[" + CONTROLS.replace("\n", "") + "]")


def printable(text: str) -> str:
    """Text on one line and of the same length, U+FFFD where a control or half of a surrogate pair was."""
    return text if text.isascii() and text.isprintable() else _UNSAFE.sub("\ufffd", text.replace("\t", " "))


def escaped(json_text: str) -> str:
    r"""JSON on one or more lines that says the same, with controls in texts as ``\uXXXX``."""
    if json_text.isascii() and "\x7f" not in json_text:
        return json_text
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text)
