"""Java's ``.properties``: a key and a text a line, which may go on after a backslash."""

from __future__ import annotations

import re

from checker.formats.halves import joined_halves
from checker.formats.line_ends import lines_of
from checker.formats.strings.texts import KeyedText, Strings

_KEY = re.compile(r"((?:\\.|[^\\=:\s])*)[ \t\f]*[=:]?[ \t\f]*(.*)", re.S)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|(.)|$)", re.S)
_MEANT = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}
_ARGUMENT = re.compile(r"\{\d")


def read(text: str) -> Strings:
    """The texts of a file, escapes resolved; where a text has arguments, two apostrophes are one."""
    found: list[KeyedText] = []
    lines = lines_of(text)
    at = 0
    while at < len(lines):
        number, line = at + 1, lines[at].lstrip(" \t\f")
        at += 1
        if not line or line[0] in "#!":
            continue
        parts = [line]
        while _goes_on(parts[-1]) and at < len(lines):
            parts[-1] = parts[-1][:-1]
            parts.append(lines[at].lstrip(" \t\f"))
            at += 1
        match = _KEY.match("".join(parts))
        if match is None:
            continue
        value = _resolved(match[2])
        if _ARGUMENT.search(value):
            value = value.replace("''", "'")
        found.append(KeyedText(_resolved(match[1]), value, number))
    return Strings(tuple(found))


def _goes_on(line: str) -> bool:
    """Whether a line ends in a backslash that is none's own escape."""
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _resolved(text: str) -> str:
    made = _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else _MEANT.get(match[2], match[2] or ""), text)
    return joined_halves(made)
