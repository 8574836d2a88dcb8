"""One text of two that are held against each other: its sentences as vectors and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from checker.encoders import Encoder
from checker.evidence.scorer.lengths import length
from checker.evidence.words import lexical
from checker.faults import costing
from checker.text.quantities import Quantity, quantities

Floats = NDArray[np.float64]
Vectors = NDArray[np.float32]
_QUOTED = 30
"""Characters of a sentence that a message quotes (chosen)."""


@dataclass(frozen=True, slots=True)
class Side:
    """Sentences of one text: unit vectors (n, d), lengths in letters (n,), languages, their words and quantities."""

    vectors: Vectors
    lengths: Floats
    languages: tuple[str, ...]
    lexicon: lexical.Lexicon
    numbers: tuple[tuple[Quantity, ...], ...]

    @classmethod
    def of(
        cls, contents: Sequence[str], languages: Sequence[str], encoder: Encoder, word_model: lexical.WordModel
    ) -> Side:
        """One text from its sentences and their languages."""
        lengths = np.array([length(content) for content in contents], dtype=float)
        asked = list(zip(contents, languages, strict=True))
        found = {one: _numbers(*one) for one in dict.fromkeys(asked)}
        numbers = tuple(found[one] for one in asked)
        lexicon = lexical.Lexicon.of(contents, word_model)
        return cls(encoder.encode(contents), lengths, tuple(languages), lexicon, numbers)

    def only(self, chosen: Sequence[int]) -> Side:
        """Some sentences as a text of its own."""
        rows = list(chosen)
        languages = tuple(self.languages[k] for k in rows)
        numbers = tuple(self.numbers[k] for k in rows)
        return Side(self.vectors[rows], self.lengths[rows], languages, self.lexicon.only(rows), numbers)

    def alone(self, chosen: Sequence[int], contents: Sequence[str], word_model: lexical.WordModel) -> Side:
        """Some sentences, which say ``contents``, as if there were no others: a name is what is one in them."""
        return replace(self.only(chosen), lexicon=lexical.Lexicon.of(contents, word_model))


def _numbers(content: str, language: str) -> tuple[Quantity, ...]:
    with costing(f"the numbers of {content[:_QUOTED]!r}"):
        return tuple(quantities(content, language))
    return ()
