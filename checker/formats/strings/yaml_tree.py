"""YAML of i18n libraries (Rails, Symfony): the texts of its mappings, with the extra ``yaml`` (PyYAML)."""

from __future__ import annotations

from typing import Any

from checker.errors import InputError, MissingReaderError
from checker.formats.strings.nested import Leaf, Node, strings_of
from checker.formats.strings.texts import Strings

MAX_TEXTS = 200_000
"""Texts and mappings in one file: aliases of aliases make millions of a few lines."""

MAX_DEPTH = 60
"""Mappings inside one another."""

_TEXT = "tag:yaml.org,2002:str"


def read(text: str) -> Strings:
    """The texts of a file; no object is made of it, whatever its tags say."""
    try:
        import yaml
    except ImportError:
        raise MissingReaderError("reading YAML takes PyYAML", "pip install pyyaml") from None
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}: " if mark else ""
        raise InputError(f"{where}no YAML ({getattr(error, 'problem', None) or 'broken'})", "mend that place") from None
    except RecursionError:
        raise InputError(f"over {MAX_DEPTH} mappings inside one another", "check the file") from None
    held = _Tree().of(root, (), 0)
    if not isinstance(held, Node):
        raise InputError("it holds no mapping of keys to texts", "check that this is the right file")
    return strings_of(held)


class _Tree:
    def __init__(self) -> None:
        self._count = 0

    def of(self, node: Any, path: tuple[str, ...], depth: int) -> Node | Leaf | None:
        self._count += 1
        if self._count > MAX_TEXTS or depth > MAX_DEPTH:
            raise InputError("it has more texts, or more mappings inside one another, than are read", "check the file")
        line = node.start_mark.line + 1 if node is not None else 1
        kind = type(node).__name__
        if kind == "ScalarNode":
            return Leaf(path, node.value, line) if node.tag == _TEXT else None
        if kind == "MappingNode":
            pairs = [(str(key.value), value) for key, value in node.value if not isinstance(key.value, list)]
        elif kind == "SequenceNode":
            pairs = [(str(number), value) for number, value in enumerate(node.value)]
        else:
            return None
        held = ((key, self.of(value, (*path, key), depth + 1)) for key, value in pairs)
        return Node(tuple((key, each) for key, each in held if each is not None), line)
