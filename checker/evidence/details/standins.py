"""Names put for others: how likely one name of a rendering stands where the original has another.

Of a name of either side it is asked whether the *rest* of the other side has it, by meaning and by sound, and of both
together whether the one may render the other after all ("Munich", "Mnichov") and whether they stand in one place: what
is around them is said around the other.  A small monotone network turns this into log-odds
(``training/details/standins.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from checker.evidence.details.bearers import UNCASED, UNSPACED, Bearer, Place
from checker.evidence.details.names import script
from checker.evidence.words.lexical import Lexicon
from checker.text.contrasts import said, set_of
from checker.text.contrasts.sets import NAME
from checker.text.names.acronyms import meanings
from checker.text.names.likeness import likeness
from checker.text.names.spelling import plain, skeleton
from checker.text.names.transcribed import share_by_sound
from checker.text.names.translated import is_translated, may_be_one
from checker.text.ordinary import is_ordinary

Floats = NDArray[np.float64]
Vectors = NDArray[np.float32]

_ONE = (
    "cosine cosine_own pair likeness likeness_small skeleton nameness ordinary begins translated norm parts length "
    "acronym beside_found lone place"
).split()
_BOTH = (
    "cosine likeness skeleton prefix carried carried_back distance around near_likeness near_cosine nouns other_script "
    "unspaced headline differ one_place may_be_one by_sound"
).split()
FEATURES = tuple([f"{side}_{name}" for side in ("source", "target") for name in _ONE] + [f"both_{n}" for n in _BOTH])
"""Columns of ``Rival.row``: of one name of either side how well the rest of the other side has it and what kind of name
it is, and of both how they go together."""

SAME, SAME_CONSONANTS = 0.6, 0.8
"""Likeness by sound, and by consonants, from which two names may be one; chosen."""

HEARD, MEANT, MEANT_OWN = 0.85, 0.5, 0.4
"""Likeness from which another word is the same name, cosine from which it means the same, and the same where no other
word means it more; chosen."""

_WINDOW = 3
"""Words on either side that stand around a name; chosen."""

_MOST = 4
"""Lone names that are counted; chosen."""

_HEADLINE_NOUNS = frozenset({"de", "lb"})
_SHORT = 4
"""Letters of a short name; chosen."""

_LONGEST_ACRONYM = 5
"""Letters of an acronym; chosen."""

_LEAST_CONSONANTS = 3
"""Consonants of a name that are looked for in text without spaces; chosen."""


@dataclass(frozen=True, slots=True)
class Rival:
    """A name of the source, one of the target, and their features (len(FEATURES),)."""

    ours: Place
    theirs: Place
    row: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Nearby:
    """Capitalised words of the sentences of the original near one, and their unit vectors (n, d)."""

    words: Sequence[str]
    units: Vectors

    @classmethod
    def of(cls, lexicon: Lexicon, sentences: Iterable[int]) -> Nearby:
        """Those of some sentences of a text."""
        found = {
            word.text: row
            for j in sentences
            for word, row in zip(lexicon.sentences[j], lexicon.ids[j].tolist(), strict=True)
            if word.text[:1].isupper()
        }
        return cls(list(found), lexicon.units[list(found.values())])


class _Asked:
    """Names of one side of a pair against the words of the other; arrays have a row for each name."""

    def __init__(
        self, of: Bearer, other: Bearer, names: Sequence[Place], vectors: Vectors, alike: Vectors | None = None
    ) -> None:
        self.of, self.other, self.names, self.vectors = of, other, names, vectors
        self.said = [of.said(place) for place in names]
        self.cosines = np.clip(vectors @ other.units.T, 0.0, 1.0)
        self.likeness = likeness(self.said, [word.text for word in other.words]) if alike is None else alike

    def only(self, rows: Sequence[int]) -> _Asked:
        """Some of the names, by number."""
        listed = list(rows)
        names = [self.names[k] for k in listed]
        return _Asked(self.of, self.other, names, self.vectors[listed], self.likeness[listed])

    @cached_property
    def consonants(self) -> Vectors:
        if script(self.of.language) == script(self.other.language):
            return np.zeros(self.likeness.shape, np.float32)
        found: Vectors = likeness(self.said, [word.text for word in self.other.words], skeleton)
        return found

    @cached_property
    def pairs(self) -> Vectors:
        found: Vectors = np.clip(self.vectors @ self.other.adjoining.T, 0.0, 1.0)
        return found

    @cached_property
    def small(self) -> NDArray[np.bool_]:
        """Which words of the other side have a small letter."""
        if self.other.language in UNCASED:
            return np.zeros(len(self.other.words), dtype=np.bool_)
        return np.array([not word.text[:1].isupper() for word in self.other.words])

    def beside_found(self, place: Place) -> bool:
        """Whether a name that is no lone one stands right before or after one."""
        return any(
            (self.of.adjoin(place, name) or self.of.adjoin(name, place)) and name not in self.names
            for name in self.of.names
        )

    @cached_property
    def kinds(self) -> list[tuple[float, ...]]:
        """What kind of name each is."""
        of, found = self.of, list[tuple[float, ...]]()
        others = min(len(self.names) - 1, _MOST) / _MOST
        for (first, last), name in zip(self.names, self.said, strict=True):
            sure, _ = placed(name, of.language)
            found.append(
                (
                    float(of.nameness[first:last].max()),
                    is_ordinary(name, of.language),
                    of.begins((first, last)),
                    is_translated(name, of.language),
                    float(of.norms[first:last].max()) / 5,
                    float(of.parts[first:last].sum()) / 6,
                    min(len(name), 12) / 12,
                    name.isupper() and len(name) <= _LONGEST_ACRONYM,
                    self.beside_found((first, last)),
                    others,
                    bool(sure),
                )
            )
        return found

    def elsewhere(self, k: int, rest: NDArray[np.bool_], cosines: Vectors) -> tuple[float, ...] | None:
        """How well the ``rest`` of the other side's words have name ``k``; None where they surely do.  ``cosines`` are
        of the words of this side with those of the other."""
        small, likeness_, meant = self.small, self.likeness[k], self.cosines[k]
        first, last = self.names[k]
        taken = np.delete(cosines, np.s_[first:last], axis=0).max(axis=0, initial=0.0)
        own = float(meant[rest & (meant >= taken)].max(initial=0.0))
        if own >= MEANT_OWN:
            return None
        beside = rest[:-1] & rest[1:]
        return (
            float(meant[rest].max(initial=0.0)),
            own,
            float(self.pairs[k][beside].max(initial=0.0)),
            float(likeness_[rest & ~small].max(initial=0.0)),
            float(likeness_[rest & small].max(initial=0.0)),
            float(self.consonants[k][rest & ~small].max(initial=0.0)),
        )


def _lone(of: Bearer, other: Bearer) -> _Asked:
    """The names of a sentence that no word of the other surely says."""
    vectors = of.vectors_of(of.names)
    lone = (vectors @ other.units.T).max(axis=1, initial=0.0) < MEANT
    asked = _Asked(of, other, [name for name, is_lone in zip(of.names, lone, strict=True) if is_lone], vectors[lone])
    if not asked.names:
        return asked
    heard = np.where(asked.small, 0.0, asked.likeness).max(axis=1, initial=0.0) >= HEARD
    return asked.only([k for k in range(len(asked.names)) if not heard[k]])


def rivals(source: Bearer, target: Bearer, nearby: Callable[[], Nearby]) -> Iterator[Rival]:
    """The names of two sentences of which one may stand for the other, with their features; ``nearby`` gives the names
    that the original says near."""
    ours = _lone(source, target)
    theirs = _lone(target, source) if ours.names else ours
    if not ours.names or not theirs.names:
        return
    cosines = np.clip(source.units @ target.units.T, 0.0, 1.0)
    different = script(source.language) != script(target.language)
    alike = likeness(ours.said, theirs.said)
    consonants = likeness(ours.said, theirs.said, skeleton)
    near: Sequence[tuple[float, float]] = ()
    for i, our_place in enumerate(ours.names):
        for j, their_place in enumerate(theirs.names):
            if alike[i, j] >= SAME or consonants[i, j] >= SAME_CONSONANTS or _is_short(ours.said[i], theirs.said[j]):
                continue
            rest_theirs, rest_ours = _outside(target, their_place), _outside(source, our_place)
            one = ours.elsewhere(i, rest_theirs, cosines)
            other = theirs.elsewhere(j, rest_ours, cosines.T) if one else None
            if one is None or other is None:
                continue
            near = near or _heard_near(theirs, nearby())
            if target.language in UNSPACED:
                one = (*one[:-1], max(one[-1], _heard_around(ours.said[i], target, their_place)))
            both = (
                float(np.clip(ours.vectors[i] @ theirs.vectors[j], 0.0, 1.0)),
                float(alike[i, j]),
                float(consonants[i, j]),
                _begins_other(ours.said[i], theirs.said[j]),
                *_carried(source, target, rest_ours, rest_theirs, cosines),
                abs(_middle(source, our_place) - _middle(target, their_place)),
                _around(source, our_place, target, their_place, cosines),
                *near[j],
                target.language in _HEADLINE_NOUNS,
                different,
                target.language in UNSPACED,
                sum(word.text[:1].isupper() for word in source.words) / len(source.words),
                *_as_places(ours.said[i], source.language, theirs.said[j], target.language),
                may_be_one(ours.said[i], theirs.said[j]) or bool(meanings(ours.said[i]) & meanings(theirs.said[j])),
                share_by_sound(theirs.said[j], target.language),
            )
            row = (*one, *ours.kinds[i], *other, *theirs.kinds[j], *both)
            yield Rival(our_place, their_place, tuple(map(float, row)))


@lru_cache(maxsize=1 << 14)
def placed(name: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Which countries, peoples and cities a name surely says, and which it may say."""
    found = said(name, language)
    sure, maybe = (
        frozenset(member for member in members if set_of(member).kind == NAME) for members in (found.sure, found.maybe)
    )
    return sure, maybe


def _as_places(name: str, language: str, other: str, other_language: str) -> tuple[bool, bool]:
    """Whether two names are of different places, and whether they may be of one."""
    (sure, maybe), (other_sure, other_maybe) = placed(name, language), placed(other, other_language)
    differ = bool(sure and other_sure) and not (sure & other_maybe or other_sure & maybe)
    return differ, bool((sure | maybe) & (other_sure | other_maybe))


def _outside(of: Bearer, place: Place) -> NDArray[np.bool_]:
    """Which words of a sentence (n,) are none of a place."""
    rest = np.ones(len(of.words), bool)
    rest[place[0] : place[1]] = False
    return rest


def _begins_other(name: str, other: str) -> bool:
    """Whether one name's consonants begin the other's: "Yale", "Jeilā"."""
    shorter, longer = sorted((skeleton(name), skeleton(other)), key=len)
    return len(shorter) > 1 and longer.startswith(shorter)


def _heard_around(name: str, other: Bearer, place: Place) -> float:
    """How well the consonants of a name are heard in what stands before and after a place of text without spaces."""
    from rapidfuzz.fuzz import partial_ratio

    form, span = skeleton(name), other.span(place)
    if len(form) < _LEAST_CONSONANTS:
        return 0.0
    pieces = (
        "".join(word.text for word in other.words if word.end <= span.start),
        "".join(word.text for word in other.words if word.start >= span.end),
    )
    wholes = [whole for piece in pieces if len(whole := skeleton(piece)) >= len(form)]
    return max((partial_ratio(form, whole) / 100 for whole in wholes), default=0.0)


def _is_short(name: str, other: str) -> bool:
    """Whether either is a short name of one consonant, which the other has: "Yale", "Jeilā"."""
    shorter, longer = sorted((skeleton(name), skeleton(other)), key=len)
    return len(shorter) == 1 and shorter in longer and min(len(plain(name)), len(plain(other))) <= _SHORT


def _carried(
    source: Bearer, target: Bearer, ours: NDArray[np.bool_], theirs: NDArray[np.bool_], cosines: Vectors
) -> tuple[float, float]:
    """How literally the rest of either side is carried by the rest of the other."""
    rest = cosines[np.ix_(ours, theirs)]
    return _mean(rest.max(axis=1, initial=0.0), source.norms[ours]), _mean(
        rest.max(axis=0, initial=0.0), target.norms[theirs]
    )


def _around(source: Bearer, ours: Place, target: Bearer, theirs: Place, cosines: Vectors) -> float:
    """How well the words around one name are said by those around the other."""
    rows, columns = (
        [k for k in range(max(first - _WINDOW, 0), min(last + _WINDOW, len(of.words))) if not first <= k < last]
        for of, (first, last) in ((source, ours), (target, theirs))
    )
    return _mean(cosines[np.ix_(rows, columns)].max(axis=1, initial=0.0), source.norms[rows])


def _mean(values: Vectors, norms: Vectors) -> float:
    weights = norms.astype(float) ** 2
    total = float(weights.sum())
    return float(values @ weights) / total if total else 0.0


def _middle(of: Bearer, place: Place) -> float:
    """Where a name stands in its sentence, from 0 to 1."""
    span = of.span(place)
    return (span.start + span.end) / 2 / len(of.text)


def _heard_near(names: _Asked, near: Nearby) -> list[tuple[float, float]]:
    """How well the names of the original nearby have each name of the rendering, by sound and by meaning."""
    if not near.words:
        return [(0.0, 0.0)] * len(names.names)
    alike = likeness(names.said, near.words).max(axis=1)
    return list(zip(alike.tolist(), (names.vectors @ near.units.T).max(axis=1).tolist(), strict=True))
