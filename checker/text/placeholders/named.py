"""Names that a program replaces, led or enclosed by a sign that ordinary text has too: ``:name``, ``@name``, ``!name``,
``$name``, ``#name#``, ``[order_id]``, ``$1``.

Ordinary text has these signs in other places, or drops them in translation.  So a name is held to be lost only where
nothing of it stands in the target, in whatever form, and none is held to be new alone.
"""

from __future__ import annotations

import re

_LED = re.compile(
    r"(?:(?<=[\s(\"'«“>])|^)([:@!])([a-z][A-Za-z0-9_]{1,40})\b(?![:@!.]\w)(?!:)"
    r"|(?<![\w$])(\$)(?!(?:US|U|AU|CA|NZ|HK|A|C|R|S|CAN)D?\d*\b)([^\W\d]\w{0,60})"
)
"""A sign and a name; not the dollars of a country ("$US 5")."""
_ENCLOSED = re.compile(r"(?<![\w#])#[A-Za-z]\w{1,40}#|(?<![\w\[])\[(?:\w+_\w+|[a-z]+[A-Z]\w*)\](?![\](])")
_SIGNS = frozenset(":@!$#[")
_NUMBERED = re.compile(r"(?<![\w$])\$([1-9])(?![\w$]|[.,]\d)")


def lost_and_new(source: str, target: str) -> tuple[list[str], list[str]]:
    """Names that nothing in the target stands for, and those of the target that the source does not have."""
    if not _SIGNS.intersection(source):
        return [], []
    lost, new = _led(source, target)
    there = set(_ENCLOSED.findall(target))
    lost += [one for one in dict.fromkeys(_ENCLOSED.findall(source)) if one not in target]
    new += [one for one in there if lost and one not in source]
    numbers, others = _NUMBERED.findall(source), set(_NUMBERED.findall(target))
    if len(numbers) > 1 and {*numbers} == {*map(str, range(1, len(numbers) + 1))} and others:
        lost += [f"${number}" for number in numbers if number not in others]
    return lost, new


def _led(source: str, target: str) -> tuple[list[str], list[str]]:
    ours, theirs = (dict.fromkeys(map(_split, _LED.finditer(text))) for text in (source, target))
    rest = target
    for sign, name in ours:
        rest = rest.replace(f"{sign}{name}", "")
    lost, new = [], []
    for sign, name in ours:
        others = [sign + other for mark, other in theirs if mark == sign and (mark, other) not in ours]
        is_gone = sign not in rest and name.lower() not in target.lower()
        if (sign, name) not in theirs and (others or is_gone):
            lost.append(sign + name)
            new += others
    return lost, list(dict.fromkeys(new))


def _split(match: re.Match[str]) -> tuple[str, str]:
    return match[1] or match[3], match[2] or match[4]
