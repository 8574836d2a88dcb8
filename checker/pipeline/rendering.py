"""From evidence on a rendering to what is reported of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.checks import Limits
from checker.evidence import RenderingEvidence, SentenceEvidence
from checker.model import (
    BeadLink,
    Document,
    Finding,
    Omission,
    RenderingResult,
    SourceLink,
    SourceSegment,
    SourceText,
    TargetSegment,
    UnsupportedSpan,
    Verdict,
)
from checker.pipeline.originals import Original


def rendering_result(
    document: Document,
    evidence: RenderingEvidence,
    confidence: float,
    found: Sequence[Finding],
    limits: Limits,
    original: Original,
    path: str | None = None,
) -> RenderingResult:
    """What is reported of a rendering in ``document``; ``path`` is given when the original stands elsewhere."""
    by = original.first
    rendered = tuple(target_segment(sentence, limits, by) for sentence in evidence.sentences)
    first, stop = evidence.stretch
    return RenderingResult(
        language=evidence.target_language,
        language_confidence=round(confidence, 4),
        start=rendered[0].start,
        end=rendered[-1].end,
        region=document.region_at(rendered[0].start),
        alignment=evidence.alignment.kind,
        verdict=_verdict(rendered, found),
        segments=rendered,
        beads=tuple(
            BeadLink(tuple(index + by for index in bead.source), bead.target, bead.similarity)
            for bead in evidence.alignment.beads
        ),
        omissions=tuple(
            Omission(index + by, evidence.p_omission[index])
            for index in range(first, stop)
            if not evidence.is_excerpt and evidence.p_omission[index] >= 0.05
        ),
        path=path,
        original=original.path,
    )


def target_segment(sentence: SentenceEvidence, limits: Limits, first: int = 0) -> TargetSegment:
    """A target sentence with the verdict that its evidence amounts to; the original's count from ``first``."""
    segment = sentence.segment
    spans = tuple(UnsupportedSpan(span.start, span.end, span.text, span.p_absent) for span in sentence.spans)
    if sentence.undetermined:
        verdict = Verdict.UNDETERMINED
    elif sentence.p_addition >= limits.min_p_addition:
        verdict = Verdict.UNSUPPORTED
    elif sentence.p_addition >= limits.undetermined_from:
        verdict = Verdict.UNDETERMINED
    elif any(span.p_absent >= limits.min_p_span for span in sentence.spans):
        verdict = Verdict.PARTLY_SUPPORTED
    else:
        verdict = Verdict.SUPPORTED
    links = sentence.links if verdict is not Verdict.UNSUPPORTED else ()
    return TargetSegment(
        segment.index,
        segment.start,
        segment.end,
        segment.line,
        segment.column,
        segment.text,
        verdict,
        sentence.p_addition,
        tuple(SourceLink(link.index + first, link.similarity) for link in links),
        spans,
        segment.location,
    )


def source_text(originals: Sequence[Original], path: str | None = None) -> SourceText:
    """The originals as they are reported, their sentences one after the other; ``path`` is where they stand."""
    return SourceText(
        originals[0].language,
        tuple(
            SourceSegment(
                segment.index + original.first,
                segment.start,
                segment.end,
                segment.line,
                segment.text,
                segment.location,
                original.path,
            )
            for original in originals
            for segment in original.segments
        ),
        path,
    )


def _verdict(rendered: Sequence[TargetSegment], found: Sequence[Finding]) -> str:
    codes = Counter(finding.code for finding in found)
    additions = any(segment.verdict is Verdict.UNSUPPORTED for segment in rendered) or codes["ADD002"]
    omissions = codes["OMI001"]
    if additions and omissions:
        return "additions_and_omissions"
    if additions:
        return "additions"
    if omissions:
        return "omissions"
    if all(segment.verdict is Verdict.UNDETERMINED for segment in rendered):
        return "undetermined"
    return "faithful"
