"""How far a rendering of a document reaches: the stretch of its source that it covers, and what of that it renders."""

from __future__ import annotations

from itertools import pairwise

from checker.evidence.coverage import MIN_RENDERED, Coverage, Stretch, coverage
from checker.evidence.judged import Judged
from checker.evidence.words import spans

_WHOLE_SHARE = 0.7
"""Share of the whole source that must be rendered, or have something else in its place, for a missing sentence to be an
omission; chosen."""

_MOST_AT_THE_ENDS = 2
"""Source sentences before or after the rendered ones that still belong to the stretch of a whole
translation; chosen."""

_FEW_DRAW, _MOST_DRAW = 4, 0.8
"""How many of a short text's sentences must draw on the source for their order to show, and which share; chosen."""


def reach(judged: Judged, *, whole_source: bool) -> tuple[Stretch, bool, Coverage]:
    """The stretch of the source that the target covers, whether it is an excerpt, and what it renders."""
    of = len(judged.p_omission)
    stretch, is_excerpt = _stretch(judged)
    if whole_source and not is_excerpt:
        stretch = _with_ends(stretch, of)
    covered = _coverage(judged, stretch, whole_source=whole_source)
    return (_with_ends(stretch, of), False, covered) if covered.is_partial else (stretch, is_excerpt, covered)


def _stretch(judged: Judged) -> tuple[Stretch, bool]:
    """The source sentences from the first to the last that the target draws on, and whether it leaves much out."""
    p_addition, found = judged.p_addition, judged.examined.matching
    linked = {index for k, links in enumerate(found.links) if p_addition[k] < spans.ABSENT for index in links}
    if not linked:
        return (0, 0), True
    share = (len(linked) + _replaced(judged, linked)) / len(judged.p_omission)
    return (min(linked), max(linked) + 1), found.in_order is None or share < _WHOLE_SHARE


def _with_ends(stretch: Stretch, of: int) -> Stretch:
    """The stretch with what may have been forgotten at the ends of ``of`` sentences, as a title or a last line may.

    What is longer is a gap.
    """
    first, stop = stretch
    return 0 if first <= _MOST_AT_THE_ENDS else first, of if of - stop <= _MOST_AT_THE_ENDS else stop


def _coverage(judged: Judged, stretch: Stretch, *, whole_source: bool) -> Coverage:
    """What of the source is rendered: what is drawn on, and within the stretch what the target holds elsewhere."""
    found, p_omission = judged.examined.matching, judged.p_omission
    rendered = {index for k, links in enumerate(found.links) if judged.p_addition[k] < spans.ABSENT for index in links}
    if found.in_order is not None:
        rendered |= {index for index in range(*stretch) if p_omission[index] < spans.ABSENT}
    in_order = found.in_order is not None
    is_rising = not in_order and _is_rising(judged)
    return coverage(
        rendered,
        len(p_omission),
        in_order=in_order,
        is_whole=whole_source,
        is_rising=is_rising,
        replaced=_said_together(judged, rendered) if is_rising else _replaced(judged, rendered),
    )


def _said_together(judged: Judged, rendered: set[int]) -> int:
    """How many source sentences that nothing renders stand beside one that two in a row lie nearest to.

    A headline and the sentence that says it again are such.
    """
    nearest = [_nearest_of(judged, k) for k, links in enumerate(judged.examined.matching.links) if links]
    twice = {one for one, after in pairwise(nearest) if one == after}
    missing = set(range(len(judged.p_omission))) - rendered
    return sum(not missing.isdisjoint({one - 1, one + 1}) for one in twice)


def _replaced(judged: Judged, rendered: set[int]) -> int:
    """How many source sentences that nothing renders have a target sentence in their place that renders nothing: a very
    free rendering, it may be, or something else put for them."""
    found = judged.examined.matching
    if found.in_order is None:
        return 0
    count = sources = targets = 0
    for their_sources, their_targets, _ in found.in_order.beads:
        if rendered.isdisjoint(their_sources) and all(_renders_nothing(judged, k) for k in their_targets):
            sources, targets = sources + len(their_sources), targets + len(their_targets)
        else:
            count, sources, targets = count + min(sources, targets), 0, 0
    return count + min(sources, targets)


def _renders_nothing(judged: Judged, k: int) -> bool:
    return not judged.examined.matching.links[k] or bool(judged.p_addition[k] >= spans.ABSENT)


def _is_rising(judged: Judged) -> bool:
    """Whether a target that shows no order, being short or free, has nothing that speaks against it.

    Of fewer than ``MIN_RENDERED`` sentences each renders something later than the one before.  Of some, nearly all
    render something, and what each lies nearest to, of what it draws on, comes no earlier than that of the one before.
    """
    links, absent = judged.examined.matching.links, judged.p_addition >= spans.ABSENT
    if len(links) < MIN_RENDERED:
        return bool(all(links) and not absent.any()) and all(max(one) < min(after) for one, after in pairwise(links))
    nearest = [_nearest_of(judged, k) for k in range(len(links)) if links[k] and not absent[k]]
    is_most = len(nearest) >= max(_FEW_DRAW, _MOST_DRAW * len(links))
    return is_most and all(one <= after for one, after in pairwise(nearest))


def _nearest_of(judged: Judged, k: int) -> int:
    """The source sentence that a target sentence lies nearest to, of those that it draws on."""
    drawn = list(judged.examined.matching.links[k])
    cosines = judged.examined.source.vectors[drawn] @ judged.examined.target.vectors[k]
    return drawn[int(cosines.argmax())]
