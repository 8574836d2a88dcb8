"""PDF, by PDFium: text with its pages, in paragraphs that are guessed from where the lines stand.

docs/formats-office.md has what is read and what is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker.errors import EmptyError, InputError, MissingReaderError, ProtectedError, TooLargeError
from checker.formats.pdf.fonts import without_system_fonts
from checker.formats.pdf.lines import PdfLine, is_garbled, lines_of
from checker.formats.pdf.paragraphs import Paragraphs, PdfParagraph, paragraphs_of
from checker.model import Block, Document, Mark, Span

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGES = 5_000
MAX_CHARACTERS = 20_000_000
"""Of a whole file; a book has about one million."""

UNSURE = "read from a PDF: paragraphs and the order of columns are a guess"
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_RIGHT_TO_LEFT_SHARE = 0.05
_SOFT_HYPHEN = "\u00ad"
_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_LABEL = re.compile(r"(?:\d{1,3}|[*†‡]{1,3})[.)]?\s+(?=\S)")
_FIRST = re.compile(r"[^\W\d_]+")
_HEADING = 1.15
_MOST_NAMED = 5


def read(path: str, data: bytes) -> Document:
    """A document with one block a paragraph, cell or note; running headers and footers once.

    Raises ``MissingReaderError`` without the extra, ``ProtectedError`` for a file with a password, ``EmptyError`` for
    scanned pages, other ``InputError`` leaves.
    """
    if b"%PDF-" not in data[:1024]:
        raise InputError(f"{path}: this is no PDF, whatever it is called", "check that this is the right file")
    try:
        import pypdfium2
    except ImportError:
        raise MissingReaderError(
            f"{path}: PDF needs a package that is not installed", "pip install pypdfium2"
        ) from None
    try:
        without_system_fonts()
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(path, error) from None
    try:
        return _document(path, file)
    except pypdfium2.PdfiumError as error:
        raise InputError(f"{path}: a damaged PDF ({error})", "open it and save it again") from None
    finally:
        file.close()


def _refused(path: str, error: Exception) -> InputError:
    said = str(error).lower()
    if "password" in said or "security" in said:
        return ProtectedError(f"{path}: protected by a password", "save it without one")
    return InputError(f"{path}: a damaged PDF, or cut off", "fetch it again, or open it and save it again")


def _document(path: str, file: PdfDocument) -> Document:
    if len(file) > MAX_PAGES:
        raise TooLargeError(f"{path}: over the {MAX_PAGES} pages that are read", "split it")
    pages: list[list[PdfLine]] = []
    heights: list[float] = []
    characters = 0
    for number in range(len(file)):
        page = file[number]
        heights.append(page.get_height())
        pages.append(lines_of(page, number + 1))
        page.close()
        characters += sum(len(line.text) for line in pages[-1])
        if characters > MAX_CHARACTERS:
            raise TooLargeError(f"{path}: over the {MAX_CHARACTERS} characters that are read", "split it")
    text = "".join(line.text for lines in pages for line in lines)
    if not text.strip():
        why = "only pictures of pages, it seems" if pages else "and no page"
        raise EmptyError(f"{path}: there is no text in it, {why}", "make text of it first, with OCR (ocrmypdf)")
    if is_garbled(text):
        raise InputError(
            f"{path}: its fonts do not say which letters they have", "make text of it anew (ocrmypdf --force-ocr)"
        )
    found = paragraphs_of(pages, heights)
    return _written(path, found, (UNSURE, *_said(pages, found)))


def _said(pages: Sequence[Sequence[PdfLine]], found: Paragraphs) -> Iterator[str]:
    blank = [number for number, lines in enumerate(pages, start=1) if not lines]
    if blank:
        more = f", ... ({len(blank)} in all)" if len(blank) > _MOST_NAMED else ""
        yield f"pages without text (pictures, it seems): {', '.join(map(str, blank[:_MOST_NAMED]))}{more}"
    letters = "".join(line.text for lines in pages for line in lines)
    if len(_RIGHT_TO_LEFT.findall(letters)) > _RIGHT_TO_LEFT_SHARE * len(letters):
        yield "text from right to left: letters of words may stand in the wrong order"
    if found.repeated:
        yield f"headers and footers that are like those of another page left out: {found.repeated}"


def _written(path: str, found: Paragraphs, notes: tuple[str, ...]) -> Document:
    known = _known_words(found)
    blocks: list[Block] = []
    marks: list[Mark] = []
    parts: list[str] = []
    offset = 0
    for paragraph in found.found:
        text, pages = _joined(paragraph, known)
        if paragraph.place == "note" and (label := _LABEL.match(text)):
            text, pages = text[label.end() :], [(max(0, place - label.end()), page) for place, page in pages]
        if not text.strip():
            continue
        location = f"page {pages[0][1]}"
        blocks.append(Block(Span(offset, offset + len(text)), _kind(paragraph, found), _region(paragraph), location))
        marks += [Mark(offset + place, f"page {page}") for place, page in pages[1:]]
        parts.append(text)
        offset += len(text) + 1
    return Document(path, "\n".join(parts), blocks=tuple(blocks), notes=notes, marks=tuple(marks))


def _kind(paragraph: PdfParagraph, found: Paragraphs) -> str:
    if paragraph.place == "cell":
        return "cell"
    is_heading = paragraph.place == "body" and paragraph.size > _HEADING * found.size
    return "heading" if is_heading else "paragraph"


def _region(paragraph: PdfParagraph) -> str:
    return paragraph.place if paragraph.place in ("note", "header", "footer") else "body"


def _known_words(found: Paragraphs) -> frozenset[str]:
    """The words of the file but for those at ends of lines, to tell a hyphen of a word from one of a line."""
    words = (
        match[0].lower()
        for paragraph in found.found
        for line in paragraph.lines
        for match in _WORDS.finditer(line.text)
        if match.end() < len(line.text.rstrip())
    )
    return frozenset(words)


def _joined(paragraph: PdfParagraph, known: frozenset[str]) -> tuple[str, list[tuple[int, int]]]:
    """The text of a paragraph, and the offsets at which a page begins."""
    text = ""
    pages: list[tuple[int, int]] = []
    for line in paragraph.lines:
        said = line.text.strip()
        if text:
            text = _before(text, said, known)
        if not pages or pages[-1][1] != line.page:
            pages.append((len(text), line.page))
        text += said
    return text.replace(_SOFT_HYPHEN, ""), [(place - text.count(_SOFT_HYPHEN, 0, place), page) for place, page in pages]


def _before(text: str, following: str, known: frozenset[str]) -> str:
    """A text as it stands before its next line: with a space, or without the hyphen that parts a word."""
    broken = _BROKEN.search(text)
    first = _FIRST.match(following)
    if broken is None or first is None:
        return f"{text} "
    if text.endswith(_SOFT_HYPHEN):
        return text[:-1]
    if not first[0][0].islower():
        return text
    whole, parted = (f"{broken[1]}{sign}{first[0]}".lower() for sign in ("", "-"))
    return text if parted in known and whole not in known else text[:-1]
