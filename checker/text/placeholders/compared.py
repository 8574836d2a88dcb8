"""Which placeholders a translation lost, and which it has new: what counts is the value and its type, not its
format."""

from __future__ import annotations

import re
from collections import Counter

_NUMBERED = re.compile(r"%(\d{1,2})\$(.*)", re.S)
_DIRECTIVE = re.compile(
    r"(?P<start>%(?:\(.*?\)|<.*?>|\d{1,2}\$)?)[-+#0']*(?P<width>\*?)\d*(?P<precision>(?:\.\*)?)(?:\.\d*)?(?P<type>[A-Za-z@]{1,3})"
)
_NAMED = re.compile(r"\s*([\w.\[\]-]*)")
_BRACES = "{} "


def differences(source: tuple[str, ...], target: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The placeholders that the target lacks, and those that only it has.

    Their order matters only where it alone tells them apart: "%s" and "%d" without numbers or names.  Neither the
    blanks in braces nor what follows a name in them matters, nor how wide a number is printed.
    """
    if source == target:
        return [], []
    ours, theirs = _keys(source, target), _keys(target, source)
    lost, new = Counter(ours), Counter(theirs)
    lost.subtract(theirs)
    new.subtract(ours)
    return _written(source, ours, lost), _written(target, theirs, new)


def _keys(found: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """What the placeholders of two texts must share, for each of one of them.

    Directives in order have the numbers of their places where the other text gives numbers, or where their types
    follow one another otherwise; where only some have numbers these tell nothing.
    """
    ours, theirs = _directives(found), _directives(others)
    numbered = all(map(_NUMBERED.fullmatch, ours + theirs)) or _by_place(ours, theirs) or _by_place(theirs, ours)
    place, keys = 0, []
    for one in found:
        is_directive = one in ours
        place += is_directive
        keys.append(_key(one, place if is_directive else 0, numbered))
    return keys


def _by_place(bare: list[str], others: list[str]) -> bool:
    """Whether the directives of one text have no numbers, and the others all have some, or none in another order of
    types."""
    if any(map(_NUMBERED.fullmatch, bare)) or not bare or not others:
        return False
    if all(map(_NUMBERED.fullmatch, others)):
        return True
    if any(map(_NUMBERED.fullmatch, others)):
        return False
    types, other_types = ([_key(one, 0, False) for one in each] for each in (bare, others))
    return types != other_types and sorted(types) == sorted(other_types)


def _directives(found: tuple[str, ...]) -> list[str]:
    """Those whose value is told by a place: "%s" and "%1$s", neither "%(name)s" nor "%1"."""
    return [one for one in found if one[0] == "%" and one[1:2] not in "(<{" and one[-1].isalpha() | (one[-1] == "@")]


def _written(found: tuple[str, ...], keys: list[str], left: Counter[str]) -> list[str]:
    written = []
    for one, key in zip(reversed(found), reversed(keys), strict=True):
        if left[key] > 0:
            left[key] -= 1
            written.append(one)
    return written[::-1]


def _key(one: str, place: int, numbered: bool) -> str:
    """The value and its type; ``place`` is that of a directive among the directives, from 1 on, 0 for others."""
    if one.lstrip("$").startswith("{"):
        inside = one.lstrip("$").strip(_BRACES)
        named = _NAMED.match(inside)
        start = one[: len(one) - len(one.lstrip("${"))]
        return f"{start}{named[1] if named else inside}"
    match = _DIRECTIVE.fullmatch(one)
    if match is None:
        return one
    start = match["start"]
    if place and not start.endswith("$"):
        start = f"%{place}$" if numbered else "%"
    elif place and not numbered:
        start = "%"
    return f"{start}{match['width']}{match['precision']}{match['type']}"
