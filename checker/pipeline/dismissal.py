"""What people have dismissed: findings that are left out of a result, and said to be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from checker.baseline import Baseline
from checker.model import Dismissal, Dismissed, DocumentResult


def by_baseline(result: DocumentResult, baseline: Baseline) -> DocumentResult:
    """The result without the findings that ``baseline`` has, and with a note of how many there were."""
    dismissed = tuple(
        Dismissed(finding, Dismissal.BASELINE, baseline.entries[finding.fingerprint].reason)
        for finding in result.findings
        if finding.fingerprint in baseline.entries
    )
    return _without(result, dismissed, f"dismissed by {PurePath(baseline.path).name}")


def _without(result: DocumentResult, dismissed: tuple[Dismissed, ...], how: str) -> DocumentResult:
    if not dismissed:
        return result
    gone = {id(one.finding) for one in dismissed}
    count = f"{len(dismissed)} finding{'s' if len(dismissed) > 1 else ''}"
    return replace(
        result,
        findings=tuple(finding for finding in result.findings if id(finding) not in gone),
        dismissed=(*result.dismissed, *dismissed),
        notes=(*result.notes, f"{count} {how}"),
    )
