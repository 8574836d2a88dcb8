"""How literally two sentences render each other around a place: what tells a lost negation from a free rendering.

"He could not walk" may rightly become "he lost the ability to walk": then the words next to the negation have no
literal counterpart.  Where they have one and the negation has none, something is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker.evidence.words.lexical import Lexicon, WordModel
from checker.evidence.words.spans import TELLING
from checker.model import Span
from checker.text.polarity import Gap
from checker.text.words import Word

NEAR = 2
"""Telling words looked at on each side of the place; chosen."""

REACH = 4
"""Words within which they must stand; chosen."""

BESIDE = 3
"""Words on each side of a place that stand beside it; chosen."""

ELSEWHERE = 0.42
"""Cosine from which a third word says what one of two says that stand for each other; chosen."""

NEUTRAL = 0.5
"""Support where there is no telling word to ask; chosen."""


class Literal(NamedTuple):
    """Supports in [0, 1]: of the telling words at and after a place, of those before it, of all words of its side,
    and of all words of the other side; ``words`` is the binary logarithm of the telling words of its side plus one."""

    after: float
    before: float
    carried: float
    carried_back: float
    words: float


def literalness(side: str, other: str, place: Span, model: WordModel) -> Literal:
    """How literally ``other`` renders ``side`` around ``place``, a span of it."""
    ours, theirs = Lexicon.of([side], model), Lexicon.of([other], model)
    cosines = ours.units @ theirs.units.T
    support, back = _best(cosines, 1)[ours.ids[0]], _best(cosines, 0)[theirs.ids[0]]
    norms, their_norms = ours.norms[ours.ids[0]], theirs.norms[theirs.ids[0]]
    spoken = ours.sentences[0]
    first_after = sum(word.end <= place.start for word in spoken)
    after = range(first_after, min(first_after + REACH, len(spoken)))
    before = range(first_after - 1, max(first_after - 1 - REACH, -1), -1)
    return Literal(
        _nearest(support, norms, after),
        _nearest(support, norms, before),
        _mean(support, norms),
        _mean(back, their_norms),
        float(np.log2(1 + (norms >= TELLING).sum())),
    )


def beside(side: str, other: str, place: Span, model: WordModel) -> tuple[float, float]:
    """How literally ``other`` renders the telling words of ``side`` behind a place and before it, the place itself left
    out; ``NEUTRAL`` where there are none."""
    ours, theirs = Lexicon.of([side], model), Lexicon.of([other], model)
    support = _best(ours.units @ theirs.units.T, 1)[ours.ids[0]]
    norms, spoken = ours.norms[ours.ids[0]], ours.sentences[0]
    behind = [k for k, word in enumerate(spoken) if word.start >= place.end][:REACH]
    before = [k for k, word in reversed(list(enumerate(spoken))) if word.end <= place.start][:REACH]
    return _nearest(support, norms, behind), _nearest(support, norms, before)


_CLAUSE = re.compile(r"[.,;:!?…()。、，；：！？]|\s[\u2012-\u2015]\s")


def clause_carried(side: str, place: Span, others: Sequence[str], model: WordModel) -> list[float]:
    """How literally each of the ``others`` renders the clause of ``side`` around a place, from one mark of punctuation
    to the next, the place itself left out."""
    start = max((mark.end() for mark in _CLAUSE.finditer(side, 0, place.start)), default=0)
    end = next((mark.start() for mark in _CLAUSE.finditer(side, place.end)), len(side))
    ours, theirs = Lexicon.of([side], model), Lexicon.of(others, model)
    cosines = ours.units[ours.ids[0]] @ theirs.units.T
    chosen = [
        k
        for k, word in enumerate(ours.sentences[0])
        if start <= word.start and word.end <= end and not (word.start < place.end and place.start < word.end)
    ]
    norms = ours.norms[ours.ids[0]][chosen]
    return [_mean(_best(cosines[chosen][:, ids], 1), norms) for ids in theirs.ids]


class Rest(NamedTuple):
    """How well a third word says what one of two places that stand for each other says, how well third words say all
    words of either place, and what share of the other words of both texts is rendered literally; in [0, 1]."""

    elsewhere: float
    wholly_elsewhere: float
    carried: float

    def is_literal(self, least_carried: float, *, in_part: bool = False) -> bool:
        """Whether no third word says what either of the two does, and at least so much of the others is carried;
        ``in_part`` if some words of a place may be said elsewhere: "voted" of "voted for"."""
        elsewhere = self.wholly_elsewhere if in_part else self.elsewhere
        return elsewhere < ELSEWHERE and self.carried >= least_carried


def around_both(
    ours: Lexicon, sentence: int, place: Span, theirs: Lexicon, other_sentence: int, other_place: Span
) -> Rest:
    """How literally a sentence of either side is rendered around two places, one on each side."""
    spoken, others = ours.sentences[sentence], theirs.sentences[other_sentence]
    at, other_at = _standing_in(spoken, place), _standing_in(others, other_place)
    if not (at.any() and other_at.any()):
        return Rest(1.0, 1.0, 0.0)
    ids, other_ids = ours.ids[sentence], theirs.ids[other_sentence]
    cosines = np.clip(ours.units[ids] @ theirs.units[other_ids].T, 0.0, 1.0)
    by_word = cosines[at][:, ~other_at].max(axis=1, initial=0.0)
    by_other_word = cosines[~at][:, other_at].max(axis=0, initial=0.0)
    elsewhere = float(max(by_word.max(), by_other_word.max()))
    wholly = float(max(by_word.min(), by_other_word.min()))
    support, back = cosines.max(axis=1, initial=0.0), cosines.max(axis=0, initial=0.0)
    carried = min(
        _mean(support[~at], ours.norms[ids][~at], 0.0), _mean(back[~other_at], theirs.norms[other_ids][~other_at], 0.0)
    )
    return Rest(elsewhere, wholly, carried)


def behind_both(ours: Lexicon, place: Span, theirs: Lexicon, other_place: Span) -> float:
    """How well the telling words behind a place of one sentence render those beside a place of another; 1 where one of
    them has none.  In languages that put the noun first what is meant stands before, so that both sides are looked at.
    """
    spoken, others = ours.sentences[0], theirs.sentences[0]
    behind, after = _phrase(spoken, place), _phrase(others, other_place)
    before = [k for k, word in enumerate(others) if word.end <= other_place.start][-1:]
    ids, other_ids = ours.ids[0][behind], theirs.ids[0][[*before, *after]]
    telling = ours.norms[ids] >= TELLING
    if not telling.any() or not len(other_ids):
        return 1.0
    cosines = np.clip(ours.units[ids[telling][:NEAR]] @ theirs.units[other_ids].T, 0.0, 1.0)
    return float(cosines.max())


def beside_both(ours: Lexicon, place: Span, theirs: Lexicon, other_place: Span) -> float:
    """How well any telling word near a place of one sentence renders a word near a place of another; 1 where there is
    none to ask."""
    ids = ours.ids[0][_around(ours.sentences[0], place)]
    other_ids = theirs.ids[0][_around(theirs.sentences[0], other_place)]
    telling = ours.norms[ids] >= TELLING
    if not telling.any() or not len(other_ids):
        return 1.0
    return float(np.clip(ours.units[ids[telling]] @ theirs.units[other_ids].T, 0.0, 1.0).max())


def _around(spoken: Sequence[Word], place: Span) -> list[int]:
    """The words beside a place, so many on either side."""
    before = [k for k, word in enumerate(spoken) if word.end <= place.start][-BESIDE:]
    behind = [k for k, word in enumerate(spoken) if word.start >= place.end][:BESIDE]
    return [*before, *behind]


def _phrase(spoken: Sequence[Word], place: Span) -> list[int]:
    """The words behind a place up to a mark of punctuation, which more than a space parts from the next."""
    found: list[int] = []
    end = place.end
    for k, word in enumerate(spoken):
        if word.start >= place.end:
            if word.start - end > 1 or len(found) > REACH:
                break
            found.append(k)
            end = word.end
    return found


def _standing_in(spoken: Sequence[Word], place: Span) -> NDArray[np.bool_]:
    """Which words (w,) of a sentence stand in a place."""
    return np.array([word.start < place.end and place.start < word.end for word in spoken], dtype=bool)


def literalness_of(gap: Gap, source: str, target: str, model: WordModel) -> Literal:
    """The same around the cue of a gap between two sentences; zeros where it has none."""
    if gap.cue is None:
        return Literal(0.0, 0.0, 0.0, 0.0, 0.0)
    side, other = (source, target) if gap.in_source else (target, source)
    return literalness(side, other, gap.cue.span, model)


def _best(cosines: NDArray[np.float32], axis: int) -> NDArray[np.float64]:
    return np.asarray(np.clip(cosines.max(axis=axis, initial=0.0), 0.0, 1.0), dtype=np.float64)


def _nearest(support: NDArray[np.float64], norms: NDArray[np.float32], order: Sequence[int]) -> float:
    telling = [k for k in order if norms[k] >= TELLING][:NEAR]
    return _mean(support[telling], norms[telling]) if telling else NEUTRAL


def _mean(support: NDArray[np.floating], norms: NDArray[np.float32], of_none: float = NEUTRAL) -> float:
    """Weighted by how telling each word is; ``of_none`` where no word tells anything."""
    weights = norms.astype(np.float64) ** 2
    return float(support @ weights / weights.sum()) if weights.sum() > 0 else of_none
