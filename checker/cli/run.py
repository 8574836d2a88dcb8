"""What the checking commands have in common: documents in, results out as they are finished, exit code."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import IO, Any

import click

from checker.checks import severity_of_run
from checker.config import NEVER, Settings
from checker.errors import UsageError
from checker.model import DocumentResult, Severity, Signature

FOUND, FAILED = 1, 2


def report(
    results: Iterable[DocumentResult], signature: Signature, settings: Settings, options: dict[str, Any]
) -> int:
    """Print results in the chosen format and return the exit code."""
    documents: list[DocumentResult] = []
    with _output(options["output"]) as file:
        format_ = options["format_"]
        for document in results:
            documents.append(document)
            # The text view says it too: on a terminal, where both are seen, once is enough.
            if document.status != "checked" and not (format_ == "text" and file.isatty()):
                partly = "not checked" if document.status == "failed" else "partly checked"
                click.echo(f"checker: {partly}: {document.error}", err=True)
            if format_ == "jsonl":
                from checker.report import json

                _write(file, json.line(document, signature) + "\n")
        if format_ == "json":
            from checker.report import json

            _write(file, json.dumps(json.run(documents, signature)) + "\n")
        elif format_ == "text":
            _write(file, _text(documents, options, file))
    return _exit_code(documents, settings, exit_zero=options["exit_zero"])


def _text(documents: list[DocumentResult], options: dict[str, Any], file: IO[str]) -> str:
    from checker.report import terminal

    style = terminal.Style(width=_width(file), color=_wants_color(options["color"], file))
    if not options["quiet"]:
        return terminal.report(documents, style)
    return "".join(terminal.document(document, style) for document in documents if document.findings)


def _exit_code(documents: list[DocumentResult], settings: Settings, *, exit_zero: bool) -> int:
    if any(document.status != "checked" for document in documents):
        return FAILED
    worst = severity_of_run(finding for document in documents for finding in document.findings)
    if exit_zero or worst is None or settings.fail_on == NEVER:
        return 0
    return FOUND if worst.rank >= Severity(settings.fail_on).rank else 0


def _output(path: Any) -> AbstractContextManager[IO[str]]:
    if path is None:
        return nullcontext(sys.stdout)
    try:
        return open(path, "w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})", "choose another output") from error


def _write(file: IO[str], text: str) -> None:
    if file is sys.stdout:
        # Bytes, so that output is UTF-8 and the same everywhere whatever the locale says.
        sys.stdout.flush()
        stream = getattr(sys.stdout, "buffer", None)
        if stream is not None:
            stream.write(text.encode("utf-8", errors="replace"))
            stream.flush()
            return
    file.write(text)


def _wants_color(choice: str, file: IO[str]) -> bool:
    if choice != "auto":
        return choice == "always"
    return file.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _width(file: IO[str]) -> int:
    return min(shutil.get_terminal_size((100, 24)).columns, 120) if file.isatty() else 100
