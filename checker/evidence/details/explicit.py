"""Names that only a rendering says, and yet are no additions: it says more plainly who or what is meant.

A fuller name ("Jeremy Corbyn" for "Corbyn"), what an acronym stands for, a currency's country, a river that belongs to
a town's name, a spelling with the original one in brackets, and a name that stands in a sentence nearby.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.model import Span
from checker.text.names.likeness import likeness
from checker.text.words import Word

SAME = 0.75
"""Likeness by sound from which a word is the same name; chosen."""

AFTER_NUMBER = 3
"""Words after a number within which a name may belong to its unit ("livres sterling"); chosen."""

_LONGEST_ACRONYM = 6
"""Letters of an acronym that may be written out; chosen."""

MEANT = 0.5
"""Cosine from which a name says what a name of a sentence nearby says, in another word; chosen."""

_BRACKETED = 3
"""Words after the first one of a name within which the original's spelling may stand in brackets; chosen."""

_ON_RIVER = frozenset("nad pod am ob sur upon".split())
"""What stands between a town and the river of its name: "Kolín nad Rýnom"."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that says a name: its words, where its numbers end, the words of what it renders and of the
    sentences near that, and how nearly a name of these means what each of its words does (cosines, one a word)."""

    words: Sequence[Word]
    numbers_end: Sequence[int]
    rendered: Sequence[str]
    near: Sequence[str]
    meant: Sequence[float]


def is_explicit(name: Span, told: Told) -> bool:
    """Whether a name that nothing rendered says is only more plainly said."""
    at = [k for k, word in enumerate(told.words) if word.start < name.end and name.start < word.end]
    if not at:
        return False
    said = [told.words[k].text for k in at]
    return (
        _is_heard(said, told.near)
        or max(told.meant[k] for k in at) >= MEANT
        or _is_bracketed(told, at[-1])
        or _is_river(told.words, at[0])
        or _is_heard(_beside(told.words, at[0], at[-1]), told.rendered)
        or _is_of_a_number(told, at[0])
        or _is_written_out(told.words, at[0], at[-1], told.rendered)
    )


def _is_heard(names: Sequence[str], others: Sequence[str]) -> bool:
    listed = [other for other in others if other[:1].isupper()]
    return bool(names and listed) and bool((likeness(names, listed) >= SAME).any(axis=1).any())


def _beside(words: Sequence[Word], first: int, last: int) -> list[str]:
    """Words with a capital right before and after a name."""
    found = []
    for k, gap in ((first - 1, _gap(words, first - 1)), (last + 1, _gap(words, last))):
        if 0 <= k < len(words) and gap <= 1 and words[k].text[:1].isupper():
            found.append(words[k].text)
    return found


def _gap(words: Sequence[Word], k: int) -> int:
    """Characters between a word and the next one; more than any where there is none."""
    return words[k + 1].start - words[k].end if 0 <= k < len(words) - 1 else 1 << 30


def _is_of_a_number(told: Told, first: int) -> bool:
    """Whether a name stands so soon after a number that it may say which pounds or dollars they are."""
    start = told.words[max(first - AFTER_NUMBER, 0)].start
    return any(start <= end <= told.words[first].start for end in told.numbers_end)


def _is_written_out(words: Sequence[Word], first: int, last: int, rendered: Sequence[str]) -> bool:
    """Whether a name is a part of what an acronym of the other side stands for: "New York City" for "NYC"."""
    while first > 0 and _gap(words, first - 1) <= 2 and words[first - 1].text[:1].isupper():
        first -= 1
    while last + 1 < len(words) and _gap(words, last) <= 2 and words[last + 1].text[:1].isupper():
        last += 1
    initials = "".join(word.text[0] for word in words[first : last + 1])
    acronyms = {word for word in rendered if word.isupper() and 2 <= len(word) <= _LONGEST_ACRONYM}
    return len(initials) > 1 and any(initials in word or word in initials for word in acronyms)


def _is_bracketed(told: Told, last: int) -> bool:
    """Whether soon behind a name the original's own stands apart: "Ņūportas (Newport)", "Islamo valstybės (ISIS)"."""
    rendered = frozenset(told.rendered)
    return any(
        _gap(told.words, k - 1) > 1 and told.words[k].text[:1].isupper() and told.words[k].text in rendered
        for k in range(last + 1, min(last + 1 + _BRACKETED, len(told.words)))
    )


def _is_river(words: Sequence[Word], first: int) -> bool:
    """Whether a name is that of the river at which a town lies that is named before it."""
    return first > 1 and words[first - 1].text in _ON_RIVER and words[first - 2].text[:1].isupper()


def _is_acronym(name: str) -> bool:
    return 2 <= len(name.removesuffix("s")) <= _LONGEST_ACRONYM and name.removesuffix("s").isupper()


def _is_plural_of_acronym(name: str) -> bool:
    return name.endswith("s") and _is_acronym(name)


def is_acronym_of(name: str, said: Span, told: Told) -> bool:
    """Whether a name of the original is an acronym and what is said for it may be what it stands for, in another
    language: "PNG" and "Papua Naujoji Gvinėja"; or is said for another acronym, by its letters."""
    at = [k for k, word in enumerate(told.words) if word.start < said.end and said.start < word.end]
    is_acronym = _is_acronym(name)
    if is_acronym and len(at) == 1 and _is_plural_of_acronym(name) and _is_plural_of_acronym(told.words[at[0]].text):
        return True  # "SMEs", "PMEs": letters of the words of either language
    return (is_acronym and len(at) > 1) or (bool(at) and _is_written_out(told.words, at[0], at[-1], told.rendered))
