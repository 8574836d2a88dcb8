"""The formats of aligned segments: one table, chosen by extension and by a look at the content."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from checker.errors import EncodingError, InputError, UsageError
from checker.formats.columns import Columns
from checker.formats.decoding import Decoded, decode, decode_declared, head_of
from checker.model import Pair, Suppression, Unread

Read = tuple[Sequence[Pair | Unread | Suppression], tuple[str, ...]]
"""What a reader gives back: pairs and unread records in order, comments that dismiss findings, and notes."""

_PROLOGUE = r"(?:\s++|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*+(?:\[.*?\]\s*+)?>)*+"
_ROOT = re.compile(rf"\ufeff?{_PROLOGUE}<(?:[\w.-]+:)?([\w.-]+)", re.S)
_PO = re.compile(r'\ufeff?(?:[^\S\n]*(?:#[^\n]*)?\n)*[^\S\n]*(?:msgid|msgctxt|domain)\s*"')
_XML_ENCODING = re.compile(r"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_PO_ENCODING = re.compile(r'"Content-Type:[^"\n]*charset=([\w.:-]{1,40})', re.I)


@dataclass(frozen=True, slots=True)
class SegmentFormat:
    """A format, its extensions, and its reader as ``module.function`` under ``checker.formats``.

    ``root`` is the name of the outermost element, in XML; ``encoding`` finds the encoding that a file declares.  A
    reader of text is called with (text, columns); one that is ``binary`` with (path, data, columns).
    """

    extensions: tuple[str, ...]
    reader: str
    root: str | None = None
    encoding: re.Pattern[str] | None = None
    binary: bool = False

    def read(self, text: str, columns: Columns) -> Read:
        """Pairs and unread records, and notes; raises ``InputError`` leaves."""
        reader: Callable[[str, Columns], Read] = self._reader()
        return reader(text, columns)

    def read_bytes(self, path: str, data: bytes, columns: Columns) -> Read:
        """``read`` of a format that is binary."""
        reader: Callable[[str, bytes, Columns], Read] = self._reader()
        return reader(path, data, columns)

    def _reader(self) -> Callable[..., Read]:
        module, _, function = self.reader.rpartition(".")
        reader: Callable[..., Read] = getattr(import_module(f"checker.formats.{module}"), function)
        return reader

    def declared_encoding(self, data: bytes) -> str | None:
        """The encoding that a file names as its own, as it is written there."""
        match = self.encoding.search(head_of(data)) if self.encoding else None
        return match[1] if match else None

    def decode(self, path: str, data: bytes) -> Decoded:
        """The text in ``data``, in the encoding that it declares or else shows.  Raises as ``decoding.decode``."""
        declared = self.declared_encoding(data)
        return decode_declared(path, data, declared) if declared else decode(path, data)


FORMATS: Mapping[str, SegmentFormat] = {
    "jsonl": SegmentFormat((".jsonl", ".ndjson"), "tables.json_lines.read"),
    "csv": SegmentFormat((".csv",), "tables.pairs.read"),
    "tsv": SegmentFormat((".tsv", ".tab"), "tables.pairs.read_tabs"),
    "xliff": SegmentFormat((".xlf", ".xliff", ".sdlxliff", ".mxliff"), "units.xliff.read", "xliff", _XML_ENCODING),
    "tmx": SegmentFormat((".tmx",), "units.tmx.read", "tmx", _XML_ENCODING),
    "po": SegmentFormat((".po", ".pot"), "units.po.read", None, _PO_ENCODING),
    "xlsx": SegmentFormat((".xlsx", ".xlsm"), "office.xlsx.pairs.read", binary=True),
}
_OF_EXTENSIONS = {extension: name for name, format_ in FORMATS.items() for extension in format_.extensions}
_OF_ROOTS = {format_.root: name for name, format_ in FORMATS.items() if format_.root}
_PACKAGES = frozenset((".zip", ".gz", ".7z", ".xlz", ".sdlppx", ".sdlrpx", ".wsxz", ".mqxlz"))
"""Archives and the packages of CAT tools, which hold files that are read."""


_ONE_TEXT = frozenset((".docx", ".docm", ".pdf", ".html", ".htm", ".md", ".srt", ".vtt"))
"""Documents: an original and its rendering in two of these are not aligned, and are compared."""


def format_of(path: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """The format of the file at ``path`` with this content, a key of ``FORMATS``, and a note where the two disagree.

    XML goes by its root.  Raises ``InputError`` when it cannot be told.
    """
    named = _OF_EXTENSIONS.get(Path(path).suffix.lower())
    if Path(path).suffix.lower() in _PACKAGES:
        raise EncodingError(f"{path}: packages are not opened", "unpack it and name the files in it")
    if Path(path).suffix.lower() in _ONE_TEXT:
        raise InputError(f"{path}: it holds one text and no aligned pairs", "use `checker compare SOURCE TARGET`")
    if named is not None and FORMATS[named].binary:
        return named, ()
    seen = seen_format(head_of(data))
    if named is None and seen is None:
        hint = f"add --input-format {'|'.join(FORMATS)}"
        if path == "<stdin>":
            raise InputError("what standard input holds cannot be told", hint)
        raise InputError(
            f"{path}: aligned pairs are read from {', '.join(_OF_EXTENSIONS)} files",
            f"if it is one under another name, {hint}",
        )
    if named is None or seen is None or named == seen:
        return str(named or seen), ()
    return seen, (f"called a {Path(path).suffix} file, but it is {seen}; read as that",)


def format_named(name: str) -> SegmentFormat:
    """The format that a caller names.  Raises ``UsageError``."""
    if name not in FORMATS:
        raise UsageError(f"unknown format {name!r}", f"use one of {', '.join(FORMATS)}")
    return FORMATS[name]


def seen_format(head: str) -> str | None:
    """What the first part of a text shows beyond doubt to be: XLIFF, TMX, PO, or None."""
    root = _ROOT.match(head)
    if root is not None:
        return _OF_ROOTS.get(root[1])
    return "po" if _PO.match(head) else None
