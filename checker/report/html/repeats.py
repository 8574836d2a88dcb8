"""What several documents of a page say in the very same words: shown whole once, and from there on named.

The same is what has one rule and one fingerprint, as in audits and tables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from checker.model import Finding
from checker.report.copies import said_of
from checker.report.html.view import MOST_NAMED, Flag, OtherPlaces, SameElsewhere, View

Key = tuple[str, str]


def with_repeats(views: Sequence[View]) -> list[View]:
    """The documents of a page, each finding with where else it stands.

    The first has all the others; these have the first, and are not shown ``whole`` where they would say nothing more.
    """
    places: defaultdict[Key, dict[str, tuple[Flag, str]]] = defaultdict(dict)
    for view in views:
        for flag in view.flags:
            places[_key(flag.finding)].setdefault(view.name, (flag, view.document.path))
    shared = {key: list(where.values()) for key, where in places.items() if len(where) > 1}
    if not shared:
        return list(views)
    return [replace(view, flags=tuple(_with_places(flag, shared) for flag in view.flags)) for view in views]


def _with_places(flag: Flag, shared: dict[Key, list[tuple[Flag, str]]]) -> Flag:
    where = shared.get(_key(flag.finding), [])
    if all(one.anchor != flag.anchor for one, _ in where):
        return flag
    (first, path), *others = where
    if first.anchor == flag.anchor:
        return replace(flag, others=_places(others))
    return replace(flag, first=_at(first, path), whole=said_of(flag.finding) != said_of(first.finding))


def with_elsewhere(view: View, places: Mapping[Key, OtherPlaces]) -> View:
    """The document of a page of its own, each finding with where it stands on other pages."""
    return replace(view, flags=tuple(replace(flag, others=places.get(_key(flag.finding))) for flag in view.flags))


def _places(others: Sequence[tuple[Flag, str]]) -> OtherPlaces:
    return OtherPlaces(len(others), tuple(_at(one, path) for one, path in others[:MOST_NAMED]))


def _at(flag: Flag, path: str) -> SameElsewhere:
    return SameElsewhere(f"#{flag.anchor}", path)


def _key(finding: Finding) -> Key:
    return finding.code, finding.fingerprint
