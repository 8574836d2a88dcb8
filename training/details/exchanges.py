"""Names put for others of their kind in the renderings of parallel text, a person for a person, a place for a place.

A name of the English side is found in the rendering by its sound or its meaning, or, where a script has no capitals,
by what stands in the renderings of all sentences that have it.  What is put there is the rendering of another name of
the same kind from another sentence, with the same ending where the language inflects.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.details.bearers import UNCASED, UNSPACED
from checker.evidence.details.names import script
from checker.evidence.details.standins import placed
from checker.evidence.details.texts import weights
from checker.text.names.likeness import likeness
from checker.text.names.spelling import skeleton
from checker.text.names.titles import is_title
from checker.text.ordinary import is_ordinary
from checker.text.quantities.dates import date_names
from checker.text.words import Word, words

EXCHANGED = 0.5
"""Share of the lines with a name that is found in the rendering in which it is exchanged."""

INFLECTED = frozenset("ru uk be bg mk sr cs pl sk hr sl bs lt lv et fi hu el tr is ro hy az sq eu".split())
TRIES = 60
LEAST, LEAST_BEGINNING = 3, 4
"""Letters of a name, and of one that begins a sentence."""

FOUND, MEANT, SECOND = 0.7, 0.6, 0.6
"""Likeness or cosine from which a word renders a name; cosine that counts; what any other word must stay below."""

DICE, DICE_FURTHER, OFTEN = 0.5, 0.35, 0.4
"""Dice coefficient of a name and what renders it in a script without capitals, of further renderings, and the share of
the name's sentences that must have it."""

LOOKS_LIKE_NAME = 0.6
HEADLINE = 0.6
APART, APART_HERE = 0.55, 0.6
"""Likeness to any word of the English sentence, and of the rendering, that another name must stay below."""

_PEOPLE = re.compile("(ese|ish|ian|ians|can|cans|aeli|man|mans|ench|utch|wiss|reek|qi)$")
_PERSONAL = frozenset(
    "Mr Mrs Ms Miss Dr Sir Lady Lord President Chancellor Minister Senator Professor Judge General Prince Princess "
    "Queen King Pope Captain Coach".split()
)
_BEFORE_PLACES = frozenset("in at from near to across outside around".split())


@dataclass(frozen=True, slots=True)
class Sample:
    """A line of parallel text; the sentences of one ``block`` stand together."""

    english: str
    translation: str
    block: str


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A rendering with another name: where the name of the English side begins, and where the other one stands."""

    translation: str
    english_start: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Link:
    name: Word
    start: int
    end: int
    text: str


class Kinds:
    """Which English names are of persons and of places, by what stands before them in many sentences."""

    def __init__(self, english: Iterable[str], encoder: EmbeddedEncoder) -> None:
        self.encoder = encoder
        self._nameness: dict[str, float] = {}
        self.before: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.count: Counter[str] = Counter()
        after: defaultdict[str, set[str]] = defaultdict(set)
        for text in dict.fromkeys(english):
            listed, names = words(text), self.names(text)
            starts = {word.start for word in names}
            for one, other in pairwise(listed):
                if other.start in starts and other.start - one.end <= 2:
                    self.before[other.text][one.text] += 1
                    if one.start in starts and other.start - one.end == 1:
                        after[one.text].add(other.text)
            self.count.update(word.text for word in names)
        self.first = {name for name, others in after.items() if len(others) >= 3}

    def names(self, english: str) -> list[Word]:
        """The names of an English sentence."""
        listed = words(english)
        dates = {name.span.start for name in date_names(english, "en")}
        is_headline = sum(word.text[0].isupper() for word in listed) > HEADLINE * max(len(listed), 1)
        return [
            word
            for word in listed
            if len(word.text) >= LEAST
            and word.text[0].isupper()
            and word.start not in dates
            and not is_title(word.text)
            and (
                (word.is_name and not is_headline and self.nameness(word.text) >= LOOKS_LIKE_NAME)
                if is_ordinary(word.text, "en")
                else word.is_name or len(word.text) >= LEAST_BEGINNING
            )
        ]

    def nameness(self, word: str) -> float:
        if word not in self._nameness:
            self._nameness[word] = float(weights().nameness(unit_vectors([word], self.encoder))[0])
        return self._nameness[word]

    def of(self, name: str) -> tuple[str, bool]:
        """The kind of a name, and whether it may be a people's."""
        before, count = self.before[name], max(self.count[name], 1)
        person = sum(n for word, n in before.items() if word in self.first or word in _PERSONAL) / count
        place = sum(n for word, n in before.items() if word in _BEFORE_PLACES) / count
        is_place = bool(placed(name, "en")[0]) or place >= 0.25
        kind = "person" if person >= 0.3 and person > place and not placed(name, "en")[0] else ""
        return kind or ("place" if is_place else "other"), bool(_PEOPLE.search(name))


def unit_vectors(forms: Sequence[str], encoder: EmbeddedEncoder) -> np.ndarray:
    vectors = encoder.word_vectors([form.lower() for form in forms])
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9))


def renderings(lines: Iterable[tuple[str, str]], language: str, kinds: Kinds) -> dict[str, list[str]]:
    """What renders each English name in a script without capitals: what its sentences share and others have not."""
    sentences: defaultdict[str, list[set[str]]] = defaultdict(list)
    frequency: Counter[str] = Counter()
    for english, translation in lines:
        if language in UNSPACED:
            pieces = {translation[k : k + n] for n in range(2, 8) for k in range(len(translation) - n + 1)}
            pieces = {piece for piece in pieces if piece.isalpha() and not piece.isascii()}
        else:
            pieces = {word.text for word in words(translation)}
        frequency.update(pieces)
        for name in kinds.names(english):
            sentences[name.text].append(pieces)
    found: dict[str, list[str]] = {}
    for text, listed in sentences.items():
        shared = Counter(piece for pieces in listed for piece in pieces)
        ranked = sorted(
            (
                (2 * n / (len(listed) + frequency[piece]), len(piece), piece)
                for piece, n in shared.items()
                if n >= max(2, OFTEN * len(listed))
            ),
            reverse=True,
        )
        if ranked and ranked[0][0] >= DICE:
            further = [] if language in UNSPACED else [row[2] for row in ranked[1:6] if row[0] >= DICE_FURTHER]
            found[text] = [ranked[0][2], *further]
    return found


def exchanged(
    samples: Sequence[Sample], language: str, kinds: Kinds, known: dict[str, list[str]], rng: np.random.Generator
) -> list[Exchanged | None]:
    """For each line its rendering with one name exchanged, or None; ``known`` is from ``renderings``."""
    links = [_links(sample, language, kinds, known) for sample in samples]
    pools: defaultdict[tuple[str, bool], list[tuple[str, str]]] = defaultdict(list)
    for listed in links:
        for link in listed:
            pools[kinds.of(link.name.text)].append((link.name.text, link.text))
    return [
        _put(sample, listed[int(rng.integers(len(listed)))], language, kinds, pools, rng)
        if listed and rng.random() < EXCHANGED
        else None
        for sample, listed in zip(samples, links, strict=True)
    ]


def _links(sample: Sample, language: str, kinds: Kinds, known: dict[str, list[str]]) -> list[_Link]:
    """The names that are found in a rendering, each once on either side."""
    english, text = sample.english, sample.translation
    names = [name for name in kinds.names(english) if english.count(name.text) == 1]
    if language in UNSPACED:
        pieces = [(name, known[name.text][0]) for name in names if name.text in known]
        return [
            _Link(name, text.index(piece), text.index(piece) + len(piece), piece)
            for name, piece in pieces
            if text.count(piece) == 1
        ]
    listed = [word for word in words(text) if len(word.text) > 1 and (language in UNCASED or word.text[0].isupper())]
    if not names or not listed:
        return []
    if language in UNCASED:
        hits = [(name, [word for word in listed if word.text in known.get(name.text, ())]) for name in names]
        return [
            _Link(name, word.start, word.end, word.text)
            for name, (word, *more) in ((name, found) for name, found in hits if found)
            if not more
        ]
    return _by_likeness(names, listed, text, language, kinds.encoder)


def _by_likeness(
    names: Sequence[Word], listed: Sequence[Word], text: str, language: str, encoder: EmbeddedEncoder
) -> list[_Link]:
    ours, theirs = [name.text for name in names], [word.text for word in listed]
    strength = likeness(ours, theirs)
    if script(language) != script("en"):
        strength = np.maximum(strength, likeness(ours, theirs, skeleton) * 0.95)
    cosines = unit_vectors(ours, encoder) @ unit_vectors(theirs, encoder).T
    strength = np.maximum(strength, np.where(cosines > MEANT, cosines, 0.0))
    found = []
    for name, row in zip(names, strength, strict=True):
        best = int(row.argmax())
        word = listed[best]
        second = float(np.delete(row, best).max(initial=0.0))
        is_sure = row[best] >= max(FOUND, strength[:, best].max()) and second < SECOND
        if is_sure and text.count(word.text) == 1 and (language == "de" or not is_ordinary(word.text, language)):
            found.append(_Link(name, word.start, word.end, word.text))
    return found


def _put(
    sample: Sample,
    link: _Link,
    language: str,
    kinds: Kinds,
    pools: dict[tuple[str, bool], list[tuple[str, str]]],
    rng: np.random.Generator,
) -> Exchanged | None:
    """The rendering with another name of the kind of a link's, of the same form."""
    pool = [other for other in pools[kinds.of(link.name.text)] if _is_of_form(other[1], link.text, language)]
    ours, theirs = (_texts(text) for text in (sample.english, sample.translation))
    for _ in range(TRIES if pool else 0):
        english, other = pool[int(rng.integers(len(pool)))]
        if english in sample.english or other in sample.translation:
            continue
        if _best(english, ours) >= APART or _best(other, theirs) >= APART_HERE:
            continue
        text = sample.translation[: link.start] + other + sample.translation[link.end :]
        return Exchanged(text, link.name.start, link.start, link.start + len(other))
    return None


def _is_of_form(other: str, name: str, language: str) -> bool:
    if other.isupper() != name.isupper() or len(other) < 2:
        return False
    if language in INFLECTED:
        return other[-2:].lower() == name[-2:].lower()
    return language in UNCASED or (abs(len(other) - len(name)) <= 5 and (other[-1] == "s") == (name[-1] == "s"))


@lru_cache(maxsize=1 << 12)
def _texts(text: str) -> tuple[str, ...]:
    return tuple(word.text for word in words(text))


def _best(name: str, others: Sequence[str]) -> float:
    return float(likeness([name], others).max(initial=0.0)) if others else 0.0
