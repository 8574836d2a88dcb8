"""The first page: what to check, how, and the checks that were kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from checker.config import PROFILES
from checker.report.html.markup import Html, element
from checker.text.languages.tags import ENGLISH_NAMES
from checker.web.desk import DeskCheck
from checker.web.given import ONE, TWO
from checker.web.pages.frame import banner, button_form, frame, select
from checker.web.work.orders import AUTOMATIC, MIXED, PAIRS

PROFILE_WORDS = {
    "": "Standard",
    "translator": "Translator: every sentence must be rendered",
    "editor": "Editor: inventions first, omissions are no fault",
    "strict": "Strict: rather look at too much",
}
_SECOND_WORDS = (
    ("", "As set: {}"),
    ("never", "No: at once, less is found"),
    ("auto", "Of what is in doubt"),
    ("always", "Of everything"),
)
_KIND_WORDS = (
    (AUTOMATIC, "As the file shows"),
    (MIXED, "A text with its original in it"),
    (PAIRS, "Segments that are aligned"),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """What the first page offers: names of models, formats in words, how the second judge is set by default.

    ``limit`` is what may be sent at once, in words.
    """

    models: tuple[str, ...]
    formats: str
    second: str
    limit: str


def start_page(
    offer: Offer,
    token: str,
    values: Mapping[str, str],
    kept: Sequence[DeskCheck],
    *,
    error: str = "",
    again: DeskCheck | None = None,
) -> str:
    """The page; ``values`` fill the form, ``error`` says in a sentence why it is shown again.

    ``again`` is a check whose files are taken where no other is given.
    """
    title = "Check a translation"
    main = element(
        "main",
        element("h1", title),
        element(
            "p",
            "Paste a text or drop a file. You get a report of what the original does not support, what is left out, "
            "and which numbers, dates and names differ. Nothing leaves this machine.",
            class_="lead",
        ),
        element("p", error, class_="notice", role="alert") if error else None,
        form(offer, token, values, again),
        _recent(kept, token),
        id="main",
        tabindex=-1,
    )
    return frame(title, banner(), main, token=token, kind="start")


def form(offer: Offer, token: str, values: Mapping[str, str], again: DeskCheck | None = None) -> Html:
    """The form by which a check is begun."""
    mode = values.get("mode", ONE)
    return element(
        "form",
        element("input", type="hidden", name="token", value=token),
        element("input", type="hidden", name="again", value=again.id) if again else None,
        element(
            "fieldset",
            element("legend", "What to check"),
            _mode(ONE, "One text or file", mode),
            _mode(TWO, "Original and translation", mode),
            class_="modes",
        ),
        element("div", _input("text", "Text with its original in it, or a file", values, again), class_="one"),
        element(
            "div",
            _input("source", "Original", values, again),
            _input("target", "Translation", values, again),
            class_="two",
        ),
        element(
            "p",
            f"A file may be {offer.formats}; at most {offer.limit}.",
            class_="hint",
            id="formats",
        ),
        _settings(offer, values),
        element("p", element("button", "Check", type="submit", class_="primary"), class_="go"),
        id="check",
        method="post",
        action="/checks",
        enctype="multipart/form-data",
        data_most=offer.limit,
    )


def _mode(value: str, label: str, chosen: str) -> Html:
    box = element("input", type="radio", name="mode", value=value, id=f"mode-{value}", checked=value == chosen)
    return element("label", box, f" {label}", for_=f"mode-{value}")


def _input(name: str, label: str, values: Mapping[str, str], again: DeskCheck | None) -> Html:
    # A text area shows what it is given as it is: only the first line's end would be lost.
    text = Html(f"\n{escape(values.get(name, '').replace(chr(0), ''))}")
    return element(
        "div",
        element("label", label, for_=f"t-{name}", class_="title"),
        element("textarea", text, id=f"t-{name}", name=name, rows=12, spellcheck="false", dir="auto"),
        element(
            "p",
            element("label", "or a file: ", for_=f"f-{name}"),
            element("input", type="file", id=f"f-{name}", name=f"{name}_file", aria_describedby="formats"),
            class_="file",
        ),
        class_="drop",
        data_for=name,
    )


def _settings(offer: Offer, values: Mapping[str, str]) -> Html:
    named = sorted((name, tag) for tag, name in ENGLISH_NAMES.items())
    languages = [(tag, name) for name, tag in named]
    profiles = [(name, PROFILE_WORDS.get(name, name)) for name in ("", *PROFILES)]
    models = [(name, "Embedded" if name == "embedded" else name) for name in offer.models]
    second = [(value, words.format(offer.second)) for value, words in _SECOND_WORDS]
    return element(
        "div",
        select("profile", "Profile", profiles, values.get("profile", "")),
        select("model", "Model", models, values.get("model", "")),
        select("second", "Read again by the second judge", second, values.get("second", "")),
        select(
            "source_language",
            "Language of the original",
            [("", "As found; English in one text"), *languages],
            values.get("source_language", ""),
        ),
        select(
            "target_language",
            "Language of the translation",
            [("", "As found"), *languages],
            values.get("target_language", ""),
        ),
        select("kind", "What one file holds", _KIND_WORDS, values.get("kind", AUTOMATIC)),
        class_="settings",
    )


def _recent(kept: Sequence[DeskCheck], token: str) -> Html | None:
    if not kept:
        return None
    items = [
        element(
            "li",
            element("a", check.title, href=f"/checks/{check.id}", dir="auto"),
            element("span", f"{check.begun:%H:%M}", class_="meta"),
            element("span", check.shown.title if check.shown else "", class_="meta"),
            button_form(f"/checks/{check.id}/forget", token, "Forget", aria_label=f"Forget {check.title}"),
        )
        for check in kept
    ]
    return element(
        "section",
        element("h2", "Kept checks", id="kept"),
        element("ul", *items),
        element("p", "They are held in memory, and gone when the server stops.", class_="hint"),
        class_="recent",
        aria_labelledby="kept",
    )
