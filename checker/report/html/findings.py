"""Findings: a card each, beside the sentence it is about, and a list of all that leads to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model import Finding, FindingKind, NearestSource
from checker.report.html.markup import Html, element, hidden_text, join, lang
from checker.report.html.view import Flag, View
from checker.report.html.words import Sign, likely, sentence, sign_of
from checker.report.layout import chance, count, where

_LONG_LIST = 12
_MOST_OF_A_TEXT = 400
_MOST_OF_A_SENTENCE = 0.8


def card(flag: Flag, view: View, *, beside: bool = False) -> Html:
    """One finding with everything that a reader needs to judge it; the nearest sentences may stand ``beside`` it."""
    finding, what = flag.finding, sign_of(flag.finding)
    head = element(
        "header",
        element(
            "h4",
            _sign(what),
            element("span", element("code", finding.code), " ", finding.name, class_="rule"),
            id=f"{flag.anchor}-h",
        ),
        element(
            "p",
            element("span", str(finding.severity), class_=f"severity {finding.severity}"),
            f" · {_chance(finding, what)}",
            f" · {flag.place}",
            class_="meta",
            data_copy=True,
        ),
        element(
            "p",
            element("a", "link", href=f"#{flag.anchor}", aria_label=f"Link to this finding, {finding.code}"),
            " ",
            element("button", "copy", type="button", class_="copy", hidden=True, aria_label=f"Copy {finding.code}"),
            class_="tools",
        ),
    )
    return element(
        "article",
        head,
        element("p", sentence(finding.message), class_="message", dir="auto", data_copy=True),
        _meaning(what),
        _evidence(finding) if flag.whole else None,
        _nearest(flag, view, what) if flag.whole and not beside else None,
        _repeated(flag),
        # Of use to whoever dismisses it, who copies the finding; to a reader it says nothing.
        element(
            "p", "Fingerprint ", element("code", finding.fingerprint), class_="fingerprint", data_copy=True, hidden=True
        ),
        id=flag.anchor,
        class_=f"finding {what.css} {finding.severity}",
        tabindex=-1,
        aria_labelledby=f"{flag.anchor}-h",
        data_rule=finding.code,
        data_severity=str(finding.severity),
        data_language=flag.language,
        data_text=_subject(finding),
    )


def nearest_of(flag: Flag, view: View) -> Html | None:
    """The sentences of the original that are nearest to a finding, to stand beside its card."""
    return _nearest(flag, view, sign_of(flag.finding))


def index(view: View) -> Html | None:
    """A list of the document's findings, each a link to its card; a long one is folded."""
    if len(view.flags) < 2:
        return None
    items = [_item(flag) for flag in view.flags]
    entries = element("ol", *items, class_="index")
    title = f"The {len(items):,} findings in a list"
    if len(items) <= _LONG_LIST:
        return element("section", element("h3", "Findings"), entries)
    return element("details", element("summary", title), entries, class_="index-fold")


def others(view: View) -> Html | None:
    """Findings that belong to no sentence that is shown."""
    left = [card(flag, view) for flag in view.flags if flag.target is None and flag.source is None]
    return element("section", element("h3", "On the whole document"), *left, class_="others") if left else None


def _chance(finding: Finding, what: Sign) -> str:
    if what is Sign.UNDETERMINED:
        return f"open (the evidence alone: {chance(finding.probability)})"
    if finding.probability is None:
        return f"{chance(None)} (probability not measured)"
    return f"{likely(finding.probability)}, {chance(finding.probability)}"


def _item(flag: Flag) -> Html:
    finding = flag.finding
    quoted = sign_of(finding) in (Sign.ADDITION, Sign.OMISSION, Sign.UNDETERMINED)
    text = " ".join((_subject(finding) if quoted else sentence(finding.message)).split())
    short = text if len(text) <= _MOST_OF_A_TEXT else f"{text[:_MOST_OF_A_TEXT].rstrip()}…"
    return element(
        "li",
        element("a", _sign(sign_of(finding)), finding.code, href=f"#{flag.anchor}"),
        element("span", str(finding.severity), class_=f"severity {finding.severity}"),
        element(
            "span", "open" if finding.kind is FindingKind.UNDETERMINED else chance(finding.probability), class_="p"
        ),
        element("span", flag.name, class_="p"),
        element("span", short, dir="auto", class_="q"),
        data_for=flag.anchor,
    )


def _subject(finding: Finding) -> str:
    """The text that a finding is about."""
    if finding.kind is FindingKind.OMISSION and finding.source:
        return finding.source[0].text
    return finding.target.text if finding.target else ""


def _sign(what: Sign) -> Html:
    return element("span", what.symbol, class_=f"badge {what.css}", aria_hidden="true")


def _meaning(what: Sign) -> Html | None:
    if what is not Sign.UNDETERMINED:
        return None
    return element("p", element("a", "What this means", href="#undetermined"), class_="hint")


def _evidence(finding: Finding) -> Html | None:
    language = lang(finding.target.language) if finding.target else None
    most = _MOST_OF_A_SENTENCE * len(finding.target.text) if finding.target else 0
    named = {*finding.evidence.names, *finding.evidence.numbers}
    spans = [span.text for span in finding.evidence.spans if len(span.text) < most and span.text not in named]
    groups = (
        ("Names", finding.evidence.names),
        ("Numbers", finding.evidence.numbers),
        ("Words", spans),
    )
    rows = [
        element("div", element("dt", title), " ", element("dd", _words(words, language)), data_copy=True)
        for title, words in groups
        if words
    ]
    return element("dl", *rows, class_="evidence") if rows else None


def _repeated(flag: Flag) -> Html | None:
    """Where else the very same is said: the document that has it in full, or all the others."""
    if flag.first is not None:
        more = "" if flag.whole else ", where all that is known of it stands"
        link = element("a", flag.first.path, href=flag.first.address)
        return element("p", "The same as in ", link, more, class_="also", dir="auto", data_copy=True)
    if flag.others is None:
        return None
    named = flag.others.named
    items = [element("li", element("a", one.path, href=one.address), dir="auto") for one in named]
    if flag.others.count > len(named):
        items.append(element("li", f"and {flag.others.count - len(named):,} more"))
    title = f"The same in {count(flag.others.count, 'other document')}"
    return element("details", element("summary", title), element("ul", *items), class_="also")


def _words(words: Sequence[str], language: str | None) -> Html:
    return join((element("bdi", word, lang=language) for word in words), " · ")


def _nearest(flag: Flag, view: View, what: Sign) -> Html | None:
    finding = flag.finding
    if not finding.source or view.document.pairs:
        return None
    if what is Sign.OMISSION and flag.source is not None:
        return None  # the card stands under the very sentence
    items = list(_nearest_items(finding.source, flag, view))
    title = element("p", "Nearest in the original", class_="label", data_copy=True)
    return element("div", title, element("ol", *items), class_="nearest")


def _nearest_items(nearest: Sequence[NearestSource], flag: Flag, view: View) -> Iterator[Html]:
    source = view.document.source
    for near in nearest:
        place: str = f"O{near.index + 1}, {where(near)}"
        if flag.rendering is not None and source is not None:
            place = element("a", place, href=f"#{view.source_id(flag.rendering, near.index)}")
        similarity = f" · similarity {near.similarity:.2f}" if near.similarity else ""
        text = element("q", near.text, lang=lang(source.language) if source else None, dir="auto")
        head = element("span", place, similarity, class_="meta")
        yield element("li", head, hidden_text(": "), text, data_copy=True)
