"""Markdown to paste into a pull request or a mail: a line of summary, a table of documents, the findings.

Text of documents is never markup: quotations are code spans, other text is escaped.  Hosts make links and pictures of
plain text too (@name, #12, www.example.org, :tada:), so a word joiner (U+2060) stands after the sign.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from checker.model import DocumentResult, Finding, Severity
from checker.report.context import Context
from checker.report.copies import FirstPlace, FirstPlaces
from checker.report.language_names import language_name
from checker.report.layout import chance, count, safe, where
from checker.report.rows import pair_of, reason

MOST_FINDINGS = 100
"""Findings that are shown, the gravest: GitHub cuts a comment at 65,536 characters."""
MOST_DOCUMENTS = 500
_MOST_TEXT = 600
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~$^#@]|^[-+=.]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d\d\d)[.)]|:(?=//)")
_LINKING = re.compile(r"(?<=[@#])(?=\w)|(?<=www)(?=\.)|(?<=:)(?=[\w+-]*[a-z][\w+-]*:)", re.I)

_Shown = tuple[tuple[int, float], int, int, str]
"""How grave and sure a finding is (sure: 0 where not measured), the number of its document, its own, what is shown."""


def write(documents: Iterable[DocumentResult], _context: Context) -> Iterator[str]:
    """The summary, which needs all documents; of each only what is shown is kept."""
    shown: list[_Shown] = []
    names: list[str] = []
    table: list[str] = []
    tally: Counter[str] = Counter()
    places = FirstPlaces()
    for number, result in enumerate(documents):
        names.append(f"{_code(result.path)}{_overview(result)}")
        table.append(_row(result))
        tally.update({"documents": 1, "findings": len(result.findings), result.status: 1})
        tally.update(finding.severity.value for finding in result.findings)
        shown += [
            (
                (finding.severity.rank, finding.probability or 0.0),
                number,
                place,
                _finding(finding, result, places.before(finding, result.path)),
            )
            for place, finding in enumerate(result.findings)
        ]
        if len(shown) > 2 * MOST_FINDINGS:
            shown = _gravest(shown)
    yield f"## Translation check\n\n{_summary(tally)}\n"
    if table:
        yield "\n" + _table(table)
    last = -1
    for _, number, _, text in sorted(_gravest(shown), key=lambda one: one[1:3]):
        if number != last:
            yield f"\n### {names[number]}\n"
            last = number
        yield "\n" + text
    if tally["findings"] > MOST_FINDINGS:
        more = count(tally["findings"] - MOST_FINDINGS, "finding")
        yield f"\n{more} more, no graver than these, in the other formats.\n"


def _gravest(shown: list[_Shown]) -> list[_Shown]:
    return sorted(shown, key=lambda one: (-one[0][0], -one[0][1], one[1], one[2]))[:MOST_FINDINGS]


def _summary(tally: Counter[str]) -> str:
    parts = [count(tally["documents"], "document")]
    counted = {severity: tally[severity.value] for severity in reversed(Severity) if severity is not Severity.NEUTRAL}
    severities = ", ".join(f"{number:,} {severity}" for severity, number in counted.items() if number)
    parts.append(f"**{count(sum(counted.values()), 'finding')}** ({severities})" if severities else "no findings")
    if tally[Severity.NEUTRAL.value]:
        parts.append(f"{tally[Severity.NEUTRAL.value]:,} undetermined")
    if tally["failed"]:
        parts.append(f"**{tally['failed']:,} not checked**")
    if tally["partly_checked"]:
        parts.append(f"**{tally['partly_checked']:,} only partly checked**")
    return ", ".join(parts) + "."


def _table(rows: list[str]) -> str:
    head = f"| Document | Segments | {' | '.join(severity.title() for severity in reversed(Severity))} | |\n"
    more = f"\n{count(len(rows) - MOST_DOCUMENTS, 'document')} more.\n" if len(rows) > MOST_DOCUMENTS else ""
    return f"{head}|---|---:|---:|---:|---:|---:|---|\n{''.join(rows[:MOST_DOCUMENTS])}{more}"


def _row(result: DocumentResult) -> str:
    counts = Counter(finding.severity for finding in result.findings)
    segments = len(result.pairs) or sum(len(rendering.segments) for rendering in result.renderings)
    remarks = []
    if result.status != "checked":
        label = "not checked" if result.status == "failed" else "partly checked"
        remarks.append(f"**{label}**: {_text(reason(result))}")
    remarks += map(_text, result.notes)
    numbers = [str(counts[severity] or "") for severity in reversed(Severity)]
    name = _code(result.path).replace("|", "\\|")  # a bar ends a cell even in a code span
    return f"| {' | '.join([name, str(segments or ''), *numbers, '; '.join(remarks)])} |\n"


def _overview(result: DocumentResult) -> str:
    pairs = dict.fromkeys((pair.source_language, pair.target_language) for pair in result.pairs)
    if result.source is not None:
        pairs |= dict.fromkeys((result.source.language, rendering.language) for rendering in result.renderings)
    if not pairs:
        return ""
    (source, target), *more = pairs
    several = f" and {len(more)} more" if more else ""
    return f" {_text(language_name(source))} to {_text(language_name(target))}{several}"


def _finding(finding: Finding, result: DocumentResult, first: FirstPlace | None) -> str:
    pair = pair_of(finding, result)
    head = f"{finding.code} {finding.name}, {chance(finding.probability)}{_place(finding)}"
    lines = [f"**{finding.severity}** {head}  ", _text(finding.message)]
    if pair is not None:
        lines += ["", f"> source {_code(pair.source)}", ">", f"> target {_code(pair.target)}"]
    else:
        if finding.target is not None and finding.target.text.strip():
            lines += ["", f"> {_code(finding.target.text)}"]
        label = "nearest in the original" if finding.target is not None else "in the original"
        for nearest in () if first and first.alike else finding.source[:1]:
            lines += ["", f"{label}, {_text(where(nearest))}: {_code(nearest.text)}"]
    if first is not None:
        lines += ["", f"the same as in {_code(first.path)}"]
    return "\n".join(lines) + "\n"


def _place(finding: Finding) -> str:
    target = finding.target
    parts = [] if finding.pair is None else [f"segment {_code(finding.pair)}"]
    if target is not None and target.location:
        parts.append(_text(target.location))
    elif target is not None:
        parts.append(f"line {target.line}" if finding.pair is not None else f"line {target.line}:{target.column}")
    return "".join(f", {part}" for part in parts)


def _text(text: str) -> str:
    """Text in which nothing is markup, on one line."""
    return _LINKING.sub("\u2060", _SPECIAL.sub(r"\\\g<0>", _shortened(safe(text))))


def _code(text: str) -> str:
    """Text as a code span, on one line."""
    text = _shortened(safe(text))
    if not text:
        return "(empty)"
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_TEXT else f"{text[:_MOST_TEXT]} ..."
