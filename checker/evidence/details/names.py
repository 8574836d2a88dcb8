"""Names that a target sentence and what it draws on do not share.

A name is looked for on the other side by its meaning (countries, cities, well-known people have a vector), by its
sound (also by its consonants alone, for scripts that write no vowels or whole syllables), and among acronyms that
are translated.  How surely it is missing, a logistic regression says (``training/details/fit.py``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.evidence.words.columns import arranged, by_name
from checker.evidence.words.support import NAME_SUPPORT
from checker.model import Span
from checker.text.names.acronyms import meanings
from checker.text.names.likeness import likeness
from checker.text.names.spelling import skeleton
from checker.text.names.titles import is_rank
from checker.text.ordinary import is_ordinary
from checker.text.words import Word, is_shouting

Floats = NDArray[np.float64]

FEATURES = tuple(
    """
    absent absent_anywhere cosine likeness skeleton nameness acronym known_acronym initial length short
    beside_name beside_found headline unspaced other_script weight parts absent_other_script known english
    german ordinary beside_ordinary taken
""".split()
)
"""Columns of ``features``: of one name how well the other side supports it, and what kind of name it is."""

_COSINES, _LIKENESSES = (0.2, 0.6), (0.4, 0.85)
"""Cosine, and likeness by sound, from which on a name begins to be found on the other side, and from which it surely
is; chosen."""

_OF_PAIR = 0.05
"""What the cosine with two adjoining words counts less than that with one; chosen."""

_HEADLINE = 0.6
"""Share of words with a capital from which capitals say little; chosen."""

_NAMENESS = 0.35
"""How much a word of a headline must look like a name; chosen."""

_LONGEST_ACRONYM = 5
"""Letters of an acronym that may be translated as one; chosen."""

_UNSPACED = frozenset({"zh", "ja", "th", "ko"})
_SCRIPTS = {
    **dict.fromkeys("ar fa ur he".split(), "consonants"),
    **dict.fromkeys("zh ja ko th".split(), "syllables"),
    **dict.fromkeys("hi bn ta".split(), "indic"),
    "ka": "georgian",
    "hy": "armenian",
    "el": "greek",
    **dict.fromkeys("ru uk bg sr mk be".split(), "cyrillic"),
}


@dataclass(frozen=True, slots=True)
class NameSide:
    """A sentence's words, and how much each (n,) looks like a name."""

    text: str
    language: str
    words: Sequence[Word]
    nameness: Floats


@dataclass(frozen=True, slots=True)
class Asked:
    """Words of a sentence that may be names, ``chosen`` by number, and where they are looked for.

    ``others`` are the words of each sentence of the other text that is looked at, ``other_language`` theirs.
    """

    side: NameSide
    chosen: Sequence[int]
    others: Sequence[Sequence[Word]]
    other_language: str

    @property
    def in_other_script(self) -> bool:
        return script(self.side.language) != script(self.other_language)


@dataclass(frozen=True, slots=True)
class Missing:
    """Adjoining words of a sentence that are a name without counterpart, and the log-odds of that; ``is_name`` unless
    all of them have their capital for another reason."""

    span: Span
    log_odds: float
    is_name: bool = True


def script(language: str) -> str:
    """The kind of script that a language (a primary subtag) is written in."""
    return _SCRIPTS.get(language, "latin")


def candidates(text: str, words: Sequence[Word], left_out: Collection[int]) -> list[int]:
    """Which words may be names, by their capital; not those that begin at offsets ``left_out``: months and days."""
    if is_shouting(text):
        return []
    return [
        k
        for k, word in enumerate(words)
        if len(word.text) > 1 and word.text[0].isupper() and word.start not in left_out
    ]


def missing(side: NameSide, chosen: Sequence[int], log_odds: Floats, least: float) -> list[Missing]:
    """Names among ``chosen`` whose log-odds reach ``least``; words that adjoin are one name.

    A title is none by itself, nor is an English word of a headline, in which all words have a capital, that is an
    ordinary one or does not look like a name.
    """
    found: list[tuple[int, int, float, bool]] = []
    is_headline = side.language == "en" and _capitals(side.words) > _HEADLINE
    for k, value in zip(chosen, log_odds.tolist(), strict=True):
        if value < least:
            continue
        word = side.words[k].text
        is_other = is_headline and (is_ordinary(word, side.language) or side.nameness[k] < _NAMENESS)
        is_name = not (is_other or is_rank(word))
        if found and found[-1][1] == k - 1 and side.words[k].start - side.words[k - 1].end <= 1:
            found[-1] = found[-1][0], k, max(value, found[-1][2]), is_name or found[-1][3]
        else:
            found.append((k, k, value, is_name))
    return [
        Missing(Span(side.words[first].start, side.words[last].end), value, is_name)
        for first, last, value, is_name in found
    ]


def paired(ours: Sequence[Missing], theirs: Sequence[Missing]) -> list[tuple[Missing | None, Missing | None]]:
    """Missing names of the source with those that stand in their place, the surest first; the rest alone."""
    left, right = (sorted(names, key=lambda name: -name.log_odds) for names in (ours, theirs))
    count = min(len(left), len(right))
    return [
        *zip(left[:count], right[:count], strict=True),
        *((name, None) for name in left[count:]),
        *((None, name) for name in right[count:]),
    ]


def features(asked: Sequence[Asked], support: NDArray[np.float32]) -> Floats:
    """Features (n, len(FEATURES)) of the n names that are asked for, one sentence after the other.

    ``support`` (n, len(NAME_SUPPORT)) is from ``support.Support.of_names``.
    """
    count = len(support)
    if not count:
        return np.zeros((0, len(FEATURES)))
    its = by_name(NAME_SUPPORT, support.astype(float))
    consonants = np.concatenate([_consonants(of) for of in asked])
    known, *of_name, is_common = np.array([row for of in asked for row in _said(of)], dtype=float).T
    counts = [len(of.chosen) for of in asked]
    headline, unspaced, different, english, german = np.repeat([_around(of) for of in asked], counts, axis=0).T
    nameness = np.concatenate([of.side.nameness[list(of.chosen)] for of in asked])
    cosine = np.maximum(its["local_cosine"], its["best_pair"] - _OF_PAIR)
    alike = np.maximum(its["local_likeness"], consonants)
    found = np.maximum(np.maximum(_rescaled(cosine, *_COSINES), _rescaled(alike, *_LIKENESSES)), known)
    anywhere = np.maximum(_rescaled(its["best_cosine"], *_COSINES), _rescaled(its["best_likeness"], *_LIKENESSES))
    adjoins = _adjoining(asked)
    beside_name = _best_beside(np.ones(count), adjoins)
    acronym, initial, length, short = of_name
    table = np.empty((count, len(FEATURES)))
    columns = {
        "absent": 1.0 - found,
        "absent_anywhere": 1.0 - np.maximum(found, anywhere),
        "cosine": cosine,
        "likeness": its["local_likeness"],
        "skeleton": consonants,
        "nameness": nameness,
        "acronym": acronym,
        "known_acronym": known,
        "initial": initial,
        "length": length,
        "short": short,
        "beside_name": beside_name,
        "beside_found": _best_beside(found, adjoins),
        "headline": headline,
        "unspaced": unspaced,
        "other_script": different,
        "weight": its["norm"] / 5,
        "parts": its["parts"] / 6,
        "absent_other_script": (1.0 - found) * different,
        "known": its["norm"] > 0,
        "english": english,
        "german": german,
        "ordinary": is_common,
        "beside_ordinary": _best_beside(is_common, adjoins),
        "taken": its["taken"],
    }
    for at, column in enumerate(arranged(FEATURES, columns)):
        table[:, at] = column
    return table


def _said(of: Asked) -> Iterator[tuple[float, ...]]:
    """Of each name: whether its other forms are said, what its letters tell, whether it is an ordinary word."""
    listed = [of.side.words[k] for k in of.chosen]
    said = frozenset[int]()
    if any(_is_acronym(word.text) for word in listed):
        said = said.union(*(meanings(other.text) for sentence in of.others for other in sentence))
    for word in listed:
        name, length = word.text, len(word.text)
        is_known = bool(said and meanings(name) & said)
        yield (
            is_known,
            _is_acronym(name),
            not word.is_name,
            min(length, 12) / 12,
            length <= 3,
            is_ordinary(name, of.side.language),
        )


def _around(of: Asked) -> tuple[bool, ...]:
    """Of the sentence and where its names are looked for: capitals that say little, and the languages."""
    language = of.side.language
    return (
        _capitals(of.side.words) > _HEADLINE,
        of.other_language in _UNSPACED,
        of.in_other_script,
        language == "en",
        language == "de",
    )


def _capitals(words: Sequence[Word]) -> float:
    """Share of words that have a capital."""
    return sum(word.text[0].isupper() for word in words) / len(words)


def _adjoining(asked: Sequence[Asked]) -> NDArray[np.bool_]:
    """Whether each of n names stands right before the next one (n - 1,)."""
    owners = np.repeat(np.arange(len(asked)), [len(of.chosen) for of in asked])
    places = np.array([k for of in asked for k in of.chosen])
    adjoins: NDArray[np.bool_] = (owners[1:] == owners[:-1]) & (places[1:] == places[:-1] + 1)
    return adjoins


def _best_beside(values: Floats, adjoins: NDArray[np.bool_]) -> Floats:
    """The greater value (n,) of the names right before and after each; 0 where there is none."""
    best = np.zeros(len(values))
    best[1:] = values[:-1] * adjoins
    best[:-1] = np.maximum(best[:-1], values[1:] * adjoins)
    return best


def _is_acronym(word: str) -> bool:
    return 2 <= len(word) <= _LONGEST_ACRONYM and word.isupper()


def _rescaled(values: Floats, low: float, high: float) -> Floats:
    rescaled: Floats = np.clip((values - low) / (high - low), 0.0, 1.0)
    return rescaled


def _consonants(of: Asked) -> Floats:
    """How well each name's consonants are found in the words of another script, in [0, 1]; 0 for the same script."""
    if not of.in_other_script:
        return np.zeros(len(of.chosen))
    names = [of.side.words[k].text for k in of.chosen]
    others = [word.text for sentence in of.others for word in sentence]
    if of.other_language not in _UNSPACED:
        best: Floats = likeness(names, others, skeleton).max(axis=1, initial=0.0).astype(float)
        return best
    from rapidfuzz.fuzz import partial_ratio

    whole = skeleton("".join(others))
    forms = [skeleton(name) for name in names]
    return np.array(
        [partial_ratio(form, whole) / 100 if 3 <= len(form) <= len(whole) else 0.0 for form in forms], dtype=float
    )
