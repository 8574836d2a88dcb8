"""One name put for another of its kind: Nokia here, Ericsson there.

In languages whose letters can be read aloud a name keeps its sound.  Where a single name of either side is heard
nowhere on the other, neither is one that is often called otherwise (``checker.text.names.translated``), and no other
word says what either says, the one stands for the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from checker.evidence.details.literal import ELSEWHERE
from checker.evidence.details.names import script
from checker.model import Span
from checker.text.contrasts import said, set_of
from checker.text.contrasts.sets import NAME
from checker.text.names.acronyms import meanings
from checker.text.names.likeness import likeness
from checker.text.names.namesakes import Namesakes
from checker.text.names.spelling import plain, skeleton
from checker.text.names.titles import is_title
from checker.text.names.translated import has_translated, is_translated, may_be_one
from checker.text.ordinary import is_ordinary
from checker.text.words import Word

Floats = NDArray[np.floating]

HEARD, HEARD_SMALL, HEARD_CONSONANTS = 0.5, 0.75, 0.7
"""Likeness by sound, the same to a word with a small letter, and likeness by consonants, from which a name may be the
same one; chosen."""

NEAR = 0.35
"""Cosine from which two names may mean the same; chosen."""

NAMENESS_WITHIN, NAMENESS, NAMENESS_OF_ONE = 0.35, 0.55, 0.8
"""How much a word must look like a name; the same at the beginning of a sentence; and where capitals say nothing, in
languages that write all nouns so, of one that begins a sentence where the other does not, and of what may be a plural
there; chosen."""

CARRIED = 0.25
"""Share of the other words of either side that is rendered literally; chosen."""

P_EXCHANGED = 0.72
"""Probability of such a difference; chosen."""

_SOUNDED = frozenset({"latin", "cyrillic", "greek", "georgian"})
_NOUNS = frozenset({"de", "lb"})
_LEAST, _ABBREVIATED = 3, 4
"""Letters of the shortest name, and up to which one is short: before a full stop it may be an abbreviation; chosen."""


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence of n words, how much each looks like a name (n,), and which of them, by number, are ``lone``: names
    that are kept in translation and heard in no sentence of the other side that is near; and which ``otherwise``: names
    that are not kept ("Union" of "European Union")."""

    words: Sequence[Word]
    language: str
    nameness: Floats
    lone: Sequence[int]
    otherwise: Sequence[int]


def is_sounded(language: str) -> bool:
    """Whether names of a language (a primary subtag) can be held against others by their sound."""
    return script(language) in _SOUNDED and has_translated(language)


def kept(text: str, words: Sequence[Word], chosen: Sequence[int], language: str) -> list[int]:
    """Those of the ``chosen`` words of a sentence, which may be names, that keep their sound in translation."""
    return [
        k
        for k in chosen
        if _is_kept(words[k].text, language)
        and not (len(words[k].text) <= _ABBREVIATED and text[words[k].end : words[k].end + 1] == ".")
    ]


def otherwise(words: Sequence[Word], chosen: Sequence[int], names: Sequence[int]) -> list[int]:
    """Those of the ``chosen`` words of a sentence that are said otherwise in translation, but titles; ``names`` are
    those that are kept."""
    return [k for k in chosen if k not in names and words[k].is_name and not is_title(words[k].text)]


def heard(names: Sequence[str], others: Sequence[str], *, in_other_script: bool) -> NDArray[np.bool_]:
    """Which names (n,) sound like any of some words of another language, names rather than others."""
    found = np.zeros(len(names), bool)
    capital = [word for word in others if word[:1].isupper()]
    small = [word for word in others if not word[:1].isupper()]
    if names and capital:
        found |= likeness(names, capital).max(axis=1) >= HEARD
        if in_other_script:
            found |= likeness(names, capital, skeleton).max(axis=1) >= HEARD_CONSONANTS
    if names and small:
        found |= likeness(names, small).max(axis=1) >= HEARD_SMALL
    return found


def exchanged(
    ours: Named, theirs: Named, cosines: Floats, norms: Floats, other_norms: Floats, namesakes: Namesakes
) -> tuple[Span, Span] | None:
    """The one name of either side that stands for the other, or None.

    ``cosines`` (n, m) are of the words of both sides, ``norms`` (n,) and ``other_norms`` (m,) how much each word tells;
    ``namesakes`` are of the original.
    """
    if not ours.lone or not theirs.lone:
        return None
    runs, others = _own(ours, cosines, theirs.lone), _own(theirs, cosines.T, ours.lone)
    if len(runs) != 1 or len(others) != 1:
        return None
    (one,), (other,) = runs, others
    if _begins(ours, one) != _begins(theirs, other) and not all(
        _is_surely_one(*name) for name in ((ours, one), (theirs, other))
    ):
        return None
    if cosines[np.ix_(one, other)].max() >= NEAR or _may_be_one(ours, one, theirs, other):
        return None
    if min(_carried(cosines, norms, one, other), _carried(cosines.T, other_norms, other, one)) < CARRIED:
        return None
    if namesakes.may_be(_texts(ours, one), _texts(theirs, other), ()):
        return None
    return _span(ours, one), _span(theirs, other)


@lru_cache(maxsize=1 << 14)
def _is_kept(name: str, language: str) -> bool:
    if len(name) < _LEAST or name.isupper() or is_title(name) or meanings(name):
        return False
    if any(is_ordinary(form, language) for form in (name, name.removesuffix("s"))) or is_translated(name, language):
        return False
    return not any(set_of(member).kind == NAME for member in said(name, language).maybe)


def _own(of: Named, cosines: Floats, others: Sequence[int]) -> list[list[int]]:
    """Runs of lone names that look like names and that no other word than one of ``others`` says; those at the
    beginning of a sentence only where there is none within."""
    elsewhere = np.delete(cosines, list(others), axis=1).max(axis=1, initial=0.0)
    runs = [
        run
        for run in _runs(of)
        if elsewhere[run].max() < ELSEWHERE
        and of.nameness[run].max() >= _least_nameness(of, run)
        and not _is_part(of, run)
    ]
    within = [run for run in runs if of.words[run[0]].is_name]
    return within or runs


def _least_nameness(of: Named, run: Sequence[int]) -> float:
    if of.language in _NOUNS or (_begins(of, run) and of.language == "en" and _may_be_plural(of.words[run[-1]].text)):
        return NAMENESS_OF_ONE
    return NAMENESS if _begins(of, run) else NAMENESS_WITHIN


def _may_be_plural(word: str) -> bool:
    """Whether an English word may be a plural: "Scuffles broke out"."""
    return word.endswith("s") and not word.endswith("ss")


def _is_part(of: Named, run: Sequence[int]) -> bool:
    """Whether a name is a part of one with words that are called otherwise in translation."""
    first, last = run[0], run[-1]
    return any(
        (k == first - 1 and of.words[first].start - of.words[k].end <= 1)
        or (k == last + 1 and of.words[k].start - of.words[last].end <= 1)
        for k in of.otherwise
    )


def _begins(of: Named, run: Sequence[int]) -> bool:
    """Whether a name stands where every word has a capital: at the beginning of a sentence."""
    return not of.words[run[0]].is_name


def _is_surely_one(of: Named, run: Sequence[int]) -> bool:
    return not _begins(of, run) or float(of.nameness[run].max()) >= NAMENESS_OF_ONE


def _runs(of: Named) -> list[list[int]]:
    found: list[list[int]] = []
    for k in of.lone:
        if found and found[-1][-1] == k - 1 and of.words[k].start - of.words[k - 1].end <= 1:
            found[-1].append(k)
        else:
            found.append([k])
    return found


def _may_be_one(ours: Named, one: Sequence[int], theirs: Named, other: Sequence[int]) -> bool:
    """Whether two names have nearly the same consonants, "Ashley" and "Ešliju", or are of one place or person."""
    names, other_names = _texts(ours, one), _texts(theirs, other)
    if any(may_be_one(name, other_name) for name in names for other_name in other_names):
        return True
    if likeness(names, other_names, skeleton).max() >= HEARD_CONSONANTS:
        return True
    return any(_are_like(name, other_name) for name in names for other_name in other_names)


def _are_like(name: str, other: str) -> bool:
    """Whether one name's consonants begin the other's; or are a single one of a short name, which the other has:
    "Yale", "Jeilā"."""
    shorter, longer = sorted((skeleton(name), skeleton(other)), key=len)
    if len(shorter) == 1 and min(len(plain(name)), len(plain(other))) <= _ABBREVIATED:
        return shorter in longer
    return len(shorter) > 1 and longer.startswith(shorter)


def _carried(cosines: Floats, norms: Floats, one: Sequence[int], other: Sequence[int]) -> float:
    """Share of the words beside ``one`` that is said by words beside ``other``."""
    rest = np.delete(np.delete(cosines, list(one), axis=0), list(other), axis=1)
    weights = np.delete(norms, list(one)) ** 2
    return float(rest.max(axis=1, initial=0.0) @ weights / weights.sum()) if weights.any() else 0.0


def _texts(of: Named, run: Sequence[int]) -> list[str]:
    return [of.words[k].text for k in run]


def _span(of: Named, run: Sequence[int]) -> Span:
    return Span(of.words[run[0]].start, of.words[run[-1]].end)
