"""The originals of a document: its sentences vote, and what several originals explain is shared out among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.archive.candidates import candidates, neighbourhood
from checker.archive.disk.segment import ArchiveSegment
from checker.archive.disk.snapshot import Snapshot
from checker.archive.fitted import Fitted, load
from checker.archive.passages import assign, passages
from checker.archive.records import Matches, OriginalMatch, Passage, SentenceMatch
from checker.archive.votes import Compared, Floats, compare, evidence, log_ratios
from checker.encoders import Encoder
from checker.text.boilerplate import boilerplate_languages

MIN_PROBABILITY = 0.01
"""A less probable original is not named, nor one beside others that no sentence draws on."""

LEAST_TOLD = 0.5
"""Sentences, by how much each counts, that tell of an original; fewer, as what stands under every article, tell as much
less.  Chosen."""

MAX_ORIGINALS = 20
_MIN_MATCH = 0.5
_MAX_STEP = 2


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """An original that was compared sentence by sentence."""

    segment: ArchiveSegment
    number: int
    compared: Compared

    @property
    def sentences(self) -> int:
        """How many sentences the original has."""
        return len(self.segment.spans_of(self.number))


@dataclass(frozen=True, slots=True, eq=False)
class ArchiveQuery:
    """What was asked: the originals worth comparing it with, (n,) how much each of its sentences counts, and how many
    ``originals`` the archive has in all.
    """

    candidates: tuple[Candidate, ...]
    weights: Floats
    originals: int


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """A candidate, (n,) what the sentences say for it, and what its probability is made from.

    ``ratios`` are logarithms of likelihood ratios; ``features`` are those of ``features_of``, which count only what
    no better original explains, and the logarithms of how many originals the archive and how many sentences the
    original has.
    """

    candidate: Candidate
    ratios: Floats
    features: Floats


def search(snapshot: Snapshot, texts: Sequence[str], encoder: Encoder) -> Matches:
    """The originals in ``snapshot`` of the sentences ``texts``, in order."""
    fitted = load().of_size(snapshot.size, len(texts))
    is_calibrated = fitted.revision == encoder.revision
    if not texts or not snapshot.segments:
        return Matches((), 1.0, len(texts), is_calibrated)
    asked = compared(snapshot, texts, encoder)
    found = rank(asked, fitted)
    tells = min(1.0, float(asked.weights.sum()) / LEAST_TOLD)
    chances = [tells * probability(one, fitted) for one in found]
    named = [k for k, chance in enumerate(chances) if chance >= MIN_PROBABILITY]
    assigned = assign(np.array([found[k].ratios for k in named]).reshape(len(named), len(texts)))
    originals = [_match(found[k], chances[k], passages(assigned, place), len(texts)) for place, k in enumerate(named)]
    originals.sort(key=lambda match: -match.probability)
    originals = [*originals[:1], *(match for match in originals[1:] if match.passages)]
    p_none = float(np.prod([1 - chance for chance in chances]))
    return Matches(tuple(originals), p_none, len(texts), is_calibrated)


def compared(snapshot: Snapshot, texts: Sequence[str], encoder: Encoder) -> ArchiveQuery:
    """The originals that are worth it, most voted for first, compared with what is asked sentence by sentence."""
    asked = encoder.encode(texts)
    near = neighbourhood(snapshot, asked)
    weights = weights_of(texts) * near.rarity(snapshot.size)
    lengths = np.array([len(text) for text in texts], float)
    firsts = np.cumsum([0, *(segment.entry.documents for segment in snapshot.segments)])
    found = []
    for document in candidates(near, weights):
        place = int(np.searchsorted(firsts, document, "right")) - 1
        segment, number = snapshot.segments[place], document - int(firsts[place])
        spans = segment.spans_of(number)
        original_lengths = (spans[:, 1] - spans[:, 0]).astype(float)
        around = near.background(document), near.elsewhere(document)
        compared_ = compare(asked, segment.vectors_of(number), *around, lengths, original_lengths)
        found.append(Candidate(segment, number, compared_))
    return ArchiveQuery(tuple(found), weights, snapshot.size)


def weights_of(texts: Sequence[str]) -> Floats:
    """(n,) how much each sentence counts, in [0, 1]: boilerplate not at all, repeated ones once together."""
    counts = Counter(texts)
    return np.array([0.0 if boilerplate_languages(text) else 1 / counts[text] for text in texts])


def rank(asked: ArchiveQuery, fitted: Fitted) -> list[Ranked]:
    """The candidates, the best explanation first, each judged by what better ones leave unexplained."""
    weights = asked.weights
    left = [(one, log_ratios(one.compared, fitted)) for one in asked.candidates]
    explained = np.zeros(len(weights))
    ranked: list[Ranked] = []
    while left and len(ranked) < MAX_ORIGINALS:
        said = [evidence(ratios - explained, weights) for _, ratios in left]
        best = max(range(len(left)), key=lambda k: (said[k][0], -k))
        runner_up = max((factor for k, (factor, _) in enumerate(said) if k != best), default=0.0)
        factor, share = said[best]
        candidate, ratios = left.pop(best)
        features = features_of(factor, share, runner_up, ratios - explained, candidate.compared.nearest, weights)
        sizes = np.log([asked.originals + 1, candidate.sentences])
        ranked.append(Ranked(candidate, ratios, np.concatenate([features, sizes])))
        explained = np.maximum(explained, ratios)
        if factor <= 0:
            break
    return ranked


def probability(one: Ranked, fitted: Fitted) -> float:
    """That the candidate is an original of some of what was asked."""
    return float(1 / (1 + np.exp(-(one.features @ fitted.original_weights + fitted.original_bias))))


def features_of(
    factor: float, share: float, runner_up: float, ratios: Floats, nearest: NDArray[np.int64], weights: Floats
) -> Floats:
    """What an original's probability is made from.

    How much speaks for it (``factor``), in the mean, and beyond the next original; how many sentences there are, how
    many speak for it, and their ``share``; how many of them follow one another as in the original; and how much the
    best run of neighbours says, sentences against it counted: another report of the same event has some sentences in
    common here and there, a rendering has them one after the other.
    """
    size = max(float(weights.sum()), 1e-9)
    speaks = 1 / (1 + np.exp(-ratios))
    steps = np.diff(nearest)
    chained = np.minimum(speaks[1:], speaks[:-1])[(steps > 0) & (steps <= _MAX_STEP)].sum()
    return np.array(
        [
            np.log1p(max(factor, 0)),
            factor / max(size, 1),
            np.log1p(max(factor - max(runner_up, 0), 0)),
            np.log1p(size),
            np.log1p(weights @ speaks),
            share,
            np.log1p(chained),
            np.log1p(best_run(ratios * weights)),
        ]
    )


def best_run(values: Floats) -> float:
    """The largest sum of neighbouring values, 0 if all are negative (Bentley 1984)."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    return float((sums - np.minimum.accumulate(sums)).max())


def _match(one: Ranked, chance: float, its_passages: tuple[Passage, ...], count: int) -> OriginalMatch:
    candidate = one.candidate
    its = {k for passage in its_passages for k in range(passage.start, passage.end)}
    odds = 1 / (1 + np.exp(-one.ratios))
    nearest, similarities = candidate.compared.nearest, candidate.compared.similarities
    matches = tuple(
        SentenceMatch(k, int(nearest[k]), float(similarities[k]), float(odds[k]))
        for k in sorted(its)
        if odds[k] >= _MIN_MATCH
    )
    original = candidate.segment.original(candidate.number)
    return OriginalMatch(original, chance, len(its) / count, its_passages, matches, tuple(one.ratios.tolist()))
