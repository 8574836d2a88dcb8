"""YAML of i18n libraries (Rails, Symfony): the texts of its mappings, with the extra ``yaml`` (PyYAML)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from checker.errors import InputError, MissingReaderError
from checker.formats.strings.nested import Leaf, Node, strings_of
from checker.formats.strings.texts import Strings

MAX_TEXTS = 200_000
"""Texts and mappings in one file: aliases of aliases make millions of a few lines."""

MAX_DEPTH = 60
"""Mappings inside one another."""

_TEXT = "tag:yaml.org,2002:str"

Scalar = tuple[str, int]
"""A text and its line."""


@dataclass(slots=True)
class _Holder:
    """A mapping or a sequence with what it holds: keys of a mapping stand before their values."""

    is_mapping: bool
    line: int
    held: list[_Holder | Scalar | None] = field(default_factory=list)


def read(text: str) -> Strings:
    """The texts of a file; no object is made of it, whatever its tags say."""
    try:
        import yaml
    except ImportError:
        raise MissingReaderError("reading YAML takes PyYAML", "pip install pyyaml") from None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # of libyaml, where PyYAML has it, six times as fast
    try:
        root = _composed(yaml.parse(text, Loader=loader), loader(""))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}: " if mark else ""
        raise InputError(f"{where}no YAML ({getattr(error, 'problem', None) or 'broken'})", "mend that place") from None
    except UnicodeError:
        raise InputError("there are halves of characters in it, which YAML does not take", "save it as UTF-8") from None
    held = _Tree().of(root, (), 0)
    if not isinstance(held, Node):
        raise InputError("it holds no mapping of keys to texts", "check that this is the right file")
    return strings_of(held)


def _composed(events: Iterable[Any], resolver: Any) -> _Holder | Scalar | None:
    """What the first document of a stream holds; None stands for what is no text."""
    top = _Holder(False, 1)
    around = [top]
    anchored: dict[str, _Holder | Scalar | None] = {}
    for event in events:
        kind = type(event).__name__
        if kind == "DocumentEndEvent":
            break
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            around.pop()
            continue
        made: _Holder | Scalar | None
        line = event.start_mark.line + 1
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            made = _Holder(kind == "MappingStartEvent", line)
        elif kind == "ScalarEvent":
            made = (event.value, line) if _tag(event, resolver) == _TEXT or _is_key(around[-1]) else None
        elif kind == "AliasEvent":
            if event.anchor not in anchored:
                raise InputError(f"line {line}: no YAML (an alias of nothing)", "mend that place")
            made = anchored[event.anchor]
        else:
            continue
        if kind != "AliasEvent" and event.anchor is not None:
            anchored[event.anchor] = made
        around[-1].held.append(made)
        if isinstance(made, _Holder) and kind != "AliasEvent":
            around.append(made)
            if len(around) > MAX_DEPTH + 1:
                raise InputError(f"line {line}: over {MAX_DEPTH} mappings inside one another", "check the file")
    return top.held[0] if top.held else None


def _is_key(holder: _Holder) -> bool:
    return holder.is_mapping and len(holder.held) % 2 == 0


def _tag(event: Any, resolver: Any) -> str:
    if event.tag not in (None, "!"):
        return str(event.tag)
    from yaml import ScalarNode

    return str(resolver.resolve(ScalarNode, event.value, event.implicit))


class _Tree:
    """Texts by their keys, of what may be reached by more than one name."""

    def __init__(self) -> None:
        self._count = 0

    def of(self, held: _Holder | Scalar | None, path: tuple[str, ...], depth: int) -> Node | Leaf | None:
        self._count += 1
        if self._count > MAX_TEXTS or depth > MAX_DEPTH:
            raise InputError("it has more texts, or more mappings inside one another, than are read", "check the file")
        if held is None:
            return None
        if not isinstance(held, _Holder):
            return Leaf(path, *held)
        if held.is_mapping:
            keys = held.held[::2]
            named = zip(keys, held.held[1::2], strict=False)
            pairs = [(key[0], value) for key, value in named if isinstance(key, tuple)]
        else:
            pairs = [(str(number), value) for number, value in enumerate(held.held)]
        inside = ((key, self.of(value, (*path, key), depth + 1)) for key, value in pairs)
        return Node(tuple((key, each) for key, each in inside if each is not None), held.line)
