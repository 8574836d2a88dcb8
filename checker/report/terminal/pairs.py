"""The view of aligned segments for people at a terminal: pairs with findings, source beside target."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from checker.model import DocumentResult, Finding, PairResult, Severity
from checker.report.copies import FirstPlace, FirstPlaces
from checker.report.language_names import language_name
from checker.report.layout import INDENT, Style, count, finding_head, safe, wrapped
from checker.report.support import RunCounts

_MOST_LANGUAGES = 3
_MOST_UNREAD = 20
_MOST_UNSURE = 12
_LABELS = {"source": "source  ", "target": "target  "}


def overview(result: DocumentResult) -> str:
    """What there is in the file: "English to Romanian, 1,200 pairs"."""
    languages = list(dict.fromkeys((pair.source_language, pair.target_language) for pair in result.pairs))
    named = ", ".join(
        f"{language_name(source)} to {language_name(target)}" for source, target in languages[:_MOST_LANGUAGES]
    )
    more = f" and {len(languages) - _MOST_LANGUAGES} more" if len(languages) > _MOST_LANGUAGES else ""
    return f"{named}{more}   {count(len(result.pairs), 'pair')}"


def body(result: DocumentResult, style: Style, earlier: FirstPlaces) -> list[str]:
    """Lines on each pair with findings at or above the style's least severity, and on what could not be read."""
    shown = [finding for finding in result.findings if finding.severity.rank >= style.least.rank]
    lines: list[str] = []
    for index, found in groupby(shown, key=lambda finding: finding.pair_index):
        on = [(finding, earlier.before(finding, result.path)) for finding in found]
        lines += ["", *_pair(result.pairs[index], on, style)]
    unsure = [finding for finding in result.findings if finding.severity.rank < style.least.rank]
    if unsure:
        places = [_place(result.pairs[finding.pair_index], [finding]) for finding in unsure[:_MOST_UNSURE]]
        more = f" and {len(unsure) - _MOST_UNSURE:,} more" if len(unsure) > _MOST_UNSURE else ""
        lines += ["", *wrapped(f"cannot tell (ask a person): {', '.join(places)}{more}", style.width, "  ")]
    if result.unread:
        lines += ["", f"  {style.paint('not read', '31;1')}"]
        lines += [
            line
            for record in result.unread[:_MOST_UNREAD]
            for line in wrapped(f"line {record.line}: {safe(record.reason)}", style.width, INDENT, hang=4)
        ]
        if len(result.unread) > _MOST_UNREAD:
            lines.append(f"{INDENT}and {len(result.unread) - _MOST_UNREAD} more")
    return lines


def summary(documents: Sequence[DocumentResult], of: RunCounts) -> list[str]:
    """Parts of the line that says it all."""
    parts = [count(sum(len(result.pairs) for result in documents), "pair")]
    if of.findings:
        places = {
            (number, finding.pair_index)
            for number, result in enumerate(documents)
            for finding in result.findings
            if finding.severity is not Severity.NEUTRAL and result.pairs
        }
        parts.append(f"{count(of.findings, 'finding')} in {count(len(places), 'pair')}")
    else:
        parts.append("no findings")
    unread = sum(len(result.unread) for result in documents)
    if unread:
        parts.append(f"{count(unread, 'record')} not read")
    return parts


def _pair(pair: PairResult, found: Sequence[tuple[Finding, FirstPlace | None]], style: Style) -> list[str]:
    name = "" if pair.id == str(pair.line) else f"   {safe(pair.id)}"
    lines = [f"  {_place(pair, [finding for finding, _ in found])}{name}"]
    for label, text in (("source", pair.source), ("target", pair.target)):
        text = _shortened(safe(text), 8 * style.width) or "(empty)"
        paint = (lambda line: style.paint(line, "1")) if label == "target" else str
        lines += wrapped(f"{_LABELS[label]}{text}", style.width, INDENT, hang=len(_LABELS[label]), paint=paint)
    for finding, first in found:
        lines.append(f"{INDENT}{finding_head(finding, style)}")
        lines += wrapped(_shortened(safe(finding.message), 8 * style.width), style.width, INDENT + "  ")
        if first is not None:
            lines += wrapped(f"the same as in {safe(first.path)}", style.width, INDENT + "  ", hang=4)
    return lines


def _place(pair: PairResult, found: Sequence[Finding]) -> str:
    located = [place.location for finding in found for place in (finding.target, *finding.source) if place]
    return next((safe(location) for location in located if location), f"line {pair.line}")


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]} ..."
