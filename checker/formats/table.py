"""The formats of files: one table, from which advice, help and the pages on formats are made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from checker.formats import sniffing
from checker.formats.kind import FileFormat, Use

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
        pairs="office.docx.pairs.read",
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
    "qt": FileFormat(
        title="Qt Linguist",
        extensions=(".ts",),
        pairs="strings.qt.read",
        seen=sniffing.root("TS"),
        declared=sniffing.XML_ENCODING,
        as_text=True,
        by_content=True,
        about="what is unfinished or vanished is left out",
        page="formats-strings.md#qt-linguist",
    ),
    "xcstrings": FileFormat(
        title="string catalog",
        extensions=(".xcstrings",),
        pairs="strings.catalog.read",
        about="of Xcode; all languages, or that of `--target-language`",
        page="formats-strings.md#apple",
    ),
    "android": FileFormat(
        title="Android resources",
        extensions=(".xml",),
        strings="strings.android.read",
        seen=sniffing.root("resources"),
        declared=sniffing.XML_ENCODING,
        as_text=True,
        by_content=True,
        about="strings, arrays, plurals",
        page="formats-strings.md#android",
    ),
    "resx": FileFormat(
        title="RESX",
        extensions=(".resx", ".resw"),
        strings="strings.resx.read",
        declared=sniffing.XML_ENCODING,
        as_text=True,
        about="the texts of .NET",
        page="formats-strings.md#net",
    ),
    "strings": FileFormat(
        title="Apple strings",
        extensions=(".strings",),
        strings="strings.apple.read",
        as_text=True,
        about="`Localizable.strings`",
        page="formats-strings.md#apple",
    ),
    "stringsdict": FileFormat(
        title="stringsdict",
        extensions=(".stringsdict",),
        strings="strings.apple.read_dict",
        declared=sniffing.XML_ENCODING,
        as_text=True,
        about="Apple's plurals",
        page="formats-strings.md#apple",
    ),
    "json": FileFormat(
        title="JSON",
        extensions=(".json",),
        pairs="tables.json_list.read",
        strings="strings.json_tree.read",
        as_text=True,
        about="an array of objects with source and target",
        page="formats-strings.md#json-and-yaml",
    ),
    "arb": FileFormat(
        title="ARB",
        extensions=(".arb",),
        strings="strings.json_tree.read_arb",
        as_text=True,
        about="Flutter",
        page="formats-strings.md#json-and-yaml",
    ),
    "yaml": FileFormat(
        title="YAML",
        extensions=(".yml", ".yaml"),
        strings="strings.yaml_tree.read",
        as_text=True,
        about="Rails, Symfony; with the extra `yaml`",
        page="formats-strings.md#json-and-yaml",
    ),
    "properties": FileFormat(
        title="Java properties",
        extensions=(".properties",),
        strings="strings.properties.read",
        as_text=True,
        page="formats-strings.md#java",
    ),
    "fluent": FileFormat(
        title="Fluent",
        extensions=(".ftl",),
        strings="strings.fluent.read",
        as_text=True,
        about="the variant that stands for all others",
        page="formats-strings.md#fluent",
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
