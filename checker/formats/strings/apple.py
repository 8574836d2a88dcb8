"""Apple's tables: ``Localizable.strings``, and ``.stringsdict`` with its plurals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.errors import InputError
from checker.formats.halves import joined_halves
from checker.formats.strings.texts import PLURALS, KeyedText, Strings
from checker.formats.xml.units import Element, XmlUnit, units
from checker.model import Unread

_SKIPPED = re.compile(r"(?:\s|//[^\r\n]*|/\*.*?\*/)+", re.S)
_QUOTED = r'"((?:[^"\\]|\\.)*)"'
_ENTRY = re.compile(rf"(?:{_QUOTED}|([\w.$:/-]+))\s*=\s*(?:{_QUOTED}|([\w.$:/-]+))\s*;", re.S)
_ESCAPE = re.compile(r"\\(?:[Uu]([0-9A-Fa-f]{4})|([0-7]{3})|(.))", re.S)
_MEANT = {"n": "\n", "t": "\t", "r": "\r"}
_FORMAT = "NSStringLocalizedFormatKey"
_VARIABLES = re.compile(r"(?:\s|%(?:\d{1,2}\$)?#@\w+@)+")
"""A format of nothing but variables, whose texts stand beside it."""


def read(text: str) -> Strings:
    """The texts of a table of strings; a line that is none costs the entry that it is in."""
    if text.startswith("bplist"):
        raise InputError("it is a compiled property list", "take the file of the project, or `plutil -convert xml1` it")
    if text.lstrip("\ufeff \r\n\t").startswith(("<?xml", "<!DOCTYPE", "<plist")):
        return read_dict(text)
    found: list[KeyedText] = []
    unread: list[Unread] = []
    at, line, counted = 0, 1, 0
    while at < len(text):
        if skipped := _SKIPPED.match(text, at):
            at = skipped.end()
            continue
        line += text.count("\n", counted, at)
        counted = at
        if match := _ENTRY.match(text, at):
            key, value = (
                _resolved(one if one is not None else other) for one, other in (match.group(1, 2), match.group(3, 4))
            )
            found.append(KeyedText(key, value, line))
            at = match.end()
            continue
        if text.startswith("/*", at):
            unread.append(Unread(line, "a comment that does not end"))
            break
        if text[at] not in "\ufeff{};":
            unread.append(Unread(line, 'no entry of the kind "key" = "text";'))
            end = text.find("\n", at)
            at = len(text) if end < 0 else end
        at += 1
    return Strings(tuple(found), unread=tuple(unread))


def _resolved(text: str) -> str:
    def meant(match: re.Match[str]) -> str:
        if match[1]:
            return chr(int(match[1], 16))
        return chr(int(match[2], 8)) if match[2] else _MEANT.get(match[3], match[3])

    return joined_halves(_ESCAPE.sub(meant, text))


def read_dict(text: str) -> Strings:
    """The texts of a property list: each format, and each plural form of its variables."""
    found: list[KeyedText] = []
    unread: list[Unread] = []
    for unit in units(text, frozenset(("plist",))):
        if isinstance(unit, Unread):
            unread.append(unit)
        elif isinstance(unit, XmlUnit) and (root := unit.element.child("dict")) is not None:
            for key, value in _entries(root):
                found += _texts(key, value)
    return Strings(tuple(found), unread=tuple(unread))


def _texts(key: str, value: Element) -> Iterator[KeyedText]:
    if value.name == "string":
        yield KeyedText(key, value.text, value.line)
        return
    for name, inner in _entries(value):
        if name == _FORMAT and not _VARIABLES.fullmatch(inner.text):
            yield KeyedText(key, inner.text, inner.line)
        elif inner.name == "dict":
            for category, form in _entries(inner):
                if category in PLURALS:
                    yield KeyedText(f"{key}/{name}", form.text, form.line, category)


def _entries(dictionary: Element) -> Iterator[tuple[str, Element]]:
    """Keys of a ``dict``, each with the element after it."""
    key: Element | None = None
    for part in dictionary.content:
        if isinstance(part, str):
            continue
        if part.name == "key":
            key = part
        elif key is not None:
            yield key.text.strip(), part
            key = None
