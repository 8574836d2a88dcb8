"""Documents as the terminal shows them, and the line of summary."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from checker.model import (
    DocumentResult,
    Finding,
    FindingKind,
    Place,
    RenderingResult,
    SourceSegment,
    TargetSegment,
    Verdict,
)
from checker.report.context import Context
from checker.report.copies import FirstPlace, FirstPlaces
from checker.report.language_names import language_name
from checker.report.layout import INDENT, Style, count, finding_head, safe, where, wrapped
from checker.report.support import RunCounts, run_counts
from checker.report.terminal import pairs

_MOST_LINKS = 12


def write(documents: Iterable[DocumentResult], context: Context) -> Iterator[str]:
    """The report as the context wants it; a quiet one has documents with findings only, and no summary."""
    documents = list(documents)
    style = Style(width=context.width, color=context.color, fingerprints=context.fingerprints)
    if not context.quiet:
        yield report(documents, style)
    else:
        earlier = FirstPlaces()
        yield from (document(result, style, earlier) for result in documents if result.findings)


def report(documents: Sequence[DocumentResult], style: Style | None = None) -> str:
    """All documents and the summary line, ending in a line break."""
    style, earlier = style or Style(), FirstPlaces()
    parts = [document(result, style, earlier) for result in documents]
    return "".join([*parts, summary_line(documents), "\n"])


def document(result: DocumentResult, style: Style, earlier: FirstPlaces) -> str:
    """One document's part of the view, ending in an empty line; ``earlier`` has what those before it have."""
    name = style.paint(safe(result.path), "1")
    if result.status == "failed":
        return f"{name}   {style.paint('not checked', '31;1')}: {safe(_reason(result))}\n\n"
    lines = [f"{name}   {_overview(result)}"]
    lines += [f"  note: {safe(note)}" for note in result.notes]
    if result.pairs:
        return "\n".join([*lines, *pairs.body(result, style, earlier)]) + "\n\n"
    for finding in result.findings:
        if finding.severity.rank >= style.least.rank:
            lines += ["", *_finding(finding, style, earlier.before(finding, result.path))]
    for rendering in result.renderings:
        supported = _supported(rendering, result)
        if supported:
            lines += ["", *wrapped(f"supported: {supported}", style.width, "  ")]
        unsure = [segment for segment in rendering.segments if segment.verdict is Verdict.UNDETERMINED]
        if unsure:
            places = ", ".join(_place(segment) for segment in unsure[:_MOST_LINKS])
            lines += wrapped(f"cannot tell (ask a person): {places}", style.width, "  ")
    return "\n".join(lines) + "\n\n"


def summary_line(documents: Sequence[DocumentResult]) -> str:
    """One line that says it all."""
    renderings = [rendering for result in documents for rendering in result.renderings]
    segments = [segment for rendering in renderings for segment in rendering.segments]
    failed = sum(result.status == "failed" for result in documents)
    of = run_counts(documents)
    parts = []
    if len(documents) > 1:
        parts.append(count(len(documents), "document"))
    if any(result.pairs for result in documents):
        parts += pairs.summary(documents, of)
    elif renderings:
        parts += [count(len(renderings), "rendering"), count(len(segments), "sentence"), _verdict(of)]
        parts += [count(of.others, "other finding")] if of.others else []
    elif len(documents) > failed:
        parts.append("no rendering in another language found")
    if of.undetermined:
        parts.append(f"{of.undetermined:,} undetermined")
    if of.dismissed:
        parts.append(f"{of.dismissed:,} dismissed")
    if failed:
        parts.append(f"{failed} not checked")
    return ", ".join(parts) + "."


def _verdict(of: RunCounts) -> str:
    if of.unsupported:
        return f"{of.unsupported:,} not supported by the original"
    if of.silent:
        return f"no rule that was wanted speaks of {of.silent:,} that the original does not support"
    if of.undetermined:
        return "none unsupported"
    return "all others supported" if of.dismissed else "all supported"


def _reason(result: DocumentResult) -> str:
    """Why a document was not checked, without its name, which stands before it."""
    return (result.error or "").removeprefix(f"{result.path}: ")


def _overview(result: DocumentResult) -> str:
    source = result.source
    if result.pairs:
        return pairs.overview(result)
    if source is None:
        return "no original found"
    original = f"original: {language_name(source.language)}, {count(len(source.segments), 'sentence')}"
    if source.path:
        original += f" ({safe(source.path)})"
    if not result.renderings:
        return f"{original}   no rendering in another language found"
    return "   ".join([original, *(_rendering_overview(rendering) for rendering in result.renderings)])


def _rendering_overview(rendering: RenderingResult) -> str:
    first = rendering.segments[0] if rendering.segments else None
    shape = "follows the original" if rendering.alignment == "monotone" else "free order"
    place = "" if first is None or (rendering.path and not rendering.original) else f"{where(first)}, "
    name = language_name(rendering.language)
    of = f" of {safe(rendering.original)}" if rendering.original else ""
    share = rendering.coverage
    covered = f", {share.rendered} of {share.of} rendered" if share else ""
    return f"rendering: {name}, {place}{count(len(rendering.segments), 'sentence')}{of} ({shape}{covered})"


def _finding(finding: Finding, style: Style, first: FirstPlace | None) -> list[str]:
    target = finding.target
    place = _place(target) if target else "-"
    lines = [f"  {place:<7} {finding_head(finding, style)}"]
    if target and target.text.strip():
        lines += wrapped(safe(target.text), style.width, INDENT, paint=lambda line: style.paint(line, "1"))
    lines += wrapped(safe(finding.message), style.width, INDENT)
    if first is not None:
        lines += wrapped(f"the same as in {safe(first.path)}", style.width, INDENT, hang=4)
        if first.alike:
            return lines
    label = "in the original: " if finding.kind is FindingKind.OMISSION else "nearest in the original: "
    if target and finding.source and finding.source[0].text.split() == target.text.split():
        return [*lines, *wrapped(f"as in the original: {where(finding.source[0])}", style.width, INDENT, hang=4)]
    for nearest in finding.source:
        similarity = f" ({nearest.similarity:.2f})" if nearest.similarity else ""
        quote = f'{label}{where(nearest)}{similarity}  "{safe(nearest.text)}"'
        shortened = textwrap.shorten(quote, max(60, 2 * style.width - 3 * len(INDENT)), placeholder=' ..."')
        lines += wrapped(shortened, style.width, INDENT, hang=4)
        label = " " * 4 + ("or " if finding.code != "OMI001" else "to ")
    return lines


def _supported(rendering: RenderingResult, result: DocumentResult) -> str:
    """Where supported sentences come from, in short; the middle of a long list is left out."""
    source = result.source.segments if result.source else ()
    entries = [
        f"{_place(segment)} <- {_source_lines(segment, source)}"
        for segment in rendering.segments
        if segment.verdict in (Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED) and segment.source
    ]
    if len(entries) > _MOST_LINKS:
        left_out = len(entries) - _MOST_LINKS
        entries = [*entries[: _MOST_LINKS // 2], f"({left_out} more)", *entries[-_MOST_LINKS // 2 :]]
    return " · ".join(entries)


def _source_lines(segment: TargetSegment, source: Sequence[SourceSegment]) -> str:
    drawn_on = sorted((source[link.index] for link in segment.source), key=lambda drawn: drawn.start)
    if any(drawn.location for drawn in drawn_on):
        return "; ".join(dict.fromkeys(where(drawn) for drawn in drawn_on))
    lines = sorted({drawn.line for drawn in drawn_on})
    return f"line {lines[0]}" if len(lines) == 1 else f"lines {', '.join(map(str, lines))}"


def _place(place: TargetSegment | Place) -> str:
    return safe(place.location) if place.location else f"{place.line}:{place.column}"
