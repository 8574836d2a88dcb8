"""A view for notebooks: one table a rendering, every text of a document escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from checker.model import DocumentResult, RenderingResult, TargetSegment, Verdict
from checker.report.language_names import language_name
from checker.report.terminal import safe, summary_line

_MOST_UNREAD = 20
_MARKS = {
    Verdict.SUPPORTED: ("✓", ""),
    Verdict.PARTLY_SUPPORTED: ("◐ partly", "border-left:3px solid #b58900"),
    Verdict.UNSUPPORTED: ("✗ not in the original", "border-left:3px solid #c0392b"),
    Verdict.UNDETERMINED: ("? undetermined", "border-left:3px solid #888"),
}


def report(documents: Sequence[DocumentResult]) -> str:
    """An HTML fragment: for each rendering its sentences beside what they draw on."""
    parts = [_document(document) for document in documents]
    return f"<div>{''.join(parts)}<p>{escape(summary_line(documents))}</p></div>"


def _document(document: DocumentResult) -> str:
    head = f"<h4>{escape(safe(document.path))}</h4>"
    if document.status == "failed":
        return f"{head}<p>not checked: {escape(safe(document.error or ''))}</p>"
    if document.pairs:
        return head + _pairs(document)
    return head + "".join(_rendering(rendering, document) for rendering in document.renderings)


def _pairs(document: DocumentResult) -> str:
    """Pairs with findings; the others are counted in the line below."""
    rows = []
    for index, group in groupby(document.findings, key=lambda finding: finding.pair_index):
        pair, found = document.pairs[index], list(group)
        said = "; ".join(f"{finding.code} {finding.message}" for finding in found)
        rows.append(_cells((str(pair.line), safe(pair.id), safe(pair.source), safe(pair.target), safe(said))))
    unread = "".join(
        f"<p>line {record.line} not read: {escape(safe(record.reason))}</p>"
        for record in document.unread[:_MOST_UNREAD]
    )
    return _table(("line", "id", "source", "target", "findings"), rows) + unread


def _rendering(rendering: RenderingResult, document: DocumentResult) -> str:
    rows = [_row(segment, document) for segment in rendering.segments]
    table = _table(("line", "rendering", "verdict", "p", "original"), rows)
    return f"<p>{escape(language_name(rendering.language))}</p>{table}"


def _table(columns: Sequence[str], rows: Sequence[str]) -> str:
    heads = "".join(f"<th>{name}</th>" for name in columns)
    return f"<table><tr>{heads}</tr>{''.join(rows)}</table>"


def _row(segment: TargetSegment, document: DocumentResult) -> str:
    mark, style = _MARKS[segment.verdict]
    source = document.source.segments if document.source else ()
    drawn = " ".join(safe(source[link.index].text) for link in segment.source)
    cells = (safe(segment.location or str(segment.line)), safe(segment.text), mark, f"{segment.p_addition:.2f}", drawn)
    return _cells(cells, style)


def _cells(cells: Sequence[str], style: str = "") -> str:
    body = "".join(f'<td style="text-align:left" dir="auto">{escape(cell)}</td>' for cell in cells)
    return f'<tr style="{style}">{body}</tr>'
