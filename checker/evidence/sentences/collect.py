"""From matched sentences to features for the networks: of sentences in free order, in order, and left out.

The stages are separate functions so that training reads the very features that checking uses.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checker.align.neighbours import LEAD_AMONG
from checker.evidence.scorer.networks import Expected
from checker.evidence.sentences.matching import Matching, neighbourhood
from checker.evidence.sentences.scale import tempered
from checker.evidence.sentences.standing import RIVALRY, contributions, rivalry, vacancies
from checker.evidence.side import Side
from checker.evidence.words.absences import ABSENCES, absences, nowhere_shares
from checker.evidence.words.columns import arranged, by_name
from checker.evidence.words.pooled import WORDS_FEATURES, SentenceWords, words_features
from checker.evidence.words.support import Support
from checker.evidence.words.tokens import length_ratio
from checker.text.quantities import Quantity
from checker.text.quantities.match import unmatched

Floats = NDArray[np.float64]

_LEAST_SPREAD = 0.02
"""Spread of a sentence's cosines, which is taken for no less: a bound."""

SENTENCE_FEATURES = (
    "best",
    "combined",
    "lead",
    "second",
    "standard",
    "absent",
    "absent_global",
    "worst",
    "second_worst",
    "absent_names",
    "covered",
    "weight",
    "words",
    "length_ratio",
    "known",
    "numbers_gone",
    "numbers_kept",
    "relative",
    "reference",
    "nowhere_excess",
    "nowhere_expected",
    "unsupported",
    "unsupported_words",
    "names_nowhere",
    "names_found",
    "rival",
    "ahead",
    "mutual",
    *WORDS_FEATURES,
)
ORDER_FEATURES = ("null", "linked", "neighbours_null", "displaced", "contribution", "vacancy")


def numbers_nowhere(found: Matching, source: Side, target: Side) -> list[tuple[Quantity, ...]]:
    """For each target sentence the quantities that nothing near what it draws on can render."""
    count = len(source.vectors)
    gone: list[tuple[Quantity, ...]] = []
    for k, numbers in enumerate(target.numbers):
        if not numbers:
            gone.append(())
            continue
        near = neighbourhood(found.links[k], found.best[k].sources, count)
        there = [number for index in near for number in source.numbers[index]]
        gone.append(tuple(unmatched(there, list(numbers))[1]))
    return gone


def sentence_features(
    found: Matching,
    source: Side,
    target: Side,
    words: Sequence[SentenceWords],
    covered: Floats,
    numbers_gone: Sequence[Sequence[Quantity]],
    expected: Expected,
) -> Floats:
    """Features (m, len(SENTENCE_FEATURES)) of the target sentences."""
    near = found.near
    nowhere = nowhere_shares(words)
    usual = tempered(nowhere, expected.nowhere) if len(nowhere) else expected.nowhere
    gone = np.array([len(numbers) for numbers in numbers_gone], dtype=float)
    numbers = np.array([len(numbers) for numbers in target.numbers], dtype=float)
    best = near.top[:, 0]
    columns = {
        "best": best,
        "combined": np.maximum([match.combined for match in found.best], found.cosines),
        "lead": best - near.top[:, 1:LEAD_AMONG].mean(axis=1),
        "second": near.top[:, 1],
        "standard": (best - near.mean) / np.maximum(near.spread, _LEAST_SPREAD),
        "absent_global": nowhere,
        "covered": covered,
        "length_ratio": _length_ratios(found, source, target),
        "numbers_gone": np.minimum(gone, 3),
        "numbers_kept": np.minimum(numbers - gone, 3),
        "relative": found.scale.relative(best),
        "reference": np.full(len(words), found.scale.reference),
        "nowhere_excess": nowhere - usual,
        "nowhere_expected": np.full(len(words), usual),
        **by_name(ABSENCES, absences(words)),
        **by_name(RIVALRY, rivalry(near, found.scale)),
        **by_name(WORDS_FEATURES, words_features(words)),
    }
    return np.array(arranged(SENTENCE_FEATURES, columns), dtype=float).reshape(len(SENTENCE_FEATURES), len(words)).T


def _length_ratios(found: Matching, source: Side, target: Side) -> Floats:
    """``length_ratio`` (m,) of the target sentences to what they draw on; the highest for what draws on nothing."""
    drawn = np.array([source.lengths[list(links)].sum() for links in found.links])
    return length_ratio(target.lengths, drawn)


def covered_share(found: Matching, source: Side, target: Side, support: Support) -> Floats:
    """For each target sentence the share (0 to 1, by weight) of its best source sentence that its words carry."""
    shares = np.zeros(len(target.vectors))
    for k, match in enumerate(found.best):
        if not match.sources or not len(target.lexicon.ids[k]):
            continue
        best = source.lexicon.ids[match.sources[0]]
        if not len(best):
            continue
        carried = support.cosines(target.lexicon.ids[k], best).max(axis=0)
        weights = source.lexicon.norms[best] ** 2
        shares[k] = float((weights * carried).sum() / max(float(weights.sum()), 1e-9))
    return shares


def order_features(found: Matching, source: Side, target: Side) -> Floats:
    """Features (m, len(ORDER_FEATURES)) that only an alignment in order has."""
    in_order = found.in_order
    if in_order is None:
        raise ValueError("there is no alignment in order")
    null = np.clip(in_order.target_null, 1e-6, 1 - 1e-6)
    logits = np.log(null) - np.log1p(-null)
    padded = np.concatenate([[0.0], null, [0.0]])
    linked = found.cosines
    displaced = np.zeros(len(null))
    last = -1
    for k, links in enumerate(found.links):
        place = links[0] if links else last + 1
        best = found.best[k].sources[0] if found.best[k].sources else place
        displaced[k] = np.log1p(abs(best - place))
        last = links[-1] if links else last
    added = contributions(in_order.beads, target, source, of_source=False)
    vacant = vacancies(in_order.beads, len(null))
    columns = {
        "null": logits,
        "linked": linked,
        "neighbours_null": padded[:-2] + padded[2:],
        "displaced": displaced,
        "contribution": added,
        "vacancy": vacant,
    }
    return np.column_stack(arranged(ORDER_FEATURES, columns))


OMISSION_FEATURES = (
    "null",
    "best",
    "lead",
    "covered",
    "length",
    "words",
    "linked",
    "contribution",
    "partner",
    "length_excess",
    "relative",
    "reference",
    "nowhere_excess",
    "nowhere_expected",
    *WORDS_FEATURES,
)


def omission_features(
    found: Matching,
    source: Side,
    target: Side,
    links: Sequence[Sequence[int]],
    words: Sequence[SentenceWords],
    p_addition: Floats,
    expected: Expected,
) -> Floats:
    """Features (n, len(OMISSION_FEATURES)) of the source sentences, whose words are ``words``.

    ``links`` are the target sentences that they are held against (``matching.source_links``).  ``p_addition`` (m,) are
    the probabilities that the target sentences are additions: what stands beside an addition in a bead is left out as
    surely as what stands alone.
    """
    count = len(source.vectors)
    top = found.near.back_top
    if found.in_order is None:
        null = np.zeros(count)
    else:
        clipped = np.clip(found.in_order.source_null, 1e-6, 1 - 1e-6)
        null = np.log(clipped) - np.log1p(-clipped)
    linked, added, partner = np.zeros(count), np.zeros(count), np.ones(count)
    if found.in_order is not None:
        added = contributions(found.in_order.beads, source, target, of_source=True)
        for sources, targets, cosine in found.in_order.beads:
            for k in sources:
                linked[k] = cosine
                partner[k] = min((p_addition[j] for j in targets), default=1.0)
    drawn = np.array([target.lengths[list(facing)].sum() for facing in links])
    nowhere = nowhere_shares(words)
    usual = tempered(nowhere, expected.nowhere) if count else expected.nowhere
    counts = np.array([len(of.p_absent) for of in words], dtype=float)
    columns = {
        "null": null,
        "best": top[:, 0],
        "lead": top[:, 0] - top[:, 1],
        "covered": 1.0 - nowhere,
        "length": np.log1p(source.lengths),
        "words": np.log1p(counts),
        "linked": linked,
        "contribution": added,
        "partner": partner,
        "length_excess": found.usual.turned.excess(source.lengths, drawn),
        "relative": found.scale.relative(top[:, 0]),
        "reference": np.full(count, found.scale.reference),
        "nowhere_excess": nowhere - usual,
        "nowhere_expected": np.full(count, usual),
        **by_name(WORDS_FEATURES, words_features(words)),
    }
    return np.column_stack(arranged(OMISSION_FEATURES, columns))
