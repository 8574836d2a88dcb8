"""The own text of a page, block by block: entities decoded, white space collapsed as browsers do, places kept."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from html import unescape

from checker.errors import TooLargeError
from checker.formats.templates import blank
from checker.model import FileMap, line_starts

MAX_BLOCKS = 200_000
"""More pieces of text than this are not read; the longest threads have some ten thousand."""

_SPACES = " \t\n\r\f"
_ENTITY = r"&(?:\#[xX][0-9a-fA-F]++;?|\#[0-9]++;?|[a-zA-Z][a-zA-Z0-9]{0,40}+;?)"
_UNSEEN = "\0\u00ad\u200b\ufeff"
"""NUL, which browsers drop, and soft hyphens and the like, which are in words and not seen."""

_CUT = re.compile(rf"[{_SPACES}]{{2,}}|[\t\n\r\f]|{_ENTITY}|[{_UNSEEN}]")
_CUT_KEEPING_SPACE = re.compile(rf"\r\n?|{_ENTITY}|[{_UNSEEN}]")
_MAX_DIGITS = 12


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of own text; ``region`` is a number of the page's ``RegionTree``."""

    start: int
    end: int
    kind: str
    region: int


class TextBuilder:
    """Takes text in the order of the page; ``path`` and ``html`` are those of the page."""

    def __init__(self, path: str, html: str) -> None:
        self.blocks: list[TextBlock] = []
        self._path, self._html = path, html
        self._ended: list[str] = []
        self._present: list[str] = []
        self._length = self._begin = 0
        self._own, self._in_file = array("q", [0]), array("q", [0])
        self._space: int | None = None
        self._breaks: list[int] = []
        self._code: list[tuple[int, int]] = []

    @property
    def is_empty(self) -> bool:
        """Whether the present block has no text yet."""
        return not self._present

    def text(self) -> str:
        """The text of all blocks that have ended."""
        return "".join(self._ended)

    def file_map(self) -> FileMap:
        return FileMap(self._own, self._in_file, line_starts(self._html))

    def add(self, start: int, end: int, *, keep_space: bool = False) -> None:
        """Add ``html[start:end]`` to the present block; ``keep_space``: as it stands, as in ``<pre>``."""
        html, position = self._html, start
        for cut in (_CUT_KEEPING_SPACE if keep_space else _CUT).finditer(html, start, end):
            self._literal(position, cut.start(), keep_space)
            position = cut.end()
            first = html[cut.start()]
            if first == "&":
                self._decoded(cut[0], cut.start(), keep_space)
            elif first in _SPACES:
                self._white(cut.start(), keep_space)
        self._literal(position, end, keep_space)

    def add_code(self, start: int, end: int, *, keep_space: bool = False) -> None:
        """Add ``html[start:end]``, which is program text."""
        begin = self._length
        self.add(start, end, keep_space=keep_space)
        self._code.append((begin, self._length))

    def without_code(self) -> str:
        """The text of all blocks that have ended, program text blanked."""
        own = self.text()
        parts, done = list[str](), 0
        for begin, end in self._code:
            parts += [own[done:begin], blank(own[begin:end])]
            done = end
        return "".join([*parts, own[done:]]) if parts else own

    def line_break(self, at: int) -> None:
        """A ``<br>``."""
        self._breaks.append(at)
        self._space = None

    def end_block(self, kind: str, region: int) -> str:
        """End the present block, which is of this kind and region, if there is anything in it; its text."""
        self._space = None
        self._breaks.clear()
        if not self._present:
            return ""
        text = "".join(self._present)
        if not text.isspace():
            if len(self.blocks) == MAX_BLOCKS:
                raise TooLargeError(f"{self._path}: over {MAX_BLOCKS} pieces of text", "split it into smaller files")
            self.blocks.append(TextBlock(self._begin, self._length, kind, region))
        self._append("\n", self._next_in_file())
        self._ended += [text, "\n"]
        self._present.clear()
        self._begin = self._length
        return text

    def _white(self, at: int, keep_space: bool) -> None:
        if keep_space:
            self._append("\n", at)
        elif self._space is None:
            self._space = at

    def _literal(self, start: int, end: int, keep_space: bool) -> None:
        if keep_space:
            if end > start:
                self._word(self._html[start:end], start)
            return
        if start < end and self._html[start] == " ":
            self._white(start, keep_space)
            start += 1
        if start >= end:
            return
        ends_white = self._html[end - 1] == " "
        self._word(self._html[start : end - ends_white], start)
        if ends_white:
            self._space = end - 1

    def _decoded(self, entity: str, at: int, keep_space: bool) -> None:
        is_number = entity[1] == "#"
        text = "\ufffd" if is_number and len(entity) > _MAX_DIGITS else unescape(entity)
        rest = 0  # what is left as it stands: "&notit;" is a sign and two letters
        while not is_number and rest < len(text) and text[-1 - rest] == entity[-1 - rest]:
            rest += 1
        text = text[: len(text) - rest].translate(_DROPPED)
        if text and text in _SPACES:
            if keep_space:
                self._append(text, at)
            else:
                self._white(at, keep_space)
        elif text:
            self._word(text, at)
        self._literal(at + len(entity) - rest, at + len(entity), keep_space)

    def _word(self, text: str, at: int) -> None:
        """Add text that does not begin with collapsible space, and before it what space is due."""
        if self._present:
            if self._breaks:
                for place in self._breaks[:2]:
                    self._append("\n", place)
            elif self._space is not None:
                self._append(" ", self._space)
        self._breaks.clear()
        self._space = None
        self._append(text, at)

    def _append(self, text: str, in_file: int) -> None:
        if in_file != self._next_in_file():
            if self._own[-1] == self._length:
                self._in_file[-1] = in_file
            else:
                self._own.append(self._length)
                self._in_file.append(in_file)
        self._present.append(text)
        self._length += len(text)

    def _next_in_file(self) -> int:
        return self._in_file[-1] + self._length - self._own[-1]


_DROPPED = dict.fromkeys(map(ord, _UNSEEN))
