"""Already aligned segments: the pairs with findings, source beside target, and what could not be read."""

from __future__ import annotations

from collections import defaultdict

from checker.model import DocumentResult, PairResult
from checker.report.html.findings import card
from checker.report.html.marks import marked, omission_marks, place_marks, source_marks, span_marks
from checker.report.html.markup import Html, element, hidden_text, lang
from checker.report.html.view import Flag, View
from checker.report.html.words import sign_of
from checker.report.language_names import language_name
from checker.report.layout import count

_MOST_UNREAD = 20


def pairs_section(view: View) -> Html:
    """The flagged pairs of a file in its order; the others are counted."""
    by_pair: dict[int, list[Flag]] = defaultdict(list)
    for flag in view.flags:
        if flag.target is not None:
            by_pair[flag.target].append(flag)
    pairs = view.document.pairs
    left = len(pairs) - len(by_pair)
    said = f"{count(left, 'pair')} without a finding {'is' if left == 1 else 'are'} not shown."
    shown = [_pair(pairs[index], index, by_pair[index], view) for index in sorted(by_pair)]
    heads = element("div", element("p", "Source"), element("p", "Target"), class_="row heads", aria_hidden="true")
    return element("section", heads if shown else None, *shown, element("p", said, class_="left-out"), class_="pairs")


def unread(document: DocumentResult) -> Html | None:
    """Records that are no pairs, each with its line and the reason; a long list is folded."""
    if not document.unread:
        return None
    items = element("ul", *(element("li", f"line {record.line}: {record.reason}") for record in document.unread))
    title = f"{count(len(document.unread), 'record')} could not be read"
    if len(document.unread) <= _MOST_UNREAD:
        return element("section", element("h3", title), items, class_="notice")
    return element("details", element("summary", title), items, class_="notice")


def _pair(pair: PairResult, index: int, flags: list[Flag], view: View) -> Html:
    marks = [*place_marks(flags, len(pair.target)), *span_marks(pair.target_spans)]
    name = f"line {pair.line}" if pair.id == str(pair.line) else f"{pair.id} · line {pair.line}"
    differs = [*omission_marks(pair.source_spans), *source_marks(pair.source, flags)]
    source = marked(pair.source, differs)
    signs = " ".join(dict.fromkeys(sign_of(flag.finding).symbol for flag in flags))
    return element(
        "article",
        element("h3", name, " ", element("span", signs, class_="signs", aria_hidden="true")),
        element(
            "div",
            _side("Source", source or "(empty)", pair.source_language),
            _side("Target", marked(pair.target, marks) or "(empty)", pair.target_language),
            class_="row",
        ),
        element("div", *(card(flag, view) for flag in flags), class_="cards"),
        class_="pair",
        id=view.pair_id(index),
    )


def _side(title: str, text: str, language: str) -> Html:
    said = hidden_text(f"{title}, {language_name(language)}: ")
    return element(
        "div", said, element("p", text, lang=lang(language), dir="auto", class_="text"), class_="side", data_side=title
    )
