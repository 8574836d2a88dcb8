"""What the views for a terminal share: widths, colours, and text that cannot steer the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from checker.model import Finding, NearestSource, Place, Severity, SourceSegment, TargetSegment
from checker.printable import printable

INDENT = " " * 10
_COLOURS = {
    Severity.NEUTRAL: "2",
    Severity.MINOR: "33",
    Severity.MAJOR: "31;1",
    Severity.CRITICAL: "35;1",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How the view is drawn: width in columns, colour or not, findings below ``least`` left out.

    ``fingerprints`` are shown where findings may be dismissed by them.
    """

    width: int = 100
    color: bool = False
    least: Severity = Severity.MINOR
    fingerprints: bool = False

    def paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color else text


def safe(text: str) -> str:
    """Text of a document without anything that could steer a terminal, on one line."""
    return printable(" ".join(text.split()))


def where(place: TargetSegment | SourceSegment | NearestSource | Place) -> str:
    """Where a person finds it: its location, or its line where it has none; beside a finding, which of originals."""
    said = safe(place.location) if place.location else f"line {place.line}"
    return f"{safe(place.path)}, {said}" if isinstance(place, NearestSource) and place.path else said


def severity_color(severity: str) -> str:
    """The colour that ``Style.paint`` gives a severity."""
    return _COLOURS[Severity(severity)]


def finding_head(finding: Finding, style: Style) -> str:
    """Code, name, severity, probability and, where asked for, fingerprint."""
    severity = style.paint(str(finding.severity), _COLOURS[finding.severity])
    fingerprint = f"   {style.paint(finding.fingerprint, '2')}" if style.fingerprints else ""
    return f"{finding.code} {finding.name}   {severity}   {chance(finding.probability)}{fingerprint}"


def chance(probability: float | None) -> str:
    """A probability or a share in per cent, "-" where it was not measured; what is not certain is not called so."""
    if probability is None:
        return "-"
    if 0.995 <= probability < 1:
        return "over 99 %"
    return "under 1 %" if 0 < probability < 0.005 else f"{100 * probability:.0f} %"


def wrapped(text: str, width: int, indent: str, *, hang: int = 0, paint: Callable[[str], str] = str) -> list[str]:
    """Lines of at most ``width`` columns, all but the first ``hang`` further in."""
    lines = textwrap.wrap(text, max(width - len(indent), 30), subsequent_indent=" " * hang, break_on_hyphens=False)
    return [indent + paint(line) for line in lines]


def count(number: int, noun: str) -> str:
    """ "1 pair", "1,200 pairs"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
