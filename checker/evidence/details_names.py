"""Names that a target sentence and what it draws on do not share.

A name is looked for on the other side by its meaning (countries, cities, well-known people have a vector), by its
sound (also by its consonants alone, for scripts that write no vowels or whole syllables), and among acronyms that
are translated.  How surely it is missing, a logistic regression says (``training/details.py``).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.model import Span
from checker.text.acronyms import meanings
from checker.text.names import likeness, skeleton
from checker.text.ordinary import is_ordinary
from checker.text.words import Word, is_shouting

Floats = NDArray[np.float64]

FEATURES = (
    "absent", "absent_anywhere", "cosine", "likeness", "skeleton", "nameness", "acronym", "known_acronym", "initial",
    "length", "short", "beside_name", "beside_found", "headline", "unspaced", "other_script", "weight", "parts",
    "absent_other_script", "known", "english", "german", "ordinary", "beside_ordinary", "taken",
)  # fmt: skip
"""Columns of ``features``: of one name how well the other side supports it, and what kind of name it is."""

_HEADLINE = 0.6
"""Share of words with a capital from which capitals say little."""

_LONGEST_ACRONYM = 5
_UNSPACED = frozenset({"zh", "ja", "th", "ko"})
_SCRIPTS = {
    **dict.fromkeys("ar fa ur he".split(), "consonants"), **dict.fromkeys("zh ja ko th".split(), "syllables"),
    **dict.fromkeys("hi bn ta".split(), "indic"), "ka": "georgian", "hy": "armenian", "el": "greek",
    **dict.fromkeys("ru uk bg sr mk be".split(), "cyrillic"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence's words, and how much each (n,) looks like a name."""

    text: str
    language: str
    words: Sequence[Word]
    nameness: Floats


@dataclass(frozen=True, slots=True)
class Missing:
    """Adjoining words of a sentence that are a name without counterpart, and the log-odds of that."""

    span: Span
    log_odds: float


def candidates(text: str, words: Sequence[Word], left_out: Collection[int]) -> list[int]:
    """Which words may be names, by their capital; not those that begin at offsets ``left_out``: months and days."""
    if is_shouting(text):
        return []
    return [
        k
        for k, word in enumerate(words)
        if len(word.text) > 1 and word.text[0].isupper() and word.span.start not in left_out
    ]


def missing(side: Side, chosen: Sequence[int], log_odds: Floats, least: float) -> list[Missing]:
    """Names among ``chosen`` whose log-odds reach ``least``; words that adjoin are one name."""
    found: list[tuple[int, int, float]] = []
    for k, value in zip(chosen, log_odds.tolist(), strict=True):
        if value < least:
            continue
        if found and found[-1][1] == k - 1 and side.words[k].span.start - side.words[k - 1].span.end <= 1:
            found[-1] = found[-1][0], k, max(value, found[-1][2])
        else:
            found.append((k, k, value))
    return [
        Missing(Span(side.words[first].span.start, side.words[last].span.end), value) for first, last, value in found
    ]


def paired(ours: Sequence[Missing], theirs: Sequence[Missing]) -> list[tuple[Missing | None, Missing | None]]:
    """Missing names of the source with those that stand in their place, the surest first; the rest alone."""
    left, right = (sorted(names, key=lambda name: -name.log_odds) for names in (ours, theirs))
    count = min(len(left), len(right))
    return [*zip(left[:count], right[:count], strict=True), *((name, None) for name in left[count:]),
            *((None, name) for name in right[count:])]  # fmt: skip


def features(
    side: Side, chosen: Sequence[int], support: NDArray[np.float32], others: Sequence[str], other_language: str
) -> Floats:
    """Features (len(chosen), len(FEATURES)) of the names of a sentence.

    ``support`` (len(chosen), len(NAME_SUPPORT)) is from ``lexical.Support.of_names``, ``others`` are the words to find
    the names in.
    """
    if not chosen:
        return np.zeros((0, len(FEATURES)))
    columns = support.astype(float)
    listed = [side.words[k].text for k in chosen]
    different = _SCRIPTS.get(side.language, "latin") != _SCRIPTS.get(other_language, "latin")
    consonants = _consonants(listed, others, other_language) if different else np.zeros(len(chosen))
    capitals = sum(word.text[0].isupper() for word in side.words) / len(side.words)
    spoken = others if any(map(_is_acronym, listed)) else ()
    said = frozenset[int]().union(*(meanings(other) for other in spoken))
    cosine = np.maximum(columns[:, 1], columns[:, 4] - 0.05)
    alike = np.maximum(columns[:, 3], consonants)
    known = np.array([bool(meanings(name) & said) for name in listed], dtype=float)
    found = np.maximum(np.maximum(_rescaled(cosine, 0.2, 0.6), _rescaled(alike, 0.4, 0.85)), known)
    anywhere = np.maximum(_rescaled(columns[:, 0], 0.2, 0.6), _rescaled(columns[:, 2], 0.4, 0.85))
    supports = found.tolist()
    places = {k: n for n, k in enumerate(chosen)}
    ordinary = [is_ordinary(name, side.language) for name in listed]
    rows = []
    for n, k in enumerate(chosen):
        beside = [places[j] for j in (k - 1, k + 1) if j in places]
        name = listed[n]
        rows.append(
            (
                side.nameness[k], _is_acronym(name), not side.words[k].is_name, min(len(name), 12) / 12, len(name) <= 3,
                bool(beside), max((supports[j] for j in beside), default=0.0), ordinary[n],
                any(ordinary[j] for j in beside),
            )
        )  # fmt: skip
    nameness, acronym, initial, length, short, beside_name, beside_found, is_common, beside_common = zip(
        *rows, strict=True
    )
    table = np.empty((len(chosen), len(FEATURES)))
    for at, column in enumerate(
        (
            1.0 - found, 1.0 - np.maximum(found, anywhere), cosine, columns[:, 3], consonants, nameness, acronym, known,
            initial, length, short, beside_name, beside_found, capitals > _HEADLINE, other_language in _UNSPACED,
            different, columns[:, 5] / 5, columns[:, 6] / 6, (1.0 - found) * different, columns[:, 5] > 0,
            side.language == "en", side.language == "de", is_common, beside_common, columns[:, 7],
        )
    ):  # fmt: skip
        table[:, at] = column
    return table


def _is_acronym(word: str) -> bool:
    return 2 <= len(word) <= _LONGEST_ACRONYM and word.isupper()


def _rescaled(values: Floats, low: float, high: float) -> Floats:
    rescaled: Floats = np.clip((values - low) / (high - low), 0.0, 1.0)
    return rescaled


def _consonants(names: Sequence[str], others: Sequence[str], other_language: str) -> Floats:
    """How well each name's consonants are found in the other words, in [0, 1]."""
    if other_language not in _UNSPACED:
        best: Floats = likeness(names, others, skeleton).max(axis=1, initial=0.0).astype(float)
        return best
    from rapidfuzz.fuzz import partial_ratio

    whole = skeleton("".join(others))
    forms = [skeleton(name) for name in names]
    return np.array(
        [partial_ratio(form, whole) / 100 if 3 <= len(form) <= len(whole) else 0.0 for form in forms], dtype=float
    )
