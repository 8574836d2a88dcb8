"""What ``checker audit`` prints: the report of a run, and what a ledger holds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from checker.audit import pages, text
from checker.audit.ledger import history, lock, news
from checker.audit.ledger.history import Totals
from checker.audit.ledger.store import Ledger
from checker.audit.picture import picture
from checker.baseline import Baseline, read_baseline
from checker.checks import RULES
from checker.cli.exit_codes import CLEAN, FAILED, FOUND
from checker.cli.run import context_of
from checker.cli.run import report as report_documents
from checker.config import NEVER, Settings
from checker.errors import UsageError
from checker.model import Severity, Signature
from checker.printable import printable
from checker.report.files import replacing
from checker.report.layout import Style
from checker.report.registry import format_of

MOST_ON_A_PAGE = 1_000
"""Documents of an HTML report in one file; of more, a browser and this program would need gigabytes."""

_NAMES = {rule.code: rule.name for rule in RULES}


def report(path: Path, run: int, signature: Signature, settings: Settings, options: dict[str, Any]) -> int:
    """Print the report of a run in the chosen format and return the exit code."""
    output: Path | None = options["output"]
    format_ = options["format_"] or format_of(output)
    baseline = read_baseline(settings.baseline) if settings.baseline else None
    with _opened(path, baseline) as ledger:
        since = None if options["since"] is None else history.run_since(ledger, options["since"], run)
        if format_ == "html" and output is not None and output.suffix.lower() not in (".html", ".htm"):
            pages.write(ledger, run, signature, output, _NAMES, since, baseline)
            return exit_code(history.totals(ledger, run), history.worst_severity(ledger, run, since), settings, options)
        if format_ == "html" and (count := history.totals(ledger, run).documents) > MOST_ON_A_PAGE:
            raise UsageError(
                f"{count:,} documents are too many for one page; all results are in {path}",
                "name a folder with -o: it gets an index, and a page a document",
            )
        if format_ != "text":
            documents = history.documents(ledger, run, since, baseline)
            drawn = picture(ledger, run) if format_ == "html" else None
            return report_documents(documents, signature, settings, options, drawn)
        _write(output, text.summary(ledger, run, _NAMES, _style(signature, settings, options), since))
        return exit_code(history.totals(ledger, run), history.worst_severity(ledger, run, since), settings, options)


def status(path: Path, settings: Settings, options: dict[str, Any]) -> int:
    """Print what a ledger holds: its runs, and the last one in numbers."""
    baseline = read_baseline(settings.baseline) if settings.baseline else None
    with _opened(path, baseline) as ledger:
        runs = history.runs(ledger)
        if not runs:
            raise UsageError(f"{path}: there is no run in it yet", "run an audit first")
        holder = lock.holder(path)
        click.echo(f"{printable(str(path))}   {f'at work: {holder}' if holder else 'nobody is at work on it'}\n")
        heads = f"{'run':>5} {'state':<9} {'started':<20} {'ended':<20}"
        click.echo(f"{heads} {'documents':>10} {'done':>10} {'failed':>7}")
        for run in runs:
            # A run whose process was killed could not say that it ended.
            state = run.state if run.state != "running" or holder else "stopped"
            click.echo(
                f"{run.run:>5} {state:<9} {run.started:<20} {run.ended or '-':<20} {run.documents:>10,}"
                f" {run.done:>10,} {run.failed:>7,}"
            )
        last = runs[-1].run
        click.echo(f"\nrun {last}   {text.overview(history.totals(ledger, last))}")
        if options["since"] is not None:
            click.echo(text.trend(news.trend(ledger, history.run_since(ledger, options["since"], last), last)))
    return CLEAN


def exit_code(totals: Totals, worst: Severity | None, settings: Settings, options: dict[str, Any]) -> int:
    """2 when a document could not be checked whole, 1 when there are findings at or above ``--fail-on``, else 0."""
    if totals.failed or totals.partly or totals.pending:
        return FAILED
    if options["exit_zero"] or worst is None or settings.fail_on == NEVER:
        return CLEAN
    return FOUND if worst.rank >= Severity(settings.fail_on).rank else CLEAN


def _opened(path: Path, baseline: Baseline | None) -> Ledger:
    ledger = Ledger(path, create=False)
    ledger.dismiss(baseline.entries if baseline else ())
    return ledger


def _style(signature: Signature, settings: Settings, options: dict[str, Any]) -> Style:
    context = context_of(signature, settings, options)
    return Style(width=context.width, color=context.color)


def _write(output: Path | None, pieces: Iterator[str]) -> None:
    if output is not None:
        with replacing(output) as file:
            file.writelines(piece.encode("utf-8", "replace") for piece in pieces)
        return
    # Bytes, so that output is UTF-8 and the same everywhere whatever the locale says.
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
