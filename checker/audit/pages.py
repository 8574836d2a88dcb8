"""An audit as pages: an index in the order in which to look, with filters over the whole, and a page a document.

The index has every document with findings and of each rule in it the finding to look at first; it leads to the
document's own page, where all of them stand beside the texts.  Both need nothing but themselves, and run nothing that
came from a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import groupby, islice
from pathlib import Path

from checker.audit.ledger import history, news
from checker.audit.ledger.leads import Lead, OtherCopy, all_copies, documents_with_findings, leads
from checker.audit.ledger.store import Ledger
from checker.audit.picture import picture
from checker.audit.text import overview
from checker.baseline import Baseline
from checker.checks.registry import BY_CODE
from checker.errors import UsageError
from checker.model import DocumentResult, Severity, Signature
from checker.report.files import replacing
from checker.report.html import page, shell
from checker.report.html.filters import FilterChoice, form
from checker.report.html.markup import Html, element, lang
from checker.report.html.shown import shown_path
from checker.report.html.view import MOST_NAMED, OtherPlaces, SameElsewhere, anchor_of
from checker.report.html.words import SIGNS, Sign
from checker.report.language_names import language_name
from checker.report.layout import chance, count

MOST_DOCUMENTS = 2_000
"""Documents with findings in the index; a browser still filters so many at once."""

_MOST_WITHOUT = 5_000
_FOLDER = "pages"
Copies = Mapping[tuple[str, str], Sequence[OtherCopy]]
"""By rule and fingerprint, the documents that have the very same finding."""
Names = dict[str, str]
"""Names of rules by code."""
_KICKER = "Audit of translations"


def write(
    ledger: Ledger,
    run: int,
    signature: Signature,
    folder: Path,
    names: dict[str, str],
    since: int | None,
    baseline: Baseline | None,
) -> None:
    """Write the pages of a run into ``folder``.

    Pages of an earlier report there are replaced or removed.  Raises ``UsageError`` when the folder cannot be written
    or has an index of something else.
    """
    _refuse_others(folder)
    written: set[str] = set()
    try:
        (folder / _FOLDER).mkdir(parents=True, exist_ok=True)
        repeats = all_copies(ledger, run, since)
        for number, document in history.numbered(ledger, run, since, baseline):
            name = page_name(number)
            back = ("../index.html", "All documents of the audit")
            text = page(document, signature, back=back, elsewhere=_elsewhere(number, document, repeats))
            (folder / _FOLDER / name).write_text(text, encoding="utf-8", errors="replace", newline="\n")
            written.add(name)
        for left in (folder / _FOLDER).glob("*.html"):
            if left.name not in written and left.stem.isdecimal():
                left.unlink()
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written ({error.strerror})", "name another folder with -o") from error
    with replacing(folder / "index.html") as file:
        file.write(index(ledger, run, signature, names, since).encode("utf-8", "replace"))


def _elsewhere(number: int, document: DocumentResult, repeats: Copies) -> dict[tuple[str, str], OtherPlaces]:
    """Where else the findings of a document stand, by rule and fingerprint, as its page leads there."""
    found = {}
    for finding in document.findings:
        key = finding.code, finding.fingerprint
        if key in repeats and finding.severity is not Severity.NEUTRAL:
            others = (copy for copy in repeats[key] if copy.document != number)
            anchor = anchor_of(finding.fingerprint)
            named = [
                SameElsewhere(f"{page_name(copy.document)}#{anchor}", shown_path(copy.target))
                for copy in islice(others, MOST_NAMED)
            ]
            found[key] = OtherPlaces(len(repeats[key]) - 1, tuple(named))
    return found


def page_name(number: int) -> str:
    """The file of the page of document ``number``, from 0."""
    return f"{number + 1:06}.html"


def index(ledger: Ledger, run: int, signature: Signature, names: dict[str, str], since: int | None = None) -> str:
    """The page that lists all documents of a run."""
    totals = history.totals(ledger, run)
    # What many copies say in the same words stands once, with all of them under it.
    own = _by_document([_for_readers(lead) for lead in leads(ledger, run, -1, since)])
    repeats = all_copies(ledger, run, since)
    documents = documents_with_findings(ledger, run, since)
    shown = own[:MOST_DOCUMENTS]
    choices = [
        FilterChoice(lead.code, names.get(lead.code, ""), lead.severity, lead.language or "und")
        for _, found in shown
        for lead in found
    ]
    title = "Nothing found" if not documents else f"{count(len(documents), 'document')} to look at"
    trend = None
    if since is not None:
        of = news.trend(ledger, since, run)
        trend = f"Since run {since}: {of.new:,} new findings, {of.resolved:,} resolved, {of.still_there:,} still there."
    header = element(
        "header",
        element("p", _KICKER, class_="kicker"),
        element("h1", title),
        element("p", overview(totals), class_="summary"),
        element("p", trend, class_="summary") if trend else None,
    )
    left = len(own) - len(shown)
    parts = [
        header,
        picture(ledger, run),
        form(choices, "Choose which findings and documents are shown"),
        _unchecked(ledger, run),
        element(
            "main",
            *(_document(number, found, repeats, names) for number, found in shown),
            element("p", f"{left:,} more documents have findings; their pages are in the folder.") if left else None,
            id="main",
            tabindex=-1,
        ),
        _without(ledger, run, documents) if since is None else None,
    ]
    return shell(f"{_KICKER}: {title}", [part for part in parts if part], signature)


def _for_readers(lead: Lead) -> Lead:
    """With short paths, as they stand on the documents' own pages."""
    name = lead.name if lead.name != lead.target else shown_path(lead.target)
    return replace(lead, name=name, target=shown_path(lead.target), source=lead.source and shown_path(lead.source))


def _by_document(leads: Iterable[Lead]) -> list[tuple[int, list[Lead]]]:
    """Findings by document; documents in the order of their first finding."""
    order: dict[int, int] = {}
    for lead in leads:
        order.setdefault(lead.document, len(order))
    ranked = sorted(leads, key=lambda lead: order[lead.document])
    return [(number, list(found)) for number, found in groupby(ranked, key=lambda lead: lead.document)]


def _document(number: int, found: list[Lead], repeats: Copies, names: Names) -> Html:
    first = found[0]
    said = [_support(first.support)]
    said += [f"original: {first.source}"] if first.source else []
    said += [f"id {first.name}"] if first.name != first.target else []
    return element(
        "section",
        element("h2", element("a", first.target, href=_address(number)), dir="auto"),
        element(
            "p",
            None if first.support is None else element("meter", value=f"{first.support:.4f}", min=0, max=1),
            f" {' · '.join(said)}",
            class_="overview",
            dir="auto",
        ),
        *(_finding(number, lead, _others(lead, repeats), names) for lead in found),
        class_="pair document",
    )


def _others(lead: Lead, repeats: Copies) -> list[OtherCopy]:
    return [copy for copy in repeats.get((lead.code, lead.fingerprint), ()) if copy.document != lead.document]


def _finding(number: int, lead: Lead, also: Sequence[OtherCopy], names: Names) -> Html:
    more = f" · {lead.alike:,} more of this rule in the document" if lead.alike else ""
    return element(
        "div",
        element(
            "p",
            element("a", f"{lead.code} {names.get(lead.code, '')}", href=_address(number, lead), class_="rule"),
            f" · {lead.severity} · {chance(lead.probability)}"
            f"{f' · {language_name(lead.language)}' if lead.language else ''}"
            f"{f' · line {lead.line}' if lead.line else ''}{more}",
            class_="meta",
        ),
        element("p", lead.text, class_="text", lang=lang(lead.language or ""), dir="auto"),
        element("p", lead.message, class_="message", dir="auto"),
        _also(lead, also),
        class_=f"finding {_css(lead)}",
        id=f"i-{number + 1}-{lead.code}",
        tabindex=-1,
        data_rule=lead.code,
        data_severity=lead.severity,
        data_language=lead.language or "und",
        data_text=lead.text,
    )


def _also(lead: Lead, also: Sequence[OtherCopy]) -> Html | None:
    """The other documents that say the very same."""
    if not also:
        return None
    items = (
        element("li", element("a", shown_path(copy.target), href=_address(copy.document, lead)), dir="auto")
        for copy in also[:MOST_DOCUMENTS]
    )
    title = f"The same in {count(len(also), 'other document')}"
    return element("details", element("summary", title), element("ul", *items), class_="also")


def _css(lead: Lead) -> str:
    # A later version may have found it by a rule that this one lacks.
    return (SIGNS[BY_CODE[lead.code].kind] if lead.code in BY_CODE else Sign.MISMATCH).css


def _address(number: int, lead: Lead | None = None) -> str:
    return f"{_FOLDER}/{page_name(number)}" + (f"#{anchor_of(lead.fingerprint)}" if lead else "")


def _support(support: float | None) -> str:
    return "nothing could be judged" if support is None else f"{chance(support)} supported"


def _unchecked(ledger: Ledger, run: int) -> Html | None:
    left = history.unchecked(ledger, run, MOST_DOCUMENTS)
    if not left:
        return None
    items = [
        element("li", f"{target}: {reason.removeprefix(f'{target}: ')}".replace(target, shown_path(target)), dir="auto")
        for target, reason in left
    ]
    title = f"Not checked, or only in part ({len(items):,})"
    folded = element("details", element("summary", title), element("ul", *items), open=len(items) <= 20)
    return element("section", folded, class_="notice", aria_label=title)


def _without(ledger: Ledger, run: int, others: set[int]) -> Html | None:
    """Documents without a finding to look at, folded."""
    rows = history.checked(ledger, run)
    quiet = [row for row in rows if row.number not in others]
    if not quiet:
        return None
    names = ("Document", "Original", "Supported", "Sentences")
    heads = element("tr", *(element("th", name, scope="col") for name in names))
    lines = [
        element(
            "tr",
            element("th", element("a", shown_path(row.target), href=_address(row.number)), scope="row", dir="auto"),
            element("td", row.source and shown_path(row.source), dir="auto"),
            element("td", chance(row.support)),
            element("td", f"{row.sentences:,}"),
        )
        for row in quiet[:_MOST_WITHOUT]
    ]
    more = f", the first {_MOST_WITHOUT:,} listed" if len(quiet) > _MOST_WITHOUT else ""
    title = f"{count(len(quiet), 'document')} without findings{more}"
    table = element("div", element("table", element("thead", heads), element("tbody", *lines)), class_="contents")
    return element("section", element("details", element("summary", title), table), aria_label=title)


def _refuse_others(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: this is a file, and many pages need a folder", "name a folder, or a .html file")
    with suppress(FileNotFoundError):
        if _KICKER not in (folder / "index.html").read_text(encoding="utf-8", errors="replace"):
            raise UsageError(f"{folder}: has an index.html that no audit wrote", "name another folder with -o")
