"""Two texts side by side: their sentences as vectors and words, and how the sentences lie to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.align import monotone
from checker.align.beads import Priors
from checker.align.nearest import Match, matches
from checker.align.neighbours import Neighbours, neighbours
from checker.align.order import Order, longest_chain, order_of
from checker.evidence.scorer.lengths import Usual
from checker.evidence.scorer.networks import Expected, Scorer
from checker.evidence.sentences.joined import joined
from checker.evidence.sentences.scale import Scale
from checker.evidence.side import Side

Floats = NDArray[np.float64]

_LEAST_LEFT_OUT, _OF_SURPLUS = 0.02, 0.8
"""Prior probability of a null bead of the source: at least the first, else this share of what the source has more
sentences than the target; chosen."""

_CONFIDENT_LEAD = 0.25
"""Lead over the second best, in units of the scale, from which a best match tells of order; chosen."""

_LONG_ENOUGH = 20
"""Letters from which a sentence tells how long renderings are; chosen."""

_BARE, _SAYS = 1, 4
"""Letters up to which a sentence is a number or a sign by itself, a definition, and from which it says something that
such a number has no part in; chosen."""

MOST_COMPARED = 16_000_000
"""Cosines up to which all sentences of two texts are compared with all: a bound of time and memory."""

_MARGIN = 200
"""Source sentences on both sides of where a sentence should be, in which it is looked for in long texts; chosen."""

_NEAREST = 3
"""Nearest source sentences in which a target sentence's words are looked for too; chosen."""


@dataclass(frozen=True, slots=True)
class Matching:
    """How the sentences of two texts lie to each other.

    ``best`` are order-free matches of each target sentence; ``in_order`` the monotone alignment, or
    None where the text shows no order.  ``links`` are the source sentences that each target sentence
    draws on: of its bead, or its match.  ``cosines`` (m,) are those to the sum of the links; ``near``
    has those of single sentences.  ``usual`` are the lengths that this document leads to expect.
    """

    best: tuple[Match, ...]
    order: Order
    in_order: monotone.MonotoneAlignment | None
    links: tuple[tuple[int, ...], ...]
    cosines: Floats
    near: Neighbours
    scale: Scale
    usual: Usual


def match(source: Side, target: Side, scorer: Scorer, language: str) -> Matching:
    """Match the sentences of ``target``, in ``language``, with those of ``source``; in order if it shows one."""
    near = near_each_other(source, target, scorer.expected(language))
    best = matches(source.vectors, target.vectors, near, source_weights=source.lengths)
    scale = Scale.of(near, scorer.expected(language))
    confident = _confident(near, scale)
    order = order_of(confident, len(source.vectors))
    usual = scorer.expected(language).length.of_document(
        [
            float(np.log(target.lengths[k] / source.lengths[one]))
            for k, one in enumerate(confident)
            if one is not None and target.lengths[k] >= _LONG_ENOUGH
        ]
    )
    if not order.is_monotone:
        links = _drawn_on([match.sources for match in best], source, target)
        combined = np.array([match.combined for match in best])
        return Matching(best, order, None, links, combined, near, scale, usual)
    found = monotone.align(
        source.vectors,
        target.vectors,
        lambda cosines: scale.match_columns(cosines) @ np.array(scorer.match),
        gain_odds=lambda gains: scale.gain_odds(gains, scorer.gain),
        length_odds=usual.odds,
        source_weights=source.lengths,
        target_weights=target.lengths,
        priors=_priors(len(source.vectors), len(target.vectors)),
    )
    found = joined(found, source, target, scale, usual)
    links_of: list[tuple[int, ...]] = [()] * len(best)
    cosines = np.zeros(len(best))
    for sources, targets, cosine in found.beads:
        for k in targets:
            links_of[k] = sources
            cosines[k] = cosine
    return Matching(best, order, found, _drawn_on(links_of, source, target), cosines, near, scale, usual)


def near_each_other(source: Side, target: Side, expected: Expected) -> Neighbours:
    """The neighbours of every sentence.

    Of two long texts a sample of the target is compared with everything first; where that shows order, the others
    are compared with what lies around it, so that time grows with the length of the texts and not with its square.
    A number by itself, as pages and tables have, is near to no sentence, however near its vector is.
    """
    count, width = len(target.vectors), len(source.vectors)
    kinds = _kinds(source, target, _LONG_ENOUGH)
    step = -(-width * count // MOST_COMPARED)
    if step > 1:
        sample = neighbours(source.vectors, target.vectors[::step], kinds=kinds and (kinds[0], kinds[1][::step]))
        confident = _confident(sample, Scale.of(sample, expected))
        if order_of(confident, len(sample.top)).is_monotone:
            return neighbours(source.vectors, target.vectors, _windows(confident, step, width, count), kinds)
    return neighbours(source.vectors, target.vectors, kinds=kinds)


def _kinds(source: Side, target: Side, least: int) -> tuple[NDArray[np.int64], NDArray[np.int64]] | None:
    """(n,) and (m,): -1 for a number or a sign by itself, 1 for what has ``least`` letters, 0 for other sentences; None
    where neither text has such a number, as most have none."""
    bare = source.lengths <= _BARE, target.lengths <= _BARE
    if not (bare[0].any() or bare[1].any()):
        return None
    ours, theirs = (
        np.where(is_bare, -1, of.lengths >= least) for is_bare, of in zip(bare, (source, target), strict=True)
    )
    return ours, theirs


def _drawn_on(links: Sequence[Sequence[int]], source: Side, target: Side) -> tuple[tuple[int, ...], ...]:
    """``links`` without those between a sentence and a number by itself, as pages have: neither says anything of the
    other."""
    kinds = _kinds(source, target, _SAYS)
    if kinds is None:
        return tuple(map(tuple, links))
    ours, theirs = kinds
    return tuple(tuple(i for i in row if ours[i] * theirs[k] >= 0) for k, row in enumerate(links))


def _confident(near: Neighbours, scale: Scale) -> list[int | None]:
    """For each target sentence its nearest source sentence where it leads by far, else None."""
    least = _CONFIDENT_LEAD * (scale.reference - scale.background)
    leads = near.top[:, 0] - near.top[:, 1] >= least
    return [
        nearest if known and lead else None
        for nearest, known, lead in zip(near.nearest[:, 0].tolist(), near.known, leads, strict=True)
    ]


def _windows(
    confident: Sequence[int | None], step: int, source_count: int, target_count: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each target sentence (m,) is looked for: half-open ranges of source sentences.

    ``confident`` are the matches of every ``step``-th; those in order count, and the second one before and after, so
    that one that is wrong does no harm.
    """
    known = [(k * step, place) for k, place in enumerate(confident) if place is not None]
    chain = [known[k] for k in longest_chain([place for _, place in known])]
    ends = [(-1, 0), (-1, 0), *chain, (target_count, source_count), (target_count, source_count)]
    rows, places = np.array(ends).T
    after = np.searchsorted(rows, np.arange(target_count), side="right")
    first = np.maximum(places[after - 2] - _MARGIN, 0)
    stop = np.minimum(places[np.minimum(after + 1, len(ends) - 1)] + _MARGIN, source_count)
    return first, stop


def _priors(source_count: int, target_count: int) -> Priors:
    """Null beads of the source are likelier the more of it the target must leave out."""
    left_out = max(0.0, 1.0 - target_count / max(source_count, 1))
    return Priors(source_null=max(_LEAST_LEFT_OUT, _OF_SURPLUS * left_out))


def neighbourhood(links: Sequence[int], nearest: Sequence[int], count: int) -> list[int]:
    """The source sentences in which a target sentence's words are looked for: links, nearest, neighbours."""
    near = {*links, *nearest[:_NEAREST]}
    near |= {k + step for k in tuple(links)[:1] for step in (-1, 1)}
    return sorted(k for k in near if 0 <= k < count)


def target_links(found: Matching) -> list[tuple[int, ...]]:
    """For each target sentence the source sentences it draws on, or the nearest where it draws on none."""
    return [links or match.sources for links, match in zip(found.links, found.best, strict=True)]


def source_links(found: Matching, source: Side, target: Side) -> list[tuple[int, ...]]:
    """For each source sentence the target sentences that draw on it, or the nearest where none does."""
    drawing: list[list[int]] = [[] for _ in source.vectors]
    for k, links in enumerate(found.links):
        for index in links:
            drawing[index].append(k)
    nearest = found.near.back_nearest
    return [tuple(links) or ((int(nearest[k]),) if len(target.vectors) else ()) for k, links in enumerate(drawing)]
