"""The originals of a document: its sentences vote, and what several originals explain is shared out among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checker.archive.candidates import candidates, neighbourhood
from checker.archive.fitted import Fitted, load
from checker.archive.passages import assign, passages
from checker.archive.records import Matches, OriginalMatch, Passage, SentenceMatch
from checker.archive.segment import Segment
from checker.archive.snapshot import Snapshot
from checker.archive.votes import Compared, Floats, compare, evidence, log_ratios
from checker.encoders import Encoder
from checker.text.boilerplate import boilerplate_languages

MIN_PROBABILITY = 0.01
"""A less probable original is not named."""

MAX_ORIGINALS = 20
_MIN_MATCH = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """An original that was compared sentence by sentence; ``ratios`` (n,) before others explained them too."""

    segment: Segment
    number: int
    compared: Compared
    ratios: Floats


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with what the sentences say for it that no better one explains."""

    candidate: Candidate
    features: Floats


def search(snapshot: Snapshot, texts: Sequence[str], encoder: Encoder) -> Matches:
    """The originals in ``snapshot`` of the sentences ``texts``, in order."""
    fitted = load()
    is_calibrated = fitted.revision == encoder.revision
    if not texts or not snapshot.segments:
        return Matches((), 1.0, len(texts), is_calibrated)
    found = ranked(snapshot, texts, encoder, fitted)
    logits = [float(one.features @ fitted.original_weights) + fitted.original_bias for one in found]
    chances = [1 / (1 + np.exp(-logit)) for logit in logits]
    p_none = float(np.prod([1 - chance for chance in chances]))
    named = [k for k, chance in enumerate(chances) if chance >= MIN_PROBABILITY][:MAX_ORIGINALS]
    assigned = assign(np.array([found[k].candidate.ratios for k in named]).reshape(len(named), len(texts)))
    originals = [
        _match(found[k].candidate, chances[k], passages(assigned, place), len(texts)) for place, k in enumerate(named)
    ]
    originals.sort(key=lambda match: -match.probability)
    return Matches(tuple(originals), p_none, len(texts), is_calibrated)


def ranked(snapshot: Snapshot, texts: Sequence[str], encoder: Encoder, fitted: Fitted) -> list[Ranked]:
    """The originals that are worth it, compared sentence by sentence, best first."""
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
        compared = compare(
            asked, segment.vectors_of(number), near.background(document), lengths,
            (spans[:, 1] - spans[:, 0]).astype(float),
        )  # fmt: skip
        found.append(Candidate(segment, number, compared, log_ratios(compared, fitted)))
    return rank(found, weights)


def weights_of(texts: Sequence[str]) -> Floats:
    """(n,) how much each sentence counts, in [0, 1]: boilerplate not at all, repeated ones once together."""
    counts = Counter(texts)
    return np.array([0.0 if boilerplate_languages(text) else 1 / counts[text] for text in texts])


def rank(found: Sequence[Candidate], weights: Floats) -> list[Ranked]:
    """The candidates, the best explanation first, each judged by what better ones leave unexplained."""
    left = list(found)
    explained = np.zeros(len(weights))
    ranked: list[Ranked] = []
    while left and len(ranked) < MAX_ORIGINALS:
        said = [evidence(one.ratios - np.maximum(explained, 0), weights) for one in left]
        best = max(range(len(left)), key=lambda k: (said[k][0], -k))
        runner_up = max((factor for k, (factor, _) in enumerate(said) if k != best), default=0.0)
        factor, share = said[best]
        size = float(weights.sum())
        ranked.append(Ranked(left[best], features_of(factor, share, runner_up, size)))
        explained = np.maximum(explained, left[best].ratios)
        del left[best]
        if factor <= 0:
            break
    return ranked


def features_of(factor: float, share: float, runner_up: float, size: float) -> Floats:
    """What an original's probability is made from."""
    return np.array([np.log1p(max(factor, 0)), factor / max(size, 1), np.log1p(max(factor - max(runner_up, 0), 0)),
                     np.log1p(size)])  # fmt: skip


def _match(candidate: Candidate, chance: float, its_passages: tuple[Passage, ...], count: int) -> OriginalMatch:
    its = {k for passage in its_passages for k in range(passage.start, passage.end)}
    odds = 1 / (1 + np.exp(-candidate.ratios))
    matches = tuple(
        SentenceMatch(k, int(candidate.compared.nearest[k]), float(candidate.compared.similarities[k]), float(odds[k]))
        for k in sorted(its)
        if odds[k] >= _MIN_MATCH
    )
    return OriginalMatch(
        candidate.segment.original(candidate.number), float(chance), len(its) / count, its_passages, matches
    )
