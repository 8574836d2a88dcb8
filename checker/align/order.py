"""Does a target text follow the order of its source?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

_MOST_OF_SOURCE = 0.5
"""Share of the source from which order shows in a few matches; chosen."""

_FEW, _FEW_IN_ORDER = 3, 0.85
_SOME, _SOME_IN_ORDER = 8, 0.75
"""How many matches there must be, and the share of them on the chain, where they are most of the source and where
not; chosen."""

_MUCH_OF_SOURCE, _SEVERAL, _DENSE, _FEW_DENSE = 1 / 3, 6, 0.6, 0.8
"""Share of the source from which order shows in as few matches if all of them rise, and the share of the source
between the first and the last that they must be, where they are several and where not: what a translation that was
broken off leaves, and who picks sentences does not; chosen."""

_OVER_CHANCE = 1.25
"""Of some matches so many times what chance gives must be on the chain, but no more than of few; chosen."""

_MANY = 20
"""Matches from which some of them may be wrong; chosen."""

_MOST_BY_CHANCE = 1.5
"""So many times what chance gives (Aldous and Diaconis 1999), a chain may still be chance; chosen."""

_LEAST_OF_MANY = 0.5
"""Share of many matches that must be on the chain, however many there are; chosen."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the best matches show about order.

    ``in_order`` is the share of confident matches on their longest rising chain, in [0, 1]; ``second`` the share of
    the others on the longest chain among them; ``coverage`` the share of the source that the confident matches touch,
    in [0, 1], and ``density`` that of what lies between the first and the last; ``confident`` how many there are.
    """

    confident: int
    in_order: float
    coverage: float
    second: float = 0.0
    density: float = 0.0

    @property
    def is_monotone(self) -> bool:
        """Whether enough matches rise together that chance does not explain it.

        Of a comment of a few sentences order proves nothing, unless they are most of the source, or much of it and
        nearly all of a part.  Among many matches a part may be wrong, as in literature: then what is off the chain lies
        as chance would have it, where parts that changed places would rise together.
        """
        if self.coverage >= _MOST_OF_SOURCE:
            return self.confident >= _FEW and self.in_order >= _FEW_IN_ORDER
        if self._is_part_in_order:
            return True
        if self.confident < _SOME:
            return False
        least: float = max(_SOME_IN_ORDER, min(_FEW_IN_ORDER, _OVER_CHANCE * _by_chance(self.confident)))
        return self.in_order >= least or self._is_with_stray_matches

    @property
    def _is_part_in_order(self) -> bool:
        return (
            self.confident >= _FEW
            and self.in_order == 1.0
            and self.coverage >= _MUCH_OF_SOURCE
            and self.density >= (_DENSE if self.confident >= _SEVERAL else _FEW_DENSE)
        )

    @property
    def _is_with_stray_matches(self) -> bool:
        off = round(self.confident * (1.0 - self.in_order))
        return (
            self.confident >= _MANY
            and self.in_order >= max(_LEAST_OF_MANY, _MOST_BY_CHANCE * _by_chance(self.confident))
            and self.second <= _MOST_BY_CHANCE * _by_chance(off)
        )


def _by_chance(count: int) -> float:
    """The share of ``count`` random places on their longest rising chain (Aldous and Diaconis 1999), at most 1."""
    share: float = 2.0 / max(count, 1) ** 0.5
    return min(1.0, share)


def order_of(best: Sequence[int | None], source_count: int) -> Order:
    """The order of ``best``: for each target segment its confident source segment, or None.

    Segments in a row that match the same one are a sentence that was split, and count once.
    """
    places = [place for place, _ in groupby(place for place in best if place is not None)]
    if not places or not source_count:
        return Order(0, 0.0, 0.0)
    chain = set(longest_chain(places))
    rest = [place for k, place in enumerate(places) if k not in chain]
    second = len(longest_chain(rest)) / len(rest) if rest else 0.0
    different = set(places)
    density = len(different) / (max(different) - min(different) + 1)
    return Order(len(places), len(chain) / len(places), len(different) / source_count, second, density)


def longest_chain(places: Sequence[int]) -> list[int]:
    """Indices of a longest strictly rising subsequence (patience sorting; Fredman 1975)."""
    tops: list[int] = []
    at_top: list[int] = []
    before: list[int] = []
    for k, place in enumerate(places):
        at = bisect_left(tops, place)
        tops[at : at + 1] = [place]
        at_top[at : at + 1] = [k]
        before.append(at_top[at - 1] if at else -1)
    chain: list[int] = []
    k = at_top[-1] if at_top else -1
    while k >= 0:
        chain.append(k)
        k = before[k]
    return chain[::-1]
