"""What is written of a finding: its words, its ITS 2.0 type and severity, and how they are recognised next time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.checks.registry import BY_CODE
from checker.model import DocumentResult, Finding, PairResult, Severity
from checker.report.layout import chance
from checker.report.xml import legal

OWN = re.compile(
    r"\s*(?:\[[^\]]*\] )?[A-Z]{2,3}\d{3} [a-z]+(?:-[a-z]+)*, (?:neutral|minor|major|critical), (?:\d+ %|-):"
)
"""How a remark begins: this and its author show that it is the tool's own and not a person's."""

LEAST = Severity.MINOR
"""Severity from which findings are written; what nobody can tell (neutral) is no remark to a translator."""

_SEVERITIES = {Severity.NEUTRAL: 0, Severity.MINOR: 30, Severity.MAJOR: 70, Severity.CRITICAL: 100}
_PRIORITIES = {Severity.NEUTRAL: 10, Severity.MINOR: 6, Severity.MAJOR: 3, Severity.CRITICAL: 1}
_LINES = re.compile(r" \(line \d+\)| at line \d+")


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding in words, for the segment of a unit that it is on (None where the unit is one).

    ``type`` and ``severity`` (0 to 100) are those of ITS 2.0, ``priority`` (1 is first) that of XLIFF.
    """

    unit: str
    segment: str | None
    text: str
    type: str
    severity: int
    priority: int


def remarks(result: DocumentResult) -> Mapping[int, Sequence[Remark]]:
    """The remarks on each unit of a file, by the number of the unit from 0."""
    found: dict[int, list[Remark]] = {}
    several = _of_several(result.pairs)
    for finding in result.findings:
        pair = result.pairs[finding.pair_index]
        if finding.severity.rank < LEAST.rank or pair.origin is None:
            continue
        segment = (pair.origin.segment or "").replace("]", ")")
        label = f"[{segment}] " if segment and pair.origin.number in several else ""
        remark = Remark(
            pair.origin.unit,
            pair.origin.segment,
            label + _words(finding, pair),
            BY_CODE[finding.code].its_type,
            _SEVERITIES[finding.severity],
            _PRIORITIES[finding.severity],
        )
        found.setdefault(pair.origin.number, []).append(remark)
    return found


def count(result: DocumentResult) -> tuple[int, int]:
    """How many remarks there are, and on how many units."""
    found = remarks(result)
    return sum(map(len, found.values())), len(found)


def _of_several(pairs: Sequence[PairResult]) -> set[int]:
    """Numbers of the units that hold more than one pair."""
    counts = Counter(pair.origin.number for pair in pairs if pair.origin is not None)
    return {number for number, count in counts.items() if count > 1}


def _words(finding: Finding, pair: PairResult) -> str:
    """Without lines: a note moves them, and the next run must say the same."""
    head = f"{finding.code} {finding.name}, {finding.severity}, {chance(finding.probability)}"
    text = finding.target.text.strip() if finding.target is not None else ""
    message = _LINES.sub("", finding.message)
    shown = f' ("{text}")' if text and text != pair.target.strip() and text not in message else ""
    return " ".join(legal(f"{head}: {message}{shown}").split())
