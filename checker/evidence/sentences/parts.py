"""Sentences within aligned segments: one that is put into a segment is as clear a case as one in a document.

Where one side of a pair has more sentences than the other, each of them is held against those of the other side that
stand about where it does, then, if that does not settle it, against the others, and at last against the whole side, as
a pair of its own each time; what none of them supports has no counterpart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from checker.evidence.records import PairEvidence, SentenceEvidence, SourceEvidence, SpanEvidence
from checker.evidence.words import spans
from checker.model import Segment, Span
from checker.text.letters import letter_count
from checker.text.segmentation import sentence_spans, trimmed

Unsupported = Callable[[Sequence[int]], NDArray[np.float64]]
"""Numbers of the texts to be asked about (n,) to the probabilities (n,) that they are unsupported."""

Ask = Callable[[Sequence[int], Sequence[str], Sequence[str]], Unsupported]
"""Numbers of pairs, texts of the one side and texts of the other, all (n,), to what is asked about the first."""

PRIOR, JUDGED_FOR = 0.05, 0.01
"""Share of sentences without counterpart where one side has more than the other; that for which pairs are judged.
Chosen, as in training."""

WORTH_ASKING = 0.2
"""Probability that a side says something more, from which its sentences are looked at: a sentence rendered by two has
less; chosen."""

_NEAR = 2
"""Sentences of the other side that a sentence is held against first; chosen."""

_LEAST_LETTERS = 8
"""Letters below which a part is no sentence to be reported; chosen."""

Parts = Sequence[tuple[Span, float]]
"""Sentences of one side of a pair, and the probability of each that the other side has no counterpart."""


def surplus(
    ours: Sequence[str],
    theirs: Sequence[str],
    languages: Sequence[str],
    other_languages: Sequence[str],
    p_more: Sequence[float],
    p_known: Sequence[float],
    ask: Ask,
) -> dict[int, Parts]:
    """Of pairs of texts (n,), by number: each sentence of ours that may have no counterpart, and its probability.

    ``p_more`` (n,) are the probabilities that ours say anything more; pairs that hardly do are not asked about.
    ``p_known`` (n,) is what is known of each pair: of a sentence that is not more likely than that to have no
    counterpart, nobody asks how much less likely it is.
    """
    asked: list[tuple[int, Span]] = []
    one: list[str] = []
    other: list[str] = []
    rounds: tuple[list[int], list[int], list[int]] = ([], [], [])
    for k, (text, facing) in enumerate(zip(ours, theirs, strict=True)):
        if p_more[k] < WORTH_ASKING:
            continue
        parts, facing_parts = sentences(text, languages[k]), sentences(facing, other_languages[k])
        if len(parts) <= max(len(facing_parts), 1) or not facing_parts:
            continue
        held_against = [*(part.of(facing) for part in facing_parts), facing] if len(facing_parts) > 1 else [facing]
        for number, part in enumerate(parts):
            places = range(len(asked), len(asked) + len(held_against))
            for later, now in zip(rounds, _in_turn(places, (number + 0.5) / len(parts)), strict=True):
                later += now
            asked += [(k, part)] * len(held_against)
            one += [part.of(text)] * len(held_against)
            other += held_against
    if not asked:
        return {}
    unsupported = ask([k for k, _ in asked], one, other)
    least: dict[tuple[int, Span], float] = {}
    for turn in rounds:
        enough = {key for key, p in least.items() if _for_prior(p) <= min(p_known[key[0]], spans.ABSENT)}
        still = [at for at in turn if asked[at] not in enough]
        for at, p in zip(still, unsupported(still).tolist() if still else (), strict=True):
            least[asked[at]] = min(least.get(asked[at], 1.0), p)
    found: dict[int, list[tuple[Span, float]]] = {}
    for (k, part), p in least.items():
        found.setdefault(k, []).append((part, _for_prior(p)))
    return dict(found)


def _in_turn(places: Sequence[int], share: float) -> tuple[list[int], list[int], list[int]]:
    """Where the sentences of the other side stand that are asked first, those after them, and the whole side, the last
    of ``places``; ``share`` is how far into its own side the sentence stands, in (0, 1)."""
    *others, whole = places
    middle = places[0] + share * len(others) - 0.5
    others.sort(key=lambda at: abs(at - middle))
    return others[:_NEAR], others[_NEAR:], [whole]


def sentences(text: str, language: str) -> list[Span]:
    """The sentences of a segment that say something, without the white space at their ends."""
    found = (trimmed(text, span) for span in sentence_spans(text, language=language))
    return [span for span in found if letter_count(span.of(text)) >= _LEAST_LETTERS]


def _for_prior(p: float) -> float:
    odds = p / max(1.0 - p, 1e-12) * (PRIOR / (1.0 - PRIOR)) / (JUDGED_FOR / (1.0 - JUDGED_FOR))
    return odds / (1.0 + odds)


def with_parts(
    sentence: SentenceEvidence, rendered: SourceEvidence, pair: PairEvidence, added: Parts, left: Parts
) -> tuple[SentenceEvidence, SourceEvidence, PairEvidence]:
    """A pair with what is known of the sentences within it, unless a whole side is unsupported."""
    if sentence.p_addition < spans.ABSENT:
        sentence = replace(sentence, spans=_with_sentences(sentence.spans, sentence.segment, added))
    if rendered.p_omission < spans.ABSENT:
        rendered = replace(rendered, spans=_with_sentences(rendered.spans, rendered.segment, left))
    p_added, p_left = (max((p for _, p in found), default=0.0) for found in (added, left))
    return (
        sentence,
        rendered,
        replace(
            pair,
            p_addition=max(pair.p_addition, p_added),
            p_omission=max(pair.p_omission, p_left),
            p_divergent=max(pair.p_divergent, p_added, p_left),
        ),
    )


def _with_sentences(found: tuple[SpanEvidence, ...], segment: Segment, parts: Parts) -> tuple[SpanEvidence, ...]:
    """Spans with each unsupported sentence as one of them, in place of those within it that are less sure."""
    whole = [
        SpanEvidence(segment.start + part.start, segment.start + part.end, part.of(segment.text), p)
        for part, p in parts
        if p >= spans.ABSENT
    ]
    kept = [
        span
        for span in found
        if not any(span.start < part.end and part.start < span.end and span.p_absent <= part.p_absent for part in whole)
    ]
    return tuple(sorted((*kept, *whole), key=lambda span: (span.start, span.end)))
