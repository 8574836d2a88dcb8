"""A rendering against its original: from the evidence to what is reported of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from checker.checks import Limits, findings
from checker.checks.asides import without_asides
from checker.checks.registry import BY_CODE
from checker.evidence import MismatchKind, RenderingEvidence, SentenceEvidence, p_any
from checker.evidence.coverage import MIN_AT_AN_END, Stretch
from checker.evidence.details.terms import with_terms
from checker.evidence.gather import gather
from checker.evidence.records import RereadCount
from checker.model import (
    ALTERNATIVE,
    BeadLink,
    Document,
    Finding,
    FindingKind,
    Omission,
    RenderingResult,
    Segment,
    Share,
    SourceLink,
    SourceSegment,
    SourceText,
    TargetSegment,
    UnsupportedSpan,
    Verdict,
)
from checker.pipeline.loading import Loaded
from checker.pipeline.originals import OriginalText

_PART_ADDED, _WHOLE_OMITTED = (FindingKind.ADDITION, True), (FindingKind.OMISSION, False)
_TEXT = ("body", "comment", "title")
"""Regions of a document whose sentences a translation of it has."""


@dataclass(frozen=True, slots=True)
class RenderedText:
    """Sentences of a document that are offered as a rendering, and the language (BCP 47) of each and of the whole.

    ``confidence`` is that of the language of the whole; ``path`` is given when the original stands elsewhere.
    """

    document: Document
    segments: Sequence[Segment]
    languages: Sequence[str]
    language: str
    confidence: float
    path: str | None = None


class CheckedRendering(NamedTuple):
    """What is reported of a rendering, the findings on it, the original's sentences that it renders, ascending, and how
    much of it the second judge has read."""

    rendering: RenderingResult
    findings: tuple[Finding, ...]
    rendered: tuple[int, ...]
    reread: RereadCount | None = None


def check_rendering(
    text: RenderedText, original: OriginalText, loaded: Loaded, *, whole_source: bool = False, is_alone: bool = True
) -> CheckedRendering:
    """A rendering checked; ``whole_source`` says that the ends of the original may have been forgotten in it too, and
    ``is_alone`` that no other rendering beside it may have what it lacks."""
    evidence = rendering_evidence(
        original.segments,
        text.segments,
        text.languages,
        loaded,
        source_language=original.language,
        target_language=text.language,
        whole_source=whole_source,
    )
    gaps = _gaps_in_text(evidence, original) if is_alone else ()
    if gaps != evidence.coverage.gaps:
        evidence = _with_gaps(evidence, gaps, is_whole=is_alone)
    limits = loaded.settings.limits
    reported = without_asides(findings(evidence, limits, loaded.rules), evidence, limits)
    if limits.omissions != "always":
        reported = [finding for finding in reported if not _misses_picture(finding, evidence, original)]
    found = tuple(_placed(finding, text.document, original) for finding in reported)
    result = rendering_result(text, evidence, found, limits, original)
    return CheckedRendering(result, found, evidence.coverage.rendered, evidence.reread)


def _misses_picture(finding: Finding, evidence: RenderingEvidence, original: OriginalText) -> bool:
    """Whether a finding asks for what is said of a picture, which the rendering may well have left out."""
    if not finding.code.startswith("OMI") or len(finding.source) != 1:
        return False
    index = finding.source[0].index
    drawn = evidence.sources[index].links
    return not drawn and original.document.region_at(original.segments[index].start) == ALTERNATIVE


def _gaps_in_text(evidence: RenderingEvidence, original: OriginalText) -> tuple[Stretch, ...]:
    """The gaps that are more than headers, footers, notes, bylines and credits, which translations often leave out."""
    region_at, segments, sources = original.document.region_at, original.segments, evidence.sources
    return tuple(
        (first, stop)
        for first, stop in evidence.coverage.gaps
        if sum(region_at(segments[k].start) in _TEXT and not sources[k].is_aside for k in range(first, stop))
        >= min(MIN_AT_AN_END, stop - first)
    )


def _with_gaps(evidence: RenderingEvidence, gaps: tuple[Stretch, ...], *, is_whole: bool) -> RenderingEvidence:
    """The evidence with some of its gaps only: others may be filled elsewhere, or belong to no text."""
    covered = evidence.coverage
    return replace(
        evidence,
        is_excerpt=evidence.is_excerpt or (covered.is_partial and not gaps),
        coverage=replace(covered, gaps=gaps, is_whole=is_whole, is_partial=covered.is_partial and bool(gaps)),
    )


def _placed(finding: Finding, document: Document, original: OriginalText) -> Finding:
    """A finding on ``document``, with the line, column and location of each of its places.

    Rules count from the beginning of a sentence, which may run over lines, or over tags of the file it was taken
    from; the document knows better.  Indices of the original's sentences count from its first one among all originals.
    """
    nearest = tuple(
        replace(
            near,
            index=near.index + original.first,
            location=original.segments[near.index].location,
            path=original.path,
        )
        for near in finding.source
    )
    if finding.target is None:
        return replace(finding, source=nearest)
    start = finding.target.start
    line, column = document.line_and_column(start)
    target = replace(finding.target, line=line, column=column, location=document.location_at(start) or None)
    return replace(finding, target=target, source=nearest)


def rendering_evidence(
    source: Sequence[Segment],
    target: Sequence[Segment],
    languages: Sequence[str],
    loaded: Loaded,
    *,
    source_language: str,
    target_language: str,
    whole_source: bool = False,
) -> RenderingEvidence:
    """The evidence on the segments of a rendering, as ``gather`` has it, with what the glossary says of it."""
    evidence = gather(
        source,
        target,
        languages,
        source_language=source_language,
        target_language=target_language,
        judge=loaded.models.judge,
        rereader=loaded.second.rereader,
        whole_source=whole_source,
        source_side=loaded.models.originals.side(source, source_language),
    )
    return with_terms(evidence, loaded.glossary) if loaded.glossary else evidence


def rendering_result(
    text: RenderedText, evidence: RenderingEvidence, found: Sequence[Finding], limits: Limits, original: OriginalText
) -> RenderingResult:
    """What is reported of a rendering."""
    by = original.first
    rendered = tuple(target_segment(sentence, limits, by) for sentence in evidence.sentences)
    first, stop = evidence.stretch
    return RenderingResult(
        language=evidence.target_language,
        language_confidence=round(text.confidence, 4),
        start=rendered[0].start,
        end=rendered[-1].end,
        region=text.document.region_at(rendered[0].start),
        alignment=evidence.alignment.kind,
        verdict=_verdict(rendered, found),
        segments=rendered,
        beads=tuple(
            BeadLink(tuple(index + by for index in bead.source), bead.target, bead.similarity)
            for bead in evidence.alignment.beads
        ),
        omissions=tuple(
            Omission(index + by, evidence.sources[index].p_omission)
            for index in range(first, stop)
            if not evidence.is_excerpt and evidence.sources[index].p_omission >= 0.05
        ),
        path=text.path,
        original=original.path,
        coverage=Share(len(evidence.coverage.rendered), evidence.coverage.of),
    )


def target_segment(sentence: SentenceEvidence, limits: Limits, first: int = 0) -> TargetSegment:
    """A target sentence with the verdict that its evidence amounts to; the original's count from ``first``."""
    segment = sentence.segment
    spans = tuple(UnsupportedSpan(span.start, span.end, span.text, span.p_absent) for span in sentence.spans)
    if sentence.undetermined or (sentence.is_aside and sentence.p_addition >= limits.undetermined_from):
        verdict = Verdict.UNDETERMINED
    elif sentence.p_addition >= limits.min_p_addition:
        verdict = Verdict.UNSUPPORTED
    elif sentence.p_addition >= limits.undetermined_from and not limits.adds_clause(sentence):
        verdict = Verdict.UNDETERMINED
    elif any(limits.reports(span) for span in sentence.spans) or _is_told_otherwise(sentence, limits):
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
        p_any([mismatch.probability for mismatch in sentence.mismatches]),
    )


def _is_told_otherwise(sentence: SentenceEvidence, limits: Limits) -> bool:
    return any(
        mismatch.kind is MismatchKind.MEANING and mismatch.probability >= limits.min_p_mismatch
        for mismatch in sentence.mismatches
    )


def source_text(originals: Sequence[OriginalText], path: str | None = None) -> SourceText:
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
    kinds = {(finding.kind, BY_CODE[finding.code].of_part) for finding in found}
    additions = any(segment.verdict is Verdict.UNSUPPORTED for segment in rendered) or _PART_ADDED in kinds
    omissions = _WHOLE_OMITTED in kinds
    if additions and omissions:
        return "additions_and_omissions"
    if additions:
        return "additions"
    if omissions:
        return "omissions"
    if all(segment.verdict is Verdict.UNDETERMINED for segment in rendered):
        return "undetermined"
    return "faithful"
