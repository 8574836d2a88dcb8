"""How much of an original a rendering covers, and which stretches of it nothing renders."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

MIN_AT_AN_END = 3
MIN_INSIDE = 5
MIN_INSIDE_SHARE = 1 / 6
"""Source sentences in a row that are one stretch: before or after all that is rendered, and between, where they are
also such a share of the whole.  Fewer are left out one by one.  Chosen."""

MIN_AT_AN_END_SHARE = 0.25
"""So large a share of the source, before or after all that is rendered, shows as well that a translation was broken
off, however few sentences it is.  They are left out one by one.  Chosen."""

MIN_DENSITY = 0.8
"""A translation that was broken off renders at least this share of what stands outside its gaps, or has something else
there; a summary does not.  Chosen."""

MOST_GAPS = 2
"""A rendering with more gaps is a selection.  Chosen."""

MIN_SHARE = 0.25
MIN_RENDERED, MIN_SHARE_OF_FEW = 3, 0.5
"""A translation that was broken off renders at least this share of its original, and so many sentences, or such a share
of few; less is a quotation or a comment.  Chosen."""

Stretch = tuple[int, int]
"""A half-open range of source sentences."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which of ``of`` source sentences are rendered (indices, ascending), and the ``gaps`` between them.

    Gaps are stretches that nothing renders, in order; there are none where ``is_whole`` does not say that the source is
    a document of its own.  ``is_partial`` says that the rendering has the shape of a translation that was broken off:
    it follows its original sentence by sentence and reaches one of its ends.
    """

    rendered: tuple[int, ...] = ()
    of: int = 0
    gaps: tuple[Stretch, ...] = ()
    is_whole: bool = False
    is_partial: bool = False


NO_COVERAGE = Coverage()
"""Where nothing is said of how much is rendered: of aligned pairs."""


def coverage(
    rendered: Collection[int],
    of: int,
    *,
    in_order: bool,
    is_whole: bool,
    is_rising: bool = False,
    replaced: int = 0,
) -> Coverage:
    """The coverage of a rendering, from the source sentences (0 to ``of``) that it renders.

    ``is_rising`` says of one too short to show an order (``in_order``) that nothing speaks against it: then no
    sentence that is missing at an end has a probability of its own, and each is a gap.  ``replaced`` sentences between
    those that are rendered have something else in their place: they are not left out.
    """
    indices = tuple(sorted(rendered))
    at_an_end = min(MIN_AT_AN_END, MIN_AT_AN_END_SHARE * of)
    gaps, breaks = (_gaps(indices, of, least) if is_whole and indices else () for least in (MIN_AT_AN_END, at_an_end))
    is_partial = (in_order or is_rising) and _is_broken_off(indices, of, breaks, replaced)
    return Coverage(indices, of, breaks if is_rising and is_partial else gaps, is_whole, is_partial)


def _is_broken_off(rendered: Sequence[int], of: int, breaks: Sequence[Stretch], replaced: int) -> bool:
    outside = of - sum(stop - first for first, stop in breaks)
    at_both_ends = bool(breaks) and breaks[0][0] == 0 and breaks[-1][1] == of
    return (
        0 < len(breaks) <= MOST_GAPS
        and not at_both_ends
        and len(rendered) >= max(min(MIN_RENDERED, MIN_SHARE_OF_FEW * of), MIN_SHARE * of)
        and len(rendered) + replaced >= MIN_DENSITY * outside
    )


def _gaps(rendered: Sequence[int], of: int, at_an_end: float) -> tuple[Stretch, ...]:
    """What nothing renders, ``at_an_end`` sentences in a row or more before and after all that is rendered."""
    inside = max(MIN_INSIDE, MIN_INSIDE_SHARE * of)
    return tuple(
        (first, stop)
        for first, stop in runs_without(rendered, of)
        if stop - first >= (inside if first > 0 and stop < of else at_an_end)
    )


def runs_without(rendered: Sequence[int], of: int) -> tuple[Stretch, ...]:
    """The stretches between some of ``of`` sentences (ascending)."""
    return tuple((before + 1, after) for before, after in pairwise((-1, *rendered, of)) if after - before > 1)
