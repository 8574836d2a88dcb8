"""HTML: what a reader sees of a saved page, block by block, each with its place in the file.

The document's own text is the visible text; lines and columns are those of the file.  Not read: scripts, styles,
templates, ``noscript``, what is hidden by its own attributes (``hidden``, ``style="display: none"``, a closed
``dialog``), frames.  Style sheets are not looked at.  Listings, templates (Liquid, Jinja) and code that is an option or
a path are blanked in the view.
"""

from __future__ import annotations

import re

from checker.errors import EmptyError
from checker.formats.html import elements
from checker.formats.html.open import ElementState, OpenElements
from checker.formats.html.regions import (
    ABOUT,
    FORM,
    LINKS,
    RegionLabel,
    RegionTree,
    is_about,
    is_beside,
    is_section,
    label_of,
)
from checker.formats.html.text import TextBuilder
from checker.formats.html.tokens import RAW, Comment, CutOff, EndTag, StartTag, TextToken, Value, attributes, tokens
from checker.formats.suppressions import MAX_COMMENTS, is_ours, not_heeded, suppression
from checker.formats.templates import ADDRESS, without_templates
from checker.model import ALTERNATIVE, SITE_REGIONS, Block, Document, Span, Suppression
from checker.text.unspaced import LETTERS

MIN_CAPTION_WORDS = 5
"""An ``alt`` or ``title`` of fewer words is a name or a label, not prose."""

MIN_HIDDEN_WORDS = 40
"""So many words in hidden parts of a page are worth a note."""

_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile(f"[{LETTERS}]{{2}}")
_NO_TEXT = frozenset("checkbox color date file hidden image month password radio range time week".split())
"""Inputs whose value is not seen as text."""

_SPOKEN = re.compile(r"(?<![&#\w])[^\W_]")
_MAX_EMOJI = 12
_MAX_COMPARED = 10_000
_NONE: dict[str, Value] = {}


def read(path: str, text: str, encoding: str, notes: tuple[str, ...]) -> Document:
    """A document with one block a paragraph, heading, list item, table cell or caption.

    Raises ``EmptyError``, or ``TooLargeError`` where there are too many pieces of text.
    """
    page = _Page(path, text)
    page.read()
    found = page.text
    blocks = found.blocks
    own = found.text()
    if not blocks:
        hint = "save the page from a browser once it shows its text" if "<script" in text else "check the file"
        raise EmptyError(f"{path}: there is no text to be seen in this page", hint)
    regions = page.regions.settle([(block.region, own[block.start : block.end]) for block in blocks])
    view = without_templates(found.without_code())
    return Document(
        path,
        own,
        view=view,
        blocks=tuple(
            Block(Span(block.start, block.end), block.kind, region)
            for block, region in zip(blocks, regions, strict=True)
            if view is own or not view[block.start : block.end].isspace()
        ),
        encoding=encoding,
        notes=notes + page.unread() + page.notes(),
        file_map=found.file_map(),
        suppressions=page.suppressions(),
        unread=page.unread(),
    )


class _Page:
    """A page as it is read, from its first tag to its last."""

    def __init__(self, path: str, html: str) -> None:
        self.text = TextBuilder(path, html)
        self.regions = RegionTree()
        self._html = html
        self._is_xml = html.lstrip("\ufeff \t\r\n").startswith("<?xml")
        self._open = OpenElements()
        self._captions: list[Value] = []
        self._preformatted_from = -1
        self._hidden_words = 0
        self._cut_off = ""
        self._comments: list[tuple[Comment, int]] = []  # and the number of the block it stands in, or before
        self._is_about = self._is_link = True  # all of the present block, so far
        self._links = 0  # that begin in it

    def notes(self) -> tuple[str, ...]:
        """What the reader should know of how the page was read."""
        if self._hidden_words < MIN_HIDDEN_WORDS:
            return ()
        return (f"hidden parts of the page, {self._hidden_words} words, were not read",)

    def unread(self) -> tuple[str, ...]:
        """What could not be read of a page that is cut off."""
        return (f"the page ends in the middle of {self._cut_off}, of which nothing is read",) if self._cut_off else ()

    def suppressions(self) -> tuple[Suppression, ...]:
        """Comments that dismiss findings in the block they stand in, or in the next one where they stand in none."""
        found = []
        for comment, number in self._comments[:MAX_COMMENTS]:
            said = self._html[comment.start : comment.end]
            line = self._html.count("\n", 0, comment.start) + 1
            block = self.text.blocks[number] if number < len(self.text.blocks) else None
            found.append(suppression(said, line, span=Span(block.start, block.end) if block else Span(0, 0)))
        if len(self._comments) > MAX_COMMENTS:
            found.append(not_heeded(self._html.count("\n", 0, self._comments[MAX_COMMENTS][0].start) + 1))
        return tuple(one for one in found if one is not None)

    def read(self) -> None:
        """Read it all."""
        for token in tokens(self._html):
            if isinstance(token, StartTag):
                self._start(token)
            elif isinstance(token, EndTag):
                self._end(token)
            elif isinstance(token, Comment):
                if is_ours(self._html[token.start : token.end]):
                    self._comments.append((token, len(self.text.blocks)))
            elif isinstance(token, CutOff):
                self._cut_off = token.what
            elif not token.is_raw:
                self._characters(token)
        self._end_block(self._open.state)

    def _characters(self, token: TextToken) -> None:
        state = self._open.state
        if state.is_seen:
            says_nothing = not _SPOKEN.search(self._html, token.start, token.end)
            self._is_about &= state.is_about or says_nothing
            self._is_link &= state.is_link or says_nothing
            # A line break right after the tag is not part of the text.
            is_first = token.start == self._preformatted_from and self._html[token.start] in "\r\n"
            start = token.start + is_first
            if _is_program(state, self._html[start : token.end]):
                self.text.add_code(start, token.end, keep_space=state.keeps_space)
            else:
                self.text.add(start, token.end, keep_space=state.keeps_space)
        elif not state.is_unseen:
            self._hidden_words += len(_WORD.findall(self._html, token.start, token.end))

    def _start(self, tag: StartTag) -> None:
        name = tag.name
        before = self._open.state
        if name == "br":
            if before.is_seen:
                self.text.line_break(tag.start)
            return
        if self._open.is_stray(name):
            self._end_block(before)
            return
        given = attributes(self._html, tag) if tag.attributes_end > tag.attributes_start else _NONE
        self._open.end_before(name)
        around = self._open.state
        shown = elements.display(name, given)
        is_block = shown == "block"
        if is_block or around is not before:
            self._end_block(before)
        state = self._state_in(name, given, around, shown)
        self._links += state.is_link and not around.is_link
        if given and state.is_seen:
            self._read_attributes(name, given, state)
        is_ended = tag.is_closed and (self._is_xml or state.is_in_svg or name in RAW)
        if name not in elements.VOID and not is_ended:
            self._open.push(name, is_block, state)
            if name in elements.PREFORMATTED:
                self._preformatted_from = tag.end

    def _end(self, tag: EndTag) -> None:
        if tag.name in ("html", "body"):
            return
        before = self._open.state
        if tag.name == "br":
            self.text.line_break(tag.start)
        elif self._open.end(tag.name):
            self._end_block(before)

    def _state_in(self, name: str, given: dict[str, Value], around: ElementState, shown: str) -> ElementState:
        """What holds for the text in an element."""
        region = around.region
        if shown == "block":
            label = label_of(name, given, self.regions.label(region), around.is_in_section)
            if label is not None:
                region = self.regions.add(region, label)
        return ElementState(
            region,
            elements.KINDS.get(name, around.kind),
            around.is_hidden or (shown == "none" and name not in ("html", "body")),
            around.is_unseen or elements.shows_nothing(name, given, around.is_in_svg),
            around.keeps_space or elements.keeps_space(name, given),
            name == "svg" or (around.is_in_svg and name != "foreignobject"),
            around.is_in_section or is_section(name),
            around.is_about or (shown == "inline" and is_about(name, given)),
            around.is_code or name == "code",
            around.is_listing or elements.is_listing(given),
            around.is_link or (name == "a" and "href" in given),
            around.is_beside or is_beside(name, around.is_in_section),
        )

    def _read_attributes(self, name: str, given: dict[str, Value], state: ElementState) -> None:
        """Text that stands in attributes: what a form shows, what is said of images, emoji set as images."""
        if name == "input":
            kind = given["type"].text.lower() if "type" in given else ""
            for key in ("value", "placeholder"):
                if key in given and kind not in _NO_TEXT:
                    self._end_block(state)
                    self.text.add(given[key].start, given[key].end)
                    self.text.end_block(state.kind, self.regions.add(state.region, RegionLabel(FORM)))
            return
        for key in ("alt", "title"):
            if key in given and not (key == "title" and name in elements.OF_OTHERS):
                value = given[key]
                words = len(_WORD.findall(value.text)) + len(_UNSPACED.findall(value.text))
                if words >= MIN_CAPTION_WORDS:
                    self._captions.append(value)
                elif key == "alt" and not words and len(value.text) <= _MAX_EMOJI:
                    self.text.add(value.start, value.end)

    def _end_block(self, state: ElementState) -> None:
        """End the present block, all of which is in ``state``, and read the captions that it held."""
        region = state.region
        if not self.text.is_empty:
            if self._is_about:
                region = self.regions.add(region, ABOUT)
            elif self._is_link and state.kind != "heading" and (self._links > 1 or state.is_beside):
                region = self.regions.add(region, LINKS)
        self._is_about = self._is_link = True
        self._links = 0
        text = self.text.end_block(state.kind, region)
        if not self._captions:
            return
        if self.regions.label(region).region not in SITE_REGIONS:
            region = self.regions.add(region, RegionLabel(ALTERNATIVE))
        for caption in self._captions:
            if len(text) > _MAX_COMPARED or " ".join(caption.text.split()) not in text:
                self.text.add(caption.start, caption.end)
                self.text.end_block("paragraph", region)
        self._captions.clear()


def _is_program(state: ElementState, text: str) -> bool:
    """Whether ``text`` is a listing, or an option or a path in code; other code inside a sentence is a noun of it."""
    if state.keeps_space:
        return state.is_code or state.is_listing
    return state.is_code and ADDRESS.match(text.strip()) is not None
