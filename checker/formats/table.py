"""The formats of files: one table, from which advice, help and the pages on formats are made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from checker.formats import sniffing
from checker.formats.kind import FileFormat, Use
from checker.formats.programs import PROGRAMS

__all__ = ["ANNOTATED", "FORMATS", "FileFormat", "Use", "called", "extensions_of", "formats_of", "titles"]


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
        pairs="office.docx.document.read_pairs",
        binary=True,
        about="tracked changes as accepted; of pairs the tables with heads for source and target",
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
    **PROGRAMS,
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
    "odt": FileFormat(
        title="ODT",
        extensions=(".odt", ".ott"),
        document="office.odf.text.read",
        pairs="office.odf.text.read_pairs",
        binary=True,
        about="as DOCX",
        page="formats-office.md#odt-and-ods",
    ),
    "ods": FileFormat(
        title="ODS",
        extensions=(".ods", ".ots"),
        document="office.odf.sheets.read",
        pairs="office.odf.sheets.read_pairs",
        binary=True,
        about="as XLSX",
        page="formats-office.md#odt-and-ods",
    ),
    "rtf": FileFormat(
        title="RTF",
        extensions=(".rtf",),
        document="office.rtf.read",
        pairs="office.rtf.read_pairs",
        binary=True,
        seen=sniffing.RTF,
        about="tables, as DOCX",
        page="formats-office.md#rtf",
    ),
    "pptx": FileFormat(
        title="PPTX",
        extensions=(".pptx", ".ppsx", ".potx", ".pptm"),
        document="office.pptx.read",
        binary=True,
        page="formats-office.md#pptx-and-idml",
    ),
    "idml": FileFormat(
        title="IDML",
        extensions=(".idml",),
        document="office.idml.read",
        binary=True,
        page="formats-office.md#pptx-and-idml",
    ),
    "old": FileFormat(
        title="old binary files of Office", extensions=(".doc", ".xls", ".ppt"), instead="save it as DOCX, XLSX or PPTX"
    ),
    "indd": FileFormat(title="InDesign", extensions=(".indd",), instead="export it as IDML"),
    "ttx": FileFormat(
        title="TTX and TXML",
        extensions=(".ttx", ".txml", ".txlf"),
        instead="export it as XLIFF from the program it is of",
    ),
    "compiled": FileFormat(
        title="compiled texts",
        extensions=(".mo", ".qm"),
        instead="name the PO file it was made of, or unpack it (`msgunfmt`, `lconvert -of xlf`)",
    ),
    "ssa": FileFormat(title="SubStation Alpha", extensions=(".ass", ".ssa"), instead="save it as SRT or WebVTT"),
    "package": FileFormat(
        title="packages",
        extensions=(".zip", ".gz", ".7z", ".xlz", ".sdlppx", ".sdlrpx", ".wsxz", ".mqxlz"),
        instead="unpack it and name the files in it",
    ),
}
_OF_EXTENSIONS = {
    extension: name for name, format_ in FORMATS.items() if not format_.by_content for extension in format_.extensions
}


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
