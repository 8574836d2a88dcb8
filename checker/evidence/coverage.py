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

MIN_DENSITY = 0.85
"""A translation that was broken off renders at least this share of what stands outside its gaps; a summary does not.
Chosen."""

MOST_GAPS = 2
"""A rendering with more gaps is a selection.  Chosen."""

MIN_SHARE = 0.25
MIN_RENDERED = 3
"""A translation that was broken off renders at least this share of its original, and so many sentences; less is a
quotation or a comment.  Chosen."""

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


def coverage(rendered: Collection[int], of: int, *, in_order: bool, is_whole: bool) -> Coverage:
    """The coverage of a rendering, from the source sentences (0 to ``of``) that it renders."""
    indices = tuple(sorted(rendered))
    gaps = _gaps(indices, of) if is_whole and indices else ()
    outside = of - sum(stop - first for first, stop in gaps)
    at_both_ends = bool(gaps) and gaps[0][0] == 0 and gaps[-1][1] == of
    return Coverage(
        rendered=indices,
        of=of,
        gaps=gaps,
        is_whole=is_whole,
        is_partial=(
            in_order
            and 0 < len(gaps) <= MOST_GAPS
            and not at_both_ends
            and len(indices) >= max(MIN_RENDERED, MIN_SHARE * of)
            and len(indices) >= MIN_DENSITY * outside
        ),
    )


def _gaps(rendered: Sequence[int], of: int) -> tuple[Stretch, ...]:
    found = []
    for before, after in pairwise((-1, *rendered, of)):
        length = after - before - 1
        inside = before >= 0 and after < of
        if length >= (max(MIN_INSIDE, MIN_INSIDE_SHARE * of) if inside else MIN_AT_AN_END):
            found.append((before + 1, after))
    return tuple(found)
