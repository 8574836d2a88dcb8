"""Whether the words of a line, taken together, are about a text and not of it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.text.paratext.items import IS_COLON, IS_NAME, IS_PARTING, IS_STOP, IS_UNKNOWN, SIGNS, LineItem

MAX_NAMES = 5
"""Words that are names beside phrases; chosen."""

MAX_GREETED = 3
"""Names in a greeting; one where a script has no capitals; chosen."""

MAX_ABBREVIATED = 2
"""Letters of an abbreviation that may end a line; chosen."""

_OF_TEXT = frozenset(("greet", "more", "self", "me"))
"""Kinds of phrases that stand in a text as well."""


class LineShape:
    """What the items of a line are, counted."""

    def __init__(self, items: Sequence[LineItem]) -> None:
        self._items = [item for item in items if not item.kinds & SIGNS]
        self._all = items
        self._names = sum(item.length for item in self._items if item.kinds == IS_NAME)
        self._unknown = sum(item.kinds == IS_UNKNOWN for item in self._items)
        self._stops = sum(item.kinds == IS_STOP for item in items)

    def has(self, *kinds: str) -> bool:
        return any(item.kinds & set(kinds) for item in self._items)

    def only(self, *kinds: str) -> bool:
        return all(item.kinds & set(kinds) for item in self._items)

    def count(self, kind: str) -> int:
        return sum(kind in item.kinds for item in self._items)

    def ends_in(self, kinds: frozenset[str]) -> bool:
        return bool(self._all) and self._all[-1].kinds == kinds

    def is_greeting(self) -> bool:
        """Greetings and thanks, with the names of those who are greeted."""
        if not self._items or "greet" not in self._items[0].kinds or not self.only("greet", "more", "name", "glue"):
            return False
        names = [item.token.raw for item in self._items if item.kinds == IS_NAME]
        return len(names) <= (MAX_GREETED if all(map(str.istitle, names)) else 1)

    def is_known(self) -> bool:
        """Whether all words are accounted for; one may be the small name of a user."""
        if not self._items or self._names > MAX_NAMES or any(not item.kinds - _OF_TEXT for item in self._items):
            return False
        return not self._unknown or (
            self._unknown == 1
            and self._names <= 1
            and not self.ends_in(IS_STOP)
            and (self.has("posted", "ago") or (self.has("said") and self.is_dated()))
        )

    def is_dated(self) -> bool:
        """A day and a month, a date, or a day and a clock."""
        has_month = self.has("month") and self.has("number", "date")
        return has_month or self.has("date") or (self.has("clock") and self._has_day())

    def _has_day(self) -> bool:
        return any("when" in item.kinds and "glue" not in item.kinds for item in self._items)

    def is_about(self) -> bool:
        """Whether something in it says that it is about a text; unlike sentences, such lines end in no stop."""
        has_someone = self._names > 0 or self.has("staff") or self._unknown > 0
        if self.has("ago") and (has_someone or self.only("ago", "action", "count", "number", "when", "glue")):
            return True
        if self._ends_as_sentence():
            return self._is_dateline()
        return (
            (self.has("posted") and has_someone)
            or self._is_byline()
            or (self.has("said") and has_someone and (self.ends_in(IS_COLON) or self.is_dated()))
            or self._is_bar()
            or (self.is_dated() and not self.has("said"))
            or (self.has("staff") and self.only("staff", "glue", "by"))
            or (self.has("page") and self.has("number") and self.only("page", "number", "glue"))
        )

    def _is_dateline(self) -> bool:
        """A place and a date, and nothing else: "PARIS, 4 May."."""
        begins = bool(self._items) and self._items[0].kinds == IS_NAME
        return begins and self.is_dated() and self.only("name", "number", "month", "date", "clock", "when", "glue")

    def _ends_as_sentence(self) -> bool:
        if not self.ends_in(IS_STOP):
            return False
        last = self._items[-1]
        is_abbreviated = len(last.token.raw) <= MAX_ABBREVIATED and bool(last.kinds & {"glue", "when"})
        return not is_abbreviated and (len(last.token.raw) > 1 or not last.token.raw.isupper())

    def _is_byline(self) -> bool:
        first, *others = self._items
        rest = [item for item in others if not item.kinds & {"staff", "glue"}]
        has_someone = any(item.kinds == IS_NAME or "staff" in item.kinds for item in others)
        return (
            "by" in first.kinds
            and has_someone
            and all(item.kinds == IS_NAME or item.kinds & {"when", "month", "number", "date", "clock"} for item in rest)
        )

    def _is_bar(self) -> bool:
        """Buttons and counts side by side."""
        if not self.only("action", "count", "number", "ago", "when", "glue", "name", "clock", "date", "month"):
            return False
        has_parting = any(item.kinds == IS_PARTING for item in self._all)
        pressed, counted = self.count("action"), self.count("count")
        if self._names:
            return has_parting and pressed > 0
        is_lone = len(self._items) == 1 and not self.ends_in(IS_STOP)
        return pressed > 1 or (pressed > 0 and (has_parting or is_lone)) or (counted > 0 and self.has("number"))
