"""Tags in a text (HTML, and the numbered or named ones that programs fill in): ``<b>``, ``<a href="...">``, ``<0>``.

What looks like a tag may be ordinary text ("<your name>"), so only these are: HTML's, numbered ones, those that are
closed or close themselves, and those with attributes.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from checker.text.addresses import names_language

_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]{0,40}|\d{1,3})((?:\s[^<>]{0,400}?)?)\s?(/?)>")
_ATTRIBUTE = re.compile(r"([\w:-]{1,40})\s?=\s?(?:\"([^\"]{0,300})\"|'([^']{0,300})')")
_HTML = frozenset(
    "a abbr b bdi bdo big blockquote br center cite code dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins "
    "kbd li mark ol p pre q s samp small span strong sub sup table tbody td th thead tr tt u ul var wbr".split()
)
_ALIKE = {"strong": "b", "em": "i"}
_POINTING = frozenset(("href", "src", "id", "name"))
"""Attributes that are no words for a reader; others are translated, or say how the text looks."""
_BREAKS = ("br", "p", "/p")
_HEAD = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6})(?![\w;])")
_WHOLE = re.compile(r"&(?:\w{2,10}|#\d{1,6});")


class Tag(NamedTuple):
    """A tag as it is written, what another one must share, and the values of attributes that lead somewhere."""

    text: str
    key: str
    leads: tuple[str, ...]


def tags(text: str) -> list[Tag]:
    """The tags of a text in order."""
    if "<" not in text:
        return []
    found = list(_TAG.finditer(text))
    closed = {match[2] for match in found if match[1] or match[4]}
    return [_tag(match) for match in found if _is_one(match, closed)]


def _is_one(match: re.Match[str], closed: set[str]) -> bool:
    if match[3].strip():
        return _ATTRIBUTE.search(match[3]) is not None
    return match[2].lower() in _HTML or match[2].isdigit() or match[2] in closed


def _tag(match: re.Match[str]) -> Tag:
    name = match[2].lower() if match[2].lower() in _HTML else match[2]
    leads = (given[2] or given[3] or "" for given in _ATTRIBUTE.finditer(match[3]) if given[1].lower() in _POINTING)
    return Tag(match[0], match[1] + _ALIKE.get(name, name), tuple(sorted(leads)))


def lost_and_new(source: str, target: str) -> tuple[list[str], list[str]]:
    """Tags that the target lacks, and those that only it has; one that leads elsewhere is both."""
    ours, theirs = tags(source), tags(target)
    if not ours and not theirs:
        return [], []
    lost, new = _without(ours, theirs), _without(theirs, ours)
    if "\n" in source.strip() or "\n" in target.strip():  # a line may be broken by either
        lost, new = ([tag for tag in each if tag.key not in _BREAKS] for each in (lost, new))
    if not lost and not new:
        lost, new = _astray(ours, theirs) or _turned(ours, theirs) or ([], [])
    return [tag.text for tag in lost], [tag.text for tag in new]


def broken_entities(source: str, target: str) -> tuple[list[str], list[str]]:
    """Signs that are written as HTML writes them, and those that only the target has without their end ("&amp")."""
    broken = _HEAD.findall(target) if "&" in target and ";" in source else []
    return (_WHOLE.findall(source)[:1], broken) if broken and not _HEAD.search(source) else ([], [])


def _without(some: list[Tag], others: list[Tag]) -> list[Tag]:
    left = Counter(tag.key for tag in some)
    left.subtract(tag.key for tag in others)
    found = []
    for tag in reversed(some):
        if left[tag.key] > 0:
            left[tag.key] -= 1
            found.append(tag)
    return found[::-1]


def _astray(ours: list[Tag], theirs: list[Tag]) -> tuple[list[Tag], list[Tag]] | None:
    """The only tag of either side that leads where none of the other does, unless it leads to a page of a language."""
    left = [tag for tag in ours if tag.leads and tag.leads not in [other.leads for other in theirs]]
    new = [tag for tag in theirs if tag.leads and tag.leads not in [other.leads for other in ours]]
    if len(left) != 1 or len(new) != 1 or left[0].key != new[0].key:
        return None
    (here,), (there,) = (left[0].leads[:1], new[0].leads[:1])
    same_site = here.split("/")[:3] == there.split("/")[:3] if "://" in here + there else True
    return (left, new) if same_site and not (names_language(here) or names_language(there)) else None


def _turned(ours: list[Tag], theirs: list[Tag]) -> tuple[list[Tag], list[Tag]] | None:
    """The first tag that closes what is not open, where the source has none such."""
    astray = _closing_nothing(theirs)
    if astray is None or _closing_nothing(ours) is not None:
        return None
    return [tag for tag in ours if tag.key == astray.key][:1], [astray]


def _closing_nothing(found: list[Tag]) -> Tag | None:
    open_: Counter[str] = Counter()
    for tag in found:
        if not tag.key.startswith("/"):
            open_[tag.key] += 1
        elif not open_[tag.key[1:]]:
            return tag
        else:
            open_[tag.key[1:]] -= 1
    return None
