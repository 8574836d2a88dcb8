"""Placeholders of programs in a text: what is put in their place is said when the program runs.

Found are printf directives (C, Python, PHP, Objective-C), Apple's ``%#@name@``, Qt's ``%1``, ``%NAME%``, ``{name}``,
``${name}``, ``{{name}}``, ``%{name}`` and ``$t(...)``.
"""

from __future__ import annotations

import re
from collections import Counter

DIRECTIVE = r"""
      (?<!\d)%(?:\([\w.-]{1,60}\)|\d{1,2}\$)?[-+\#0']{0,4}(?:\*|\d{1,3})?(?:\.(?:\*|\d{1,3}))?(?:hh|h|ll|l|q|j|z|t|L)?
        [diouxXeEfFgGaAcCsSpnr@](?![A-Za-z])                 # %s, %-5.2f, %1$s, %(name)d, %@; not "5 % d"
    | %(?:\d{1,2}\$)?\#@\w{1,60}@                             # %#@days@, plurals of Apple
    | (?<!\d)%(?:[1-9](?!\w)|[A-Z_]{2,60}%|\{[\w.-]{1,60}\})  # Qt's %1, %NAME%, Ruby's %{name}
    | \$?(?:\{NAME\}|\{\{NAME\}\})                           # {}, {0}, {name!r:>10}, {{name}}, ${name}
    """.replace("NAME", r"[ ]?[\w.\[\]-]{0,60}[ ]?(?:[,:!|][^{}]{0,60})?")

_PLACEHOLDER = re.compile(rf"\$t\([^()]{{1,80}}\)|{DIRECTIVE}", re.X)
_SURE = re.compile(r"%(?:\(.*\).*|\d+\$.*|\{.*|[A-Z_]+%|[dsiu@]|l+[du])|\$.*|\{.*")
_NUMBERED = re.compile(r"%(\d{1,2})\$(.*)", re.S)
_NAMED = re.compile(r"\s*([\w.\[\]-]*)")
_BRACES = "{} "
_CHOICES = re.compile(r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,")


def placeholders(text: str) -> tuple[str, ...]:
    """The placeholders of a text in order, as they are written."""
    if "%" not in text and "{" not in text and "$t(" not in text:
        return ()
    return tuple(match[0] for match in _PLACEHOLDER.finditer(text))


def has_choices(text: str) -> bool:
    """Whether the text is a message with branches (ICU), whose words stand in braces too."""
    return bool(_CHOICES.search(text))


def sure(found: tuple[str, ...]) -> tuple[str, ...]:
    """Those that can hardly be anything else in an ordinary text: "%d" and "{name}", not "%5", which Turkish says."""
    return tuple(one for one in found if _SURE.fullmatch(one))


def differences(source: tuple[str, ...], target: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The placeholders that the target lacks, and those that only it has; their order does not matter where they are
    numbered or named, nor do the blanks in braces nor what follows a name in them."""
    numbered = all(_NUMBERED.fullmatch(one) for one in (*source, *target))
    ours, theirs = _counted(source, numbered), _counted(target, numbered)
    lost, new = Counter(ours), Counter(theirs)
    lost.subtract(theirs)
    new.subtract(ours)
    return _written(source, lost, numbered), _written(target, new, numbered)


def _counted(found: tuple[str, ...], numbered: bool) -> Counter[str]:
    return Counter(_key(one, numbered) for one in found)


def _written(found: tuple[str, ...], left: Counter[str], numbered: bool) -> list[str]:
    written = []
    for one in reversed(found):
        key = _key(one, numbered)
        if left[key] > 0:
            left[key] -= 1
            written.append(one)
    return written[::-1]


def _key(one: str, numbered: bool) -> str:
    """What two placeholders must share: the value and its type, not its format.

    Numbers tell them apart where all are ``numbered``; "%s" may stand for "%1$s".
    """
    match = _NUMBERED.fullmatch(one)
    if match and not numbered:
        one = f"%{match[2]}"
    if one.lstrip("$").startswith("{"):
        inside = one.lstrip("$").strip(_BRACES)
        named = _NAMED.match(inside)
        return f"{one[: len(one) - len(one.lstrip('$'))]}{{{named[1] if named else inside}}}"
    return one
