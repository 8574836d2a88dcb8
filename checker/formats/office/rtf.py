"""RTF: the text of a document as a reader sees it, and the pairs in its tables, as tools export them for review."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from checker.errors import InputError
from checker.formats.broken_lines import with_lines_joined
from checker.formats.columns import Columns
from checker.formats.office.tables import pairs_in_tables
from checker.formats.pairs import Read
from checker.formats.pieces import Piece, document_of
from checker.model import Document

MAX_DEPTH = 500
"""Groups inside one another; real files have some ten."""

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.S
)
_SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet info pict object themedata datastore listtable listoverridetable rsidtbl generator "
    b"xmlnstbl latentstyles header headerl headerr headerf footer footerl footerr footerf fldinst filetbl revtbl "
    b"mmathPr wgrffmtfilter template bkmkstart bkmkend atnid atnauthor atrfstart atrfend nonshppict listtext "
    b"pntext".split()
)
_CHARACTERS = {
    b"tab": "\t", b"line": "\n", b"emdash": "\u2014", b"endash": "\u2013", b"lquote": "\u2018", b"rquote": "\u2019",
    b"ldblquote": "\u201c", b"rdblquote": "\u201d", b"bullet": "\u2022", b"emspace": " ", b"enspace": " ",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "-", b"-": "", b"{": "{", b"}": "}", b"\\": "\\", b"\n": "\n", b"\r": "\n"}
_CHARSETS = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""Encodings of the character sets that fonts name (``\\fcharset``), as Windows defines them."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group: whether its text is read or hidden, its encoding, how many characters stand in for one."""

    is_read: bool = True
    encoding: str = "cp1252"
    stand_in: int = 1
    region: str = "body"
    in_fonts: bool = False
    is_hidden: bool = False


def read(path: str, data: bytes) -> Document:
    """A document with one block a paragraph or cell.  Raises ``InputError`` leaves."""
    if not data.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{\\rtf"):
        raise InputError(f"{path}: this is no RTF file, whatever it is called", "check that this is the right file")
    return document_of(path, with_lines_joined(_Reader(path).pieces(data)))


def read_pairs(path: str, data: bytes, columns: Columns) -> Read:
    """The pairs in the tables of a document.  Raises ``InputError`` leaves."""
    return pairs_in_tables(read(path, data), columns)


class _Reader:
    def __init__(self, path: str) -> None:
        self._path = path
        self._state = _State()
        self._around: list[_State] = []
        self._default = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._bytes = bytearray()
        self._cell: list[str] = []
        self._kept: list[str] = []
        self._skip = 0
        self._fresh = False  # whether a group has just begun
        self._starred = False
        self._in_table = False
        self._table = self._row = self._column = self._paragraph = self._note = 0
        self._found: list[Piece] = []

    def pieces(self, data: bytes) -> list[Piece]:
        for match in _TOKEN.finditer(data):
            word, number, code, symbol, brace, plain = match.groups()
            if brace == b"{":
                self._open()
            elif brace == b"}":
                self._close()
            elif word is not None:
                self._word(word, int(number) if number else None)
            elif code is not None:
                self._byte(bytes([int(code, 16)]))
            elif symbol == b"*":
                self._starred = True
            elif symbol is not None:
                self._add(_SYMBOLS.get(symbol, ""))
            elif plain is not None:
                self._byte(plain)
            if symbol != b"*" and brace != b"{":
                self._fresh = self._starred = False
        self._end_paragraph()
        return self._found

    def _open(self) -> None:
        self._flush()
        if len(self._around) >= MAX_DEPTH:
            raise InputError(f"{self._path}: over {MAX_DEPTH} groups inside one another", "check the file")
        self._around.append(self._state)
        self._fresh = True

    def _close(self) -> None:
        self._flush()
        if self._around:
            before, self._state = self._state, self._around.pop()
            if before.region != self._state.region:
                self._end_note(before)

    def _word(self, word: bytes, number: int | None) -> None:
        if self._fresh or self._starred:
            if word in _SKIPPED or (self._starred and word not in (b"shppict", b"nextgraphic")):
                self._state = replace(self._state, is_read=False, in_fonts=word == b"fonttbl" or self._state.in_fonts)
            elif word in (b"footnote", b"annotation") and self._state.is_read:
                self._flush()
                self._state = replace(self._state, region="note" if word == b"footnote" else "comment")
                self._kept, self._cell = self._cell, []
        if word in _CHARACTERS:
            self._add(_CHARACTERS[word])
        elif (act := _WORDS.get(word)) is not None:
            self._flush()
            act(self, number)

    def _byte(self, plain: bytes) -> None:
        if self._skip:
            plain, self._skip = plain[self._skip :], max(0, self._skip - len(plain))
        if self._is_shown:
            self._bytes += plain

    @property
    def _is_shown(self) -> bool:
        return self._state.is_read and not self._state.is_hidden

    def _flush(self) -> None:
        """Bytes of one encoding become text."""
        if self._bytes:
            self._cell.append(bytes(self._bytes).decode(self._state.encoding, "replace"))
            self._bytes.clear()

    def _add(self, text: str) -> None:
        self._flush()
        if self._is_shown:
            self._cell.append(text)

    def code_page(self, number: int | None) -> None:
        try:
            self._default = codecs.lookup(f"cp{number}" if number != 65001 else "utf-8").name
        except LookupError:
            self._default = "cp1252"
        self._state = replace(self._state, encoding=self._default)

    def font(self, number: int | None) -> None:
        self._font = number or 0
        if not self._state.in_fonts:
            self._state = replace(self._state, encoding=self._fonts.get(self._font, self._default))

    def charset(self, number: int | None) -> None:
        if self._state.in_fonts and number in _CHARSETS and (number or self._default == "cp1252"):
            self._fonts[self._font] = _CHARSETS[number]

    def unicode(self, number: int | None) -> None:
        if self._is_shown and number is not None:
            code = number + 65536 if number < 0 else number
            self._cell.append(chr(code) if 0 <= code <= 0x10FFFF else "")
        self._skip = self._state.stand_in

    def stand_in(self, number: int | None) -> None:
        self._state = replace(self._state, stand_in=min(max(number if number is not None else 1, 0), 8))

    def hide(self, number: int | None) -> None:
        self._state = replace(self._state, is_hidden=number != 0)

    def start_row(self, _number: int | None) -> None:
        self._in_table = True

    def end_row(self, _number: int | None) -> None:
        self._row += 1
        self._column = 0

    def start_paragraph(self, _number: int | None) -> None:
        self._in_table = False

    def end_cell(self, _number: int | None) -> None:
        if not self._row and not self._column:
            self._table += 1
            self._row = 1
        self._column += 1
        self._emit("cell", f"table {self._table}, row {self._row}, column {self._column}")

    def end_paragraph(self, _number: int | None) -> None:
        if self._state.region != "body" or self._in_table:
            self._cell.append("\n")
        else:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        self._flush()
        if "".join(self._cell).strip():
            self._row = self._column = 0
            self._paragraph += 1
            self._emit("paragraph", f"paragraph {self._paragraph}")
        self._cell = []

    def _end_note(self, state: _State) -> None:
        self._note += 1
        self._emit("paragraph", f"{state.region} {self._note}", state.region)
        self._cell, self._kept = self._kept, []

    def _emit(self, kind: str, location: str, region: str = "body") -> None:
        text = _joined(self._cell).strip("\n")
        self._cell = []
        if text.strip():
            self._found.append(Piece(text, kind, region, location))


def _joined(parts: list[str]) -> str:
    """Parts as one text; halves of a character that RTF writes apart are one."""
    text = "".join(parts)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _has_half(text) else text


def _has_half(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


_WORDS = {
    b"ansicpg": _Reader.code_page,
    b"f": _Reader.font,
    b"fcharset": _Reader.charset,
    b"u": _Reader.unicode,
    b"uc": _Reader.stand_in,
    b"v": _Reader.hide,
    b"deleted": _Reader.hide,
    b"intbl": _Reader.start_row,
    b"pard": _Reader.start_paragraph,
    b"row": _Reader.end_row,
    b"cell": _Reader.end_cell,
    b"par": _Reader.end_paragraph,
    b"sect": _Reader.end_paragraph,
    b"page": _Reader.end_paragraph,
}
