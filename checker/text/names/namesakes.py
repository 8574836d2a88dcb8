"""Names that stand side by side in an original: "Kit Harington" here may be "Kit" there and "Harington" elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from checker.text.names.likeness import likeness
from checker.text.words import Word

_ALIKE = 0.75
"""Likeness from which two words are one name in two spellings (chosen, below the likeness at which names are found:
here it only keeps quiet)."""


class Namesakes:
    """Which capitalised words stand side by side somewhere in the sentences of an original."""

    def __init__(self, sentences: Sequence[Sequence[Word]]) -> None:
        self.sentences = sentences

    @cached_property
    def beside(self) -> dict[str, frozenset[str]]:
        """For each capitalised word those that stand beside it."""
        found: dict[str, set[str]] = {}
        for words in self.sentences:
            for one, other in pairwise(words):
                if other.start - one.end == 1 and one.text[:1].isupper() and other.text[:1].isupper():
                    found.setdefault(one.text, set()).add(other.text)
                    found.setdefault(other.text, set()).add(one.text)
        return {word: frozenset(others) for word, others in found.items()}

    def may_be(self, there: Sequence[str], here: Sequence[str], said: Sequence[str]) -> bool:
        """Whether ``there``, the names of the original, are called by another of their names: by ``here``, those that
        differ from them, if there are any, or else by any of those that the rendering has ``said``."""
        others = sorted(set().union(*(self.beside.get(word, frozenset()) for word in there)))
        asked = list(here) or list(said)
        if not others or not asked:
            return False
        alike = likeness(asked, [*others, *there]) >= _ALIKE
        return bool(alike.any(axis=1).all() if here else alike[:, : len(others)].any())
