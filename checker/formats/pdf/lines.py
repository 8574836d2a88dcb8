"""Lines of a PDF and where they stand on its pages, as PDFium finds them, in the order of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_CLEANED = str.maketrans({**_LIGATURES, 0x00: "", 0xA0: " ", 0x200B: ""})
_RAISED = re.compile(r"(?<=[^\W\d_]|[.,;:!?\"”»)])\d{1,3}(?![\w%])")
_GAP, _WIDE_GAP = 1.8, 4.0
"""Heights of white space that part cells of a table: more than three times the narrowest space of the line, else the
second, since the spaces of justified text are wide and alike."""

_LEAST_SIZE = 3.0
"""Points; what says to be smaller is drawn larger than its font says."""

_HYPHENS = "\ufffe\x02"
_END = re.compile(rf"\r\n|[{_HYPHENS}]|\Z")
_SPACE = re.compile(r"\s+")
_Box = tuple[float, float, float, float]
_MOST_CHARACTERS = 200_000
"""Of a page; on one with more, lines are taken as they are, without a look at where they stand in detail."""


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of text, or a part of one that stands by itself.

    Coordinates are in points from the lower left corner of the page; ``size`` is that of its font.  ``page`` counts
    from 1; ``row`` is shared by parts of one line.
    """

    text: str
    page: int
    row: int
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


def lines_of(page: PdfPage, number: int) -> list[PdfLine]:
    """The lines of one page."""
    text_page = page.get_textpage()
    try:
        found = list(_lines(text_page, number))
    finally:
        text_page.close()
    return _joined(found)


def _lines(text_page: PdfTextPage, number: int) -> Iterator[PdfLine]:
    text = text_page.get_text_range()
    boxes = _Boxes(text_page, text)
    start = row = 0
    for end in _END.finditer(text):
        # Where a line ends with a hyphen, the library has a sign in place of it and of the end of the line.
        raw = text[start : end.start()] + ("-" if end[0] in _HYPHENS and end[0] else "")
        if raw.strip():
            row += 1
            for first, last in _parts(raw, start, boxes):
                line = _line(raw[first : last + 1], start + first, number, row, boxes)
                if line.text.strip():
                    yield line
        start = end.end()


class _Boxes:
    """Where characters stand: left, bottom, right, top; None where the library does not know."""

    def __init__(self, text_page: PdfTextPage, text: str) -> None:
        self._text_page = text_page
        self._is_plain = all(character <= "\uffff" for character in text)
        self._text = text
        self.is_detailed = len(text) <= _MOST_CHARACTERS

    def __call__(self, offset: int) -> _Box | None:
        from pypdfium2 import PdfiumError

        try:
            left, bottom, right, top = self._text_page.get_charbox(self._index(offset), loose=True)
        except (PdfiumError, IndexError, ValueError):
            return None
        return left, bottom, right, top

    def size(self, offset: int) -> float:
        from pypdfium2 import raw

        return float(raw.FPDFText_GetFontSize(self._text_page, self._index(offset)))

    def _index(self, offset: int) -> int:
        """PDFium counts units of UTF-16."""
        return offset if self._is_plain else len(self._text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def _parts(raw: str, start: int, boxes: _Boxes) -> Iterator[tuple[int, int]]:
    """First and last offset, in the line, of its parts between wide gaps."""
    first, end = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    spaces = list(_SPACE.finditer(raw, first, end)) if boxes.is_detailed else []
    gaps = [_gap(boxes(start + space.start() - 1), boxes(start + space.end())) for space in spaces]
    narrowest = min(gaps, default=0.0)
    least = max(_GAP, 3 * narrowest) if narrowest < _GAP / 3 else _WIDE_GAP
    for space, gap in zip(spaces, gaps, strict=True):
        if gap > least:
            yield first, space.start() - 1
            first = space.end()
    yield first, end - 1


def _gap(before: _Box | None, after: _Box | None) -> float:
    """White space between two characters of a line, in heights."""
    if before is None or after is None:
        return 0.0
    height = max(before[3] - before[1], after[3] - after[1], 1.0)
    return (after[0] - before[2]) / height if abs(before[1] - after[1]) < height else 0.0


def _line(said: str, first: int, number: int, row: int, boxes: _Boxes) -> PdfLine:
    last = first + len(said) - 1
    edges = [box for box in (boxes(first), boxes((first + last) // 2), boxes(last)) if box is not None]
    left = min((box[0] for box in edges), default=0.0)
    right = max((box[2] for box in edges), default=0.0)
    tallest = max(edges, key=lambda box: box[3] - box[1], default=(0.0, 0.0, 0.0, 10.0))
    if boxes.is_detailed:
        said = _without_raised(said, first, boxes)
    size = max(boxes.size(offset) for offset in (first, (first + last) // 2, last))
    bottom, top = tallest[1], tallest[3]
    size = size if size >= _LEAST_SIZE else max(top - bottom, 1.0)
    return PdfLine(said.translate(_CLEANED), number, row, left, right, bottom, top, size)


def _without_raised(said: str, first: int, boxes: _Boxes) -> str:
    """A line without the small raised numbers that refer to notes."""

    def kept(match: re.Match[str]) -> str:
        small, beside = boxes.size(first + match.start()), boxes.size(first + match.start() - 1)
        return "" if small < 0.85 * beside else match[0]

    said = _RAISED.sub(kept, said)
    if match := re.match(r"\d{1,3}(?=\s?[^\W\d_])", said):
        small, beside = boxes.size(first), boxes.size(first + match.end() + 1)
        said = said[match.end() :].lstrip() if small < 0.85 * beside else said
    return said


def _joined(lines: list[PdfLine]) -> list[PdfLine]:
    """Lines, those that the library parted on one base line put together."""
    found: list[PdfLine] = []
    for line in lines:
        last = found[-1] if found else None
        if last is not None and last.row != line.row and _goes_on_beside(last, line):
            gap = line.left - last.right
            space = " " if gap > 0.18 * line.height and not last.text.endswith(" ") else ""
            found[-1] = replace(
                last, text=last.text + space + line.text, right=line.right, row=line.row, top=max(last.top, line.top)
            )
        else:
            found.append(line)
    return found


def _goes_on_beside(last: PdfLine, line: PdfLine) -> bool:
    same_base = abs(last.bottom - line.bottom) < 0.25 * max(last.height, line.height)
    return same_base and -0.3 * line.height <= line.left - last.right < 0.8 * line.height


def is_garbled(text: str) -> bool:
    """Whether most of a text is no letters: the fonts of the file do not say which letters they have."""
    strange = sum(_is_strange(character) for character in text)
    return strange > 0.2 * max(len(text), 1)


def _is_strange(character: str) -> bool:
    private = "\ue000" <= character <= "\uf8ff"
    return private or character == "\ufffd" or (character < " " and character not in "\t\r\n")
