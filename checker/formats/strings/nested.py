"""Texts in nested mappings, as the libraries of many languages keep them: which of them are texts, and their keys.

Plural forms are told by the last part of a key: ``items_one`` and ``items_other`` (i18next), ``{"one": ..., "other":
...}`` (Rails).  Objects with ``message``, ``string`` or ``defaultMessage`` (extensions of browsers, structured JSON,
FormatJS) are the text that stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.formats.strings.texts import PLURALS, KeyedText, Strings
from checker.text.languages.tags import known_language

_TEXT_KEYS = ("message", "string", "defaultMessage", "translation")
_BESIDE = frozenset(
    "message string defaultMessage translation description context developer_comment character_limit placeholders "
    "comment id note key".split()
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text with the keys that lead to it and its line."""

    path: tuple[str, ...]
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Node:
    """A mapping: keys with the texts and mappings that they hold, in order; ``off`` are those that hold false."""

    entries: tuple[tuple[str, Node | Leaf], ...]
    line: int
    off: tuple[str, ...] = ()


def strings_of(root: Node) -> Strings:
    """The texts in a mapping; where all of it is under the name of a language, that is its language."""
    language = ""
    if len(root.entries) == 1 and known_language(root.entries[0][0]):
        name, only = root.entries[0]
        if isinstance(only, Node):
            language, root = name, only
    return Strings(tuple(_texts(root, ())), language)


def _texts(node: Node, path: tuple[str, ...]) -> Iterator[KeyedText]:
    keys = [key for key, _ in node.entries]
    if path and (own := _own_text(node, keys)) is not None:
        yield KeyedText(".".join(path), own.text, own.line)
        return
    is_plural = len(keys) > 1 and "other" in keys and set(keys) <= {*PLURALS, "=0", "=1"}
    for key, held in node.entries:
        if isinstance(held, Node):
            yield from _texts(held, (*path, key))
        elif is_plural:
            yield KeyedText(".".join(path), held.text, held.line, key)
        else:
            stem, _, category = key.rpartition("_")
            if stem and category in PLURALS and f"{stem}_other" in keys:
                yield KeyedText(".".join((*path, stem)), held.text, held.line, category)
            elif stem and category == "plural" and stem in keys:
                yield KeyedText(".".join((*path, stem)), held.text, held.line, "other")
            else:
                yield KeyedText(".".join((*path, key)), held.text, held.line)


def _own_text(node: Node, keys: Sequence[str]) -> Leaf | None:
    """The text of an object that is one text with what is said of it."""
    if not set(keys) <= _BESIDE:
        return None
    for key, held in node.entries:
        if key in _TEXT_KEYS and isinstance(held, Leaf):
            return held
    return None
