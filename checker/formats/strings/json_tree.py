"""JSON as a tree of texts that knows the line of each: what is no text (numbers, null) is left out."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from checker.errors import InputError
from checker.formats.strings.nested import Leaf, Node, strings_of
from checker.formats.strings.texts import KeyedText, Strings

MAX_DEPTH = 60
"""Objects inside one another."""

_BLANK = re.compile(r"[ \t\r\n]*")
_OTHER = re.compile(r"-?\d[\d.eE+-]*|true|false|null|NaN|-?Infinity")
_METADATA = re.compile(r"@")


def read(text: str) -> Strings:
    """The texts of a file of an i18n library."""
    return strings_of(parsed(text))


def read_arb(text: str) -> Strings:
    """The texts of an application resource bundle (Flutter); what begins with ``@`` is said of them."""
    root = parsed(text)
    language = next((held.text for key, held in root.entries if key == "@@locale" and isinstance(held, Leaf)), "")
    texts = tuple(
        KeyedText(key, held.text, held.line)
        for key, held in root.entries
        if isinstance(held, Leaf) and not _METADATA.match(key)
    )
    return Strings(texts, language)


def parsed(text: str) -> Node:
    """The tree of a file.  Raises ``InputError`` where it is no JSON object, or no honest one."""
    return _Parser(text.lstrip("\ufeff")).root()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [match.end() for match in re.finditer("\n", text)]

    def root(self) -> Node:
        try:
            at = self._blank(0)
            if self._text[at : at + 1] not in ("{", "["):
                raise InputError("it holds no JSON object", "check that this is the right file")
            held, end = self._value(at, (), 0)
            if self._blank(end) != len(self._text):
                raise json.JSONDecodeError("something stands after the end", self._text, end)
        except json.JSONDecodeError as error:
            raise InputError(f"line {error.lineno}: no JSON ({error.msg.lower()})", "mend that place") from None
        if not isinstance(held, Node):
            raise InputError("it holds no JSON object", "check that this is the right file")
        return held

    def _blank(self, at: int) -> int:
        match = _BLANK.match(self._text, at)
        return match.end() if match else at

    def _line(self, at: int) -> int:
        return bisect_right(self._breaks, at) + 1

    def _value(self, at: int, path: tuple[str, ...], depth: int) -> tuple[Node | Leaf | None, int]:
        """What stands at ``at``, None where it is no text and holds none, and where it ends."""
        first = self._text[at : at + 1]
        if depth > MAX_DEPTH:
            raise InputError(f"line {self._line(at)}: over {MAX_DEPTH} objects inside one another", "check the file")
        if first == '"':
            value, end = scanstring(self._text, at + 1, False)
            return Leaf(path, value, self._line(at)), end
        if first in ("{", "["):
            return self._holder(at, path, depth, first == "{")
        match = _OTHER.match(self._text, at)
        if match is None:
            raise json.JSONDecodeError("a value is missing", self._text, at)
        return None, match.end()

    def _holder(self, at: int, path: tuple[str, ...], depth: int, is_object: bool) -> tuple[Node, int]:
        entries: list[tuple[str, Node | Leaf]] = []
        off: list[str] = []
        close, begin, number = "}" if is_object else "]", at, 0
        at = self._blank(at + 1)
        if self._text[at : at + 1] == close:
            return Node((), self._line(begin)), at + 1
        while True:
            key: Any = str(number)
            if is_object:
                if self._text[at : at + 1] != '"':
                    raise json.JSONDecodeError("a key is missing", self._text, at)
                key, at = scanstring(self._text, at + 1, False)
                at = self._blank(at)
                if self._text[at : at + 1] != ":":
                    raise json.JSONDecodeError("a colon is missing", self._text, at)
                at = self._blank(at + 1)
            begun = at
            held, at = self._value(at, (*path, key), depth + 1)
            if held is not None:
                entries.append((key, held))
            elif self._text.startswith("false", begun):
                off.append(key)
            number += 1
            at = self._blank(at)
            mark = self._text[at : at + 1]
            if mark not in (",", close) or not mark:
                raise json.JSONDecodeError("a comma or an end is missing", self._text, at)
            at = self._blank(at + 1) if mark == "," else at + 1
            if mark == close:
                return Node(tuple(entries), self._line(begin), tuple(off)), at
