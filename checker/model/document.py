"""A document as read: its own text, and what of it is prose."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from checker.model.file_map import FileMap, line_and_column, line_starts
from checker.model.span import Span
from checker.model.suppression import Suppression

KINDS = ("text", "paragraph", "heading", "item", "cell")
REGIONS = ("body", "comment", "caption", "alternative", "title", "navigation", "form", "header", "footer", "note")
ALTERNATIVE = "alternative"
"""The region of what is said of a picture to those who do not see it."""

SITE_REGIONS = frozenset(("navigation", "form", "title"))
"""What of a page is the site's, and neither original nor rendering: its title has a heading that says the same."""


@dataclass(frozen=True, slots=True)
class Block:
    """A structural piece of a document.

    ``kind`` is one of ``KINDS``: ``text`` is plain text, still to be cut into paragraphs.  ``region``, one of
    ``REGIONS``, is where a reader meets it.  ``location`` is what a person looks for in a file whose lines nobody
    sees ("page 3", "table 2, row 3, column B", "Sheet1!B4", "00:01:02,000"); empty where line and column say it.
    """

    span: Span
    kind: str = "text"
    region: str = "body"
    location: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """From ``offset`` on, inside a block, text stands at ``location``: the next page, the next cue."""

    offset: int
    location: str


@dataclass(frozen=True)
class Document:
    """One text, its blocks and where its lines begin.

    ``text`` is the document's own text: every offset in a result counts its code points.
    ``view`` has the same length; what is markup and not prose is blanked in it, so that analysis
    reads the view and offsets need no translation.  ``notes`` say what the reader should know about
    how the file was read (an encoding that had to be guessed, say).  Where the own text is not the file's but was
    taken out of it, ``file_map`` leads back, and lines and columns are those of the file; without it they are those
    of the own text.  ``suppressions`` are comments in it that dismiss findings.  ``marks``, in ascending order, say
    where inside blocks another location begins.  ``unread`` says what of the file could not be read, as ``notes`` do
    too: a document that has any is only partly checked.
    """

    path: str
    text: str
    view: str = ""
    blocks: tuple[Block, ...] = ()
    encoding: str = "utf-8"
    notes: tuple[str, ...] = field(default=())
    file_map: FileMap | None = None
    suppressions: tuple[Suppression, ...] = ()
    marks: tuple[Mark, ...] = ()
    unread: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.view:
            object.__setattr__(self, "view", self.text)
        if len(self.view) != len(self.text):
            raise ValueError("a document's view must have the length of its text")
        if not self.blocks:
            object.__setattr__(self, "blocks", (Block(Span(0, len(self.text))),))

    @cached_property
    def _line_starts(self) -> list[int]:
        return line_starts(self.text)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The line and column, both counted from 1, of a code-point offset."""
        if self.file_map is not None:
            return self.file_map.line_and_column(offset)
        return line_and_column(self._line_starts, offset)

    def region_at(self, offset: int) -> str:
        """The region of the block that covers ``offset``."""
        return self._block_at(offset).region

    def location_at(self, offset: int) -> str:
        """Where a person finds ``offset`` in the file, where line and column do not say it; else empty."""
        block = self._block_at(offset)
        index = bisect_right(self.marks, offset, key=lambda mark: mark.offset) - 1
        if index >= 0 and self.marks[index].offset >= block.span.start:
            return self.marks[index].location
        return block.location

    def _block_at(self, offset: int) -> Block:
        index = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        return self.blocks[max(index, 0)]


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence: its place in the document's own text, and what it says.

    ``text`` is the slice of the document; ``content`` the same slice of its view: as long, without markup and line
    breaks.
    ``location`` is that of its first character, None where it has none.
    """

    index: int
    start: int
    end: int
    line: int
    column: int
    text: str
    content: str
    location: str | None = None
