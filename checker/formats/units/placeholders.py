"""Placeholders and markup in the texts of programs (PO), which are no words of any language.

Left out are printf directives (C, Python, PHP, Objective-C), ``{name}`` and ``${name}``, HTML tags, and the marks of
keyboard shortcuts before a word (``_File``, ``&File``); HTML entities are what they stand for.  Of an ICU plural or
choice the branch ``other`` stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from html import unescape

from checker.text.placeholders.choices import closing, has_choices
from checker.text.placeholders.directives import DIRECTIVE, placeholders
from checker.text.placeholders.tags import tags

_TOKEN = re.compile(rf"{DIRECTIVE} | </?[A-Za-z][^<>]{{0,500}}>", re.X)  # and HTML
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_SHORTCUT = re.compile(rf"(?!{_ENTITY.pattern})(?<![\w&_])[&_](?=[^\W_])")
_ICU = re.compile(r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,")
_COUNTED = re.compile(r"\{\s*(\w+)\s*,\s*(?:plural|selectordinal)\s*,")
_BRANCH = re.compile(r"\s*(?:offset:\d+\s*)?(=?\w+)\s*\{")
_DEEPEST = 5
_LONGEST = 10_000
"""Code points of a text that is searched for ICU arguments; the messages of programs are short."""


def without_placeholders(text: str, flags: Set[str] = frozenset()) -> str:
    """The text as a reader of either language reads it.  ``flags`` are the entry's (``c-format``, ...)."""
    found = _TOKEN.sub(_replaced, _plainly(text) if len(text) <= _LONGEST else text)
    if any(flag.endswith("-format") and not flag.startswith("no-") for flag in flags):
        found = found.replace("%%", "%")
    return _ENTITY.sub(lambda entity: unescape(entity[0]), _SHORTCUT.sub("", found))


def codes(text: str) -> tuple[str, ...]:
    """The placeholders of a text in order; of a choice those of the branch ``other``, and what is counted in it; tags
    come after them."""
    found = _plainly(text) if len(text) <= _LONGEST else text
    if has_choices(found):
        return ()
    said = placeholders(found)
    return (*said, *_counted(text, said), *(tag.text for tag in tags(found)))


def _counted(text: str, said: tuple[str, ...]) -> Iterator[str]:
    """The numbers that plural forms depend on, as ``{count, plural}``, but those that are placeholders themselves."""
    for name in dict.fromkeys(_COUNTED.findall(text)):
        if not any(one.strip("${} ").partition(",")[0].strip() == name for one in said):
            yield f"{{{name}, plural}}"


def _replaced(match: re.Match[str]) -> str:
    """Nothing, or a space where two words would become one."""
    if match[0].startswith("<"):
        return ""
    start, end = match.span()
    before, after = match.string[max(start - 1, 0) : start], match.string[end : end + 1]
    return " " if before.isalnum() and after.isalnum() else ""


def _plainly(text: str, depth: int = 0) -> str:
    """ICU arguments with branches as their branch ``other``; what is badly formed stays as it is."""
    parts: list[str] = []
    done = 0
    while depth < _DEEPEST and (match := _ICU.search(text, done)):
        end, other = match.end(), None
        while branch := _BRANCH.match(text, end):
            close = closing(text, branch.end())
            if close is None:
                return "".join(parts) + text[done:]
            if branch[1] == "other":
                other = text[branch.end() : close]
            end = close + 1
        end_of_argument = re.compile(r"\s*\}").match(text, end)
        if other is None or end_of_argument is None:
            parts.append(text[done : match.end()])
            done = match.end()
        else:
            parts += [text[done : match.start()], _plainly(other.replace("#", ""), depth + 1)]
            done = end_of_argument.end()
    return "".join(parts) + text[done:]
