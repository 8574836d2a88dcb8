"""Does a target text follow the order of its source?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Order:
    """What the best matches show about order.

    ``in_order`` is the share of confident matches on their longest rising chain, in [0, 1];
    ``coverage`` the share of the source that the confident matches touch, in [0, 1];
    ``confident`` how many there are.
    """

    confident: int
    in_order: float
    coverage: float

    @property
    def is_monotone(self) -> bool:
        """Whether enough matches rise together that chance does not explain it.

        Among k random places the longest rising chain is about 2 * sqrt(k) (Aldous and Diaconis 1999); of a
        comment of a few sentences order proves nothing, unless they are most of the source.
        """
        if self.coverage >= 0.5:
            return self.confident >= 3 and self.in_order >= 0.85
        if self.confident < 8:
            return False
        by_chance = 2.0 / self.confident**0.5
        least: float = max(0.75, min(0.85, 1.25 * by_chance))
        return self.in_order >= least


def order_of(best: Sequence[int | None], source_count: int) -> Order:
    """The order of ``best``: for each target segment its confident source segment, or None."""
    places = [place for place in best if place is not None]
    if not places or not source_count:
        return Order(0, 0.0, 0.0)
    return Order(len(places), longest_rise(places) / len(places), len(set(places)) / source_count)


def longest_rise(places: Sequence[int]) -> int:
    """Length of the longest strictly rising subsequence (patience sorting; Fredman 1975)."""
    tops: list[int] = []
    for place in places:
        at = bisect_left(tops, place)
        tops[at : at + 1] = [place]
    return len(tops)
