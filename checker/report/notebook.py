"""A view for notebooks: a table a rendering, under each sentence what was found on it; every text is escaped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from html import escape
from itertools import groupby

from checker.model import DocumentResult, Finding, RenderingResult, Severity, TargetSegment, Verdict
from checker.report.copies import FirstPlace, FirstPlaces
from checker.report.language_names import language_name
from checker.report.layout import chance, where
from checker.report.rows import SentenceFinder, reason
from checker.report.terminal import safe, summary_line

_MOST_UNREAD = 20
_MARKS = {
    Verdict.SUPPORTED: "✓ supported",
    Verdict.PARTLY_SUPPORTED: "◐ partly supported",
    Verdict.UNSUPPORTED: "✗ not in the original",
    Verdict.UNDETERMINED: "? cannot tell",
}
_COLOURS = {
    Severity.CRITICAL: "#8e24aa",
    Severity.MAJOR: "#c0392b",
    Severity.MINOR: "#b58900",
    Severity.NEUTRAL: "#888888",
}
_LEFT = "text-align:left;vertical-align:top"
First = Callable[[Finding], FirstPlace | None]
"""Says of a finding where it stands first, if that is not in the document that is shown."""


def report(documents: Sequence[DocumentResult]) -> str:
    """An HTML fragment with every sentence of every rendering, every pair with findings, and all findings."""
    places = FirstPlaces()
    parts = [_document(document, partial(places.before, path=document.path)) for document in documents]
    return f"<div>{''.join(parts)}<p>{escape(summary_line(documents))}</p></div>"


def _document(document: DocumentResult, first: First) -> str:
    head = f'<h4 dir="auto">{escape(safe(document.path))}</h4>'
    if document.status != "checked":
        label = "not checked" if document.status == "failed" else "checked only in part"
        head += f"<p><b>{label}</b>: {escape(safe(reason(document)))}</p>"
    head += "".join(f"<p>note: {escape(safe(note))}</p>" for note in document.notes)
    return head + (_pairs(document, first) if document.pairs else _renderings(document, first))


def _pairs(document: DocumentResult, first: First) -> str:
    """Pairs with findings; the others are counted in the line below."""
    rows = []
    in_order = sorted(document.findings, key=lambda finding: finding.pair_index)
    for index, found in groupby(in_order, key=lambda finding: finding.pair_index):
        pair = document.pairs[index]
        on = list(found)
        cells = (str(pair.line), safe(pair.id), safe(pair.source), safe(pair.target), _mark(pair.verdict, on))
        rows += [_cells(cells), *_findings(on, len(cells), first)]
    unread = "".join(
        f"<p>line {record.line} not read: {escape(safe(record.reason))}</p>"
        for record in document.unread[:_MOST_UNREAD]
    )
    return (_table(("line", "id", "source", "target", "verdict"), rows) if rows else "") + unread


def _renderings(document: DocumentResult, first: First) -> str:
    sentences = SentenceFinder(document)
    on: defaultdict[int | None, list[Finding]] = defaultdict(list)
    for finding in document.findings:
        sentence = sentences.of(finding)
        on[None if sentence is None else sentence.start].append(finding)
    parts = [_rendering(rendering, document, on, first) for rendering in document.renderings]
    if on[None]:
        rows = [row for finding in on[None] for row in _findings([finding], 1, first)]
        parts.append(_table(("left out, or on the whole",), rows))
    return "".join(parts)


def _rendering(
    rendering: RenderingResult, document: DocumentResult, on: defaultdict[int | None, list[Finding]], first: First
) -> str:
    rows = []
    for segment in rendering.segments:
        rows += [_sentence(segment, document, on[segment.start]), *_findings(on[segment.start], 4, first)]
    table = _table(("place", "rendering", "verdict", "original"), rows)
    return f"<p>{escape(language_name(rendering.language))}</p>{table}"


def _sentence(segment: TargetSegment, document: DocumentResult, found: Sequence[Finding]) -> str:
    source = document.source.segments if document.source else ()
    drawn = " ".join(safe(source[link.index].text) for link in segment.source)
    mark = _mark(segment.verdict, found)
    return _cells((safe(segment.location or str(segment.line)), safe(segment.text), mark, drawn))


def _mark(verdict: Verdict, found: Iterable[Finding]) -> str:
    """The verdict; a sentence that is supported but for a wrong number has no tick."""
    differs = any(finding.severity is not Severity.NEUTRAL for finding in found)
    return "≠ see below" if verdict is Verdict.SUPPORTED and differs else _MARKS[verdict]


def _findings(found: Iterable[Finding], columns: int, first: First) -> list[str]:
    """A row for each finding under the sentence or pair that it is on."""
    rows = []
    for finding in found:
        head = f"{finding.code} {finding.name} · {finding.severity} · {chance(finding.probability)}"
        said = [f"<b>{escape(head)}</b>", escape(safe(finding.message))]
        if finding.target is None and finding.pair is None:
            said += [f"{escape(where(near))}: {escape(safe(near.text))}" for near in finding.source[:1]]
        same = first(finding)
        said += [f"the same as in {escape(safe(same.path))}"] if same else []
        style = f"{_LEFT};border-left:4px solid {_COLOURS[finding.severity]}"
        rows.append(f'<tr><td colspan="{columns}" style="{style}" dir="auto">{"<br>".join(said)}</td></tr>')
    return rows


def _table(columns: Sequence[str], rows: Sequence[str]) -> str:
    heads = "".join(f'<th style="{_LEFT}">{name}</th>' for name in columns)
    return f"<table><tr>{heads}</tr>{''.join(rows)}</table>"


def _cells(cells: Sequence[str]) -> str:
    body = "".join(f'<td style="{_LEFT}" dir="auto">{escape(cell)}</td>' for cell in cells)
    return f"<tr>{body}</tr>"
