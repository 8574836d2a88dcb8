"""English words and what says their opposite: "ancient" and "modern".

Listed by hand (``data/antonyms.txt``, which says how).  Unlike ``contrasts`` they need no words of other languages:
those are told by the vectors of the model.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "antonyms.txt"

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Opposed:
    """An English word as a list has it: its ``bases``; forms that say ``same``, and forms that say the ``opposite``."""

    bases: frozenset[str]
    opposite_bases: frozenset[str]
    same: tuple[str, ...]
    opposite: tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def opposed(word: str) -> Opposed | None:
    """What an English word, in whatever form, is opposed to; None where it is not listed."""
    listed = _listed()
    bases = listed.bases.get(word.lower())
    if bases is None:
        return None
    opposite = frozenset(other for base in bases for other in listed.opposites[base])
    return Opposed(bases, opposite, listed.telling(bases), listed.telling(opposite))


@dataclass(frozen=True, slots=True)
class _List:
    """Opposites by word, words by form, and the forms that no rule makes."""

    opposites: dict[str, frozenset[str]]
    bases: dict[str, frozenset[str]]
    irregular: dict[str, tuple[str, ...]]

    def telling(self, words: frozenset[str]) -> tuple[str, ...]:
        """Each word as it is listed, with its irregular forms."""
        return tuple(form for word in sorted(words) for form in (word, *self.irregular.get(word, ())))


@cache
def _listed() -> _List:
    opposites: dict[str, set[str]] = defaultdict(set)
    irregular: dict[str, tuple[str, ...]] = {}
    not_forms: set[str] = set()
    for line in DATA.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            word, *forms = line[2:].split()
            irregular[word] = tuple(forms)
        elif line.startswith("! "):
            not_forms.update(line[2:].split())
        elif not line.startswith("#"):
            ones, others = (side.split() for side in line.split(" | "))
            for word in ones:
                opposites[word].update(others)
            for word in others:
                opposites[word].update(ones)
    bases: dict[str, set[str]] = defaultdict(set)
    for word in opposites:
        for form in (word, *((_forms(word) | {*irregular.get(word, ())}) - not_forms)):
            bases[form].add(word)
    return _List(
        {word: frozenset(others) for word, others in opposites.items()},
        {form: frozenset(words) for form, words in bases.items()},
        irregular,
    )


def _forms(word: str) -> set[str]:
    """What English endings make of a word, as a verb, a noun and an adjective; more than there is."""
    forms = {word + ending for ending in ("s", "es", "ed", "ing", "er", "est", "ly")}
    if word.endswith("e"):
        forms |= {word[:-1] + ending for ending in ("ed", "ing", "er", "est", "y")}
    elif word.endswith("y"):
        forms |= {word[:-1] + ending for ending in ("ied", "ies", "ier", "iest", "ily")}
    elif word[-1] not in _VOWELS:
        forms |= {word + word[-1] + ending for ending in ("ed", "ing", "er", "est")}
    return forms
