"""``checker audit``: many documents, into a ledger."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.exit_codes import FAILED
from checker.cli.options import checking_options, refuse_overwriting, settings_of
from checker.cli.progress import progress
from checker.cli.say import say
from checker.config import AUTO
from checker.errors import UsageError

if TYPE_CHECKING:
    from checker.audit.audit import Engine
    from checker.audit.templates import PagePairs

DEFAULT_LEDGER = Path("checker-audit.sqlite")


def _once(_ctx: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> str | None:
    """The one value.  Raises ``UsageError`` where there are more, of which all but the last would be forgotten."""
    if len(values) > 1:
        raise UsageError("--source can be given once", "name one original, or a folder that holds all of them")
    return values[0] if values else None


@click.command("audit")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--source",
    multiple=True,
    callback=_once,
    metavar="FILE|DIR",
    help="The original of every PATH, or a folder of originals, matched by name.",
)
@click.option(
    "--pairs",
    default=None,
    metavar="MANIFEST.csv",
    help="A table of pairs: source, target and, if you like, source_language, target_language, id.",
)
@click.option(
    "--pair",
    "layouts",
    type=(str, str),
    multiple=True,
    metavar="ORIGINALS TRANSLATIONS",
    help="Paths of the originals and of their translations, with {path}, {name} and {lang} in them; may be repeated.",
)
@click.option("--archive", default=None, metavar="INDEX", help="Find the original of every PATH in this index.")
@click.option(
    "--jobs", type=click.IntRange(min=1), default=None, metavar="N", help="Processes at work.  [default: one a core]"
)
@click.option(
    "--ledger",
    type=click.Path(dir_okay=False, path_type=Path),
    default=DEFAULT_LEDGER,
    show_default=True,
    help="Where the results are kept.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Processes of this machine, or a dask cluster.",
)
@click.option(
    "--scheduler", default=None, metavar="ADDRESS", help="Of the dask cluster.  [default: a cluster on this machine]"
)
@click.option("--status", is_flag=True, help="Say what the ledger holds, and check nothing.")
@click.option(
    "--since",
    default=None,
    metavar="RUN|DATE",
    help="Report what changed since that run: new, resolved and still there.",
)
@checking_options
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    """Check the documents in every PATH (files, folders, globs) and keep the results in a ledger.

    Without originals each PATH is a mixed document, or a file of aligned segments by its extension.  An
    audit that was stopped in any way goes on with the same command; documents that did not change since
    they were checked with the same model and settings are not checked again.  The report has all of them:
    as text a summary with the 20 findings to look at first, as HTML with a folder as output an index with
    a page for each document, otherwise the formats of the other commands.

    \b
    Examples:
      checker audit copies/ --source originals/
      checker audit --pair 'content/en/{path}' 'content/{lang}/{path}'
      checker audit --pairs manifest.csv --jobs 8 --format xlsx -o findings.xlsx
      checker audit 'feed/**/*.html' --since 2026-05-31
      checker audit copies/ --source press-release.txt --engine dask --scheduler tcp://10.0.0.5:8786
      checker audit --status
    """
    from checker.cli import audit_report

    ledger: Path = options["ledger"]
    settings = settings_of(options)
    if options["status"]:
        if paths:
            raise UsageError("--status checks nothing", "leave the paths away")
        ctx.exit(audit_report.status(ledger, settings, options))
    from checker.audit.request import AuditRequest

    asked = AuditRequest(paths, options["source"], options["pairs"], options["archive"], options["layouts"])
    language = None if settings.source_language == AUTO else settings.source_language
    items = asked.items(language, [] if options["output"] is None else [str(options["output"])])
    refuse_overwriting(options["output"], [*paths, *filter(None, (options["source"], options["pairs"]))])
    engine = _engine(options)

    from checker.audit.audit import AuditProgress, audit
    from checker.pipeline import DocumentChecker

    # What was dismissed is left out of reports and still checked: the next dismissal then checks nothing again.
    checking = replace(settings, baseline="")
    with progress(options, 0) as line:
        checker = DocumentChecker(checking, fetch=options["fetch"], progress=line.encoding)
        signature = checker.signature
        if options["archive"] is not None:
            # Whether it is there and fits the model is better known before a thousand workers open it.
            from checker.archive import Archive

            Archive.open(options["archive"], checker.encoder).close()

        def told(now: AuditProgress) -> None:
            line.auditing(now.done, now.documents, now.checked)

        try:
            run = audit(items, ledger, engine, checking, signature, asked.name, told=told)
        except KeyboardInterrupt:
            click.echo("checker: stopped; what is finished is kept, and the same command goes on from there", err=True)
            ctx.exit(FAILED)
    code = audit_report.report(ledger, run, signature, settings, options)
    for layout in asked.page_pairs:
        _say_missing(layout)
    ctx.exit(code)


def _say_missing(layout: PagePairs) -> None:
    """Which pages have no translation, language by language."""
    for language, pages in layout.missing().items():
        if pages:
            count = "1 page has" if len(pages) == 1 else f"{len(pages)} pages have"
            said = f"{count} no translation ({layout.target.text.replace('{lang}', language)}), of {layout.pages}"
            say(f"checker: {language + ': ' if language else ''}{said}", err=True)
            for page in pages:
                say(f"  {page}", err=True)


def _engine(options: dict[str, Any]) -> Engine:
    jobs = options["jobs"] or _cores()
    if options["engine"] == "dask":
        from checker.audit.engines import cluster

        return partial(cluster.outcomes, jobs=jobs, scheduler=options["scheduler"])
    if options["scheduler"] is not None:
        raise UsageError("--scheduler is for --engine dask", "add --engine dask")
    from checker.audit.engines import local

    return partial(local.outcomes, jobs=jobs)


def _cores() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
