"""The elements that are open at a place in a page, and which of them a tag ends.

What a browser's tree builder does (WHATWG HTML, 13.2.6) as far as it decides which text is in which element.  Every
step takes constant time but for what it pops; nothing recurses.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from checker.formats.html_elements import BOUNDS, ENDS, ENDS_P, SCOPES, SPECIAL, TABLE_PARTS

MAX_DEPTH = 2_000
"""Elements deeper inside one another count for nothing but the line they begin; browsers stop at 512."""


class State(NamedTuple):
    """What holds for text in an element.

    ``region`` is a number of the ``RegionTree``; ``is_hidden`` by an attribute, ``is_unseen`` since browsers show
    nothing of such elements.
    """

    region: int = 0
    kind: str = "paragraph"
    is_hidden: bool = False
    is_unseen: bool = False
    keeps_space: bool = False
    is_in_svg: bool = False
    is_in_section: bool = False
    is_about: bool = False

    @property
    def is_seen(self) -> bool:
        return not (self.is_hidden or self.is_unseen)


class _Open(NamedTuple):
    name: str
    begins_line: bool
    state: State


class OpenElements:
    """A stack with the places of each name, of special elements and of scopes, so that nothing is searched for."""

    def __init__(self) -> None:
        self._stack: list[_Open] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._special: list[int] = []
        self._scopes: list[int] = []
        self._beyond = bytearray()  # of each open element that is too deep, whether it begins a line

    @property
    def state(self) -> State:
        """What holds for text here."""
        return self._stack[-1].state if self._stack else _NOWHERE

    def push(self, name: str, begins_line: bool, state: State) -> None:
        """An element begins."""
        place = len(self._stack)
        if place >= MAX_DEPTH:
            self._beyond.append(begins_line)
            return
        self._stack.append(_Open(name, begins_line, state))
        self._places[name].append(place)
        if name in SPECIAL:
            self._special.append(place)
        if name in SCOPES:
            self._scopes.append(place)

    def is_stray(self, name: str) -> bool:
        """Whether ``name`` is part of a table and no table is open; browsers take no notice of such a tag."""
        return name in TABLE_PARTS and not self._places.get("table")

    def end_before(self, name: str) -> None:
        """End what the start tag of ``name`` ends: a paragraph, a list item, a cell."""
        if name in ENDS_P:
            self._pop_to(self._last("p"), self._scope())
        for other in ENDS.get(name, ()):
            if name in TABLE_PARTS:
                bound = self._last("table")
            else:
                bound = max(self._scope(), *(self._last(outer) for outer in ("table", *BOUNDS[name])))
            self._pop_to(self._last(other), bound)

    def end(self, name: str) -> bool:
        """An end tag; whether it ended an element that begins a line of its own."""
        if self._beyond:
            return bool(self._beyond.pop())
        place = self._last(name)
        if place < 0:
            return name == "p"
        begins_line = self._stack[place].begins_line
        if name in TABLE_PARTS:
            bound = self._last("table")
        elif name in SCOPES:
            bound = -1
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
            if self._special and self._special[-1] == last:
                self._special.pop()
            if self._scopes and self._scopes[-1] == last:
                self._scopes.pop()


_NOWHERE = State()
