"""What all pages of the server have in common: head, banner, and the addresses of style and script."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import resources

from starlette.responses import HTMLResponse

from checker.report import html
from checker.report.html.markup import Html, element, join

ASSETS = {
    "report.css": "text/css",
    "page.css": "text/css",
    "report.js": "text/javascript",
    "page.js": "text/javascript",
}
NAME = "checker"


@cache
def asset(name: str) -> bytes:
    """A style or script, one of ``ASSETS``."""
    if name.startswith("report."):
        return html.asset(name).encode("utf-8")
    return resources.files(__package__).joinpath(name).read_bytes()


def frame(
    title: str, *body: Html | None, token: str = "", kind: str = "", report: bool = False, refresh: str = ""
) -> str:
    """A page; ``kind`` is the class of its body, ``report`` says that a report and its script are in it.

    ``token`` is what the page's script has to send along, ``refresh`` the address to go to without one.
    """
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="token", content=token) if token else None,
        element("title", f"{title} · {NAME}"),
        element("link", rel="icon", href="data:,"),
        element("link", rel="stylesheet", href=_address("report.css")),
        element("link", rel="stylesheet", href=_address("page.css")),
        element("script", src=_address("report.js"), defer=True) if report else None,
        element("script", src=_address("page.js"), defer=True),
        element("noscript", element("meta", http_equiv="refresh", content=f"1; url={refresh}")) if refresh else None,
    )
    inner = element(
        "body",
        element("a", "Skip to the content", href="#main", class_="skip"),
        join(part for part in body if part is not None),
        class_=f"web {kind}".strip(),
    )
    return f"<!DOCTYPE html>\n{element('html', head, inner, lang='en')}\n"


def banner(*tools: Html | None) -> Html:
    """What stands above every page: where one is, and what else can be done."""
    return element(
        "nav",
        element("a", NAME, href="/", class_="brand"),
        element("span", "on this machine only", class_="where"),
        *(tool for tool in tools if tool is not None),
        class_="banner",
        aria_label="Site",
    )


def button_form(address: str, token: str, label: str, **attributes: str | bool) -> Html:
    """A button that changes something."""
    return element(
        "form",
        element("input", type="hidden", name="token", value=token),
        element("button", label, type="submit", **attributes),
        method="post",
        action=address,
        class_="button-form",
    )


def select(name: str, label: str, options: Sequence[tuple[str, str]], chosen: str, hint: str = "") -> Html:
    """A choice of one of ``options``, each a value with what it is called."""
    made = [element("option", words, value=value, selected=value == chosen) for value, words in options]
    return element(
        "p",
        element("label", label, for_=f"c-{name}"),
        element("select", *made, id=f"c-{name}", name=name, aria_describedby=f"h-{name}" if hint else None),
        element("span", hint, id=f"h-{name}", class_="hint") if hint else None,
        class_="choice",
    )


def message_page(status: int, sentence: str) -> HTMLResponse:
    """A page that says one sentence."""
    titles = {404: "Not here", 413: "Too large", 403: "Refused", 421: "Refused", 503: "Busy"}
    said = element(
        "main",
        element("h1", titles.get(status, "Not done")),
        element("p", sentence),
        element("p", element("a", "To the first page", href="/")),
        id="main",
        tabindex=-1,
        class_="message-page",
    )
    return HTMLResponse(frame(titles.get(status, "Not done"), banner(), said), status)


def _address(name: str) -> str:
    digest = hashlib.blake2b(asset(name), digest_size=6).hexdigest()
    return f"/assets/{name}?{digest}"
