"""The formats of files: one table, from which advice, help and the pages on formats are made."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any

from checker.formats import sniffing
from checker.formats.decoding import Decoded, decode, decode_declared, head_of


class Use(StrEnum):
    """What a file is read as; a format that is read so has its reader under this name."""

    DOCUMENT = "document"
    PAIRS = "pairs"
    TERMS = "terms"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormat:
    """A format: what people call it, its extensions, and how it is read, if it is.

    Readers are named as ``module.function`` under ``checker.formats``, and imported when the first file is read:

    * ``document``: called with (path, text, encoding, notes), or (path, data) where the format is ``binary``;
    * ``pairs``: called with (text, columns), or (path, data, columns);
    * ``terms``: called with (path, text).

    ``seen`` matches the beginning of a file that is one of these beyond doubt, whatever its name; ``declared`` finds
    the encoding that a text says it is in, and ``decoder`` (path, data) is named where that is not enough.
    ``as_text`` says that it may be scanned as the plain text that it is, ``own_text`` that the text of its documents
    is that of their files, ``annotated`` that findings can be written into it.  ``about`` and ``page`` are for the
    reader of the pages: what of the format is read, and where in ``docs`` more is said.  ``instead`` is what to do
    with a file of a format that has no reader.
    """

    title: str
    extensions: tuple[str, ...]
    document: str = ""
    pairs: str = ""
    terms: str = ""
    binary: bool = False
    seen: re.Pattern[str] | None = None
    declared: re.Pattern[str] | None = None
    decoder: str = ""
    as_text: bool = False
    own_text: bool = False
    annotated: bool = False
    about: str = ""
    page: str = ""
    instead: str = ""

    def takes(self, use: Use) -> bool:
        """Whether files of this format are read as that."""
        return bool(getattr(self, use))

    def reader(self, use: Use) -> Callable[..., Any]:
        return _named(getattr(self, use))

    def declared_encoding(self, data: bytes) -> str | None:
        """The encoding that a file names as its own, as it is written there."""
        match = self.declared.search(head_of(data)) if self.declared else None
        return match[1] if match else None

    def decode(self, path: str, data: bytes) -> Decoded:
        """The text in ``data``, in the encoding that it declares or else shows.  Raises as ``decoding.decode``."""
        if self.decoder:
            decoded: Decoded = _named(self.decoder)(path, data)
            return decoded
        declared = self.declared_encoding(data)
        return decode_declared(path, data, declared) if declared else decode(path, data)


def _named(name: str) -> Callable[..., Any]:
    module, _, function = name.rpartition(".")
    found: Callable[..., Any] = getattr(import_module(f"checker.formats.{module}"), function)
    return found


PLAIN, TABLE = "text", "csv"
"""What a document and a glossary are read as where neither name nor content says otherwise."""

FORMATS: Mapping[str, FileFormat] = {
    PLAIN: FileFormat(title="plain text", extensions=(".txt", ".text"), document="plain.read", own_text=True),
    "markdown": FileFormat(
        title="Markdown", extensions=(".md", ".markdown"), document="markdown.read", own_text=True, about="CommonMark"
    ),
    "html": FileFormat(
        title="HTML",
        extensions=(".html", ".htm", ".xhtml", ".xht"),
        document="html.page.read",
        seen=sniffing.HTML,
        decoder="html.encoding.decode_page",
        about="saved web pages",
        page="formats-html.md",
    ),
    "mhtml": FileFormat(
        title="MHTML",
        extensions=(".mhtml", ".mht"),
        document="html.mhtml.read",
        binary=True,
        seen=sniffing.MHTML,
        about="web pages saved as a single file, with their frames",
        page="formats-html.md#mhtml",
    ),
    "docx": FileFormat(
        title="DOCX",
        extensions=(".docx", ".docm", ".dotx"),
        document="office.docx.document.read",
        binary=True,
        about="tracked changes as accepted",
        page="formats-office.md#docx",
    ),
    "pdf": FileFormat(
        title="PDF",
        extensions=(".pdf",),
        document="pdf.document.read",
        binary=True,
        seen=sniffing.PDF,
        about="with the extra `pdf`",
        page="formats-office.md#pdf",
    ),
    "srt": FileFormat(
        title="SRT",
        extensions=(".srt",),
        document="subtitles.document.read_srt",
        seen=sniffing.SRT,
        about="subtitles",
        page="formats-subtitles.md",
    ),
    "vtt": FileFormat(
        title="WebVTT",
        extensions=(".vtt",),
        document="subtitles.document.read_vtt",
        seen=sniffing.VTT,
        about="subtitles",
        page="formats-subtitles.md",
    ),
    "jsonl": FileFormat(
        title="JSON Lines",
        extensions=(".jsonl", ".ndjson"),
        pairs="tables.json_lines.read",
        as_text=True,
        about="one object a line",
        page="bitext.md",
    ),
    TABLE: FileFormat(
        title="CSV",
        extensions=(".csv",),
        pairs="tables.pairs.read",
        terms="glossary.tables.read",
        as_text=True,
        about="comma, semicolon, tab or vertical bar, found out from the first records (`sep=;` is honoured)",
        page="bitext.md",
    ),
    "tsv": FileFormat(
        title="TSV",
        extensions=(".tsv", ".tab"),
        pairs="tables.pairs.read_tabs",
        terms="glossary.tables.read_tabs",
        as_text=True,
        about="tab",
        page="bitext.md",
    ),
    "xliff": FileFormat(
        title="XLIFF",
        extensions=(".xlf", ".xliff", ".sdlxliff", ".mxliff", ".mqxliff"),
        pairs="units.xliff.read",
        seen=sniffing.root("xliff"),
        declared=sniffing.XML_ENCODING,
        annotated=True,
        about="1.2 and 2.0 to 2.2, with the dialects of Trados, Phrase and memoQ",
        page="formats-bitext.md#xliff",
    ),
    "tmx": FileFormat(
        title="TMX",
        extensions=(".tmx",),
        pairs="units.tmx.read",
        seen=sniffing.root("tmx"),
        declared=sniffing.XML_ENCODING,
        annotated=True,
        about="1.1 to 1.4",
        page="formats-bitext.md#tmx",
    ),
    "po": FileFormat(
        title="PO",
        extensions=(".po", ".pot"),
        pairs="units.po.read",
        seen=sniffing.PO,
        declared=sniffing.PO_ENCODING,
        annotated=True,
        about="GNU gettext",
        page="formats-bitext.md#po",
    ),
    "xlsx": FileFormat(
        title="XLSX",
        extensions=(".xlsx", ".xlsm"),
        document="office.xlsx.document.read",
        pairs="office.xlsx.pairs.read",
        binary=True,
        about="of pairs one sheet, `--sheet NAME` or the first",
        page="formats-office.md#xlsx",
    ),
    "tbx": FileFormat(
        title="TBX",
        extensions=(".tbx",),
        terms="glossary.tbx.read",
        seen=sniffing.MARKUP,
        declared=sniffing.XML_ENCODING,
        about="versions 2 and 3",
        page="glossary.md#tbx",
    ),
    "writer": FileFormat(title="OpenDocument and RTF", extensions=(".odt", ".rtf"), instead="save it as DOCX"),
    "calc": FileFormat(title="OpenDocument tables", extensions=(".ods",), instead="save it as XLSX or CSV"),
    "ssa": FileFormat(title="SubStation Alpha", extensions=(".ass", ".ssa"), instead="save it as SRT or WebVTT"),
    "package": FileFormat(
        title="packages",
        extensions=(".zip", ".gz", ".7z", ".xlz", ".sdlppx", ".sdlrpx", ".wsxz", ".mqxlz"),
        instead="unpack it and name the files in it",
    ),
}
_OF_EXTENSIONS = {extension: name for name, format_ in FORMATS.items() for extension in format_.extensions}


ANNOTATED = {name: format_ for name, format_ in FORMATS.items() if format_.annotated}
"""Formats of files that findings can be written into."""

OWN_TEXT = frozenset(ext for format_ in FORMATS.values() if format_.own_text for ext in format_.extensions)
"""Extensions of files in whose own text the offsets of a document count."""


def called(path: str) -> str | None:
    """The format that the extension of ``path`` names; None if it names none."""
    return _OF_EXTENSIONS.get(Path(path).suffix.lower())


def formats_of(use: Use) -> dict[str, FileFormat]:
    """The formats that are read as that, in the order of the table."""
    return {name: format_ for name, format_ in FORMATS.items() if format_.takes(use)}


def extensions_of(use: Use) -> frozenset[str]:
    """The extensions of those formats."""
    return frozenset(extension for format_ in formats_of(use).values() for extension in format_.extensions)


def titles(formats: Mapping[str, FileFormat], last: str = "or") -> str:
    """What people call them: ``XLIFF, TMX or PO``."""
    *others, final = (format_.title for format_ in formats.values())
    return f"{', '.join(others)} {last} {final}" if others else final
