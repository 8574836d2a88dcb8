"""MHTML (RFC 2557): a page with its frames in one file, as Chromium browsers and Outlook save it.

The page and the frames in it are read as HTML, one after the other: comments often stand in a frame of their own.
Lines and columns are those of the file, through its quoted-printable lines.  That is why the parts are taken apart here
and not by the standard library's ``email``, which decodes them and no longer knows where a letter stood.
"""

from __future__ import annotations

import re
from array import array
from binascii import a2b_base64
from bisect import bisect_right
from codecs import getincrementaldecoder
from dataclasses import replace
from email.message import Message
from email.parser import BytesHeaderParser
from itertools import chain, pairwise
from typing import NamedTuple

from checker.errors import EmptyError, InputError
from checker.formats.html import page
from checker.formats.html.encoding import decode_page
from checker.model import Block, Document, FileMap, line_starts

MAX_FRAMES = 200
"""More frames than this are not read; pages full of advertisements have some thirty."""

_MAX_HEADER = 1 << 16
_BLANK = re.compile(rb"\r?\n\r?\n")
_QUOTED = re.compile(rb"=[ \t]*\r?\n|=[0-9A-Fa-f]{2}")


class _Frame(NamedTuple):
    """A part that is HTML: its headers and where its body stands in the file."""

    headers: Message
    start: int
    end: int


class _Body(NamedTuple):
    """A part's bytes as decoded; those from ``at[k]`` up to ``at[k + 1]`` stand in the file from ``in_file[k]`` on."""

    data: bytes
    at: array[int]
    in_file: array[int]


def read(path: str, data: bytes) -> Document:
    """The page in ``data`` and after it its frames.  Raises ``InputError`` leaves."""
    frames, headless = _frames(path, data)
    if not frames:
        raise InputError(f"{path}: there is no HTML in this file", "save the page again, as a single file")
    documents: list[Document] = []
    starts = line_starts(data.decode("latin-1"))
    for frame in frames[:MAX_FRAMES]:
        body = _body(path, data, frame)
        try:
            decoded = decode_page(path, body.data, _charset(frame))
            found = page.read(path, decoded.text, decoded.encoding, decoded.notes)
        except EmptyError:
            continue
        documents.append(replace(found, file_map=_into_file(found, _in_characters(body, decoded.encoding), starts)))
    if not documents:
        raise EmptyError(f"{path}: there is no text to be seen in this page", "save it again once it shows its text")
    unread: tuple[str, ...] = (f"{len(frames) - MAX_FRAMES} frames were not read",) if len(frames) > MAX_FRAMES else ()
    if headless:
        unread += (f"parts with headers of over {_MAX_HEADER >> 10} kB were not read: {headless}",)
    return _joined(path, documents, unread)


def _frames(path: str, data: bytes) -> tuple[list[_Frame], int]:
    """The parts of the file that are HTML, in order, and how many parts have headers that are too long to be read."""
    headers, start = _headers(data, 0, len(data))
    boundary = headers.get_boundary()
    if headers.get_content_maintype() != "multipart" or not boundary:
        raise InputError(f"{path}: this is no MHTML file", "call it .html if it is a page, or save it again")
    between = re.compile(rb"^--%s(?:--)?[ \t]*\r?$\n?" % re.escape(boundary.encode("utf-8", "surrogateescape")), re.M)
    ends = [(match.start(), match.end()) for match in between.finditer(data, start)]
    frames: list[_Frame] = []
    headless = 0
    for (_, begin), (end, _) in pairwise([*ends, (len(data), 0)]):
        headers, body = _headers(data, begin, end)
        headless += body == end and end - begin > _MAX_HEADER
        if body < end and headers.get_content_type() in ("text/html", "application/xhtml+xml"):
            frames.append(_Frame(headers, body, end))
    return frames, headless


def _headers(data: bytes, start: int, end: int) -> tuple[Message, int]:
    """The headers of the part ``data[start:end]``, and where its body begins."""
    blank = _BLANK.search(data, start, min(end, start + _MAX_HEADER))
    if blank is None:
        return Message(), end
    return BytesHeaderParser().parsebytes(data[start : blank.end()]), blank.end()


def _charset(frame: _Frame) -> str | None:
    charset = frame.headers.get_content_charset()
    return str(charset) if charset else None


def _body(path: str, data: bytes, frame: _Frame) -> _Body:
    """What a part holds, taken out of its transfer encoding."""
    encoding = str(frame.headers.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding == "base64":
        try:
            found = a2b_base64(data[frame.start : frame.end])
        except ValueError as error:
            raise InputError(f"{path}: damaged base64 ({error})", "save the page again") from None
        return _Body(found, array("q", [0]), array("q", [frame.start]))
    if encoding != "quoted-printable":
        return _Body(data[frame.start : frame.end], array("q", [0]), array("q", [frame.start]))
    parts: list[bytes] = []
    at, in_file = array("q"), array("q")
    size, position = 0, frame.start
    for match in chain(_QUOTED.finditer(data, frame.start, frame.end), (None,)):
        start, end = match.span() if match else (frame.end, frame.end)
        pieces = [(position, data[position:start])]
        if match and not match[0].endswith(b"\n"):
            pieces.append((start, bytes.fromhex(match[0][1:].decode())))
        for place, piece in pieces:
            if piece:
                at.append(size)
                in_file.append(place)
                parts.append(piece)
                size += len(piece)
        position = end
    return _Body(b"".join(parts), at or array("q", [0]), in_file or array("q", [frame.start]))


def _in_characters(body: _Body, encoding: str) -> _Body:
    """The same, with ``at`` counting characters; a place within one is none."""
    decoder = getincrementaldecoder(encoding)("replace")
    at, in_file = array("q"), array("q")
    size = 0
    for place, (start, end) in zip(body.in_file, pairwise([*body.at, len(body.data)]), strict=True):
        if not decoder.getstate()[0]:
            at.append(size)
            in_file.append(place)
        size += len(decoder.decode(body.data[start:end]))
    return _Body(body.data, at, in_file)


def _into_file(document: Document, body: _Body, starts: list[int]) -> FileMap:
    """The map of a document's own text into the file: through the HTML that ``body`` holds."""
    through = document.file_map
    if through is None:
        raise ValueError("a page has a map")
    own, in_file = array("q"), array("q")
    ends = [*through.own[1:], len(document.text)]
    for begin, end, start in zip(through.own, ends, through.in_file, strict=True):
        piece = bisect_right(body.at, start) - 1
        own.append(begin)
        in_file.append(body.in_file[piece] + start - body.at[piece])
        while (piece := piece + 1) < len(body.at) and body.at[piece] < start + end - begin:
            own.append(begin + body.at[piece] - start)
            in_file.append(body.in_file[piece])
    return FileMap(own, in_file, starts)


def _joined(path: str, documents: list[Document], unread: tuple[str, ...]) -> Document:
    """The documents as one, of which ``unread`` was not read, nor what was not of each."""
    blocks: list[Block] = []
    own, in_file = array("q"), array("q")
    offset = 0
    for document in documents:
        blocks += [replace(block, span=block.span.shifted(offset)) for block in document.blocks]
        if document.file_map is not None:
            own.extend(offset + begin for begin in document.file_map.own)
            in_file.extend(document.file_map.in_file)
        offset += len(document.text)
    return Document(
        path,
        "".join(document.text for document in documents),
        view="".join(document.view for document in documents),
        blocks=tuple(blocks),
        encoding=documents[0].encoding,
        notes=tuple(dict.fromkeys(note for document in documents for note in document.notes)) + unread,
        file_map=FileMap(own, in_file, documents[0].file_map.line_starts if documents[0].file_map else [0]),
        unread=tuple(dict.fromkeys(said for document in documents for said in document.unread)) + unread,
    )
