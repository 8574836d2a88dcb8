"""Evidence: for every target word, span and sentence what supports it; for every source one too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import prod
from typing import NamedTuple

from checker.evidence.coverage import NO_COVERAGE, Coverage
from checker.model import Alignment, Codes, Segment, SourceLink, Term


class WordKind(StrEnum):
    """What kind of thing a word says; names and numbers weigh most with a reader."""

    NAME = "name"
    NUMBER = "number"
    WORD = "word"
    FUNCTION = "function"


class WordEvidence(NamedTuple):
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
    """Adjoining words without counterpart, with one probability for the whole; ``is_clause`` where they were judged
    as a sentence is."""

    start: int
    end: int
    text: str
    p_absent: float
    is_clause: bool = False


class MismatchKind(StrEnum):
    """What kind of detail two sides say differently."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    POLARITY = "polarity"
    MEANING = "meaning"


FIGURES = frozenset({MismatchKind.NUMBER, MismatchKind.DATE})
"""What is said with figures or with words that stand for some."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where one side says a detail: the segment's index, offsets into its document, and the text there."""

    index: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A detail that differs, appears (``source`` is None) or vanishes (``target`` is None)."""

    kind: MismatchKind
    source: Mention | None
    target: Mention | None
    probability: float


@dataclass(frozen=True, slots=True)
class TermEvidence:
    """A glossary's term in the source that target sentence ``index`` does not render as it should.

    ``target`` is where a forbidden rendering stands, or None where none of the required ones does.
    """

    term: Term
    source: Mention
    index: int
    target: Mention | None


@dataclass(frozen=True, slots=True)
class SourceEvidence:
    """What a rendering says of one source sentence.

    ``links`` are the target sentences that draw on it; ``words`` and ``spans`` have, in a sentence that
    something renders, the probability that a part of it is left out.  ``is_aside``: it stands around the text, as
    bylines and credits do, and need not be rendered.
    """

    segment: Segment
    links: tuple[int, ...]
    p_omission: float
    words: tuple[WordEvidence, ...] = ()
    spans: tuple[SpanEvidence, ...] = ()
    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The pair (``index``) whose source a target renders in place of its own: the probabilities that it differs in
    meaning from its own source (``p_here``) and from that one (``p_there``)."""

    index: int
    p_here: float
    p_there: float


@dataclass(frozen=True, slots=True)
class PairEvidence:
    """The probabilities of one already aligned pair: that its target adds something, omits something of its
    source, says a detail otherwise; that the two differ in meaning at all; that nothing in the target renders the
    source; and that a large part of the source is not rendered (``p_shortened``).  ``elsewhere`` is the pair whose
    source the target seems to render."""

    p_addition: float
    p_omission: float
    p_mistranslation: float
    p_divergent: float
    p_unsupported: float
    p_shortened: float = 0.0
    elsewhere: Elsewhere | None = None


@dataclass(frozen=True, slots=True)
class SentenceEvidence:
    """What the original says to one target sentence.

    ``links`` are the source sentences it draws on (of a bead, or the best combination), ``nearest``
    the closest ones whether they support it or not, both best first.  ``similarity`` is the cosine to
    the combination.  ``undetermined`` says why nothing can be said, or is empty.  ``language`` is the
    sentence's own.  ``identical`` is the index of a source sentence that says the same in the same
    words, or None.  ``mismatches`` are details that the sentence and its links say differently.  ``is_aside``: it
    stands around the text, as bylines and credits do, and claims nothing.
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
    mismatches: tuple[Mismatch, ...] = ()
    is_aside: bool = False


class MovedPassage(NamedTuple):
    """Target sentences (ascending) that stand elsewhere than the source sentences that they render, one for each."""

    target: tuple[int, ...]
    source: tuple[int, ...]


class RereadCount(NamedTuple):
    """How many target sentences the second judge has read, how many it might have read besides, and how many of those
    it has read were too long to be read at once."""

    read: int
    left: int
    windowed: int


@dataclass(frozen=True, slots=True)
class RenderingEvidence:
    """All evidence on one rendering of one original.

    ``sources`` has the evidence on each source sentence.  ``stretch`` is the half-open range of source sentences that
    the rendering covers, and ``is_excerpt`` says that it leaves out so much of it that a missing sentence is no
    omission; ``coverage`` is how much of it is rendered.  Where the two sides came aligned (source k with target k),
    ``pairs`` has the evidence on each pair, ``contexts`` what of each tells it from others with the same source text,
    and ``codes`` the placeholders left out of it.  ``terms`` is what a glossary has against it, ``reread`` what the
    second judge has read of it, None where it was not asked.
    """

    source: tuple[Segment, ...]
    source_language: str
    target_language: str
    sentences: tuple[SentenceEvidence, ...]
    alignment: Alignment
    sources: tuple[SourceEvidence, ...]
    stretch: tuple[int, int]
    is_excerpt: bool
    pairs: tuple[PairEvidence, ...] = ()
    contexts: tuple[str | None, ...] = ()
    codes: tuple[Codes | None, ...] = ()
    terms: tuple[TermEvidence, ...] = ()
    reread: RereadCount | None = None
    coverage: Coverage = NO_COVERAGE
    moved: tuple[MovedPassage, ...] = ()

    @property
    def is_aligned(self) -> bool:
        """Whether the two sides came as pairs, of which each is judged by itself; else it is a text."""
        return self.alignment.kind == "given"


def p_any(probabilities: Sequence[float]) -> float:
    """The probability that anything of what has these probabilities is so, were they independent."""
    return 1.0 - prod(1.0 - p for p in probabilities)
