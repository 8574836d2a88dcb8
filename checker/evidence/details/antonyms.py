"""Opposites told by vectors: "ancient" here, and there a word that means "modern" and none that means "ancient".

The model has one vector for a word of any language, in which a word lies far from its opposite.  So the opposites of
English words (``checker.text.antonyms``) are enough to know those of all other languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from checker.evidence.details.contrasts import Contrast
from checker.evidence.details.literal import around_both
from checker.evidence.records import MismatchKind
from checker.evidence.words.lexical import Lexicon, WordModel
from checker.model import Span
from checker.text.antonyms import Opposed, opposed
from checker.text.implied import implied_places
from checker.text.polarity import ENGLISH, find
from checker.text.primary import primary_language
from checker.text.words import Word

SAID, MARGIN = 0.55, 0.3
"""Cosine from which a word says an opposite, and how much less it must say the word itself; chosen with the next."""

UNSAID = 0.3
"""Cosine up to which no word of the other side says a word; chosen with the next ones."""

ELSEWHERE, CARRIED, APART, BESIDE = 0.42, 0.35, 0.35, 0.35
"""Cosine from which another English word says what says the opposite; share of the other words of either side that is
rendered literally; how far apart the two may stand, in shares of their sentences; cosine of any two words beside them.

All of these are chosen on half of some 50,000 pairs of 22 languages, as they were and with a word put for its opposite
by program, and ``SAID`` on 19,440 pairs of news in 36 languages, of which 2 are reported."""

_WORD = re.compile(r"[A-Za-z]+")
_TURNED = re.compile(
    r"\b(?:not|no|never|without|less|least|nowhere|hardly|barely|short|against|combat\w*|stop\w*|prevent\w*|avoid\w*|fight\w*"
    r"|from|n?or|neither|fail\w*|cannot|far|anything|lack\w*|refus\w*|den[yi]\w*|forget|only|few|little|until|un\w+ed|rather"
    r"|instead|than|too|if|curb\w*|tackl\w*|address\w*|reduc\w*|threat\w*|hard)\b|n['’]t\b",
    re.IGNORECASE,
)
"""English that turns round what follows, so that others may say the opposite: "less clear", "combat rising prices"."""

_BEFORE, _NEAR, _DENIED = 30, 25, 12
"""Characters before an English word in which that is looked for, and around a word of another language in which words
are that may deny it, or before it one that does; chosen."""

_REACH = 3
"""Words beside either that are compared; chosen."""


def opposites(source: str, source_language: str, target: str, target_language: str, model: WordModel) -> list[Contrast]:
    """Words of one of two texts, of which one is English, whose opposite the other says, in order of the English."""
    in_english = [primary_language(language) == ENGLISH for language in (source_language, target_language)]
    if in_english == [True, False]:
        return [
            Contrast(MismatchKind.POLARITY, *places, words)
            for places, words in _opposed(source, target, target_language, model)
        ]
    if in_english == [False, True]:
        return [
            Contrast(MismatchKind.POLARITY, *places[::-1], words[::-1])
            for places, words in _opposed(target, source, source_language, model)
        ]
    return []


def _opposed(
    english: str, other: str, language: str, model: WordModel
) -> Iterator[tuple[tuple[Span, Span], tuple[str, str]]]:
    """The places of such words, English first, and the words."""
    if (theirs := _unless_all_is_said(english, other, model)) is None:
        return
    ours = Lexicon.of([english], model)
    asked = [
        (k, found)
        for k, word in enumerate(ours.sentences[0])
        if (found := opposed(word.text)) is not None and not _is_compound(english, word)
    ]
    said = frozenset(base for _, found in asked for base in found.bases)
    words, others = ours.sentences[0], theirs.sentences[0]
    units = theirs.units[theirs.ids[0]]
    cosines = ours.units[ours.ids[0]] @ units.T
    for k, found in asked:
        at = None if found.opposite_bases & said else _opposite(found, cosines, k, units, model)
        if at is None or abs((k + 0.5) / len(words) - (at + 0.5) / len(others)) > APART:
            continue
        places = _place(words[k]), _place(others[at])
        if _is_turned(english, places[0], other, places[1], language):
            continue
        if _beside(cosines, k, at) < BESIDE:
            continue
        if around_both(ours, 0, places[0], theirs, 0, places[1]).carried >= CARRIED:
            yield places, (words[k].text, others[at].text)


def _unless_all_is_said(english: str, other: str, model: WordModel) -> Lexicon | None:
    """The words of ``other``, unless some of them says each listed word of ``english``: so it is mostly."""
    listed = [word for word in dict.fromkeys(map(str.lower, _WORD.findall(english))) if opposed(word) is not None]
    if not listed:
        return None
    theirs = Lexicon.of([other], model)
    if not len(theirs.units):
        return None
    return theirs if _cosines(listed, theirs.units, model).max(axis=1).min() <= UNSAID else None


def _opposite(
    found: Opposed, cosines: NDArray[np.float32], k: int, units: NDArray[np.float32], model: WordModel
) -> int | None:
    """The word of the other side (of those with ``units``) that says the opposite of English word ``k``, or None."""
    if cosines[k].max() > UNSAID:
        return None
    same = np.maximum(cosines[k], _best(found.same, units, model))
    if same.max() > UNSAID:
        return None
    by_opposite = _best(found.opposite, units, model)
    at = int(by_opposite.argmax())
    if by_opposite[at] < SAID or by_opposite[at] - same[at] < MARGIN:
        return None
    return at if np.delete(cosines[:, at], k).max(initial=0.0) < ELSEWHERE else None


def _best(forms: Sequence[str], units: NDArray[np.float32], model: WordModel) -> NDArray[np.float32]:
    """The greatest cosine of any of the forms with each word."""
    best: NDArray[np.float32] = _cosines(forms, units, model).max(axis=0)
    return best


def _cosines(forms: Sequence[str], units: NDArray[np.float32], model: WordModel) -> NDArray[np.float32]:
    """Cosines (n, m) of n forms with m words."""
    vectors = model.word_vectors(forms)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(norms > 0, norms, 1.0) @ units.T, dtype=np.float32)


def _beside(cosines: NDArray[np.float32], k: int, at: int) -> float:
    """How well any word beside one says any word beside the other."""
    rows, columns = (
        [n for n in range(max(place - _REACH, 0), min(place + _REACH + 1, size)) if n != place]
        for place, size in zip((k, at), cosines.shape, strict=True)
    )
    return float(cosines[np.ix_(rows, columns)].max(initial=0.0))


def _is_turned(english: str, place: Span, other: str, other_place: Span, language: str) -> bool:
    """Whether either word may be turned round by what stands near it."""
    if _TURNED.search(english, max(place.start - _BEFORE, 0), place.start):
        return True
    if any(
        cue.span.start < other_place.end and other_place.start - cue.span.end < _DENIED for cue in find(other, language)
    ):
        return True
    return any(
        abs(near.start - other_place.start) < _NEAR
        for near in implied_places(other, language)
        if near.end <= other_place.start or other_place.end <= near.start
    )


def _is_compound(english: str, word: Word) -> bool:
    """Whether a hyphen ties a word to another one: "big-screen", "19-year-old"."""
    return "-" in (english[word.start - 1 : word.start], english[word.end : word.end + 1])


def _place(word: Word) -> Span:
    return Span(word.start, word.end)
