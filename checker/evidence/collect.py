"""From two lists of sentences to evidence: vectors, alignment, words, probabilities.

The stages are separate functions so that training reads the very features that checking uses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.align import monotone
from checker.align.nearest import Match, matches, rows_at_once
from checker.align.order import Order, order_of
from checker.encoders import Encoder
from checker.evidence import lexical, tokens
from checker.evidence.pooled import WORDS_FEATURES, words_features
from checker.evidence.scorer import Expected, Scorer
from checker.evidence.spans import NOWHERE, TELLING
from checker.evidence.tagger import Tagger
from checker.text.quantities import Quantity, quantities
from checker.text.quantities_match import unmatched

Floats = NDArray[np.float64]
BeadFound = tuple[tuple[int, ...], tuple[int, ...], float]
"""Source indices, target indices, cosine."""

Vectors = NDArray[np.float32]

_CONFIDENT_LEAD = 0.25
"""Lead over the second best, in units of the scale, from which a best match tells of order."""

_EXPECTED_WEIGHT = 4.0
"""Weight, in sentences, of what is typical of a language against what the document itself shows."""

_NEAREST = 3
_NEXT = 4
_MOST_VACANT = 2.0

_MOST_ODDS = (-8.0, 4.0)
"""Bounds of the log-likelihood ratio of a gain: beyond, the fitted line has seen no text."""


@dataclass(frozen=True, slots=True)
class Side:
    """Sentences of one text: unit vectors (n, d), lengths in letters (n,), languages, their words and quantities."""

    vectors: Vectors
    lengths: Floats
    languages: tuple[str, ...]
    lexicon: lexical.Lexicon
    numbers: tuple[tuple[Quantity, ...], ...]

    @classmethod
    def of(
        cls, contents: Sequence[str], languages: Sequence[str], encoder: Encoder, word_model: lexical.WordModel
    ) -> Side:
        """One text from its sentences and their languages."""
        lengths = np.array([max(1, sum(map(str.isalpha, content))) for content in contents], dtype=float)
        numbers = tuple(
            tuple(quantities(content, language))
            for content, language in zip(contents, languages, strict=True)
        )
        lexicon = lexical.Lexicon.of(contents, word_model)
        return cls(encoder.encode(contents), lengths, tuple(languages), lexicon, numbers)


@dataclass(frozen=True, slots=True)
class Scale:
    """What cosines mean in one pair of texts.

    ``background`` and ``spread`` are the mean and standard deviation of those of sentences that do not
    belong together, ``reference`` is what the best match of a sentence typically reaches.
    """

    background: float
    spread: float
    reference: float

    @classmethod
    def of(cls, top: Floats, mean: Floats, spread: Floats, expected: Expected) -> Scale:
        """From the statistics of each target sentence (see ``Matching``) and what its language leads to expect."""
        if not len(top):
            return cls(0.0, 0.1, expected.best)
        reference = _tempered(top[:, 0], expected.best)
        background = float(mean.mean())
        return cls(background, max(float(np.median(spread)), 0.03), max(reference, background + 0.1))

    def relative(self, cosines: Floats) -> Floats:
        """Cosines on a scale where 0 is the background and 1 the typical best match."""
        result: Floats = (cosines - self.background) / (self.reference - self.background)
        return result

    def match_columns(self, cosines: Floats) -> Floats:
        """Columns (..., 4) for the log-likelihood ratio of a match: 1, relative, its square, standard scores."""
        relative = np.clip(self.relative(cosines), -0.5, 1.6)
        standard = np.clip((cosines - self.background) / self.spread, -3.0, 12.0)
        return np.stack([np.ones_like(relative), relative, relative * relative, standard], axis=-1)


    def gain_odds(self, gains: Floats, coefficients: tuple[float, float]) -> Floats:
        """Log-likelihood ratio that a bead's last segment belongs to it, from what it adds to the cosine."""
        constant, slope = coefficients
        odds: Floats = np.clip(constant + slope * gains / (self.reference - self.background), *_MOST_ODDS)
        return odds


@dataclass(frozen=True, slots=True)
class Matching:
    """How the sentences of two texts lie to each other.

    ``best`` are order-free matches of each target sentence; ``in_order`` the monotone alignment, or
    None where the text shows no order.  ``links`` are the source sentences that each target sentence
    draws on: of its bead, or its match.  ``cosines`` (m,) are those to the sum of the links; ``top``
    (m, 5) the best five single cosines and ``nearest`` (m, 5) whose they are, ``mean`` and ``spread``
    (m,) those of all of a target's cosines.
    """

    best: tuple[Match, ...]
    order: Order
    in_order: monotone.MonotoneAlignment | None
    links: tuple[tuple[int, ...], ...]
    cosines: Floats
    top: Floats
    nearest: NDArray[np.int64]
    mean: Floats
    spread: Floats
    scale: Scale


def _tempered(values: Floats, expected: float) -> float:
    """The median of a document's sentences, drawn towards what is expected when there are few."""
    count = len(values)
    return float((np.median(values) * count + expected * _EXPECTED_WEIGHT) / (count + _EXPECTED_WEIGHT))


def matching(source: Side, target: Side, scorer: Scorer, language: str) -> Matching:
    """Match the sentences of ``target``, in ``language``, with those of ``source``; in order if it shows one."""
    best = matches(source.vectors, target.vectors, source_weights=source.lengths)
    top, nearest, mean, spread = cosine_statistics(source.vectors, target.vectors)
    scale = Scale.of(top, mean, spread, scorer.expected(language))
    least = _CONFIDENT_LEAD * (scale.reference - scale.background)
    confident = [
        match.sources[0] if match.sources and top[k, 0] - top[k, 1] >= least else None
        for k, match in enumerate(best)
    ]
    order = order_of(confident, len(source.vectors))
    if not order.is_monotone:
        links = tuple(match.sources for match in best)
        combined = np.array([match.combined for match in best])
        return Matching(best, order, None, links, combined, top, nearest, mean, spread, scale)
    found = monotone.align(
        source.vectors,
        target.vectors,
        lambda cosines: scale.match_columns(cosines) @ np.array(scorer.match),
        gain_odds=lambda gains: scale.gain_odds(gains, scorer.gain),
        source_weights=source.lengths,
        target_weights=target.lengths,
        priors=_priors(len(source.vectors), len(target.vectors)),
    )
    links_of: list[tuple[int, ...]] = [()] * len(best)
    cosines = np.zeros(len(best))
    for sources, targets, cosine in found.beads:
        for k in targets:
            links_of[k] = sources
            cosines[k] = cosine
    return Matching(best, order, found, tuple(links_of), cosines, top, nearest, mean, spread, scale)


def _priors(source_count: int, target_count: int) -> monotone.Priors:
    """Null beads of the source are likelier the more of it the target must leave out."""
    left_out = max(0.0, 1.0 - target_count / max(source_count, 1))
    return monotone.Priors(source_null=max(0.02, 0.8 * left_out))


def cosine_statistics(source: Vectors, target: Vectors) -> tuple[Floats, NDArray[np.int64], Floats, Floats]:
    """Best five cosines (m, 5), zero-padded, whose they are (m, 5), and mean and standard deviation (m,) of all."""
    count = len(target)
    top = np.zeros((count, _NEXT + 1))
    nearest = np.zeros((count, _NEXT + 1), np.int64)
    mean, spread = np.zeros(count), np.zeros(count)
    if not len(source):
        return top, nearest, mean, spread
    kept = min(_NEXT + 1, len(source))
    step = rows_at_once(len(source))
    for begin in range(0, count, step):
        rows = slice(begin, begin + step)
        cosines = (target[rows] @ source.T).astype(np.float64)
        best = np.sort(np.argpartition(cosines, -kept, axis=1)[:, -kept:], axis=1)
        values = np.take_along_axis(cosines, best, axis=1)
        order = np.argsort(-values, axis=1, kind="stable")
        top[rows, :kept] = np.take_along_axis(values, order, axis=1)
        nearest[rows, :kept] = np.take_along_axis(best, order, axis=1)
        mean[rows], spread[rows] = cosines.mean(axis=1), cosines.std(axis=1)
    return top, nearest, mean, spread


def neighbourhood(links: Sequence[int], nearest: Sequence[int], count: int) -> list[int]:
    """The source sentences in which a target sentence's words are looked for: links, nearest, neighbours."""
    near = {*links, *nearest[:_NEAREST]}
    near |= {k + step for k in tuple(links)[:1] for step in (-1, 1)}
    return sorted(k for k in near if 0 <= k < count)


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """The words of one sentence: features (k, f) as in ``tokens.features``, probabilities (k,) of no counterpart."""

    features: lexical.Floats
    p_absent: Floats

    def column(self, name: str) -> Floats:
        """One feature (k,) of the words."""
        column: Floats = self.features[:, _AT[name]].astype(np.float64)
        return column


def words_of(
    of: Side, other: Side, support: lexical.Support, links: Sequence[Sequence[int]], tagger: Tagger, expected: float
) -> list[SentenceWords]:
    """The words of every sentence of ``of``, held against the sentences of ``other`` that it draws on (``links``).

    ``support`` is that of the one text by the other; ``expected`` the share of words without support that is
    usual for the languages.
    """
    anywhere = (support.best_cosine, support.best_likeness)
    found = []
    for k, language in enumerate(of.languages):
        by = tuple(links[k])
        features = tokens.features(
            of.lexicon, other.lexicon, tokens.Held(k, by, expected, language == "en"), anywhere
        )
        vectors = of.lexicon.vectors(of.lexicon.ids[k]), other.lexicon.vectors(tokens.rows_of(other.lexicon, by))
        found.append(SentenceWords(features, tagger.p_absent(features, *vectors)))
    return found


def target_links(found: Matching) -> list[tuple[int, ...]]:
    """For each target sentence the source sentences it draws on, or the nearest where it draws on none."""
    return [links or match.sources for links, match in zip(found.links, found.best, strict=True)]


def source_links(found: Matching, source: Side, target: Side) -> list[tuple[int, ...]]:
    """For each source sentence the target sentences that draw on it, or the nearest where none does."""
    drawing: list[list[int]] = [[] for _ in source.vectors]
    for k, links in enumerate(found.links):
        for index in links:
            drawing[index].append(k)
    _, nearest, _, _ = cosine_statistics(target.vectors, source.vectors)
    return [tuple(links) or ((int(nearest[k, 0]),) if len(target.vectors) else ()) for k, links in enumerate(drawing)]


_AT = {name: k for k, name in enumerate(tokens.TOKEN_FEATURES)}


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


def nowhere_share(words: SentenceWords) -> float:
    """The share of a sentence's words, by weight, that nothing in the other text supports, in [0, 1]."""
    weights = words.column("norm") ** 2
    support = np.clip(words.column("wide"), 0.0, 1.0)
    return float((weights * (1.0 - support)).sum() / max(float(weights.sum()), 1e-9))


def _unsupported(words: SentenceWords) -> tuple[float, float, float, float]:
    """Share by weight and number of telling words that nothing supports; names without and with support."""
    norms = words.column("norm")
    weights = norms * norms
    gone = (words.column("wide") < NOWHERE) & (norms >= TELLING)
    names = _names(words)
    share = float(weights[gone].sum() / max(float(weights.sum()), 1e-9))
    return share, float(min(gone.sum(), 8)), float(min((names & gone).sum(), 3)), float(min((names & ~gone).sum(), 3))


def _names(words: SentenceWords) -> NDArray[np.bool_]:
    """Which words are names; none where most have capitals (German nouns, titles), which then make no name."""
    names = words.column("is_name") > 0
    return names if names.sum() <= 0.3 * len(names) else np.zeros_like(names)


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
    nowhere = np.array([nowhere_share(of) for of in words])
    usual = _tempered(nowhere, expected.nowhere) if len(nowhere) else expected.nowhere
    rows = []
    for k, of in enumerate(words):
        norms, absent = of.column("norm"), of.p_absent
        weights = norms * norms
        total = max(float(weights.sum()), 1e-9)
        gone = np.concatenate([np.sort(weights * absent)[::-1], np.zeros(2)])
        names = of.column("is_name") > 0
        linked_length = float(source.lengths[list(found.links[k])].sum()) if found.links[k] else 0.0
        rows.append(
            [
                found.top[k, 0],
                max(found.best[k].combined, float(found.cosines[k])),
                found.top[k, 0] - found.top[k, 1:].mean(),
                found.top[k, 1],
                (found.top[k, 0] - found.mean[k]) / max(found.spread[k], 0.02),
                float((weights * absent).sum()) / total,
                nowhere[k],
                gone[0],
                gone[1],
                float(absent[names].sum()),
                covered[k],
                np.log1p(total),
                np.log1p(len(absent)),
                np.clip(np.log((target.lengths[k] + 5.0) / (linked_length + 5.0)), -3.0, 3.0),
                float((norms > 0).mean()) if len(norms) else 0.0,
                min(len(numbers_gone[k]), 3),
                min(len(target.numbers[k]) - len(numbers_gone[k]), 3),
                float(found.scale.relative(found.top[k, 0])),
                found.scale.reference,
                nowhere[k] - usual,
                usual,
                *_unsupported(of),
                *words_features(of.features, absent),
            ]
        )
    return np.array(rows, dtype=float).reshape(len(rows), len(SENTENCE_FEATURES))


def covered_share(found: Matching, source: Side, target: Side, support: lexical.Support) -> Floats:
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


def contributions(
    beads: Sequence[BeadFound], of: Side, other: Side, *, of_source: bool
) -> Floats:
    """What each segment (k,) adds to the cosine of its bead: its own cosine when it stands alone, 0 in a null bead."""
    found = np.zeros(len(of.vectors))
    for sources, targets, cosine in beads:
        these, those = (sources, targets) if of_source else (targets, sources)
        if not these or not those:
            continue
        facing = (other.vectors[list(those)] * other.lengths[list(those), None]).sum(axis=0)
        for k in these:
            rest = [j for j in these if j != k]
            found[k] = cosine
            if rest:
                left = (of.vectors[rest] * of.lengths[rest, None]).sum(axis=0)
                lengths = float(np.linalg.norm(left) * np.linalg.norm(facing))
                found[k] -= float(left @ facing) / max(lengths, 1e-9)
    return found


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
    return np.column_stack([logits, linked, padded[:-2] + padded[2:], displaced, added, vacant])


def vacancies(beads: Sequence[BeadFound], count: int) -> Floats:
    """For each target sentence (k,) how many source sentences there are for it to render, of those nothing else does.

    In a bead, its sources over its targets; in a run of null beads, those of the source over those of the target.
    A free rendering stands where its original is left over; an addition stands where nothing is.
    """
    found = np.zeros(count)
    run: list[BeadFound] = []

    def fill() -> None:
        waiting = [k for _, targets, _ in run for k in targets]
        left_over = sum(len(sources) for sources, _, _ in run)
        found[waiting] = min(left_over / max(len(waiting), 1), _MOST_VACANT)
        run.clear()

    for bead in beads:
        if bead[0] and bead[1]:
            fill()
            found[list(bead[1])] = len(bead[0]) / len(bead[1])
        else:
            run.append(bead)
    fill()
    return found


OMISSION_FEATURES = ("null", "best", "lead", "covered", "length", "words", "linked", "contribution", "partner",
                     *WORDS_FEATURES)  # fmt: skip


def omission_features(
    found: Matching, source: Side, target: Side, words: Sequence[SentenceWords], p_addition: Floats
) -> Floats:
    """Features (n, len(OMISSION_FEATURES)) of the source sentences, whose words are ``words``.

    ``p_addition`` (m,) are the probabilities that the target sentences are additions: what stands beside an addition
    in a bead is left out as surely as what stands alone.
    """
    count = len(source.vectors)
    top, _, _, _ = cosine_statistics(target.vectors, source.vectors)
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
    covered = np.array([1.0 - nowhere_share(of) for of in words])
    counts = np.array([len(of.p_absent) for of in words], dtype=float)
    return np.column_stack(
        [
            null,
            top[:, 0],
            top[:, 0] - top[:, 1],
            covered,
            np.log1p(source.lengths),
            np.log1p(counts),
            linked,
            added,
            partner,
            *np.array([words_features(of.features, of.p_absent) for of in words]).reshape(count, -1).T,
        ]
    )
