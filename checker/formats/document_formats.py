"""The formats of documents: one table, chosen by extension and by a look at the content."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from checker.errors import EmptyError, InputError
from checker.formats.decoding import Decoded, decode, decode_declared, head_of
from checker.formats.segment_formats import FORMATS as SEGMENT_FORMATS
from checker.model import Document

_OLDER_NAMES = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "x-sjis": "cp932",
    "big5": "big5hkscs",
}
"""Encodings that are called by the name of a smaller one, as browsers take them (WHATWG Encoding Standard, 4.2)."""

_HTML = re.compile(r"\ufeff?(?:\s++|<\?xml[^>]*>|<!--(?:[^-]|-(?!->))*+-->)*+<(?:!doctype\s+html|html)[\s>]", re.I)
_MHTML = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related;", re.I)
_HTML_ENCODING = re.compile(
    r"""(?:<meta\b[^>]*?\bcharset|<\?xml[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I
)


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """A format, its extensions, and its reader as ``module.function`` under ``checker.formats``.

    A reader of text is called with (path, text, encoding, notes); one that is ``binary`` with (path, data), and
    decodes what it has to.  ``seen`` matches the beginning of a file that is one of these beyond doubt, whatever its
    name; ``encoding`` finds the encoding that a text declares.  Both are shown ``decoding.head_of`` the file.
    """

    extensions: tuple[str, ...]
    reader: str
    binary: bool = False
    seen: re.Pattern[str] | None = None
    encoding: re.Pattern[str] | None = None

    def read(self, path: str, data: bytes) -> Document:
        """The document in ``data``.  Raises an ``InputError`` leaf when it cannot be read."""
        if self.binary:
            if not data:
                raise EmptyError(f"{path}: the file is empty", "check that this is the right file")
            binary_reader: Callable[[str, bytes], Document] = self._reader()
            return binary_reader(path, data)
        decoded = self.decode(path, data)
        return self.read_text(path, decoded.text, decoded.encoding, decoded.notes)

    def read_text(self, path: str, text: str, encoding: str = "utf-8", notes: tuple[str, ...] = ()) -> Document:
        """The document in ``text``; for formats that are not binary.  Raises ``EmptyError``."""
        if not text.strip():
            raise EmptyError(f"{path}: there is no text in it", "check that this is the right file")
        reader: Callable[[str, str, str, tuple[str, ...]], Document] = self._reader()
        return reader(path, text, encoding, notes)

    def _reader(self) -> Callable[..., Document]:
        module, _, function = self.reader.rpartition(".")
        reader: Callable[..., Document] = getattr(import_module(f"checker.formats.{module}"), function)
        return reader

    def decode(self, path: str, data: bytes, said: str | None = None) -> Decoded:
        """The text in ``data``, in the encoding ``said`` or declared in it.  Raises as ``decoding.decode``."""
        declared = self.encoding.search(head_of(data)) if self.encoding and said is None else None
        if declared is None and said is None:
            return decode(path, data)
        name = (declared[1] if declared else str(said)).lower()
        return decode_declared(path, data, _OLDER_NAMES.get(name, name))


_SRT = re.compile(r"\ufeff?\s{0,99}\d{1,6}[ \t]{0,9}\r?\n\d{1,2}:\d\d:\d\d[,.]\d{1,3} --> \d{1,2}:\d\d:\d\d")
PLAIN = "text"
FORMATS: Mapping[str, DocumentFormat] = {
    PLAIN: DocumentFormat((".txt", ".text"), "plain.read"),
    "markdown": DocumentFormat((".md", ".markdown"), "markdown.read"),
    "srt": DocumentFormat((".srt",), "subtitles.document.read_srt", seen=_SRT),
    "vtt": DocumentFormat((".vtt",), "subtitles.document.read_vtt", seen=re.compile(r"\ufeff?WEBVTT(?:[ \t\r\n]|\Z)")),
    "xlsx": DocumentFormat((".xlsx", ".xlsm"), "office.xlsx.document.read", binary=True),
    "pdf": DocumentFormat((".pdf",), "pdf.document.read", binary=True, seen=re.compile(r"%PDF-")),
    "mhtml": DocumentFormat((".mhtml", ".mht"), "html.mhtml.read", binary=True, seen=_MHTML),
    "docx": DocumentFormat((".docx", ".docm", ".dotx"), "office.docx.document.read", binary=True),
    "html": DocumentFormat((".html", ".htm", ".xhtml", ".xht"), "html.page.read", seen=_HTML, encoding=_HTML_ENCODING),
}
_OF_EXTENSIONS = {extension: name for name, format_ in FORMATS.items() for extension in format_.extensions}
_OF_SEGMENTS = frozenset(extension for format_ in SEGMENT_FORMATS.values() for extension in format_.extensions)
_NOT_DOCUMENTS = _OF_SEGMENTS - {".csv", ".tsv", ".tab", ".jsonl", ".ndjson", ".xlsx", ".xlsm"}
_NOT_READ_YET = (
    frozenset((".pdf", ".html", ".htm", ".xlsx", ".odt", ".ods", ".rtf", ".ass", ".ssa")) - _OF_EXTENSIONS.keys()
)


def format_called(path: str) -> DocumentFormat:
    """The format that the extension of ``path`` names; plain text if it names none."""
    return FORMATS[_OF_EXTENSIONS.get(Path(path).suffix.lower(), PLAIN)]


def format_of(path: str, data: bytes) -> tuple[DocumentFormat, tuple[str, ...]]:
    """The format of the file at ``path`` with this content, and a note where the two disagree.

    What has no known extension and shows to be nothing else is plain text.
    """
    suffix = Path(path).suffix.lower()
    named = _OF_EXTENSIONS.get(suffix)
    head = head_of(data)
    if named is not None and (pattern := FORMATS[named].seen) is not None and pattern.match(head):
        return FORMATS[named], ()
    seen = next((name for name, format_ in FORMATS.items() if format_.seen and format_.seen.match(head)), None)
    if named is None and data.startswith(b"PK"):
        from checker.formats.office.package import kind_of

        seen = kind_of(data)
    if seen is None:
        return FORMATS[named or PLAIN], ()
    notes = () if named is None else (f"called a {suffix} file, but it is {seen}; read as that",)
    return FORMATS[seen], notes


def check_is_document(path: str) -> None:
    """Raise ``InputError`` for a file that is by its name of a kind that is not read as a document."""
    suffix = Path(path).suffix.lower()
    if suffix in _NOT_DOCUMENTS:
        raise InputError(f"{path}: {suffix} files hold segments that are aligned already", "use `checker bitext`")
    if suffix in _NOT_READ_YET:
        raise InputError(f"{path}: {suffix} files are not read yet", "save it as plain text or Markdown first")
