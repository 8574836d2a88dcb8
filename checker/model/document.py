"""A document as read: its own text, and what of it is prose."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from checker.model.span import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A structural piece of a document.

    ``kind`` is ``text`` (plain text, still to be cut into paragraphs), ``paragraph``, ``heading``,
    ``item`` or ``cell``; ``region`` is where a reader meets it: ``body``, ``comment``, ``caption``.
    """

    span: Span
    kind: str = "text"
    region: str = "body"


@dataclass(frozen=True)
class Document:
    """One text, its blocks and where its lines begin.

    ``text`` is the document's own text: every offset in a result counts its code points.
    ``view`` has the same length; what is markup and not prose is blanked in it, so that analysis
    reads the view and offsets need no translation.  ``notes`` say what the reader should know about
    how the file was read (an encoding that had to be guessed, say).
    """

    path: str
    text: str
    view: str = ""
    blocks: tuple[Block, ...] = ()
    encoding: str = "utf-8"
    notes: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        if not self.view:
            object.__setattr__(self, "view", self.text)
        if len(self.view) != len(self.text):
            raise ValueError("a document's view must have the length of its text")
        if not self.blocks:
            object.__setattr__(self, "blocks", (Block(Span(0, len(self.text))),))

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The line and column, both counted from 1, of a code-point offset."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def region_at(self, offset: int) -> str:
        """The region of the block that covers ``offset``."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        return self.blocks[max(index, 0)].region


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence: its place in the document's own text, and what it says.

    ``text`` is the slice of the document; ``content`` the same slice of its view: as long, without markup.
    """

    index: int
    start: int
    end: int
    line: int
    column: int
    text: str
    content: str
