"""The first page: what to check, how, and the checks that were kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from checker.config import PROFILES
from checker.report.html.markup import Html, element
from checker.text.languages.tags import ENGLISH_NAMES
from checker.web.desk import DeskCheck
from checker.web.given import FIELDS, ONE, TABLE, TWO
from checker.web.pages.frame import banner, button_form, frame, select
from checker.web.work.orders import MIXED, PAIRS, GivenFile

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
    ("", "As the file shows"),
    (MIXED, "A text with its original in it"),
    (PAIRS, "Segments that are aligned"),
)


_MORE = ("source_language", "target_language", "kind")
_LABELS = {"text": "Text with its original in it", "source": "Original", "target": "Translation"}
_HINTS = {"text": "An article with a translation or a comment in another language below it, for example."}


@dataclass(frozen=True, slots=True)
class Offer:
    """What the first page offers: names of models, the first the usual one; formats in words, the size of a file.

    ``second`` says when the second judge is asked if nothing is chosen; it is empty where there is none.
    """

    models: tuple[str, ...]
    formats: str
    second: str
    most_bytes: int


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
        element("p", class_="notice", role="alert", id="trouble", hidden=True),
        form(offer, token, values, again),
        _recent(kept, token),
        id="main",
        tabindex=-1,
    )
    return frame(title, banner(), main, token=token, kind="start")


def form(offer: Offer, token: str, values: Mapping[str, str], again: DeskCheck | None = None) -> Html:
    """The form by which a check is begun."""
    mode = values.get("mode", ONE)
    before = dict(zip(FIELDS[mode], again.order.files, strict=True)) if again else {}
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
        *(
            element("div", *(_input(name, values, before.get(name)) for name in names), class_=of)
            for of, names in FIELDS.items()
        ),
        element(
            "p",
            f"A file may be {offer.formats}, of at most {offer.most_bytes >> 20} MB.",
            class_="hint",
            id="formats",
        ),
        _settings(offer, values),
        element("p", element("button", "Check", type="submit", class_="primary"), class_="go"),
        id="check",
        method="post",
        action="/checks",
        enctype="multipart/form-data",
        data_most=offer.most_bytes,
    )


def _mode(value: str, label: str, chosen: str) -> Html:
    box = element("input", type="radio", name="mode", value=value, id=f"mode-{value}", checked=value == chosen)
    return element("label", box, f" {label}", for_=f"mode-{value}")


def _input(name: str, values: Mapping[str, str], before: GivenFile | None) -> Html:
    """A place for a text or a file; ``before`` is what was checked of it last time."""
    # A text area shows what it is given as it is: only the first line's end would be lost.
    text = Html(f"\n{escape(values.get(name, '').replace(chr(0), ''))}")
    again = before is not None and not values.get(name)
    return element(
        "div",
        element("label", _LABELS[name], for_=f"t-{name}", class_="title"),
        element("p", _HINTS[name], class_="hint", id=f"h-{name}") if name in _HINTS else None,
        element("textarea", text, id=f"t-{name}", name=name, rows=9, spellcheck="false", dir="auto"),
        element(
            "p",
            element("span", class_="name", dir="auto"),
            " ",
            element("button", "Remove", type="button", aria_label="Remove the file"),
            class_="chosen",
            hidden=True,
        ),
        element("p", f"{before.name} is checked again unless you give another.", class_="hint", dir="auto")
        if before is not None and again
        else None,
        element(
            "p",
            element("label", "or a file, chosen or dropped here: ", for_=f"f-{name}"),
            element("input", type="file", id=f"f-{name}", name=f"{name}_file", aria_describedby="formats"),
            class_="file",
        ),
        class_="drop",
    )


def _settings(offer: Offer, values: Mapping[str, str]) -> Html:
    languages = [(tag, name) for name, tag in sorted((name, tag) for tag, name in ENGLISH_NAMES.items())]
    profiles = [(name, PROFILE_WORDS.get(name, name)) for name in ("", *PROFILES)]
    models = [(name, "Embedded" if name == "embedded" else name) for name in offer.models]
    second = [(value, words.format(offer.second)) for value, words in _SECOND_WORDS]

    def choice(name: str, label: str, options: Sequence[tuple[str, str]]) -> Html:
        return select(name, label, options, values.get(name, ""))

    def named(name: str, label: str) -> Html:
        return element(
            "p",
            element("label", label, for_=f"c-{name}"),
            element("input", type="text", id=f"c-{name}", name=name, value=values.get(name, ""), autocomplete="off"),
            class_="choice",
        )

    more = any(values.get(name) for name in (*_MORE, *TABLE))
    return element(
        "div",
        element(
            "div",
            choice("profile", "Profile", profiles),
            choice("model", "Model", models),
            choice("second", "Read again by the second judge", second) if offer.second else None,
            class_="settings",
        ),
        element(
            "details",
            element("summary", "Languages, kind of file, columns of a table"),
            element(
                "div",
                choice(
                    "source_language",
                    "Language of the original",
                    [("", "As found; in one text, English"), *languages],
                ),
                choice("target_language", "Language of the translation", [("", "As found"), *languages]),
                choice("kind", "What one file holds", _KIND_WORDS),
                named("source_column", "Column of the original, in a table"),
                named("target_column", "Column of the translation"),
                named("sheet", "Sheet of a workbook"),
                class_="settings",
            ),
            open=more,
        ),
        class_="choices",
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
