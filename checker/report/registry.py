"""The formats of reports: one table, each writer imported when it is first asked for.

A writer is a function of an iterable of documents and a ``Context`` that yields pieces of the report in order.  One
that ``streams`` takes a document at a time and keeps none, so that a run of any length fits into memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from checker.errors import UsageError
from checker.model import DocumentResult
from checker.report.context import Context

Writer = Callable[[Iterable[DocumentResult], Context], Iterator[str | bytes]]


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """A format, its extensions, and its writer as ``module.function`` under ``checker.report``.

    ``binary`` is what no terminal can show; text is UTF-8.
    """

    writer: str
    extensions: tuple[str, ...]
    streams: bool = False
    binary: bool = False

    def pieces(self, documents: Iterable[DocumentResult], context: Context) -> Iterator[bytes]:
        """The report in order; a lone surrogate, which UTF-8 cannot hold, stands as a question mark."""
        module, _, function = self.writer.rpartition(".")
        writer: Writer = getattr(import_module(f"checker.report.{module}"), function)
        for piece in writer(documents, context):
            yield piece.encode("utf-8", "replace") if isinstance(piece, str) else piece


FORMATS: Mapping[str, ReportFormat] = {
    "text": ReportFormat("terminal.write", (".txt",)),
    "json": ReportFormat("json.write", (".json",), streams=True),
    "jsonl": ReportFormat("json.write_lines", (".jsonl", ".ndjson"), streams=True),
    "html": ReportFormat("html.write", (".html", ".htm")),
    "csv": ReportFormat("tables.csv.write", (".csv",), streams=True),
    "xlsx": ReportFormat("tables.xlsx.write", (".xlsx",), binary=True),
    "parquet": ReportFormat("tables.parquet.write", (".parquet",), binary=True),
    "sarif": ReportFormat("ci.sarif.write", (".sarif", ".sarif.json"), streams=True),
    "junit": ReportFormat("ci.junit.write", (".xml",), streams=True),
    "github": ReportFormat("ci.github.write", (), streams=True),
    "markdown": ReportFormat("markdown.write", (".md", ".markdown")),
}
DEFAULT = "text"
_OF_EXTENSIONS = {extension: name for name, format_ in FORMATS.items() for extension in format_.extensions}


def format_of(output: Path | None) -> str:
    """The format that the name of an output file asks for; ``text`` where it has no extension.

    Raises ``UsageError`` for an extension that no format has: nobody wants a report as text that is called PDF.
    """
    if output is None or not output.suffix:
        return DEFAULT
    extensions = (output.suffix.lower(), "".join(output.suffixes[-2:]).lower())
    for extension in reversed(extensions):
        if extension in _OF_EXTENSIONS:
            return _OF_EXTENSIONS[extension]
    known = ", ".join(format_.extensions[0] for format_ in FORMATS.values() if format_.extensions)
    said = f"{output}: no report is written as {output.suffix}"
    raise UsageError(said, f"use one of {known}, or say the format with --format")


def format_named(name: str) -> ReportFormat:
    """The format that a caller names.  Raises ``UsageError``."""
    if name not in FORMATS:
        raise UsageError(f"unknown format {name!r}", f"use one of {', '.join(FORMATS)}")
    return FORMATS[name]


def write(name: str, documents: Iterable[DocumentResult], context: Context, file: BinaryIO) -> None:
    """Write the report in the format ``name`` to ``file``, each piece as soon as it is there."""
    for piece in format_named(name).pieces(documents, context):
        file.write(piece)
        file.flush()
