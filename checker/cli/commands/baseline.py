"""``checker baseline``: dismissed findings, which stay dismissed."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.exit_codes import FAILED
from checker.cli.options import file_names
from checker.cli.say import say
from checker.errors import TooLargeError, UnreadableError, UsageError
from checker.printable import printable

if TYPE_CHECKING:
    from checker.baseline import Baseline, Entry, Reports

_WIDEST = 60


@click.group("baseline", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Findings that were looked at and dismissed: a file of them that the checking commands take with --baseline.

    The file holds one finding a line with who dismissed it, when and why.  A finding is recognised by its
    fingerprint, which holds its rule and what the sentence says: lines may move and the file may be saved anew.

    \b
    Examples:
      checker scan article.txt --format json -o report.json
      checker baseline add report.json --baseline dismissed.jsonl --reason "looked at, all fine"
      checker scan article.txt --baseline dismissed.jsonl
    """


_FILE = click.option(
    "--baseline",
    "file",
    default=None,
    metavar="FILE",
    shell_complete=file_names,
    help="The baseline file.  [default: as set in settings files]",
)


@command.command("add")
@click.argument("what", nargs=-1, metavar="[REPORT|FINGERPRINT]...", shell_complete=file_names)
@_FILE
@click.option("--reason", default="", metavar="TEXT", help="Why they are dismissed.")
@click.option(
    "--by",
    envvar="CHECKER_BY",
    default=None,
    metavar="NAME",
    help="Who dismisses them.  [default: $CHECKER_BY, else the login name]",
)
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), default=None, metavar="YYYY-MM-DD", help="When.  [default: today]"
)
@click.option(
    "--select", multiple=True, metavar="CODE,...", help="Only findings with these codes or prefixes; repeatable."
)
@click.option(
    "--ignore", multiple=True, metavar="CODE,...", help="No findings with these codes or prefixes; repeatable."
)
def add(
    what: tuple[str, ...],
    file: str | None,
    reason: str,
    by: str | None,
    on: datetime | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
) -> None:
    """Dismiss the findings of a JSON REPORT (- reads standard input), or those of the FINGERPRINTs.

    With both, only the findings of the report that have these fingerprints are dismissed.  The checking
    commands print fingerprints where a baseline is in use.  Without any, an empty baseline is made.

    \b
    Examples:
      checker baseline add report.json --reason "notes of the translator, wanted"
      checker baseline add report.json --select MIS003 --reason "names are as the client wants them"
      checker baseline add 00b1f5d1c2a97e44 --by "Ana Pop" --baseline dismissed.jsonl
      checker scan page.md --format json | checker baseline add - --baseline dismissed.jsonl
    """
    from checker.baseline import Entry, write_baseline
    from checker.checks import wanted

    baseline = _baseline(file, may_be_new=True)
    by = _who() if by is None else by
    day = (on.date() if on else date.today()).isoformat()
    prints, reports = _told_apart(what)
    codes = {rule.code for rule in wanted(_codes(select), _codes(ignore))}
    entries = [
        Entry(found.fingerprint, found.code, by, day, reason, found.path, _shortened(found.text))
        for found in reports.findings
        if not found.is_dismissed and found.code in codes and (not prints or found.fingerprint in prints)
    ]
    if len(prints) == len(what):
        entries = [Entry(fingerprint, by=by, on=day, reason=reason) for fingerprint in prints]
    elif missing := [one for one in prints if one not in {entry.fingerprint for entry in entries}]:
        raise UsageError(f"not in the report: {', '.join(missing)}", "name fingerprints of findings that it has")
    added: Baseline = baseline.plus(entries)
    write_baseline(added)
    new = len(added.entries) - len(baseline.entries)
    say(f"{baseline.path}: {new} added, {len(added.entries)} in all")


@command.command("list")
@_FILE
def list_(file: str | None) -> None:
    """List dismissed findings: fingerprint, rule, who, when, why, and what they are on.

    \b
    Example:
      checker baseline list --baseline dismissed.jsonl
    """
    baseline = _baseline(file)
    rows = [
        (entry.fingerprint, entry.code or "-", entry.by or "-", entry.on or "-", entry.reason or "-", _about(entry))
        for entry in sorted(baseline.entries.values(), key=lambda entry: (entry.path, entry.code, entry.fingerprint))
    ]
    _table(("fingerprint", "rule", "by", "on", "reason", "what"), rows)


@command.command("remove")
@click.argument("fingerprints", nargs=-1, required=True, metavar="FINGERPRINT...")
@_FILE
@click.pass_context
def remove(ctx: click.Context, /, fingerprints: tuple[str, ...], file: str | None) -> None:
    """Take dismissals back: findings with these FINGERPRINTs are reported again (`checker baseline list` has them).

    Exit code 2 when one of them is not in the baseline; the others are removed.

    \b
    Example:
      checker baseline remove 00b1f5d1c2a97e44 --baseline dismissed.jsonl
    """
    from checker.baseline import write_baseline

    baseline = _baseline(file)
    known = [fingerprint for fingerprint in dict.fromkeys(fingerprints) if fingerprint in baseline.entries]
    for fingerprint in known:
        say(f"{fingerprint}  {baseline.entries[fingerprint].code or '-':<7} {_about(baseline.entries[fingerprint])}")
    left = baseline.without(known)
    if known:
        write_baseline(left)
    say(f"{baseline.path}: {len(known)} removed, {len(left.entries)} kept")
    unknown = [fingerprint for fingerprint in dict.fromkeys(fingerprints) if fingerprint not in baseline.entries]
    for fingerprint in unknown:
        say(f"checker: not in the baseline: {printable(fingerprint)}", err=True)
    if unknown:
        ctx.exit(FAILED)


@command.command("prune")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...", shell_complete=file_names)
@_FILE
@click.option("--all", "all_", is_flag=True, help="Also those on documents and rules that the reports do not cover.")
@click.option("--dry-run", is_flag=True, help="Only say what would be removed.")
@click.pass_context
def prune(ctx: click.Context, /, reports: tuple[str, ...], file: str | None, all_: bool, dry_run: bool) -> None:
    """Remove dismissed findings that are no longer found in the documents of the JSON REPORTs (- reads standard input).

    A report may have been made with the baseline or without.  Exit code 2 when it has documents that could not be
    checked: what was dismissed in them is kept.

    \b
    Example:
      checker scan *.md --format json -o report.json
      checker baseline prune report.json --baseline dismissed.jsonl
    """
    from checker.baseline import together, write_baseline

    baseline = _baseline(file)
    whole = together([_report(name) for name in reports])
    gone, unsaid = whole.unfound(baseline.entries.values())
    removed = (*gone, *unsaid) if all_ else gone
    for entry in sorted(removed, key=lambda entry: entry.fingerprint):
        say(f"{entry.fingerprint}  {entry.code or '-':<7} {_about(entry)}")
    pruned = baseline.without(entry.fingerprint for entry in removed)
    if not dry_run and removed:
        write_baseline(pruned)
    verb = "would be removed" if dry_run else "removed"
    say(f"{baseline.path}: {len(removed)} {verb}, {len(pruned.entries)} kept")
    if unsaid and not all_:
        say(f"of {len(unsaid)} the reports say nothing; --all removes them too", err=True)
    for path in whole.unchecked:
        say(f"checker: not checked when the report was made: {path}", err=True)
    if whole.unchecked:
        ctx.exit(FAILED)


def _baseline(file: str | None, *, may_be_new: bool = False) -> Baseline:
    from checker.baseline import Baseline, read_baseline
    from checker.config import settings_from_files

    path = file or settings_from_files(Path.cwd()).baseline
    if not path:
        raise UsageError("no baseline is named", "add --baseline FILE, or baseline = FILE to the settings")
    if may_be_new and not Path(path).exists():
        return Baseline(path, {})
    return read_baseline(path)


def _told_apart(what: Sequence[str]) -> tuple[list[str], Reports]:
    from checker.baseline import is_fingerprint, together

    prints = list(dict.fromkeys(one for one in what if is_fingerprint(one) and not Path(one).exists()))
    return prints, together([_report(one) for one in what if one not in prints])


def _report(name: str) -> Reports:
    from checker.baseline import MAX_REPORT, read_report
    from checker.reading import read_at_most

    try:
        data = sys.stdin.buffer.read(MAX_REPORT + 1) if name == "-" else read_at_most(name, MAX_REPORT + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableError(f"{name}: cannot be read ({reason})", "name a report, or a fingerprint") from None
    if len(data) > MAX_REPORT:
        raise TooLargeError(f"{name}: over the {MAX_REPORT >> 20} MB of a report", "write it in parts")
    return read_report("<stdin>" if name == "-" else name, data.decode("utf-8-sig", "replace"))


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise UsageError("who you are cannot be told", "say it with --by NAME") from None


def _codes(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip().upper() for text in given for code in text.split(",") if code.strip())


def _about(entry: Entry) -> str:
    return f"{entry.path}: {entry.text}" if entry.path and entry.text else entry.path or entry.text or "-"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    from checker.report.layout import safe

    shown = [tuple(map(safe, row)) for row in (head, *rows)]
    widths = [max(len(row[column]) for row in shown) for column in range(len(head) - 1)]
    for row in shown:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        say("  ".join((*cells, row[-1])))
