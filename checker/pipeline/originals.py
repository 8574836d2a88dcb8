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

_ASKED = 12
_UNDOUBTED = 0.9
"""So many sentences, spread over an original, tell its language when this share of them is in it."""


@lru_cache(_KEPT)
def _language(contents: tuple[str, ...]) -> str:
    language, share = language_of_all(contents[:: -(-len(contents) // _ASKED)])
    return language if share >= _UNDOUBTED else language_of_all(contents)[0]


class Originals:
    """Language and side of originals; each is made once for renderings that are checked one after the other."""

    def __init__(self, encoder: Encoder, word_model: EmbeddedEncoder) -> None:
        self._encoder, self._word_model = encoder, word_model
        self._kept = lru_cache(_KEPT)(self._made)

    def language(self, source: Sequence[Segment]) -> str:
        """The language that most of an original is in."""
        return _language(tuple(segment.content for segment in source))

    def side(self, source: Sequence[Segment], language: str) -> Side:
        """The sentences of an original with their vectors, words and quantities."""
        contents = tuple(segment.content for segment in source)
        return self._made(contents, language) if len(contents) > _LONGEST else self._kept(contents, language)

    def _made(self, contents: tuple[str, ...], language: str) -> Side:
        return Side.of(contents, [language] * len(contents), self._encoder, self._word_model)
