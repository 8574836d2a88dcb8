"""Originals as they are checked against, and what was prepared of the last few for their other renderings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.checks.rule import folded
from checker.config import AUTO
from checker.evidence.documents import SAME_WORDS
from checker.evidence.judge import FirstJudge
from checker.evidence.side import Side
from checker.model import Document, Segment
from checker.pipeline.sentences import (
    language_of_all,
    segments,
    sentences_of,
    without_comments,
    without_sentences,
)
from checker.pipeline.site import without_site

_KEPT = 8
_AT_ONCE = 1000
"""Sentences that are compared with all of an original at once; bounds the memory."""

_LONGEST = 2000
"""Sentences; what is longer takes much memory, so that only the last such original is kept."""

_ASKED = 12
_UNDOUBTED = 0.9
"""So many sentences, spread over an original, tell its language when this share of them is in it."""


@lru_cache(_KEPT)
def _language(contents: tuple[str, ...]) -> str:
    language, share = language_of_all(contents[:: -(-len(contents) // _ASKED)])
    return language if share >= _UNDOUBTED else language_of_all(contents)[0]


@dataclass(frozen=True)
class OriginalText:
    """The sentences of one original, numbered from 0, and their language (BCP 47).

    Where a copy draws on several, ``path`` tells them apart, and ``first`` is how many sentences the ones before have.
    """

    document: Document
    segments: Sequence[Segment]
    language: str
    first: int = 0
    path: str | None = None


class PreparedOriginals:
    """Language and side of originals; each is made once for renderings that are checked one after the other."""

    def __init__(self, judge: FirstJudge) -> None:
        self._judge = judge
        self._kept = lru_cache(_KEPT)(self._made)
        self._long_kept = lru_cache(1)(self._made)

    def of(self, documents: Sequence[Document], declared: str) -> list[OriginalText]:
        """Originals one after the other, in the language ``declared`` (BCP 47) or that they seem to be in.

        Raises ``EmptyError`` when there is no sentence in one.
        """
        originals: list[OriginalText] = []
        first = 0
        for document in documents:
            read = without_comments(without_site(document))
            source = segments(read, [span for paragraph in sentences_of(read) for span in paragraph])
            if not source:
                raise without_sentences(read)
            language = self.language(source) if declared == AUTO else declared
            originals.append(OriginalText(read, source, language, first, read.path if len(documents) > 1 else None))
            first += len(source)
        return originals

    def repeats(self, contents: Sequence[str], original: OriginalText) -> list[int | None]:
        """For each of some sentences, the index of the one of an original in the same words, or nearly so."""
        side = self.side(original.segments, original.language)
        same = {folded(segment.content): segment.index for segment in original.segments}
        vectors = self._judge.encoder.encode(contents)
        found: list[int | None] = []
        for start in range(0, len(contents), _AT_ONCE):
            cosines = vectors[start : start + _AT_ONCE] @ side.vectors.T
            nearest = zip(cosines.argmax(axis=1).tolist(), cosines.max(axis=1).tolist(), strict=True)
            found += [index if cosine >= SAME_WORDS else None for index, cosine in nearest]
        return [same.get(folded(content), index) for content, index in zip(contents, found, strict=True)]

    def language(self, source: Sequence[Segment]) -> str:
        """The language that most of an original is in."""
        return _language(tuple(segment.content for segment in source))

    def side(self, source: Sequence[Segment], language: str) -> Side:
        """The sentences of an original with their vectors, words and quantities."""
        contents = tuple(segment.content for segment in source)
        return (self._long_kept if len(contents) > _LONGEST else self._kept)(contents, language)

    def _made(self, contents: tuple[str, ...], language: str) -> Side:
        return self._judge.side(contents, [language] * len(contents))
