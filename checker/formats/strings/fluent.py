"""Fluent (``.ftl``): messages, their attributes, terms; of a choice the variant that stands for all others."""

from __future__ import annotations

import re

from checker.formats.line_ends import lines_of
from checker.formats.strings.texts import KeyedText, Strings
from checker.model import Unread

_ENTRY = re.compile(r"(-?[A-Za-z][\w-]*)[ ]*=[ ]?(.*)")
_ATTRIBUTE = re.compile(r"[ ]+\.([A-Za-z][\w-]*)[ ]*=[ ]?(.*)")
_SELECTOR = re.compile(r"\{[^{}]*?->")
_DEFAULT = re.compile(r"[{}]|\*\[[^\][{}]*\][ ]?")
_LITERAL = re.compile(r'\{\s*"((?:[^"\\]|\\.)*)"\s*\}')
_ARGUMENT = re.compile(r"\{\s*(?:[A-Z_]+\(\s*)?\$([\w-]++)[^{}]*\}")
_REFERENCE = re.compile(r"\{\s*(-?[A-Za-z][\w.-]*+)[^{}]*\}")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6})|(.))")
_VARIANT = re.compile(r"\s*\*?\[")
_DEEPEST = 5

_SIGNS, _HELD = "{}[*", "\ue000\ue001\ue002\ue003"
"""What has a meaning in a pattern, and what stands for it while the pattern is read where it is quoted."""


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


def _plain(value: str) -> str:
    """A pattern as a reader of its language sees it; arguments stay in braces."""
    lines = value.strip().split("\n")
    text = "\n".join([*lines[:1], *(line.strip() for line in lines[1:])]).strip()
    text = _chosen(_LITERAL.sub(lambda match: _quoted(match[1]), text), 0)
    text = _REFERENCE.sub(r"{\1}", _ARGUMENT.sub(r"{\1}", text))
    return text.translate(str.maketrans(_HELD, _SIGNS))


def _quoted(literal: str) -> str:
    """What a literal in quotation marks says."""

    def meant(match: re.Match[str]) -> str:
        code = int(match[1] or match[2] or "0", 16)
        return match[3] or (chr(code) if code <= 0x10FFFF else "\ufffd")

    return _ESCAPE.sub(meant, literal).translate(str.maketrans(_SIGNS, _HELD))


def _chosen(text: str, depth: int) -> str:
    """A text with the variants that stand for all others in the place of its choices."""
    while depth < _DEEPEST and (match := _SELECTOR.search(text)):
        end = _closing(text, match.start() + 1)
        inside = text[match.end() : end]
        chosen = _chosen(_variant(inside[_default(inside) :]), depth + 1).strip()
        text = f"{text[: match.start()]}{chosen}{text[end + 1 :]}"
        depth += 1
    return text


def _default(inside: str) -> int:
    """Where the text of the variant begins that stands for all others, or the end."""
    within = 0
    for match in _DEFAULT.finditer(inside):
        if match[0] in "{}":
            within += 1 if match[0] == "{" else -1
        elif not within:
            return match.end()
    return len(inside)


def _variant(rest: str) -> str:
    """A variant up to the line that begins the next one, which is not that of a choice in it."""
    lines, within = rest.split("\n"), 0
    for number, line in enumerate(lines):
        if number and not within and _VARIANT.match(line):
            return "\n".join(lines[:number])
        within += line.count("{") - line.count("}")
    return rest


def _closing(text: str, start: int) -> int:
    """Where the brace that is open before ``start`` is closed, or the end."""
    open_ = 1
    for match in re.compile(r"[{}]").finditer(text, start):
        open_ += 1 if match[0] == "{" else -1
        if not open_:
            return match.start()
    return len(text)
