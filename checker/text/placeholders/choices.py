"""Messages with branches (ICU): ``{n, plural, one {# file} other {# files}}``, ``{who, select, female {...} ...}``.

Their words stand in braces too, so that they are read as a whole: which arguments they have, and how branches are
named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CHOICE = re.compile(r"\{\s*(\w+)\s*,\s*(plural|selectordinal|select)\s*,")
_BRANCH = re.compile(r"\s*(?:offset:\d+\s*)?(=?\w+)\s*\{")
_ARGUMENT = re.compile(r"\{\s*(\w+)\s*(?:,\s*(?:number|date|time|spellout|ordinal|duration)\b[^{}]{0,60})?\}")
_PLURALS = frozenset("zero one two few many other".split())
_DEEPEST = 5
"""Branches within branches that are read, a bound."""
_LONGEST = 10_000
"""Code points of a message that is read, a bound; those of programs are short."""


@dataclass(frozen=True, slots=True)
class Message:
    """The arguments of a message by name, in order: those put in, those counted, and the names of branches of each
    that is chosen by; ``unknown`` are branches of a count that no language has, as they are written."""

    put_in: tuple[str, ...]
    counted: tuple[str, ...]
    chosen: tuple[tuple[str, frozenset[str]], ...]
    unknown: tuple[str, ...]


def has_choices(text: str) -> bool:
    """Whether the text is a message with branches."""
    return _CHOICE.search(text) is not None


def message(text: str) -> Message | None:
    """What arguments a message with branches has; None where it is long or badly formed."""
    if len(text) > _LONGEST:
        return None
    put_in: dict[str, None] = {}
    counted: dict[str, None] = {}
    chosen: dict[str, frozenset[str]] = {}
    unknown: list[str] = []
    left = [(text, 0)]
    while left:
        part, depth = left.pop()
        bare, done = [], 0
        while match := _CHOICE.search(part, done):
            branches = _branches(part, match.end())
            if branches is None or depth == _DEEPEST:
                return None
            named, end = branches
            bare.append(part[done : match.start()])
            name, is_select = match[1], match[2] == "select"
            if is_select:
                chosen[name] = chosen.get(name, frozenset()) | {key for key, _ in named}
            else:
                counted[name] = None
                wrong = [key for key, _ in named if key not in _PLURALS and not key.startswith("=")]
                unknown += [f"{{{name}, {match[2]}, {key}}}" for key in wrong]
            left += [(text, depth + 1) for _, text in reversed(named)]
            done = end
        bare.append(part[done:])
        put_in |= dict.fromkeys(_ARGUMENT.findall(" ".join(bare)))
    return Message(tuple(put_in), tuple(counted), tuple(chosen.items()), tuple(unknown))


def lost_and_new(source: Message, target: Message) -> tuple[list[str], list[str]]:
    """Arguments that the target lacks and that only it has, and branches that the program would not find.

    A count that is put in by its name needs no forms, and what is chosen by may be left out: not every language has
    genders.
    """
    ours, theirs = (dict.fromkeys((*one.put_in, *one.counted)) for one in (source, target))
    lost = [_written(name, source) for name in ours if name not in theirs]
    new = [_written(name, target) for name in theirs if name not in ours]
    chosen = dict(source.chosen)
    for name, branches in target.chosen:
        if name not in chosen:
            new.append(f"{{{name}, select}}")
        elif wrong := sorted(branches - chosen[name]):
            new += [f"{{{name}, select, {branch}}}" for branch in wrong]
    return lost, new + [one for one in target.unknown if one not in source.unknown]


def _written(name: str, said: Message) -> str:
    return f"{{{name}}}" if name in said.put_in else f"{{{name}, plural}}"


def _branches(text: str, start: int) -> tuple[list[tuple[str, str]], int] | None:
    """The branches after ``start`` by name, and where the argument ends; None where braces are not closed."""
    named: list[tuple[str, str]] = []
    while branch := _BRANCH.match(text, start):
        close = closing(text, branch.end())
        if close is None:
            return None
        named.append((branch[1], text[branch.end() : close]))
        start = close + 1
    end = re.compile(r"\s*\}").match(text, start)
    return (named, end.end()) if end and named else None


def closing(text: str, start: int) -> int | None:
    """Where the brace that is open before ``start`` is closed."""
    open_ = 1
    for match in re.compile(r"[{}]").finditer(text, start):
        open_ += 1 if match[0] == "{" else -1
        if not open_:
            return match.start()
    return None
