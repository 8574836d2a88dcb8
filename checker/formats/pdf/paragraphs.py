"""Paragraphs from the lines of a PDF, by where the lines stand, how tall they are and how their texts end and begin.

A PDF has letters at places and nothing else, so that all of this is a guess; what cannot be told stays apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from checker.formats.pdf.lines import PdfLine

_STOPS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔", ":", "։", "።")
_CLOSERS = "\"'”’»›«‹“‘)]}」』）"
_BULLET = re.compile(r"[-•‣◦▪●■►–—·*]\s")
_NUMBERED = re.compile(r"(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_WORD = re.compile(r"\S+")
_DIGITS = re.compile(r"\d+")
_MARGIN = 0.2
"""Share of a page's height at its top and foot in which running lines are looked for."""

_NEAR = 8
"""Lines before and behind one that show how wide its column is."""

_COLUMN = 36.0
"""Points by which lines of one column may begin apart."""

_MOST_LEADING = 2.6
"""Sizes that lines of one paragraph may be apart: two of them where lines are set double."""

_SMALL = 0.93
"""Share of the usual size below which text is small."""


@dataclass(slots=True)
class PdfParagraph:
    """Lines that belong together; ``place`` is ``body``, ``cell``, ``note``, ``header`` or ``footer``."""

    lines: list[PdfLine]
    place: str = "body"

    @property
    def last(self) -> PdfLine:
        return self.lines[-1]

    @property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines)

    @property
    def size(self) -> float:
        return max(line.size for line in self.lines)

    @property
    def is_ended(self) -> bool:
        return self.last.text.rstrip().rstrip(_CLOSERS).endswith(_STOPS)


@dataclass(slots=True)
class Paragraphs:
    """All of a file: paragraphs of the body with cells, then notes, then headers and footers; and its usual font size.

    ``repeated`` counts headers and footers that say what one before them said.
    """

    found: list[PdfParagraph] = field(default_factory=list)
    size: float = 10.0
    repeated: int = 0


def paragraphs_of(pages: Sequence[Sequence[PdfLine]], heights: Sequence[float]) -> Paragraphs:
    """The paragraphs of pages of these heights, in points."""
    size, leadings = _usual_size(pages), _leadings(pages)
    running, repeated = _running(pages, heights)
    body: list[PdfParagraph] = []
    around: list[PdfParagraph] = []
    notes: list[PdfParagraph] = []
    for lines in pages:
        around += [PdfParagraph([line], running[id(line)]) for line in lines if running.get(id(line))]
        kept = [line for line in lines if id(line) not in running]
        page = _in_reading_order(_of_page(kept, leadings))
        for paragraph in page:
            if _is_note(paragraph, page, size):
                paragraph.place = "note"
                notes.append(paragraph)
            elif body and _goes_on_elsewhere(body[-1], paragraph):
                body[-1].lines += paragraph.lines
            else:
                body.append(paragraph)
    return Paragraphs([*body, *notes, *around], size, repeated)


def _usual_size(pages: Sequence[Sequence[PdfLine]]) -> float:
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.0)


def _running(pages: Sequence[Sequence[PdfLine]], heights: Sequence[float]) -> tuple[dict[int, str], int]:
    """By id of the line: ``header`` or ``footer``, empty for one that says again what another said; and how many do."""
    groups: defaultdict[tuple[str, str, int], list[PdfLine]] = defaultdict(list)
    for lines, height in zip(pages, heights, strict=True):
        for line in lines:
            place = "footer" if line.top < _MARGIN * height else ""
            place = "header" if line.bottom > (1 - _MARGIN) * height else place
            if place:
                groups[place, _DIGITS.sub("#", line.text.strip()), round(line.bottom / 4)].append(line)
    found: dict[int, str] = {}
    for (place, _, _), lines in groups.items():
        pages_of_group = {line.page for line in lines}
        again = [line for line in lines if not pages_of_group.isdisjoint(_beside(line.page))]
        found.update({id(line): "" for line in again})
        found.update({id(line): place for line in again[:1]})
    return found, sum(not place for place in found.values())


def _beside(page: int) -> tuple[int, ...]:
    """Pages on which a running line stands again; left and right ones may have their own."""
    return page - 2, page - 1, page + 1, page + 2


def _leadings(pages: Sequence[Sequence[PdfLine]]) -> dict[int, float]:
    """The usual distance of lines by the size of their letters, in whole points."""
    distances: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for lines in pages:
        for line, following in pairwise(lines):
            distance = line.bottom - following.bottom
            if _is_alike(line.size, following.size) and 0.5 * line.height < distance < _MOST_LEADING * line.size:
                distances[round(line.size)][round(2 * distance) / 2] += len(line.text)
    return {size: max(counts, key=lambda distance: (counts[distance], -distance)) for size, counts in distances.items()}


def _of_page(lines: Sequence[PdfLine], leadings: Mapping[int, float]) -> list[PdfParagraph]:
    found: list[PdfParagraph] = []
    parts = Counter(line.row for line in lines)
    recent: list[PdfParagraph] = []  # those whose last line is on this row or the one before
    row = 0
    for place, line in enumerate(lines):
        if line.row != row:
            recent = [paragraph for paragraph in recent if paragraph.last.row >= row]
            row = line.row
        leading = leadings.get(round(line.size), 1.2 * line.size)
        above = next((paragraph for paragraph in recent if _is_below(paragraph, line, leading)), None)
        near = lines[max(0, place - _NEAR) : place + _NEAR]
        if above is not None and not _breaks(above, line, near, leading, is_cell=parts[row] > 1):
            above.lines.append(line)
            continue
        paragraph = PdfParagraph([line], "cell" if parts[row] > 1 else "body")
        found.append(paragraph)
        recent.append(paragraph)
    return found


def _in_reading_order(page: Sequence[PdfParagraph]) -> list[PdfParagraph]:
    """Paragraphs in the order of the file, but for boxes that it draws before the text beside and above them."""
    found: list[PdfParagraph] = []
    held: list[PdfParagraph] = []
    for paragraph, following in zip(page, [*page, None][1:], strict=True):
        found += [box for box in held if not _is_before(paragraph, box)]
        held = [box for box in held if _is_before(paragraph, box)]
        if following is not None and _is_drawn_early(paragraph, following):
            held.append(paragraph)
        else:
            found.append(paragraph)
    return found + held


def _is_drawn_early(paragraph: PdfParagraph, following: PdfParagraph) -> bool:
    """Whether the next paragraph stands above it, and not in the next column, which is to the right."""
    overlap = min(paragraph.right, following.right) - max(paragraph.left, following.left)
    width = min(paragraph.right - paragraph.left, following.right - following.left)
    is_left = following.left < paragraph.left - _COLUMN and not _RIGHT_TO_LEFT.search(paragraph.last.text)
    return following.last.bottom > paragraph.lines[0].top and (is_left or overlap > 0.5 * width)


def _is_before(paragraph: PdfParagraph, box: PdfParagraph) -> bool:
    """Whether a paragraph is read before a box: it begins no lower, and not to the right of it."""
    first = box.lines[0]
    return paragraph.lines[0].top > first.top - 0.5 * first.height and paragraph.left < box.right


def _is_below(paragraph: PdfParagraph, line: PdfLine, leading: float) -> bool:
    """Whether a line stands directly below a paragraph and looks like it."""
    last = paragraph.last
    if last.row == line.row:
        return False
    distance = last.bottom - line.bottom
    beside = line.left < last.right and line.right > paragraph.left
    near = min(abs(line.left - paragraph.left), abs(line.left - last.left)) < 3 * line.height
    return _is_alike(line.size, last.size) and beside and near and 0.4 * line.height < distance < 1.6 * leading


def _is_alike(size: float, other: float) -> bool:
    return 0.92 < size / other < 1.09


def _breaks(paragraph: PdfParagraph, line: PdfLine, near: Sequence[PdfLine], leading: float, *, is_cell: bool) -> bool:
    """Whether a line below a paragraph begins another one; ``near`` are lines around it in reading order."""
    last, text = paragraph.last, line.text.lstrip()
    goes_on = text[:1].islower() and not paragraph.is_ended
    distance = last.bottom - line.bottom
    if distance > 1.25 * leading or _BULLET.match(text):
        return True
    if _NUMBERED.match(text) and (paragraph.is_ended or _NUMBERED.match(paragraph.lines[0].text.lstrip())):
        return True
    if goes_on:
        return False
    if is_cell or paragraph.place == "cell":
        return is_cell or paragraph.is_ended
    if paragraph.is_ended and line.left > last.left + 0.8 * line.height:
        return True
    word = _WORD.match(text)
    room = (line.right - line.left) / max(len(line.text), 1) * (len(word[0]) + 1 if word else 0)
    column = [other for other in near if abs(other.left - last.left) < _COLUMN and _is_alike(other.size, last.size)]
    return last.right + 1.05 * room < max((other.right for other in column), default=last.right)


def _is_note(paragraph: PdfParagraph, page: Sequence[PdfParagraph], size: float) -> bool:
    """Whether it is a footnote: small, with no text of the usual size below it."""
    if paragraph.size > _SMALL * size or paragraph.place != "body":
        return False
    lowest = min((other.last.bottom for other in page if other.size > _SMALL * size), default=0.0)
    return paragraph.lines[0].bottom < lowest


def _goes_on_elsewhere(paragraph: PdfParagraph, following: PdfParagraph) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    line = following.lines[0]
    text = line.text.lstrip("\"'“„«( ")
    elsewhere = line.page != paragraph.last.page or line.bottom > paragraph.last.bottom
    alike = _is_alike(following.size, paragraph.size)
    return elsewhere and alike and not paragraph.is_ended and text[:1].islower()
