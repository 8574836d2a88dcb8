"""Fluent (``.ftl``): messages, their attributes, terms; of a choice the variant that stands for all others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.formats.line_ends import lines_of
from checker.formats.strings.texts import KeyedText, Strings
from checker.model import Unread

_ENTRY = re.compile(r"(-?[A-Za-z][\w-]*)[ ]*=[ ]?(.*)")
_ATTRIBUTE = re.compile(r"[ ]+\.([A-Za-z][\w-]*)[ ]*=[ ]?(.*)")
_SELECTOR = re.compile(r"\{[^{}]*?->")
_DEFAULT = re.compile(r"\*\[[^\][]*\][ ]?")
_LITERAL = re.compile(r'\{\s*"((?:[^"\\]|\\.)*)"\s*\}')
_ARGUMENT = re.compile(r"\{\s*(?:[A-Z_]+\(\s*)?\$([\w-]++)[^{}]*\}")
_REFERENCE = re.compile(r"\{\s*(-?[A-Za-z][\w.-]*+)[^{}]*\}")
_DEEPEST = 5


def read(text: str) -> Strings:
    """The texts of a file; what is neither entry, attribute, comment nor part of one is not read."""
    found: list[KeyedText] = []
    unread: list[Unread] = []
    key, message, begin = "", "", 0
    value: list[str] = []

    def close() -> None:
        if key and (said := _plain("\n".join(value))):
            found.append(KeyedText(key, said, begin))

    for number, line in enumerate(lines_of(text.lstrip("\ufeff")), start=1):
        if match := _ENTRY.fullmatch(line):
            close()
            key = message = match[1]
            value, begin = [match[2]], number
        elif message and (match := _ATTRIBUTE.fullmatch(line)):
            close()
            key, value, begin = f"{message}.{match[1]}", [match[2]], number
        elif message and (line.startswith((" ", "}", "\t")) or not line.strip()):
            value.append(line)
        else:
            close()
            key = message = ""
            if not line.startswith("#") and line.strip():
                unread.append(Unread(number, "neither a message nor a part of one"))
    close()
    return Strings(tuple(found), unread=tuple(unread))


def _plain(value: str, depth: int = 0) -> str:
    """A pattern as a reader of its language sees it; arguments stay in braces."""
    lines = value.strip().split("\n")
    text = "\n".join([*lines[:1], *(line.strip() for line in lines[1:])]).strip()
    while depth < _DEEPEST and (match := _SELECTOR.search(text)):
        end = _closing(text, match.start() + 1)
        inside = text[match.end() : end]
        default = _DEFAULT.search(inside)
        chosen = _variant(inside[default.end() :]) if default else ""
        text = f"{text[: match.start()]}{_plain(chosen, depth + 1)}{text[end + 1 :]}"
        depth += 1
    text = _ARGUMENT.sub(r"{\1}", _LITERAL.sub(lambda match: match[1], text))
    return _REFERENCE.sub(r"{\1}", text)


def _variant(rest: str) -> str:
    """A variant up to the line that begins the next one."""
    return "\n".join(_until_next(rest.split("\n")))


def _until_next(lines: list[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number and re.match(r"\s*\*?\[", line):
            return
        yield line


def _closing(text: str, start: int) -> int:
    """Where the brace that is open before ``start`` is closed, or the end."""
    open_ = 1
    for match in re.compile(r"[{}]").finditer(text, start):
        open_ += 1 if match[0] == "{" else -1
        if not open_:
            return match.start()
    return len(text)
