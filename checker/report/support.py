"""Which sentences of renderings are not supported, as reports count them: without what people have dismissed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from checker.model import DocumentResult, Finding, FindingKind, Severity, Verdict


class Unsupported(NamedTuple):
    """Sentences that the original does not support: those that count, and those that people have dismissed."""

    left: int
    dismissed: int


def unsupported(documents: Iterable[DocumentResult]) -> Unsupported:
    """Sentences of renderings without a counterpart in the original."""
    left = dismissed = 0
    for result in documents:
        places = _unsupported(result)
        gone = sum(_is_on(one.finding, set(places)) for one in result.dismissed)
        left, dismissed = left + len(places) - gone, dismissed + gone
    return Unsupported(left, dismissed)


def other_findings(result: DocumentResult) -> int:
    """Findings above neutral but for those that only say that a sentence is not supported."""
    places = set(_unsupported(result))
    return sum(one.severity is not Severity.NEUTRAL and not _is_on(one, places) for one in result.findings)


def _unsupported(result: DocumentResult) -> list[tuple[int, int]]:
    segments = (segment for rendering in result.renderings for segment in rendering.segments)
    return [(segment.start, segment.end) for segment in segments if segment.verdict is Verdict.UNSUPPORTED]


def _is_on(finding: Finding, places: set[tuple[int, int]]) -> bool:
    """Whether a finding says that one of these sentences has no counterpart."""
    target = finding.target
    return finding.kind is FindingKind.ADDITION and target is not None and (target.start, target.end) in places
