"""What a check reports: the records behind JSON version 1 (``checker/1``)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from checker.model.bitext import Origin, Unread
from checker.model.rules import FindingKind, Severity, Verdict

_SHOWN = 60
"""Characters of a finding's text in its ``repr``; chosen."""


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A source segment that a target segment draws on, or the nearest there is; cosine in [-1, 1]."""

    index: int
    similarity: float


@dataclass(frozen=True, slots=True)
class UnsupportedSpan:
    """Part of a target segment, and the probability that the original has no counterpart of it."""

    start: int
    end: int
    text: str
    p_addition: float


@dataclass(frozen=True, slots=True)
class TargetSegment:
    """A sentence of a rendering with the verdict on it; ``text`` is the slice of the document.

    ``p_mistranslation`` is the probability that it tells anything otherwise, a detail or the whole.
    ``location``, here and in the records below, is what a person looks for in a file whose lines nobody sees ("page
    3", "Sheet1!B4"); None where line and column say it.
    """

    index: int
    start: int
    end: int
    line: int
    column: int
    text: str
    verdict: Verdict
    p_addition: float
    source: tuple[SourceLink, ...] = ()
    spans: tuple[UnsupportedSpan, ...] = ()
    location: str | None = None
    p_mistranslation: float = 0.0


@dataclass(frozen=True, slots=True)
class SourceSegment:
    """A sentence of the original; ``path`` says of which one where a copy draws on several, else it is None."""

    index: int
    start: int
    end: int
    line: int
    text: str
    location: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class SourceText:
    """The original: its language (BCP 47), its sentences and, for two files, where it stands.

    Where a copy draws on several originals, ``segments`` are those of all, one after the other, each with its own path
    and with offsets into its own text; ``path`` names them all, and ``language`` is that of the first.
    """

    language: str
    segments: tuple[SourceSegment, ...]
    path: str | None = None

    def __repr__(self) -> str:
        return f"SourceText({self.language}, sentences: {len(self.segments):,})"


@dataclass(frozen=True, slots=True)
class BeadLink:
    """A bead as reported: indices of segments on both sides, cosine of the two."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Omission:
    """A source segment and the probability that the rendering leaves it out."""

    index: int
    p_omission: float


@dataclass(frozen=True, slots=True)
class Share:
    """How many of an original's sentences are rendered, ``of`` how many."""

    rendered: int
    of: int


@dataclass(frozen=True, slots=True, repr=False)
class RenderingResult:
    """One rendering found in a document, sentence by sentence.

    ``alignment`` is ``monotone`` or ``free``; ``verdict`` is ``faithful``, ``additions``,
    ``omissions``, ``additions_and_omissions`` or ``undetermined``.  ``path`` is that of the copy where the original is
    another file, ``original`` that of the one it was checked against where there are several.  ``coverage`` is the
    share of the original's sentences that it renders.
    """

    language: str
    language_confidence: float
    start: int
    end: int
    region: str
    alignment: str
    verdict: str
    segments: tuple[TargetSegment, ...]
    beads: tuple[BeadLink, ...]
    omissions: tuple[Omission, ...]
    path: str | None = None
    original: str | None = None
    coverage: Share | None = None

    def __repr__(self) -> str:
        return f"RenderingResult({self.language}, {self.verdict}, sentences: {len(self.segments):,})"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding points: half-open offsets, line and column from 1, and the text there.

    ``index`` is that of the target segment, in a bitext that of the pair, whose own text the offsets and the
    column then count in.
    """

    start: int
    end: int
    line: int
    column: int
    language: str
    text: str
    index: int | None = None
    location: str | None = None


@dataclass(frozen=True, slots=True)
class NearestSource:
    """A source sentence that a reader can hold beside the finding; ``path`` as in ``SourceSegment``."""

    index: int
    line: int
    similarity: float
    text: str
    location: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class FindingEvidence:
    """What the original does not have, in the target's own words."""

    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    spans: tuple[UnsupportedSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason to look, with its documented identity and its evidence; ``pair`` is the id of an aligned pair.

    ``probability`` is that the finding is right, in [0, 1]; None where it was not measured for its rule.
    ``priority``, in [0, 1], is where it stands in the order in which to look: the highest first.
    """

    code: str
    name: str
    mqm: str | None
    severity: Severity
    probability: float | None
    message: str
    target: Place | None
    source: tuple[NearestSource, ...]
    evidence: FindingEvidence
    fingerprint: str
    pair: str | None = None
    priority: float = 0.0

    def __repr__(self) -> str:
        """In short: what is needed to find it in a list of many."""
        said = self.target.text if self.target is not None and self.target.text.strip() else self.message
        shown = said if len(said) <= _SHOWN else f"{said[:_SHOWN].rstrip()}..."
        likely = "not measured" if self.probability is None else f"{self.probability:.4f}"
        return f"Finding({self.code}, {self.severity}, {likely}, line {self.line}, {shown!r})"

    @property
    def kind(self) -> FindingKind:
        """What it says of the rendering."""
        return FindingKind.of(self.mqm)

    @property
    def line(self) -> int:
        """Where a reader looks first: the line of the target, else that of the source."""
        return self.target.line if self.target is not None else self.source[0].line

    @property
    def pair_index(self) -> int:
        """Which aligned pair of its file it is on, from 0; a finding without a target segment names the source."""
        if self.target is not None and self.target.index is not None:
            return self.target.index
        return self.source[0].index


class Dismissal(StrEnum):
    """Where it says that a finding is dismissed."""

    BASELINE = "baseline"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Dismissed:
    """A dismissed finding; ``reason`` is what was given for it, or empty."""

    finding: Finding
    by: Dismissal
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OmittedSpan:
    """Part of a source segment, and the probability that nothing renders it."""

    start: int
    end: int
    text: str
    p_omission: float


@dataclass(frozen=True, slots=True)
class PairResult:
    """One already aligned pair, flagged or not; offsets count the code points of the pair's own texts.

    ``p_divergent`` is the probability that the two sides differ in meaning at all, ``p_unsupported`` that the target
    does not render the source.  The languages (BCP 47) are those in which the two sides were read; ``origin`` leads
    back to the unit in a file of units.  ``verdict`` is the worst that was found on it.
    """

    id: str
    line: int
    p_addition: float
    p_omission: float
    p_mistranslation: float
    p_divergent: float
    p_unsupported: float
    target_spans: tuple[UnsupportedSpan, ...]
    source_spans: tuple[OmittedSpan, ...]
    source_language: str
    target_language: str
    source: str
    target: str
    origin: Origin | None = None
    verdict: Verdict = Verdict.SUPPORTED


@dataclass(frozen=True, slots=True, repr=False)
class DocumentResult:
    """One document: ``status`` is ``checked``, ``partly_checked`` or ``failed``; ``error`` says why not checked.

    ``pairs`` has every pair of a file of already aligned segments and ``unread`` the records of it that could not
    be read, for which it is only partly checked; both are empty for other documents.  ``dismissed`` are findings that
    do not count, and are not among ``findings``; verdicts and probabilities stay what the evidence makes them.
    """

    path: str
    status: str
    error: str | None
    source: SourceText | None
    renderings: tuple[RenderingResult, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()
    pairs: tuple[PairResult, ...] = ()
    unread: tuple[Unread, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()

    def __repr__(self) -> str:
        """In short: texts of thousands of sentences are no answer to somebody who only wants to see what came."""
        of = f"pairs: {len(self.pairs):,}" if self.pairs else f"renderings: {len(self.renderings):,}"
        return f"DocumentResult({self.path!r}, {self.status}, {of}, findings: {len(self.findings):,})"

    @classmethod
    def failed(cls, path: str, reason: str) -> DocumentResult:
        """A document that could not be checked."""
        return cls(path, "failed", reason, None, (), ())


@dataclass(frozen=True, slots=True)
class Signature:
    """What makes a run repeatable: the same signature on the same bytes gives the same result.

    ``second`` names the second judge and its revision where it was asked.
    """

    version: str
    model: str
    model_sha256: str
    settings: dict[str, Any] = field(default_factory=dict)
    second: str | None = None
