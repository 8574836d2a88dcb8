"""What readers of pairs share: what they give back, a pair from the fields of a record, the languages declared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.formats.columns import Layout
from checker.model import Pair, Suppression, Unread
from checker.text.languages.tags import declared_language, language_pair

Read = tuple[Sequence[Pair | Unread | Suppression], tuple[str, ...]]
"""What a reader gives back: pairs and unread records in order, comments that dismiss findings, and notes."""

MAX_RECORDS = 200_000
"""Bounds the memory of a check, which holds the evidence on every pair."""

_MOST_NAMED = 5
_TRUE = frozenset(("true", "1", "yes", "y", "x", "fuzzy"))


class Languages:
    """Makes pairs with the languages their records declare, and remembers what it could not understand."""

    def __init__(self) -> None:
        self._unknown: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()

    def pair(self, layout: Layout, fields: Sequence[str], number: int, line: int) -> Pair:
        """The pair in ``fields``; without an id of its own it gets its ``number``."""
        own = _field(fields, layout.id).strip()
        source = self.tag(_field(fields, layout.source_language))
        target = self.tag(_field(fields, layout.target_language))
        if layout.languages is not None:
            said = _field(fields, layout.languages)
            both = language_pair(said)
            if both:
                source, target = source or both[0], target or both[1]
            else:
                target = target or self.tag(said)
        return Pair(
            own or str(number),
            fields[layout.source],
            fields[layout.target],
            line,
            source or layout.source_named,
            target or layout.target_named,
        )

    def is_left_out(self, layout: Layout, fields: Sequence[str]) -> bool:
        """Whether a record says that its rendering is a guess, or has a place to say so and no rendering; counted."""
        if layout.fuzzy is None:
            return False
        why = ""
        if _field(fields, layout.fuzzy).strip().casefold() in _TRUE:
            why = "fuzzy"
        elif not fields[layout.target].strip():
            why = "untranslated"
        self._left_out[why] += bool(why)
        return bool(why)

    def tag(self, name: str) -> str | None:
        """The BCP 47 tag of a language as a file calls it; None where it says nothing or nothing that is known."""
        if not name.strip():
            return None
        tag = declared_language(name)
        if tag is None:
            self._unknown[name] += 1
        return tag

    def notes(self) -> tuple[str, ...]:
        """What was left out, and what was said of a language and not understood."""
        notes = tuple(
            f"{why} rows left out: {count}" for why in ("fuzzy", "untranslated") if (count := self._left_out[why])
        )
        if not self._unknown:
            return notes
        named = ", ".join(repr(name[:40]) for name, _ in self._unknown.most_common(_MOST_NAMED))
        return (
            *notes,
            f"languages that are not known and were found out instead, in {self._unknown.total()} places: {named}",
        )


def _field(fields: Sequence[str], column: int | None) -> str:
    return fields[column] if column is not None and column < len(fields) else ""
