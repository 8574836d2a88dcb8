"""One document on a page: its name, what was compared, its findings, and the texts."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import DocumentResult
from checker.report.html.findings import index, others
from checker.report.html.markup import Html, element
from checker.report.html.pairs import pairs_section, unread
from checker.report.html.sides import rendering_section
from checker.report.html.view import View
from checker.report.html.words import by_severity, overview, reason, sentence
from checker.report.layout import count


def article(view: View) -> Html:
    """Everything about one document."""
    result = view.document
    return element(
        "article",
        element("h2", result.path, id=view.name, dir="auto"),
        _failure(result),
        element("p", overview(result), class_="overview") if result.status != "failed" else None,
        *(element("p", f"Note: {note}", class_="doc-note", dir="auto") for note in result.notes),
        unread(result),
        index(view),
        others(view),
        _dismissed(result),
        pairs_section(view) if result.pairs else None,
        *_renderings(view),
        class_=f"document {result.status}",
        aria_labelledby=view.name,
    )


def contents(views: Sequence[View]) -> Html:
    """A table of several documents: name, languages, findings; each name leads to its document."""
    heads = element("tr", *(element("th", name, scope="col") for name in ("Document", "Compared", "Findings")))
    rows = [
        element(
            "tr",
            element("th", element("a", view.document.path, href=f"#{view.name}"), scope="row", dir="auto"),
            element("td", overview(view.document)),
            element("td", _found(view.document)),
        )
        for view in views
    ]
    table = element("table", element("caption", "Documents"), element("thead", heads), element("tbody", *rows))
    return element("nav", table, class_="contents", aria_label="Documents")


def unchecked(views: Sequence[View]) -> Html | None:
    """What could not be checked, and why."""
    left = [view for view in views if view.document.status != "checked"]
    if not left or len(views) == 1:
        return None
    title = "Not checked, or only in part"
    items = [
        element("li", element("a", view.document.path, href=f"#{view.name}"), f": {reason(view.document)}", dir="auto")
        for view in left
    ]
    return element(
        "section",
        element("h2", title, id="unchecked"),
        element("ul", *items),
        class_="notice",
        aria_labelledby="unchecked",
    )


def _failure(result: DocumentResult) -> Html | None:
    if result.status == "checked":
        return None
    said = "Not checked." if result.status == "failed" else "Checked only in part."
    return element("p", element("strong", said), f" {sentence(reason(result))}", class_="notice", dir="auto")


def _dismissed(result: DocumentResult) -> Html | None:
    """Dismissed findings, folded: they do not count, and do not vanish."""
    if not result.dismissed:
        return None
    items = [
        element(
            "li",
            f"{one.finding.code} {one.finding.name}, {one.by}{': ' if one.reason else ''}{one.reason} ",
            element("q", one.finding.target.text if one.finding.target else one.finding.message, dir="auto"),
        )
        for one in result.dismissed
    ]
    title = f"{count(len(items), 'finding')} dismissed earlier"
    return element("details", element("summary", title), element("ul", *items), class_="dismissed")


def _found(result: DocumentResult) -> str:
    if result.status == "failed":
        return "not checked"
    return by_severity(result.findings) or "none"


def _renderings(view: View) -> list[Html]:
    source = view.document.source
    if source is None:
        return []
    return [rendering_section(view, number, source) for number in range(len(view.document.renderings))]
