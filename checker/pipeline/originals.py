"""What was prepared of the last few originals, for their other renderings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from checker.encoders import Encoder
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.matching import Side
from checker.model import Segment
from checker.pipeline.sentences import language_of_all

_KEPT = 8
_LONGEST = 2000
"""Sentences; what is longer takes much memory, and is seldom checked against many renderings."""

_language_of_all = lru_cache(_KEPT)(language_of_all)


class Originals:
    """Language and side of originals; each is made once for renderings that are checked one after the other."""

    def __init__(self, encoder: Encoder, word_model: EmbeddedEncoder) -> None:
        self._encoder, self._word_model = encoder, word_model
        self._kept = lru_cache(_KEPT)(self._made)

    def language(self, source: Sequence[Segment]) -> str:
        """The language that most of an original is in."""
        language, _ = _language_of_all(tuple(segment.content for segment in source))
        return language

    def side(self, source: Sequence[Segment], language: str) -> Side:
        """The sentences of an original with their vectors, words and quantities."""
        contents = tuple(segment.content for segment in source)
        return self._made(contents, language) if len(contents) > _LONGEST else self._kept(contents, language)

    def _made(self, contents: tuple[str, ...], language: str) -> Side:
        return Side.of(contents, [language] * len(contents), self._encoder, self._word_model)
