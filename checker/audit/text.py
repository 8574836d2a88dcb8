"""An audit for people at a terminal: the whole in numbers, then what to look at first, then what went wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.audit.ledger import history, news
from checker.audit.ledger.history import Totals
from checker.audit.ledger.leads import Lead, copies_of, leads
from checker.audit.ledger.news import Trend
from checker.audit.ledger.store import Ledger
from checker.report.layout import INDENT, Style, chance, count, safe, severity_color, wrapped

MOST_LEADS = 20
_MOST_UNCHECKED = 20
_MOST_LANGUAGES = 12
_MOST_TEXT = 300
_MOST_COPIES = 4


def summary(ledger: Ledger, run: int, names: dict[str, str], style: Style, since: int | None = None) -> Iterator[str]:
    """Pieces of the view, in order; ``names`` are those of the rules by code."""
    totals = history.totals(ledger, run)
    yield f"{style.paint(f'run {run}', '1')}   {overview(totals)}\n"
    if since is not None:
        yield f"{trend(news.trend(ledger, since, run))}\n"
    yield from _table(history.by_rule_and_language(ledger, run), names)
    found = leads(ledger, run, MOST_LEADS + 1, since)
    if found:
        more = "the first " + str(MOST_LEADS) if len(found) > MOST_LEADS else count(len(found), "finding")
        yield f"\n{style.paint('look at first', '1')} ({more}{', new ones only' if since is not None else ''})\n"
        for number, lead in enumerate(found[:MOST_LEADS], 1):
            also = copies_of(ledger, run, lead, _MOST_COPIES, since) if lead.copies else []
            yield "\n".join(["", *_lead(number, lead, [copy.target for copy in also], names, style)]) + "\n"
    unchecked = history.unchecked(ledger, run, _MOST_UNCHECKED + 1)
    if unchecked:
        yield f"\n{style.paint('not checked, or not whole', '31;1')}\n"
        for target, reason in unchecked[:_MOST_UNCHECKED]:
            said = safe(reason).removeprefix(f"{safe(target)}: ")
            yield "\n".join(wrapped(f"{safe(target)}: {said}", style.width, "  ", hang=4)) + "\n"
        if len(unchecked) > _MOST_UNCHECKED:
            yield "  and more: see the view `documents` of the ledger\n"


def overview(totals: Totals) -> str:
    """A run on one line."""
    parts = [count(totals.documents, "document")]
    if totals.sentences:
        determined = totals.supported + totals.partly_supported + totals.unsupported
        support = (totals.supported + 0.5 * totals.partly_supported) / max(determined, 1)
        share = f"{chance(support)} supported, " if determined else ""
        parts.append(
            f"{count(totals.sentences, 'sentence')}: {share}{totals.unsupported:,} not in the original, "
            f"{totals.partly_supported:,} partly, {totals.undetermined:,} undetermined"
        )
    others = ((totals.failed, "not checked"), (totals.partly, "partly checked"), (totals.pending, "still to do"))
    parts += [f"{number:,} {what}" for number, what in others if number]
    return " · ".join(parts)


def trend(of: Trend) -> str:
    """What changed, on one line."""
    return f"since run {of.earlier}: {of.new:,} new, {of.resolved:,} resolved, {of.still_there:,} still there"


def _table(counts: Sequence[tuple[str, str, int]], names: dict[str, str]) -> Iterator[str]:
    """Findings by rule and language; languages beyond the most frequent are put together."""
    if not counts:
        return
    of_language: dict[str, int] = {}
    for _, language, number in counts:
        of_language[language] = of_language.get(language, 0) + number
    shown = sorted(of_language, key=lambda language: (-of_language[language], language))[:_MOST_LANGUAGES]
    others = len(of_language) > len(shown)
    cells: dict[str, dict[str, int]] = {}
    for code, language, number in counts:
        row = cells.setdefault(code, {})
        column = language if language in shown else "other"
        row[column] = row.get(column, 0) + number
    columns = [*shown, *(["other"] if others else [])]
    heads = (f"{safe(column)[:7]:>7}" for column in ("all", *columns))
    yield "\n" + " ".join([f"{'findings':<30}", *heads]) + "\n"
    for code, row in cells.items():
        figures = [f"{sum(row.values()):>7,}", *(f"{row[c]:>7,}" if c in row else f"{'-':>7}" for c in columns)]
        rule = f"{code} {names.get(code, '')}"
        yield " ".join([f"{rule:<30}", *figures]) + "\n"


def _lead(number: int, lead: Lead, also: Sequence[str], names: dict[str, str], style: Style) -> list[str]:
    place = safe(lead.target) + (f":{lead.line}" if lead.line else "")
    named = f" ({safe(lead.name)})" if lead.name != lead.target else ""
    support = "" if lead.support is None else f", in a copy that is {chance(lead.support)} supported"
    severity = style.paint(lead.severity, severity_color(lead.severity))
    head = f"{lead.code} {names.get(lead.code, '')}   {severity}   {chance(lead.probability)}{support}"
    lines = [f"{number:>3}. {style.paint(place, '1')}{named}", f"{INDENT}{head}"]
    if lead.alike:
        lines.append(f"{INDENT}and {lead.alike:,} more of this rule in this document")
    if also:
        more = f" and {lead.copies - len(also):,} more" if lead.copies > len(also) else ""
        same = f"the same in {count(lead.copies, 'other document')}: {', '.join(map(safe, also))}{more}"
        lines += wrapped(same, style.width, INDENT, hang=4)
    if lead.source:
        lines += wrapped(f"original: {safe(lead.source)}", style.width, INDENT, hang=4)
    for text in (lead.text, lead.message):
        if text.strip():
            said = safe(text)
            lines += wrapped(said if len(said) <= _MOST_TEXT else f"{said[:_MOST_TEXT]} ...", style.width, INDENT)
    return lines
