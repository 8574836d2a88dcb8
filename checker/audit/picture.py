"""An audit as a picture: how much of the copies in each language the original supports, and of each copy."""

from __future__ import annotations

from collections.abc import Sequence

from checker.audit.ledger import history
from checker.audit.ledger.history import CopyShare, LanguageShare
from checker.audit.ledger.store import Ledger
from checker.report.html.markup import Html, element
from checker.report.language_names import language_name
from checker.report.layout import chance, count

_PARTS = (
    ("sure", "supported"),
    ("partly", "partly supported"),
    ("invented", "not in the original"),
    ("unsure", "undetermined"),
)
"""What a bar is made of, from the left: the class of a part, and what it stands for."""

_MOST_LANGUAGES = 12
_MOST_COPIES = 240
"""Copies that are drawn, those to look at first: more are no picture."""

_WIDTH = 240
_TALL, _COLUMN, _GAP = 48, 6, 2
_LEAST_TALLEST = 0.1
"""The tallest column stands for so much that is not supported, or more: a tenth of a copy is no tower; chosen."""


def picture(ledger: Ledger, run: int) -> Html | None:
    """The picture of a run, or None where no copy could be judged."""
    languages = [share for share in history.by_language(ledger, run) if share.sentences]
    if not languages:
        return None
    heads = ("Language", "Documents", "Sentences", "Supported", "")
    rows = [_language(share) for share in languages[:_MOST_LANGUAGES]]
    left = len(languages) - _MOST_LANGUAGES
    table = element(
        "table",
        element("caption", "What the originals support, by language"),
        element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
        element("tbody", *rows),
    )
    return element(
        "section",
        element("div", table, _key()),
        element("p", f"and {count(left, 'more language')}", class_="hint") if left > 0 else None,
        _copies(history.by_copy(ledger, run, _MOST_COPIES + 1)),
        class_="picture",
        aria_label="The audit as a picture",
    )


def _language(share: LanguageShare) -> Html:
    return element(
        "tr",
        element("th", language_name(share.language), scope="row"),
        element("td", f"{share.documents:,}"),
        element("td", f"{share.sentences:,}"),
        element("td", chance(share.support)),
        element("td", _bar(share)),
    )


def _bar(share: LanguageShare) -> Html:
    """Its sentences as the parts of a bar."""
    numbers = (share.supported, share.partly_supported, share.unsupported, share.undetermined)
    shapes, x = [], 0.0
    for (name, _), number in zip(_PARTS, numbers, strict=True):
        width = _WIDTH * number / share.sentences
        if number:
            # What there is shows, however little it is.
            shapes.append(element("rect", x=f"{x:.1f}", y=0, width=f"{max(width, 2):.1f}", height=12, class_=name))
        x += width
    return element(
        "svg",
        *shapes,
        viewBox=f"0 0 {_WIDTH} 12",
        width=_WIDTH,
        height=12,
        preserveAspectRatio="none",
        class_="bar",
        role="img",
        aria_label=", ".join(f"{number:,} {said}" for (_, said), number in zip(_PARTS, numbers, strict=True)),
    )


def _key() -> Html:
    """What the parts of the bars stand for."""
    return element("ul", *(element("li", _swatch(name), said) for name, said in _PARTS), class_="key")


def _swatch(name: str) -> Html:
    square = element("rect", x=1, y=1, width=10, height=10, class_=name)
    return element("svg", square, viewBox="0 0 12 12", width=12, height=12, aria_hidden="true")


def _copies(shares: Sequence[CopyShare]) -> Html | None:
    """A column a copy in the order in which to look: the taller, the less of it is supported."""
    shown = [share for share in shares if share.support is not None][:_MOST_COPIES]
    if len(shown) < 2:
        return None
    shapes = []
    tallest = max(_LEAST_TALLEST, *(1 - (share.support or 0.0) for share in shown))
    for place, share in enumerate(shown):
        height = max(_TALL * (1 - (share.support or 0.0)) / tallest, 1.0)
        shapes.append(
            element(
                "rect",
                x=place * _COLUMN,
                y=f"{_TALL - height:.1f}",
                width=_COLUMN - _GAP,
                height=f"{height:.1f}",
                class_="invented" if share.unsupported else "partly",
            )
        )
    width = len(shown) * _COLUMN
    most = f"the {len(shown):,} to look at first" if len(shares) > _MOST_COPIES else f"all {len(shown):,}"
    least = chance(1 - tallest)
    said = (
        f"Copies in the order in which to look ({most}): the taller a column, the less of the copy is supported; "
        f"one as tall as the picture is {least} supported"
    )
    drawing = element(
        "svg",
        element("path", d=f"M0 {_TALL + 0.5}H{width}", class_="frame"),
        *shapes,
        viewBox=f"0 0 {width} {_TALL + 1}",
        width=width,
        height=_TALL + 1,
        class_="columns",
        role="img",
        aria_label=said,
    )
    return element("figure", drawing, element("figcaption", f"{said}."))
