"""The page around the documents: head with its policy, verdict, filters, foot."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from checker.model import DocumentResult, Signature
from checker.report.context import Context
from checker.report.html import filters, foot
from checker.report.html.document import article, contents, unchecked
from checker.report.html.markup import Html, element, join
from checker.report.html.repeats import with_elsewhere, with_repeats
from checker.report.html.view import OtherPlaces, View, views
from checker.report.html.words import amount, by_severity, headline
from checker.report.layout import count


def write(documents: Iterable[DocumentResult], context: Context) -> Iterator[str]:
    """The report of a run, as the table of formats wants it."""
    yield report(documents, context.signature, picture=context.picture)


def report(documents: Iterable[DocumentResult], signature: Signature, *, picture: Html | None = None) -> str:
    """A page on all documents of a run, in their order, with a picture of the whole where there is one."""
    title, (header, *body) = _report(with_repeats(views(documents)))
    return shell(title, [header, *([picture] if picture else []), *body], signature)


def parts(documents: Iterable[DocumentResult], signature: Signature) -> tuple[str, Html]:
    """The title of that page and what stands in it, for a page that has the report's style and script (``asset``)."""
    title, body = _report(with_repeats(views(documents)))
    return title, join([*body, *_end(signature)])


def _report(made: Sequence[View]) -> tuple[str, list[Html]]:
    body = [
        _header(made),
        _filters(made),
        unchecked(made),
        contents(made) if len(made) > 1 else None,
        element("main", *map(article, made), id="main", tabindex=-1),
    ]
    return headline([view.document for view in made]), [part for part in body if part]


def _end(signature: Signature) -> tuple[Html, ...]:
    """What stands below the documents, some of which the script needs."""
    return foot.foot(signature), _bar(), foot.keys()


def page(
    document: DocumentResult,
    signature: Signature,
    *,
    back: tuple[str, str] | None = None,
    elsewhere: Mapping[tuple[str, str], OtherPlaces] | None = None,
) -> str:
    """A page on one document; ``back`` is the address and the name of a page that lists it among others.

    ``elsewhere`` says, by rule and fingerprint, where its findings stand on pages on others.
    """
    made = [with_elsewhere(view, elsewhere or {}) for view in views([document])]
    way = element("nav", element("a", back[1], href=back[0]), class_="back", aria_label="Back") if back else None
    parts = [way, _header(made), _filters(made), element("main", article(made[0]), id="main", tabindex=-1)]
    return shell(f"{made[0].document.path}: {headline([document])}", [part for part in parts if part], signature)


def _filters(made: Sequence[View]) -> Html | None:
    choices = [
        filters.FilterChoice(flag.finding.code, flag.finding.name, str(flag.finding.severity), flag.language)
        for view in made
        for flag in view.flags
    ]
    return filters.form(choices, "Choose which findings are shown")


def shell(title: str, body: Sequence[Html], signature: Signature) -> str:
    """A whole page with the report's style and script; ``body`` stands before the foot."""
    style, script = asset("report.css"), asset("report.js")
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("link", rel="icon", href="data:,"),
        element("style", style),
    )
    inner = element(
        "body",
        element("a", "Skip to the texts", href="#main", class_="skip"),
        *body,
        *_end(signature),
        element("script", script),
    )
    return f"<!DOCTYPE html>\n{element('html', head, inner, lang='en')}\n"


def _header(made: Sequence[View]) -> Html:
    documents = [view.document for view in made]
    failed = sum(result.status == "failed" for result in documents)
    partly = sum(result.status == "partly_checked" for result in documents)
    found = by_severity(finding for result in documents for finding in result.findings)
    repeated = sum(flag.first is not None for view in made for flag in view.flags)
    again = "repeats" if repeated == 1 else "repeat"
    parts = [
        f"{count(len(documents), 'document')}, {amount(documents)}." if failed < len(documents) else "",
        f"Findings: {found}." if found else "No findings." if failed < len(documents) else "",
        f"{repeated:,} of them {again} one of another document." if repeated else "",
        f"{failed:,} not checked." if failed else "",
        f"{partly:,} checked only in part." if partly else "",
    ]
    said = element("p", join([part for part in parts if part], " "), class_="summary")
    return element(
        "header", element("p", "Translation check", class_="kicker"), element("h1", headline(documents)), said
    )


def _bar() -> Html:
    """Buttons for what the keys do; shown by the script."""
    return element(
        "nav",
        _button("previous", "‹", "Previous finding"),
        element("span", id="at"),
        _button("next", "›", "Next finding"),
        _button("show-keys", "?", "Keys"),
        id="bar",
        hidden=True,
        aria_label="From finding to finding",
    )


def _button(name: str, sign: str, word: str) -> Html:
    return element("button", f"{sign} ", element("span", word, class_="word"), type="button", id=name, aria_label=word)


@cache
def asset(name: str) -> Html:
    """The style (``report.css``) or the script (``report.js``) of a report."""
    return Html(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
