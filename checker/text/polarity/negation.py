"""Negation in a sentence, and how surely a sentence and its translation differ in it.

The cues (words, parts of words, pairs of words) and what each is worth were learned from parallel text by
``training/polarity/fit.py``; only English phrases that merely look like a negation are a list.  See
``docs/polarity.md`` for the languages and what was measured.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.model import Span
from checker.text.implied import begins_as_denial, implied
from checker.text.polarity.data import MIN_GAP, CueTable, logit, p_by_cues, table
from checker.text.polarity.english import without_harmless
from checker.text.polarity.idioms import without_idioms
from checker.text.polarity.literals import without_literals
from checker.text.polarity.plain import CLOSED, is_plain
from checker.text.polarity.tokens import LONGEST, LONGEST_UNSPACED, LONGEST_WORD, WORD, folded, neighbours

ENGLISH = "en"

MIN_STRENGTH = 0.03
"""What is weaker is no cue; chosen."""

MIN_WEIGHT = 0.7
"""Weight from which a word is looked at together with its neighbours; chosen."""

WEIGHTY = 3.2
"""Weight from which a word denies that is known for nothing of the kind, in languages that deny in a few words:
lighter ones only begin as these do, Dutch "naar" and Polish "niego"; chosen."""

PRIOR = 1 / 300
"""Share of sentences whose polarity is wrong that probabilities are calibrated for; chosen."""

_BREAKS = frozenset('.,;:!?()"“”„«»–—。，、；：！？।؟،؛\n')
_BEHIND = re.compile(r"[^\W\d_]*[\s\u00a0]+[^\W\d_]{3,}")
"""The word behind a cue that has to stand on the other side with it, in another language, for it to be quoted."""

_SIMPLIFIED = str.maketrans("沒別無冇唔", "没别无没不")
"""Chinese characters that deny, as they are learned: of the traditional script and of Cantonese."""

_NEAR_WORDS = 5
_NEAR_CHARACTERS = 40
_NEAR_UNSPACED = 8
"""What may stand between two cues of one clause; the last for scripts without spaces.  Chosen."""


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


@dataclass(frozen=True, slots=True)
class Gap:
    """Where two sides differ most: ``features`` for the judge, the cue without partner, and the side it is on."""

    features: tuple[float, ...]
    cue: Cue | None
    in_source: bool

    @property
    def is_wide(self) -> bool:
        """Whether it is worth a look at the words."""
        return self.cue is not None and self.features[0] - self.features[1] >= MIN_GAP

    def judged(self, probability: float) -> PolarityMismatch:
        """With the probability that it is a mistake."""
        if self.cue is None:
            return PolarityMismatch(probability)
        return PolarityMismatch(probability, **{"source" if self.in_source else "target": self.cue})


def find(text: str, language: str) -> tuple[Cue, ...]:
    """The negation cues of a text in order; none where the language (BCP 47) is not known."""
    known = table(language)
    return () if known is None else cues(text, known)


def p_mismatch(source: str, source_language: str, target: str, target_language: str) -> PolarityMismatch:
    """How surely a sentence (or several, joined) and its translation differ in polarity, by their cues alone.

    Languages are BCP 47; where one is not known the probability is ``PRIOR``.  Whether the words next to a cue are
    rendered literally says much more: ``checker.evidence.details.polarity`` asks that too.
    """
    gap = find_gap(source, source_language, target, target_language)
    return PolarityMismatch(PRIOR) if gap is None else gap.judged(p_by_cues(gap.features))


def find_gap(source: str, source_language: str, target: str, target_language: str) -> Gap | None:
    """Where two texts differ most in polarity, or None where a language is not known."""
    source_table, target_table = table(source_language), table(target_language)
    if source_table is None or target_table is None:
        return None
    is_same = source_table is target_table
    ours = [cue for cue in cues(source, source_table) if is_same or not is_quoted(cue, source, target, _BEHIND)]
    theirs = [cue for cue in cues(target, target_table) if is_same or not is_quoted(cue, target, source, _BEHIND)]
    if not ours and not theirs:
        return _without_cues(source_table, target_table)
    return widest_gap(
        denials(source, ours, source_table), source_table, denials(target, theirs, target_table), target_table
    )


@cache
def _without_cues(source_table: CueTable, target_table: CueTable) -> Gap:
    """The gap between two texts that deny nothing, as most do."""
    return widest_gap((), source_table, (), target_table)


def is_quoted(cue: Cue, text: str, other: str, words: re.Pattern[str]) -> bool:
    """Whether the other text has a cue and the ``words`` behind it as they stand: a title, a message of a program,
    "can't find"."""
    behind = words.match(text, cue.span.end)
    return behind is not None and text[cue.span.start : behind.end()].casefold() in other.casefold()


def cues(text: str, known: CueTable) -> tuple[Cue, ...]:
    """The cues that a table finds in a text, in order."""
    if not (known.unspaced or _may_deny(text, known)):
        return ()
    said = without_literals(text)
    if known.language == ENGLISH:
        said = without_harmless(said)
    said = without_idioms(said, known.language)
    found = _in_runs(said, known) if known.unspaced else _in_words(said, known)
    is_known = known.language in CLOSED
    return tuple(
        Cue(span, span.of(text), strength)
        for span, weight in found
        if (strength := known.strength(weight)) >= MIN_STRENGTH
        and (not is_known or weight >= WEIGHTY or _denies(span.of(text), known.language))
    )


@lru_cache(maxsize=16_384)
def _denies(word: str, language: str) -> bool:
    """Whether a word is known to deny, or to say so in other words."""
    return is_plain(word, language) or begins_as_denial(word, language) or implied(word, language) is not None


@lru_cache(maxsize=65_536)
def _weight(word: str, known: CueTable) -> float:
    """What the letter sequences of a word weigh together, each counted once; most words have none."""
    if len(word) > LONGEST_WORD:
        return 0.0
    edged, weights, starts = f"^{folded(word)}$", known.grams, known.starts
    found = {edged} if len(edged) > LONGEST and edged in weights else set()
    for start in range(len(edged) - 1):
        if edged[start : start + 2] in starts:
            found.update(
                gram
                for end in range(start + 2, min(start + LONGEST, len(edged)) + 1)
                if (gram := edged[start:end]) in weights
            )
    return sum(weights[gram] for gram in sorted(found)) if found else 0.0


def _may_deny(text: str, known: CueTable) -> bool:
    """Whether any word weighs enough to be looked at: most texts have none, and nothing has to be set aside in them."""
    return any(_weight(word, known) >= MIN_WEIGHT for word in WORD.findall(text))


def _in_words(text: str, known: CueTable) -> Iterator[tuple[Span, float]]:
    matches = list(WORD.finditer(text))
    weights = [_weight(match[0], known) for match in matches]
    if max(weights, default=0.0) < MIN_WEIGHT:
        return
    words = [folded(match[0]) for match in matches]
    for number, weight in enumerate(weights):
        if weight >= MIN_WEIGHT:
            around = sum(known.pairs.get(pair, 0.0) for pair, _ in neighbours(words, number))
            yield Span(*matches[number].span()), weight + around


def _in_runs(text: str, known: CueTable) -> Iterator[tuple[Span, float]]:
    """Sequences that touch are one cue."""
    weights, starts = known.grams, known.starts
    low = (text.lower() if len(text.lower()) == len(text) else text).translate(_SIMPLIFIED)
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


def widest_gap(source: Sequence[Cue], source_table: CueTable, target: Sequence[Cue], target_table: CueTable) -> Gap:
    """The cues of both sides are paired, strongest first; a missing one is worth what its language says without cue.

    Cues of one clause (``denials``) must have been made one before.
    """
    ones = sorted(source, key=lambda cue: (-cue.strength, cue.span))
    others = sorted(target, key=lambda cue: (-cue.strength, cue.span))
    source_floor, target_floor = logit(source_table.background), logit(target_table.background)
    ranked = [
        (max(_log_odds(ones, rank), source_floor), max(_log_odds(others, rank), target_floor), rank)
        for rank in range(max(len(ones), len(others), 1))
    ]
    one, other, rank = max(ranked, key=lambda pair: abs(pair[0] - pair[1]))
    in_source = one > other
    side, known = (ones, source_table) if in_source else (others, target_table)
    counterpart = target_table if in_source else source_table
    cue = side[rank] if rank < len(side) else None
    english = (known.language == ENGLISH) - (counterpart.language == ENGLISH)
    more = len(ones) + len(others) - 1
    features = (max(one, other), min(one, other), float(english), float(min(rank, 3)), float(min(more, 6)))
    return Gap(features, cue, in_source)


def _log_odds(ranked: Sequence[Cue], rank: int) -> float:
    return logit(ranked[rank].strength) if rank < len(ranked) else -math.inf


def denials(text: str, found: Iterable[Cue], known: CueTable) -> tuple[Cue, ...]:
    """The strongest cue of each clause: "ne ... pas", "nu ... nimic" and "nobody never" deny once.

    Cues are of one clause when nothing but a few words or characters stands between them.
    """
    kept: list[Cue] = []
    end = -1
    for cue in found:
        together = end >= 0 and _are_near(text[end : cue.span.start], known.unspaced)
        end = cue.span.end
        if not together:
            kept.append(cue)
        elif cue.strength > kept[-1].strength:
            kept[-1] = cue
    return tuple(kept)


def _are_near(between: str, unspaced: bool) -> bool:
    if len(between) > (_NEAR_UNSPACED if unspaced else _NEAR_CHARACTERS) or not _BREAKS.isdisjoint(between):
        return False
    return unspaced or len(between.split()) <= _NEAR_WORDS
