"""Findings dismissed in comments or a baseline: left out of the findings of a result, which notes how many they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePath

from checker.baseline import Baseline
from checker.checks import Rule, wanted
from checker.errors import UsageError
from checker.model import Dismissal, Dismissed, DocumentResult, Finding, FindingKind, Pair, Segment, Span, Suppression

_MOST_NAMED = 5

Covers = Callable[[Suppression, Finding], bool]
"""Whether a comment that names a part of its file covers a finding."""


def by_baseline(result: DocumentResult, baseline: Baseline) -> DocumentResult:
    """The result without the findings that ``baseline`` has, and with a note of how many there were."""
    dismissed = tuple(
        Dismissed(finding, Dismissal.BASELINE, baseline.entries[finding.fingerprint].reason)
        for finding in result.findings
        if finding.fingerprint in baseline.entries
    )
    return _without(result, dismissed, PurePath(baseline.path).name)


def by_comments(
    result: DocumentResult, comments: Sequence[Suppression], covers: Covers, rules: Sequence[Rule], name: str = ""
) -> DocumentResult:
    """The result without the findings that comments dismiss, with notes of how many and of comments that are no use.

    ``rules`` are those that were wanted: a comment for others is left alone.  ``name`` is that of the file with the
    comments, where it must be told from another.
    """
    if not comments:
        return result
    heeded = [comment for comment in comments if not (comment.problem or _unknown(comment))]
    used: set[int] = set()
    dismissed = []
    for finding in result.findings:
        by = [comment for comment in heeded if _is_on(comment, finding, covers)]
        used.update(id(comment) for comment in by)
        if by:
            reason = next((comment.reason for comment in by if comment.reason), "")
            dismissed.append(Dismissed(finding, Dismissal.COMMENT, reason))
    result = _without(result, tuple(dismissed), f"comments{_of(name)}")
    idle = [comment for comment in heeded if id(comment) not in used and _is_wanted(comment, rules)]
    wrong = [(comment.line, problem) for comment in comments if (problem := comment.problem or _unknown(comment))]
    notes = [f"line {line}{_of(name)}: the comment is no use: {problem}" for line, problem in wrong[:_MOST_NAMED]]
    if len(wrong) > _MOST_NAMED:
        notes.append(f"{len(wrong) - _MOST_NAMED} more comments{_of(name)} are no use")
    if idle:
        named = [f"line {comment.line} ({', '.join(comment.codes) or 'all'})" for comment in idle[:_MOST_NAMED]]
        more = f" and {len(idle) - _MOST_NAMED} more" if len(idle) > _MOST_NAMED else ""
        notes.append(f"comments that dismiss nothing{_of(name)}: {', '.join(named)}{more}")
    return replace(result, notes=(*result.notes, *notes))


def in_document(comment: Suppression, finding: Finding) -> bool:
    """Whether a comment beside a rendering covers a finding: where it points, or where something is missing."""
    target = finding.target
    return comment.span is not None and target is not None and _touch(comment.span, target.start, target.end)


def any_of(*sides: Covers) -> Covers:
    """Whether a comment covers a finding on any of these sides."""
    return lambda comment, finding: any(covers(comment, finding) for covers in sides)


def in_original(segments: Sequence[Segment], first: int = 0) -> Covers:
    """Whether a comment beside the original covers a finding: what of it is left out.

    ``segments`` are the original's, whose indices count from ``first`` in findings.
    """

    def covers(comment: Suppression, finding: Finding) -> bool:
        if comment.span is None or finding.kind is not FindingKind.OMISSION:
            return False
        index = finding.source[0].index - first
        if not 0 <= index < len(segments):
            return False
        omitted = segments[index]
        return _touch(comment.span, omitted.start, omitted.end)

    return covers


def in_pairs(pairs: Sequence[Pair]) -> Covers:
    """Whether a comment on a unit of a file covers a finding on one of its pairs."""

    def covers(comment: Suppression, finding: Finding) -> bool:
        origin = pairs[finding.pair_index].origin
        return comment.unit is not None and origin is not None and comment.unit == origin.number

    return covers


def _touch(span: Span, start: int, end: int) -> bool:
    return span.start <= start <= span.end if start == end else span.start < end and start < span.end


def _is_on(comment: Suppression, finding: Finding, covers: Covers) -> bool:
    if comment.codes and not finding.code.startswith(comment.codes):
        return False
    return (comment.span is None and comment.unit is None) or covers(comment, finding)


def _unknown(comment: Suppression) -> str:
    """What is wrong with its codes, or nothing."""
    try:
        wanted(comment.codes, ())
    except UsageError as error:
        return str(error)
    return ""


def _is_wanted(comment: Suppression, rules: Sequence[Rule]) -> bool:
    return any(not comment.codes or rule.code.startswith(comment.codes) for rule in rules)


def _of(name: str) -> str:
    return f" of {name}" if name else ""


def _without(result: DocumentResult, dismissed: tuple[Dismissed, ...], how: str) -> DocumentResult:
    if not dismissed:
        return result
    gone = {id(one.finding) for one in dismissed}
    count = f"{len(dismissed)} finding{'s' if len(dismissed) > 1 else ''}"
    return replace(
        result,
        findings=tuple(finding for finding in result.findings if id(finding) not in gone),
        dismissed=(*result.dismissed, *dismissed),
        notes=(*result.notes, f"{count} dismissed by {how}"),
    )
