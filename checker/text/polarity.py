"""Negation in a sentence, and how surely a sentence and its translation differ in it.

The cues (words, parts of words, pairs of words) and what each is worth were learned from parallel text by
``training/polarity.py``; only English phrases that merely look like a negation are a list.  See
``docs/polarity.md`` for the languages and what was measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from checker.model import Span
from checker.text.english_negation import without_harmless
from checker.text.polarity_data import CueTable, Judge, judge, logit, table
from checker.text.polarity_tokens import LONGEST_UNSPACED, LONGEST_WORD, WORD, folded, grams

ENGLISH = "en"

MIN_STRENGTH = 0.1
"""What is weaker is no cue."""

MIN_WEIGHT = 0.7
"""Weight from which a word is looked at together with its neighbours."""

PRIOR = 1 / 300
"""Share of sentences whose polarity is wrong that probabilities are calibrated for."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Something that denies; ``strength`` is the probability that a faithful translation denies there too."""

    span: Span
    text: str
    strength: float


@dataclass(frozen=True, slots=True)
class PolarityMismatch:
    """The probability that polarity differs; ``source`` or ``target`` is the cue that the other side lacks."""

    probability: float
    source: Cue | None = None
    target: Cue | None = None


def find(text: str, language: str) -> tuple[Cue, ...]:
    """The negation cues of a text in order; none where the language (BCP 47) is not known."""
    known = table(language)
    return () if known is None else cues(text, known)


def p_mismatch(source: str, source_language: str, target: str, target_language: str) -> PolarityMismatch:
    """How surely a sentence (or several, joined) and its translation differ in polarity.

    Languages are BCP 47; where one is not known the probability is ``PRIOR``.
    """
    source_table, target_table = table(source_language), table(target_language)
    if source_table is None or target_table is None:
        return PolarityMismatch(PRIOR)
    return compared(cues(source, source_table), source_table, cues(target, target_table), target_table, judge())


def cues(text: str, known: CueTable) -> tuple[Cue, ...]:
    """The cues that a table finds in a text, in order."""
    if known.language == ENGLISH:
        text = without_harmless(text)
    found = _in_runs(text, known) if known.unspaced else _in_words(text, known)
    return tuple(
        Cue(span, span.of(text), strength)
        for span, weight in found
        if (strength := known.strength(weight)) >= MIN_STRENGTH
    )


@lru_cache(maxsize=65_536)
def _weight(word: str, known: CueTable) -> float:
    if len(word) > LONGEST_WORD:
        return 0.0
    weights = known.grams
    return sum(weights[gram] for gram in grams(folded(word)) if gram in weights)


def _in_words(text: str, known: CueTable) -> Iterator[tuple[Span, float]]:
    words = list(WORD.finditer(text))
    for number, match in enumerate(words):
        weight = _weight(match[0], known)
        if weight < MIN_WEIGHT:
            continue
        word, pairs = folded(match[0]), known.pairs
        if number:
            weight += pairs.get(f"{folded(words[number - 1][0])} {word}", 0.0)
        if number + 1 < len(words):
            weight += pairs.get(f"{word} {folded(words[number + 1][0])}", 0.0)
        yield Span(*match.span()), weight


def _in_runs(text: str, known: CueTable) -> Iterator[tuple[Span, float]]:
    """Sequences that touch are one cue."""
    weights, starts = known.grams, known.starts
    low = text.lower() if len(text.lower()) == len(text) else text
    first = last = -1
    total = 0.0
    for start, character in enumerate(low):
        if character not in starts:
            continue
        for end in range(start + 1, min(start + LONGEST_UNSPACED, len(low)) + 1):
            weight = weights.get(low[start:end])
            if weight is None:
                continue
            if start > last:
                if last > 0:
                    yield Span(first, last), total
                first, last, total = start, end, 0.0
            total += weight
            last = max(last, end)
    if last > 0:
        yield Span(first, last), total


def compared(
    source: tuple[Cue, ...],
    source_table: CueTable,
    target: tuple[Cue, ...],
    target_table: CueTable,
    judge: Judge,
) -> PolarityMismatch:
    """The verdict on two sides whose cues are known."""
    gap = widest_gap(source, source_table, target, target_table)
    probability = judge.probability(gap.features)
    if gap.cue is None:
        return PolarityMismatch(probability)
    return PolarityMismatch(probability, gap.cue, None) if gap.in_source else PolarityMismatch(probability, None, gap.cue)


@dataclass(frozen=True, slots=True)
class Gap:
    """Where two sides differ most: ``features`` for the judge, the cue without partner, and the side it is on."""

    features: tuple[float, ...]
    cue: Cue | None
    in_source: bool


def widest_gap(source: tuple[Cue, ...], source_table: CueTable, target: tuple[Cue, ...], target_table: CueTable) -> Gap:
    """The cues of both sides are paired, strongest first; a missing one is worth what its language says without cue."""
    ones = sorted(source, key=lambda cue: (-cue.strength, cue.span))
    others = sorted(target, key=lambda cue: (-cue.strength, cue.span))
    source_floor, target_floor = logit(source_table.background), logit(target_table.background)
    best: tuple[float, int, float, float] | None = None
    for rank in range(max(len(ones), len(others), 1)):
        one = max(logit(ones[rank].strength), source_floor) if rank < len(ones) else source_floor
        other = max(logit(others[rank].strength), target_floor) if rank < len(others) else target_floor
        if best is None or abs(one - other) > abs(best[0]):
            best = (one - other, rank, one, other)
    assert best is not None
    difference, rank, one, other = best
    in_source = difference > 0
    side, known = (ones, source_table) if in_source else (others, target_table)
    counterpart = target_table if in_source else source_table
    cue = side[rank] if rank < len(side) else None
    english = (known.language == ENGLISH) - (counterpart.language == ENGLISH)
    more = len(ones) + len(others) - 1
    features = (max(one, other), min(one, other), float(english), float(min(rank, 3)), float(min(more, 6)))
    return Gap(features, cue, in_source)
