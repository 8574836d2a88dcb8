"""Evidence: for every target word, span and sentence what supports it; for every source one too."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model import Alignment, Segment, SourceLink


class WordKind(StrEnum):
    """What kind of thing a word says; names and numbers weigh most with a reader."""

    NAME = "name"
    NUMBER = "number"
    WORD = "word"
    FUNCTION = "function"


@dataclass(frozen=True, slots=True)
class WordEvidence:
    """One word, its place in its document, and how well the other side supports it.

    ``weight`` says how telling the word is, 0 for a word that tells nothing; ``support`` in [0, 1] is
    the best there is anywhere on the other side; ``p_absent`` the probability of no counterpart.
    """

    start: int
    end: int
    text: str
    kind: WordKind
    weight: float
    support: float
    p_absent: float


@dataclass(frozen=True, slots=True)
class SpanEvidence:
    """Adjoining words without counterpart, with one probability for the whole."""

    start: int
    end: int
    text: str
    p_absent: float


@dataclass(frozen=True, slots=True)
class SentenceEvidence:
    """What the original says to one target sentence.

    ``links`` are the source sentences it draws on (of a bead, or the best combination), ``nearest``
    the closest ones whether they support it or not, both best first.  ``similarity`` is the cosine to
    the combination.  ``undetermined`` says why nothing can be said, or is empty.  ``language`` is the
    sentence's own.  ``identical`` is the index of a source sentence that says the same in the same
    words, or None.
    """

    segment: Segment
    language: str
    links: tuple[SourceLink, ...]
    nearest: tuple[SourceLink, ...]
    similarity: float
    p_addition: float
    words: tuple[WordEvidence, ...]
    spans: tuple[SpanEvidence, ...]
    undetermined: str = ""
    identical: int | None = None


@dataclass(frozen=True, slots=True)
class RenderingEvidence:
    """All evidence on one rendering of one original.

    ``p_omission`` has one probability for each source sentence.  ``stretch`` is the half-open range of
    source sentences that the rendering covers, and ``is_excerpt`` says that it leaves out so much of
    it that a missing sentence is no omission.
    """

    source: tuple[Segment, ...]
    source_language: str
    target_language: str
    sentences: tuple[SentenceEvidence, ...]
    alignment: Alignment
    p_omission: tuple[float, ...]
    stretch: tuple[int, int]
    is_excerpt: bool
