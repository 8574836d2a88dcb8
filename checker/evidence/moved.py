"""Passages that stand elsewhere in a rendering than in its original, or in it twice: neither added nor left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from checker.align.order import longest_chain
from checker.evidence.judged import Judged
from checker.evidence.records import MovedPassage
from checker.evidence.scorer.networks import Scorer
from checker.evidence.side import Floats
from checker.evidence.words.spans import ABSENT

MIN_RELATIVE = 0.7
"""Cosine, between 0 (chance) and 1 (the typical best match), from which a sentence is the one missed; chosen."""

MIN_LEAD = 0.2
"""How much nearer it lies than what stands in its place, on the same scale; chosen."""

MIN_RENDERED = 0.8
MIN_CHAIN = 0.5
"""Shares of a source that is rendered, and of the rendering that follows its order, from which what does not has moved;
chosen."""

MIN_ALIKE = 0.8
"""Cosine of a sentence and the one that renders the same in its place, from which it repeats that; chosen."""

MIN_SURE = 0.5
"""Share of the sentences of a passage that must lie nearest to what they render by far; chosen."""

MIN_PASSED = 2
"""Sentences between where a passage is and where it would be; chosen."""

MOST_MOVED = 3
"""More passages than this that moved are another order; chosen."""

Link = tuple[int, int]
"""A target sentence and the source sentence that it renders."""


def with_moved(judged: Judged, scorer: Scorer) -> tuple[Judged, tuple[MovedPassage, ...]]:
    """What is said of two texts in order, the sentences that moved put to those they render; and the passages.

    What says again what another sentence renders in its place, as captions and pull quotes do, is put to that too.
    """
    if not judged.examined.is_in_order:
        return judged, ()
    p_free = scorer.free.probabilities(judged.examined.free_features)
    moved = _found_elsewhere(judged, p_free)
    repeated = _repeated(judged)
    if not moved and not repeated:
        return judged, ()
    p_addition, p_omission = judged.p_addition.copy(), judged.p_omission.copy()
    matching = judged.examined.matching
    drawn, cosines = list(matching.links), matching.cosines.copy()
    likely = [(k, index, float(p_free[k])) for k, index in moved]
    for k, index, p in [*likely, *repeated]:
        p_addition[k] = min(p_addition[k], p)
        p_omission[index] = min(p_omission[index], p_addition[k])
        drawn[k] = (index,)
        cosines[k] = float(judged.examined.source.vectors[index] @ judged.examined.target.vectors[k])
    examined = replace(judged.examined, matching=replace(matching, links=tuple(drawn), cosines=cosines))
    return replace(judged, examined=examined, p_addition=p_addition, p_omission=p_omission), _passages(moved)


def out_of_order(judged: Judged) -> tuple[MovedPassage, ...]:
    """The passages that moved in a rendering of a whole source, where it shows no order because of them."""
    examined = judged.examined
    nearest = examined.matching.near.nearest[:, 0]
    drawn = {
        k: int(nearest[k]) if nearest[k] in links else min(links)
        for k, links in enumerate(examined.matching.links)
        if links and judged.p_addition[k] < ABSENT
    }
    rendered = {index for k in drawn for index in examined.matching.links[k]}
    targets = sorted(drawn)
    chain = set(longest_chain([drawn[k] for k in targets]))
    if len(rendered) < MIN_RENDERED * len(examined.source.vectors) or len(chain) < MIN_CHAIN * len(targets):
        return ()
    strays = [(k, drawn[k]) for place, k in enumerate(targets) if place not in chain]
    passages = tuple(one for one in _passages(strays) if _is_far(one, [(targets[k], drawn[targets[k]]) for k in chain]))
    are_sure = all(
        sum(_is_sure(judged, *link) for link in zip(*one, strict=True)) >= MIN_SURE * len(one.target)
        for one in passages
    )
    return passages if are_sure and len(passages) <= MOST_MOVED else ()


def _is_far(passage: MovedPassage, chain: Sequence[Link]) -> bool:
    """Whether a passage stands on the other side of several sentences that follow the order."""
    first, index = passage.target[0], passage.source[0]
    return sum((k < first) != (place < index) for k, place in chain) >= MIN_PASSED


def _is_sure(judged: Judged, k: int, index: int) -> bool:
    """Whether a target sentence lies much nearer to a source sentence than to any other."""
    near, scale = judged.examined.matching.near, judged.examined.matching.scale
    best, second = (float(value) for value in scale.relative(near.top[k, :2]))
    return int(near.nearest[k, 0]) == index and best >= MIN_RELATIVE and best - second >= MIN_LEAD


def _repeated(judged: Judged) -> list[tuple[int, int, float]]:
    """Target sentences that nothing in their place supports but that say what another one does, the source sentences
    that it renders, and how likely it is an addition.

    Two and more in a row are a passage that was pasted twice, no caption.
    """
    matching, vectors = judged.examined.matching, judged.examined.target.vectors
    drawing: dict[int, list[int]] = {}
    for k in np.flatnonzero(judged.p_addition < ABSENT).tolist():
        for index in matching.links[k]:
            drawing.setdefault(index, []).append(k)
    found = []
    for k in np.flatnonzero(judged.p_addition >= ABSENT).tolist():
        index = int(matching.near.nearest[k, 0])
        its = drawing.get(index)
        if its and _is_sure(judged, k, index) and float((vectors[its] @ vectors[k]).max()) >= MIN_ALIKE:
            found.append((k, index, float(judged.p_addition[its].max())))
    pairs = {(k, index) for k, index, _ in found}
    return [one for one in found if pairs.isdisjoint({(one[0] - 1, one[1] - 1), (one[0] + 1, one[1] + 1)})]


def _found_elsewhere(judged: Judged, p_free: Floats) -> list[Link]:
    """Target sentences whose nearest source sentence nothing renders in its place, ascending; each source but once."""
    matching = judged.examined.matching
    near, scale = matching.near, matching.scale
    claims: dict[int, tuple[float, int]] = {}
    for k, links in enumerate(matching.links):
        index = int(near.nearest[k, 0])
        if index in links or judged.p_omission[index] < ABSENT or p_free[k] >= ABSENT:
            continue
        here = float(scale.relative(near.top[k, :1])[0])
        drawn = judged.examined.source.vectors[list(links)] @ judged.examined.target.vectors[k]
        there = float(scale.relative(drawn.astype(np.float64)).max()) if links else 0.0
        if not _is_sure(judged, k, index) or here - there < MIN_LEAD:
            continue
        if index not in claims or here > claims[index][0]:
            claims[index] = here, k
    return sorted((k, index) for index, (_, k) in claims.items())


def _passages(links: Sequence[Link]) -> tuple[MovedPassage, ...]:
    """Links that go on together, put together: the next sentence of the target renders the next of the source."""
    groups: list[list[Link]] = [[links[0]]] if links else []
    for (k, index), (next_k, next_index) in pairwise(links):
        if next_k == k + 1 and 0 <= next_index - index <= 1:
            groups[-1].append((next_k, next_index))
        else:
            groups.append([(next_k, next_index)])
    return tuple(MovedPassage(tuple(k for k, _ in group), tuple(index for _, index in group)) for group in groups)
