"""The elements that are open at a place in a page, and which of them a tag ends.

What a browser's tree builder does (WHATWG HTML, 13.2.6) as far as it decides which text is in which element.  Every
step takes constant time but for what it pops; nothing recurses.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from checker.formats.html.elements import BARRIERS, ENDS, ENDS_P, HEADINGS, ITEMS, SCOPES, SPECIAL, TABLE_PARTS

MAX_DEPTH = 2_000
"""Elements deeper inside one another count for nothing but the line they begin; browsers stop at 512."""


class ElementState(NamedTuple):
    """What holds for text in an element.

    ``region`` is a number of the ``RegionTree``; ``is_hidden`` by an attribute, ``is_unseen`` since browsers show
    nothing of such elements.  ``is_code``: it is program text, ``is_listing``: it is so where it is preformatted.
    ``is_link``: it leads elsewhere, ``is_beside``: it stands beside the text, or in the head of the page.
    """

    region: int = 0
    kind: str = "paragraph"
    is_hidden: bool = False
    is_unseen: bool = False
    keeps_space: bool = False
    is_in_svg: bool = False
    is_in_section: bool = False
    is_about: bool = False
    is_code: bool = False
    is_listing: bool = False
    is_link: bool = False
    is_beside: bool = False

    @property
    def is_seen(self) -> bool:
        return not (self.is_hidden or self.is_unseen)


class _Open(NamedTuple):
    name: str
    begins_line: bool
    state: ElementState


class OpenElements:
    """A stack with the places of each name, of special elements and of scopes, so that nothing is searched for."""

    def __init__(self) -> None:
        self._stack: list[_Open] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._special: list[int] = []
        self._barriers: list[int] = []
        self._scopes: list[int] = []
        self._beyond = bytearray()  # of each open element that is too deep, whether it begins a line

    @property
    def state(self) -> ElementState:
        """What holds for text here."""
        return self._stack[-1].state if self._stack else _NOWHERE

    def push(self, name: str, begins_line: bool, state: ElementState) -> None:
        """An element begins."""
        place = len(self._stack)
        if place >= MAX_DEPTH:
            self._beyond.append(begins_line)
            return
        self._stack.append(_Open(name, begins_line, state))
        self._places[name].append(place)
        if name in SPECIAL:
            self._special.append(place)
        if name in BARRIERS:
            self._barriers.append(place)
        if name in SCOPES:
            self._scopes.append(place)

    def is_stray(self, name: str) -> bool:
        """Whether ``name`` is part of a table and no table is open; browsers take no notice of such a tag."""
        return name in TABLE_PARTS and not self._places.get("table")

    def end_before(self, name: str) -> None:
        """End what the start tag of ``name`` ends, a paragraph, an item, a cell, and begin the row around a cell."""
        if name in TABLE_PARTS:
            around = max(map(self._last, ("table", *TABLE_PARTS[name])))
            self._pop_to(around + 1, -1)
            table = self._last("table")
            if name in ("tr", "td", "th") and max(map(self._last, ("tbody", "thead", "tfoot"))) < table:
                self.push("tbody", True, self.state)
            if name in ("td", "th") and self._last("tr") < table:
                self.push("tr", True, self.state)
            return
        if name == "table":  # which stands in another one only within a cell
            self._pop_to(self._last("table"), max(map(self._last, ("td", "th", "caption"))))
        for other in ENDS.get(name, ()):
            if name in ITEMS:
                bound = self._barriers[-1] - 1 if self._barriers else -1
            else:
                bound = max(self._scope(), -1 if name == "select" else self._last("select"))
            self._pop_to(self._last(other), bound)
        if name in ENDS_P or name in ITEMS:
            self._pop_to(self._last("p"), self._scope())
        if name in HEADINGS and self._stack and self._stack[-1].name in HEADINGS:
            self._pop_to(len(self._stack) - 1, -1)

    def end(self, name: str) -> bool:
        """An end tag; whether it ended an element that begins a line of its own."""
        if self._beyond:
            return bool(self._beyond.pop())
        place = max(map(self._last, HEADINGS)) if name in HEADINGS else self._last(name)
        if place < 0:
            return name == "p"
        begins_line = self._stack[place].begins_line
        if name in TABLE_PARTS:
            bound = self._last("table")
        elif name in SCOPES:
            bound = -1
        elif name == "li":
            bound = max(self._scope(), self._last("ol"), self._last("ul"))
        elif name in SPECIAL:
            bound = self._scope()
        else:
            bound = self._special[-1] if self._special else -1
        self._pop_to(place, bound)
        return begins_line

    def _last(self, name: str) -> int:
        places = self._places.get(name)
        return places[-1] if places else -1

    def _scope(self) -> int:
        return self._scopes[-1] if self._scopes else -1

    def _pop_to(self, place: int, bound: int) -> None:
        """End the element at ``place`` and those in it, unless it stands outside of the one at ``bound``."""
        if place <= bound:
            return
        while len(self._stack) > place:
            element = self._stack.pop()
            last = len(self._stack)
            self._places[element.name].pop()
            for places in (self._special, self._barriers, self._scopes):
                if places and places[-1] == last:
                    places.pop()


_NOWHERE = ElementState()
