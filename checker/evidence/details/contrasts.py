"""Words that exclude one another, one on each side: "rise" here and "fall" there, Norway here and Sweden there.

One member of a set (``checker.text.contrasts``) is said by the source and in no way by the rendering, another one by
the rendering and in no way by the source.  A negation that only one side has makes opposites agree: "not open" and
"closed".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.evidence.records import MismatchKind
from checker.evidence.words.lexical import Lexicon, WordModel
from checker.model import Span
from checker.text.contrasts import Said, said, set_of
from checker.text.contrasts.sets import NAME
from checker.text.polarity import find

LEAST_CARRIED = {MismatchKind.NAME: 0.3, MismatchKind.POLARITY: 0.4}
"""Share of either side's other words that is rendered literally, below which a rendering is too free to be held to one
word; chosen."""

ELSEWHERE = 0.42
"""Cosine from which another word of the other side says what a word says; chosen."""

DENIES = 0.5
"""Strength from which a cue denies; chosen."""

P_CONTRAST = {MismatchKind.NAME: 0.75, MismatchKind.POLARITY: 0.7}
"""Probabilities of such a difference; chosen, as it is reported in fewer than one of 1,000 faithful sentences."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """One member here, another there: their places in the two texts."""

    kind: MismatchKind
    source: Span
    target: Span
    members: tuple[str, str]


def contrasts(source: str, source_language: str, target: str, target_language: str) -> list[Contrast]:
    """What two texts say of which the one excludes the other, in order of the source; one a set."""
    ours = said(source, source_language)
    if not ours.sure:
        return []
    theirs = said(target, target_language)
    found: dict[frozenset[str], Contrast] = {}
    for member, span in sorted(ours.sure.items(), key=lambda one: one[1]):
        among = set_of(member)
        if among.members not in found and member not in theirs.maybe:
            other = next(_others(member, among.members, ours, theirs), None)
            if other is not None:
                kind = MismatchKind.NAME if among.kind == NAME else MismatchKind.POLARITY
                found[among.members] = Contrast(kind, span, other[0], (member, other[1]))
    return list(found.values())


def _others(member: str, members: frozenset[str], ours: Said, theirs: Said) -> Iterator[tuple[Span, str]]:
    """Where the rendering says another member of the set that the source does not say, and which."""
    places = sorted((span, name) for name, span in theirs.sure.items() if name in members and name != member)
    return ((span, name) for span, name in places if name not in ours.maybe)


def is_literal(contrast: Contrast, source: str, target: str, model: WordModel) -> bool:
    """Whether the rest of both texts is rendered so literally that the one word can be held against the other, and no
    third word says what either does."""
    elsewhere, carried = literalness(contrast, source, target, model)
    return elsewhere < ELSEWHERE and carried >= LEAST_CARRIED[contrast.kind]


def literalness(contrast: Contrast, source: str, target: str, model: WordModel) -> tuple[float, float]:
    """How well a third word says what either word says, and what share of the other words of both texts is rendered
    literally; in [0, 1]."""
    ours, theirs = Lexicon.of([source], model), Lexicon.of([target], model)
    at, other_at = _words_in(ours, contrast.source), _words_in(theirs, contrast.target)
    if not (at.any() and other_at.any()):
        return 1.0, 0.0
    cosines = np.clip(ours.units[ours.ids[0]] @ theirs.units[theirs.ids[0]].T, 0.0, 1.0)
    elsewhere = max(cosines[at][:, ~other_at].max(initial=0.0), cosines[~at][:, other_at].max(initial=0.0))
    support, back = cosines.max(axis=1, initial=0.0), cosines.max(axis=0, initial=0.0)
    carried = min(
        _mean(support[~at], ours.norms[ours.ids[0]][~at]),
        _mean(back[~other_at], theirs.norms[theirs.ids[0]][~other_at]),
    )
    return float(elsewhere), carried


def _words_in(lexicon: Lexicon, span: Span) -> NDArray[np.bool_]:
    """Which words of a text (w,) stand in a span."""
    return np.array([word.start < span.end and span.start < word.end for word in lexicon.sentences[0]], dtype=bool)


def _mean(support: NDArray[np.float32], norms: NDArray[np.float32]) -> float:
    weights = norms.astype(np.float64) ** 2
    return float(support @ weights / weights.sum()) if weights.sum() > 0 else 0.0


def is_denied(
    opposites: Sequence[Contrast], source: str, source_language: str, target: str, target_language: str
) -> bool:
    """Whether one side alone denies something beside its opposites, so that they may say the same."""
    ours, theirs = (
        [cue.span for cue in find(text, language) if cue.strength >= DENIES]
        for text, language in ((source, source_language), (target, target_language))
    )
    return _is_beside(ours, [one.source for one in opposites]) != _is_beside(theirs, [one.target for one in opposites])


def _is_beside(cues: Sequence[Span], places: Sequence[Span]) -> bool:
    """Whether a cue stands in none of the places."""
    return any(all(cue.end <= one.start or one.end <= cue.start for one in places) for cue in cues)


def is_excused(contrast: Contrast, source_language: str, target_language: str, near: tuple[str, str]) -> bool:
    """Whether the sentences near the source say what the rendering says, or those near the rendering what it lacks."""
    ours, theirs = contrast.members
    return theirs in said(near[0], source_language).maybe or ours in said(near[1], target_language).maybe
