"""Placeholders of programs in a text: what is put in their place is said when the program runs.

Found are printf directives (C, Python, PHP, Objective-C, Ruby), Apple's ``%#@name@``, Qt's ``%1``, ``%NAME%``,
``{name}``, ``${name}``, ``{{name}}``, ``%{name}`` and ``$t(...)``.
"""

from __future__ import annotations

import re

DIRECTIVE = r"""
      (?<!\d)%(?:\([\w.-]{1,60}\)|<[\w.-]{1,60}>|\d{1,2}\$)?[-+\#0']{0,4}(?:\*|\d{1,3})?(?:\.(?:\*|\d{1,3}))?
        (?:hh|h|ll|l|q|j|z|t|L)?[diouxXeEfFgGaAcCsSpnr@](?![A-Za-z])  # %s, %-5.2f, %1$s, %(n)d, %<n>s; not "5 % d"
    | %(?:\d{1,2}\$)?\#@\w{1,60}@                             # %#@days@, plurals of Apple
    | (?<!\d)%(?:L?[1-9](?!\w)|[A-Za-z_]{2,60}%|\{[\w.-]{1,60}\})  # Qt's %1, %NAME%, Ruby's %{name}
    | \$?(?:\{NAME\}|\{\{NAME\}\}|\{\{\{NAME\}\}\})          # {}, {0}, {name!r:>10}, {{name}}, ${name}
    """.replace("NAME", r"[ ]?[\w.\[\]-]{0,60}[ ]?(?:(?:,(?=[ ]?[A-Za-z])|[:!|])[^{}]{0,60})?")

_PLACEHOLDER = re.compile(rf"\$t\([^()]{{1,80}}\)|{DIRECTIVE}", re.X)
_SURE = re.compile(r"%(?:\(.*\).*|<.*|\d+\$.*|\{.*|[A-Za-z_]+%|[dsiu@]|l+[du])|\$.*|\{.*")


def placeholders(text: str) -> tuple[str, ...]:
    """The placeholders of a text in order, as they are written."""
    if "%" not in text and "{" not in text and "$" not in text:
        return ()
    return tuple(match[0] for match in _PLACEHOLDER.finditer(_without_percents(text)))


def _without_percents(text: str) -> str:
    """``%%`` is one sign, and begins no placeholder: "%d%%s"."""
    return text.replace("%%", "\0\0") if "%%" in text else text


def sure(found: tuple[str, ...]) -> tuple[str, ...]:
    """Those that can hardly be anything else in an ordinary text: "%d" and "{name}", not "%5", which Turkish says."""
    return tuple(one for one in found if _SURE.fullmatch(one))


def without_placeholders(text: str) -> str:
    """The text with blanks for what is surely a placeholder, as long as before: the numbers of "%1$s" and "%5.2f" are
    no numbers of the text."""
    if "%" not in text and "{" not in text and "$" not in text:
        return text
    return _PLACEHOLDER.sub(
        lambda match: " " * len(match[0]) if match[0][-1].isalpha() or _SURE.fullmatch(match[0]) else match[0], text
    )
