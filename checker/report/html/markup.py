"""Markup that cannot be forged: whatever is not markup already is escaped on its way in.

These few lines rather than Jinja2: with its autoescape a template still has to quote every attribute, and what is safe
is said in the template; here it is a type, which mypy checks.  And the slim package needs no more than it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

_VOID = frozenset({"br", "hr", "input", "link", "meta"})
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


_PLAIN = re.compile(r"[\w \n.,:;#()!?·–-]*", re.ASCII)


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


def clean(text: str) -> str:
    """Text of the same length, without controls, halves of surrogate pairs and what reverses the text around it.

    Marks that only set a direction (U+200E, U+200F, U+061C) are part of ordinary Arabic and Hebrew and stay.
    """
    return _UNSAFE.sub("\ufffd", text)


def markup(text: str) -> Html:
    """Markup of some text: itself if it is markup, otherwise cleaned and escaped."""
    return text if isinstance(text, Html) else Html(_escaped(text))


def _escaped(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else escape(clean(text))


def join(parts: Iterable[str], separator: str = "") -> Html:
    """Parts in a row."""
    return Html(markup(separator).join(map(markup, parts)))


def element(name: str, /, *children: str | None, **attributes: str | int | bool | None) -> Html:
    """An element; ``class_`` stands for ``class``, ``data_x`` for ``data-x``, None and False for no attribute."""
    head = "".join(map(_attribute, attributes, attributes.values()))
    if name in _VOID:
        return Html(f"<{name}{head}>")
    return Html(f"<{name}{head}>{join(child for child in children if child is not None)}</{name}>")


def _attribute(name: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{_escaped(str(value))}"'


def lang(tag: str) -> str | None:
    """The value of a ``lang`` attribute, or None when the language is not known."""
    return tag if _TAG.fullmatch(tag) and tag != "und" else None


def hidden_text(text: str) -> Html:
    """English text for those who hear the page and do not see it; the direction of the text around it is not its."""
    return element("span", text, class_="vh", lang="en", dir="ltr")
