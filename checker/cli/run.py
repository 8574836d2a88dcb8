"""What the checking commands have in common: documents in, results out as they are finished, exit code."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.checks import severity_of_run, wanted
from checker.cli.exit_codes import CLEAN, FAILED, FOUND
from checker.cli.say import say
from checker.config import NEVER, Settings
from checker.errors import UsageError
from checker.formats.table import OWN_TEXT
from checker.model import DocumentResult, Severity, Signature
from checker.report.context import Context
from checker.report.files import replacing
from checker.report.registry import format_named, format_of, write

if TYPE_CHECKING:
    from checker.report.html.markup import Html


def report(
    results: Iterable[DocumentResult],
    signature: Signature,
    settings: Settings,
    options: dict[str, Any],
    picture: Html | None = None,
) -> int:
    """Print results in the chosen format and return the exit code; a page gets ``picture``."""
    output: Path | None = options["output"]
    format_ = options["format_"] or format_of(output)
    on_screen = output is None and sys.stdout.isatty()
    if on_screen and format_named(format_).binary:
        raise UsageError(f"{format_} is not for a terminal", "name a file with -o, or pipe it on")
    # The text view says it too: on a terminal, where both are seen, once is enough.
    tally = _Tally(silent=format_ == "text" and on_screen)
    context = replace(context_of(signature, settings, options), picture=picture)
    if output is None:
        sys.stdout.flush()
        write(format_, tally.passed(results), context, sys.stdout.buffer)
    else:
        with replacing(output) as file:
            write(format_, tally.passed(results), context, file)
    return tally.exit_code(context.fail_on, exit_zero=options["exit_zero"])


def context_of(signature: Signature, settings: Settings, options: dict[str, Any]) -> Context:
    """What the report is told besides the documents."""
    on_screen = options["output"] is None and sys.stdout.isatty()
    return Context(
        signature,
        fail_on=None if settings.fail_on == NEVER else Severity(settings.fail_on),
        rules=wanted(settings.select, settings.ignore),
        base=Path.cwd(),
        own_text=OWN_TEXT,
        width=_width(on_screen=on_screen),
        color=_wants_color(options["color"], on_screen=on_screen),
        quiet=options["quiet"],
        fingerprints=bool(settings.baseline),
    )


class _Tally:
    """What the exit code needs to know of documents that go by; says which could not be checked."""

    def __init__(self, *, silent: bool) -> None:
        self._silent = silent
        self._failed = False
        self._worst: Severity | None = None

    def passed(self, results: Iterable[DocumentResult]) -> Iterator[DocumentResult]:
        for document in results:
            if document.status != "checked":
                self._failed = True
                if not self._silent:
                    partly = "not checked" if document.status == "failed" else "partly checked"
                    say(f"checker: {partly}: {document.error}", err=True)
            worst = severity_of_run(document.findings)
            if worst is not None and (self._worst is None or worst.rank > self._worst.rank):
                self._worst = worst
            yield document

    def exit_code(self, fail_on: Severity | None, *, exit_zero: bool) -> int:
        if self._failed:
            return FAILED
        if exit_zero or self._worst is None or fail_on is None:
            return CLEAN
        return FOUND if self._worst.rank >= fail_on.rank else CLEAN


def _wants_color(choice: str, *, on_screen: bool) -> bool:
    if choice != "auto":
        return choice == "always"
    return on_screen and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _width(*, on_screen: bool) -> int:
    return min(shutil.get_terminal_size((100, 24)).columns, 120) if on_screen else 100
