"""What a run comes to in numbers, as every report says it: findings that count, without what people have dismissed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.model import DocumentResult, Finding, FindingKind, Severity, Verdict


@dataclass(frozen=True, slots=True)
class RunCounts:
    """A run in numbers.

    ``findings`` are those above neutral: ``unsupported`` of them each say that a sentence has no counterpart in the
    original, ``others`` say anything else.  ``undetermined`` are neutral ones: nobody can tell.  ``dismissed`` count
    nowhere else, and ``silent`` are unsupported sentences on which no rule that was wanted speaks.
    """

    unsupported: int = 0
    others: int = 0
    undetermined: int = 0
    dismissed: int = 0
    silent: int = 0

    @property
    def findings(self) -> int:
        return self.unsupported + self.others


def run_counts(documents: Iterable[DocumentResult]) -> RunCounts:
    """All documents in numbers."""
    unsupported = others = undetermined = dismissed = silent = 0
    for result in documents:
        places = _unsupported(result)
        counted = [finding for finding in result.findings if finding.severity is not Severity.NEUTRAL]
        added = {place for finding in counted if (place := _sentence(finding, places))}
        unsupported += len(added)
        others += sum(_sentence(finding, places) is None for finding in counted)
        undetermined += len(result.findings) - len(counted)
        dismissed += len(result.dismissed)
        silent += len(places - _spoken_of(result))
    return RunCounts(unsupported, others, undetermined, dismissed, silent)


def _unsupported(result: DocumentResult) -> set[tuple[int, int]]:
    segments = (segment for rendering in result.renderings for segment in rendering.segments)
    return {(segment.start, segment.end) for segment in segments if segment.verdict is Verdict.UNSUPPORTED}


def _sentence(finding: Finding, places: set[tuple[int, int]]) -> tuple[int, int] | None:
    """The unsupported sentence that a finding says to have no counterpart."""
    place = (finding.target.start, finding.target.end) if finding.target is not None else None
    return place if finding.kind is FindingKind.ADDITION and place in places else None


def _spoken_of(result: DocumentResult) -> set[tuple[int, int]]:
    found = (*result.findings, *(one.finding for one in result.dismissed))
    return {(finding.target.start, finding.target.end) for finding in found if finding.target is not None}
