"""What browsers do with each element: which begin a line of their own, which show nothing, which end others."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.formats.html.regions import words_of
from checker.formats.html.tokens import Value

VOID = frozenset("area base basefont bgsound br col embed frame hr img input link meta param source track wbr".split())

OF_OTHERS = frozenset(("a", "area", "link"))
"""Elements whose title says what another page is called."""

_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li listing main menu nav"
    " object ol optgroup option p plaintext pre search section select summary table tbody td textarea tfoot th thead"
    " title tr ul xmp".split()
)
SPECIAL = (_BLOCKS | {"template"}) - {"label", "legend", "optgroup", "option"}
"""Elements that the end tags of others, such as ``</b>``, do not end (13.2.4.2)."""

_UNSEEN = frozenset(
    "annotation audio canvas datalist embed iframe noembed noframes noscript rp script style template video".split()
)
"""Elements that show nothing of their content where scripts run and media play."""

_UNSEEN_IN_SVG = frozenset("defs desc metadata style symbol title".split())
_CONTAINERS = frozenset(
    "app article body box card comment comments container content footer header item list main page panel post reply"
    " section thread view".split()
)
"""Words in the names of custom elements that begin a line of their own."""

KINDS = {
    **dict.fromkeys("h1 h2 h3 h4 h5 h6 title".split(), "heading"),
    **dict.fromkeys("li dt dd option".split(), "item"),
    **dict.fromkeys("td th".split(), "cell"),
}

PREFORMATTED = frozenset("listing plaintext pre textarea xmp".split())

SCOPES = frozenset("applet caption html marquee object table td template th".split())
"""Elements that end tags inside them do not end (13.2.4.2)."""

ENDS_P = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hgroup hr listing main menu nav ol p plaintext pre search section summary table ul xmp".split()
)
"""Elements before which a paragraph ends that has no end tag (13.2.6.4.7)."""

ENDS = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "option": ("option",),
    "optgroup": ("option", "optgroup"),
    "button": ("button",),
    "select": ("select",),
}
"""Elements that a start tag ends."""

TABLE_PARTS = {
    "caption": (),
    "colgroup": (),
    "tbody": (),
    "thead": (),
    "tfoot": (),
    "tr": ("tbody", "thead", "tfoot"),
    "td": ("tr", "tbody", "thead", "tfoot"),
    "th": ("tr", "tbody", "thead", "tfoot"),
}
"""Parts of a table, and in which other parts their start tags leave the elements that are open."""

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
ITEMS = frozenset(("li", "dt", "dd"))
BARRIERS = SPECIAL - {"address", "div", "p"}
"""Elements inside which an item ends none that is outside of them."""

_LISTINGS = frozenset(
    "chroma code codehilite console example fragment highlight highlighter lisp listing listingblock literalblock"
    " notranslate prettyprint programlisting rouge screen smallexample sourcecode synopsis terminal verbatim".split()
)
"""Words in the classes of elements that hold program text, where white space in them is seen as it stands: those of
DocBook, Sphinx, Asciidoctor, Texinfo, Doxygen, Pandoc and what colours listings."""

_LINES_OF_THEIR_OWN = frozenset(("block", "flex", "flow-root", "grid", "list-item", "table", "table-cell", "table-row"))
_DISPLAY = re.compile(r"(?:^|;)\s*display\s*:\s*([a-z-]+)", re.I)
_INVISIBLE = re.compile(r"(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)", re.I)
_KEEPS_SPACE = re.compile(r"(?:^|;)\s*white-space\s*:\s*(?:pre\b|break-spaces)", re.I)


def display(name: str, attributes: Mapping[str, Value]) -> str:
    """``block``, ``inline`` or ``none``, by the element and its own style."""
    style = attributes["style"].text if "style" in attributes else ""
    said = _DISPLAY.search(style[:2000]) if style else None
    chosen = said[1].lower() if said else ""
    if (
        chosen == "none"
        or (style and _INVISIBLE.search(style[:2000]))
        or ("hidden" in attributes and attributes["hidden"].text.lower() != "until-found")
        or (name == "dialog" and "open" not in attributes)
    ):
        return "none"
    if chosen in ("inline", "contents") and name not in ("td", "th", "li", "p"):
        return "inline"
    if chosen in _LINES_OF_THEIR_OWN or name in _BLOCKS or ("-" in name and not words_of(name).isdisjoint(_CONTAINERS)):
        return "block"
    return "inline"


def shows_nothing(name: str, attributes: Mapping[str, Value], is_in_svg: bool) -> bool:
    """Whether browsers show none of an element's text; the template of a custom element's shadow is what they show."""
    if name == "template" and ("shadowrootmode" in attributes or "shadowmode" in attributes):
        return False
    return name in _UNSEEN or (is_in_svg and name in _UNSEEN_IN_SVG)


def is_listing(attributes: Mapping[str, Value]) -> bool:
    """Whether an element is called after the program text in it, or is not to be translated."""
    if "translate" in attributes and attributes["translate"].text.lower() == "no":
        return True
    return "class" in attributes and not words_of(attributes["class"].text).isdisjoint(_LISTINGS)


def keeps_space(name: str, attributes: Mapping[str, Value]) -> bool:
    """Whether white space in an element is seen as it stands."""
    if name in PREFORMATTED:
        return True
    return "style" in attributes and _KEEPS_SPACE.search(attributes["style"].text[:2000]) is not None
