"""HTML cut into text and tags with exact offsets, as browsers cut it (WHATWG HTML, 13.2.5).

Own code, since places in the file matter: lxml and selectolax give no columns or no places at all, and what
html.parser makes of broken pages differs from one Python to the next.  Time is linear in the length: every pattern is
possessive, and what is searched for and not found is searched for once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_SPACE = r"\t\n\f\r "
_TAG = re.compile(
    rf"""
    <(/?)([a-zA-Z][^{_SPACE}/>]*+)
    ((?: [^>=]++
       | =[{_SPACE}]*+ (?: "[^"]*+" | '[^']*+' | [^{_SPACE}>"'][^{_SPACE}>]*+ | ["'][^{_SPACE}>]*+ )?+
    )*+)
    (>?)
    """,
    re.X,
)
_ATTRIBUTE = re.compile(
    rf"""
    (=?[^{_SPACE}/>=]++)
    (?: [{_SPACE}]*+ =[{_SPACE}]*+ (?: "([^"]*+)" | '([^']*+)' | ([^{_SPACE}>]*+) ) )?+
    """,
    re.X,
)
_NONE, _NOWHERE = -1, -2
_COMMENT_END = re.compile(r"-->|(?<!<!)--!>")

UNSEEN = frozenset("iframe noembed noframes noscript script style".split())
RAW = UNSEEN | {"plaintext", "xmp"}
"""Elements in which there are neither tags nor entities; nothing of the first is seen."""

ESCAPABLE = frozenset(("textarea", "title"))
"""Elements in which there are entities but no tags."""


class TextToken(NamedTuple):
    """Text between tags, as it stands in the file, with its entities; ``is_raw``: a script or the like."""

    start: int
    end: int
    is_raw: bool = False


class StartTag(NamedTuple):
    """A start tag; ``name`` in small letters, its attributes in ``[attributes_start, attributes_end)``."""

    name: str
    start: int
    end: int
    attributes_start: int
    attributes_end: int
    is_closed: bool


class EndTag(NamedTuple):
    """An end tag; ``name`` in small letters."""

    name: str
    start: int
    end: int


class Comment(NamedTuple):
    """A comment; ``start`` and ``end`` are those of what it says."""

    start: int
    end: int


class CutOff(NamedTuple):
    """The file ends in the middle of something of which browsers show nothing; the last token, if any."""

    what: str
    start: int


class Value(NamedTuple):
    """The value of an attribute, as it stands in the file, and where."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


Token = TextToken | StartTag | EndTag | Comment | CutOff


def tokens(html: str) -> Iterator[Token]:
    """The text, tags and comments of a page in order; declarations and the like are in none."""
    position = begin = 0
    unclosed: set[str] = set()
    while True:
        start = html.find("<", position)
        if start < 0:
            break
        tag = _TAG.match(html, start)
        if tag is None:
            end = _end_of_other(html, start)
            if end == _NONE:
                position = start + 1
                continue
        if start > begin:
            yield TextToken(begin, start)
        if tag is None:
            if end == _NOWHERE:
                yield CutOff("a comment", start)
                return
            if html.startswith("<!--", start) and html.startswith("-->", end - 3) and end - start >= 7:
                yield Comment(start + 4, end - 3)
            begin = position = end
            continue
        slash, name, _, closed = tag.groups()
        if not closed:
            yield CutOff("a tag", start)
            return
        name = name.lower()
        begin = position = tag.end()
        if slash:
            yield EndTag(name, start, begin)
            continue
        is_closed = html[begin - 2] == "/"
        yield StartTag(name, start, begin, tag.start(3), tag.end(3), is_closed)
        if (name in RAW or name in ESCAPABLE) and name not in unclosed:
            end = -1 if name == "plaintext" else _end_of_raw(html, name, begin)
            if end >= 0:
                if end > begin:
                    yield TextToken(begin, end, name in UNSEEN)
                begin = position = end
                continue
            unclosed.add(name)
            if name in RAW and not is_closed:
                yield TextToken(begin, len(html), name in UNSEEN)
                yield CutOff(f"<{name}>", start)
                return
    if len(html) > begin:
        yield TextToken(begin, len(html))


def attributes(html: str, tag: StartTag) -> dict[str, Value]:
    """The attributes of a tag by their names in small letters; of two with one name the first."""
    found: dict[str, Value] = {}
    for match in _ATTRIBUTE.finditer(html, tag.attributes_start, tag.attributes_end):
        group = match.lastindex or 1
        value = Value(match[group], match.start(group)) if group > 1 else Value("", match.end())
        found.setdefault(match[1].lower(), value)
    return found


def _end_of_raw(html: str, name: str, start: int) -> int:
    """Where the end tag of an element begins in which there are no tags; -1 if it has none."""
    end = re.compile(rf"</{name}(?=[{_SPACE}/>])", re.I).search(html, start)
    return end.start() if end else -1


def _end_of_other(html: str, start: int) -> int:
    """Where a comment, declaration or instruction at ``start`` ends; ``_NONE`` if it is but a less-than sign."""
    following = html[start + 1 : start + 2]
    if html.startswith("<!--", start):
        comment = _COMMENT_END.search(html, start + 2)
        return comment.end() if comment else _NOWHERE
    if following not in ("!", "?") and not (following == "/" and start + 2 < len(html)):
        return _NONE
    end = html.find(">", start + 2)
    return end + 1 if end >= 0 else _NOWHERE
