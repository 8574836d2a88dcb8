"""Where in a page a reader meets a text: in the article, a comment, a caption, the site's navigation.

Told by elements, roles and the words in classes and ids, which are English wherever the page is from.  What is called
navigation or a form is not checked, so nothing is called that which may be more: not what reads as prose, unless it is
about cookies or other articles, nor what is half of a page or more.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from checker.formats.html.tokens import Value
from checker.model import SITE_REGIONS

BODY, COMMENT, CAPTION, TITLE, NAVIGATION, FORM = "body", "comment", "caption", "title", "navigation", "form"

MAX_SITE_SHARE = 0.5
"""What holds more of the text than this is not the navigation, whatever it is called."""

MIN_PROSE = 60
MIN_PROSE_WIDE = 25
"""Characters of a text with a full stop at its end from which it counts as prose; of Chinese, Japanese or Korean."""

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_STOPPED = re.compile(r"[.!?…。！？।؟։][\"'”’»」』)\]]*\s*$")
_WIDE = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]")

_WHOLE = frozenset(("html", "body", "main", "article"))
"""Elements whose classes say what else is on the page, or what an article is about."""

_COMMENT_WORDS = frozenset("discussion disqus guestbook livefyre replies reply talkback".split())
_NOTICE_WORDS = frozenset(
    "ad ads advert advertisement advertising adsbygoogle ccpa consent cookie cookiebot cookies didomi gdpr newsletter"
    " onetrust outbrain recommended recommendations related sponsored subscribe subscription taboola trending".split()
)
_NAVIGATION_WORDS = frozenset(
    "breadcrumb breadcrumbs crumb crumbs footer login menu menubar nav navbar navigation pager pagination search share"
    " sharing sharedaddy signup social tabs toolbar topbar".split()
)
_MANUAL_WORDS = frozenset("navfooter navheader sphinxsidebar".split())
"""What stands around a page of a manual, headings of other pages that may be questions: DocBook, Sphinx."""
_ABOUT_WORDS = frozenset(
    "author avatar byline count counter date datetime likes meta metadata nickname permalink postdetails postprofile"
    " published rank score sig signature time timestamp upvotes username vcard views vote votes voting".split()
)
_ROLES = {"navigation": NAVIGATION, "menu": NAVIGATION, "menubar": NAVIGATION, "search": NAVIGATION}
_CONTROLS = frozenset("button input label legend optgroup option select textarea".split())
_CAPTIONS = frozenset(("caption", "figcaption"))
_SECTIONS = frozenset(("article", "blockquote", "section"))


class RegionLabel(NamedTuple):
    """What an element says of the text in it.

    ``is_loose``: what reads as prose in it is not of this region.  ``most``: nothing in it is if all of it is longer.
    """

    region: str
    is_loose: bool = True
    most: float = math.inf


_PAGE = RegionLabel(BODY)
_NOTICE = RegionLabel(NAVIGATION, is_loose=False)
_FORM = RegionLabel(FORM, is_loose=False)
ABOUT = RegionLabel(NAVIGATION, most=150)
"""Who wrote something and when, how many liked it: long enough for a name, a date and a place."""

LINKS = RegionLabel(NAVIGATION)
"""Links side by side, or one beside the text or in the head of the page, and nothing else."""


def label_of(
    name: str, attributes: Mapping[str, Value], around: RegionLabel, is_in_section: bool
) -> RegionLabel | None:
    """What an element called ``name`` says of its text; None if nothing.

    ``around`` is the label of the element in which it stands, ``is_in_section``: within an article, a section or a
    quotation.
    """
    if name in _CONTROLS:
        return RegionLabel(FORM)
    if name == "title":
        return RegionLabel(TITLE)
    if name in _CAPTIONS:
        return RegionLabel(CAPTION)
    role = attributes["role"].text.strip().lower() if "role" in attributes else ""
    if name == "nav" or role in _ROLES:
        return RegionLabel(NAVIGATION)
    if around.region == COMMENT and name in ("header", "footer"):
        return ABOUT
    if role == "contentinfo" or (name == "footer" and not is_in_section and around.region == BODY):
        return _NOTICE
    said = " ".join(attributes[key].text for key in ("class", "id") if key in attributes)
    label = _said(said) if said else None
    if name in _WHOLE and (label is None or label.region != COMMENT or not is_in_section):
        return _PAGE if name != "html" and around.region in SITE_REGIONS and around.is_loose else None
    if label == _FORM and name != "form" and words_of(said).isdisjoint(("respond", "commentform")):
        label = RegionLabel(COMMENT)
    # What stands in the form for a comment is called after it, and is none.
    return None if label is not None and label.region == COMMENT and around == _FORM else label


def is_section(name: str) -> bool:
    """Whether a footer in an element belongs to it and not to the page."""
    return name in _SECTIONS


def is_beside(name: str, is_in_section: bool) -> bool:
    """Whether an element stands beside the text, or is the head of the page."""
    return name == "aside" or (name == "header" and not is_in_section)


def is_about(name: str, attributes: Mapping[str, Value]) -> bool:
    """Whether an element within a line says when something was written, by whom and the like."""
    if name == "time":
        return True
    return "class" in attributes and not words_of(attributes["class"].text).isdisjoint(_ABOUT_WORDS)


@lru_cache(maxsize=4096)
def words_of(names: str) -> frozenset[str]:
    """The words in names of classes and ids, in small letters: "CommentBox__body" has three."""
    return frozenset(word.lower() for word in _WORDS.findall(names[:1000]))


@lru_cache(maxsize=4096)
def _said(names: str) -> RegionLabel | None:
    words = words_of(names)
    is_comment = not words.isdisjoint(_COMMENT_WORDS) or any("comment" in word for word in words)
    if not words.isdisjoint(("respond", "commentform")) or (is_comment and "form" in words):
        return _FORM
    if not words.isdisjoint(_NOTICE_WORDS | _MANUAL_WORDS):
        return _NOTICE
    if not words.isdisjoint(_ABOUT_WORDS):
        return ABOUT
    if is_comment:
        return RegionLabel(COMMENT)
    if not words.isdisjoint(_NAVIGATION_WORDS):
        return RegionLabel(NAVIGATION)
    if any(word.startswith("caption") for word in words):
        return RegionLabel(CAPTION)
    return None


class RegionTree:
    """The labelled elements of a page, numbered in their order; 0 is the page itself."""

    def __init__(self) -> None:
        self._labels = [_PAGE]
        self._parents = [0]

    def add(self, parent: int, label: RegionLabel) -> int:
        """The number of a labelled element inside another."""
        self._labels.append(label)
        self._parents.append(parent)
        return len(self._labels) - 1

    def label(self, number: int) -> RegionLabel:
        """What a labelled element says of its text."""
        return self._labels[number]

    def settle(self, blocks: Sequence[tuple[int, str]]) -> list[str]:
        """The region of each block, given as the number of its innermost labelled element and its text."""
        sizes = [0] * len(self._labels)
        for number, text in blocks:
            sizes[number] += len(text)
        for number in range(len(sizes) - 1, 0, -1):
            sizes[self._parents[number]] += sizes[number]
        standing = list(range(len(sizes)))  # the element whose label holds, its own or one around it
        outside = list(range(len(sizes)))  # the same, what is loose left out
        for number in range(1, len(sizes)):
            label, parent = self._labels[number], self._parents[number]
            is_site = label.region in SITE_REGIONS
            if sizes[number] > label.most or (is_site and sizes[number] > MAX_SITE_SHARE * sizes[0]):
                standing[number], outside[number] = standing[parent], outside[parent]
            elif is_site and label.is_loose:
                outside[number] = outside[parent]
        return [self._labels[(outside if reads_as_prose(text) else standing)[number]].region for number, text in blocks]


def reads_as_prose(text: str) -> bool:
    """Whether a text is long enough for a sentence and ends as one."""
    least = MIN_PROSE_WIDE if _WIDE.search(text) else MIN_PROSE
    return len(text) >= least and _STOPPED.search(text, max(0, len(text) - 20)) is not None
