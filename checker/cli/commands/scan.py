"""``checker scan``: mixed documents."""

from __future__ import annotations

from typing import Any

import click

from checker.cli.options import checking_options, file_names, names_formats, refuse_overwriting, settings_of
from checker.cli.progress import progress
from checker.cli.run import report


@names_formats
@click.command("scan")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=file_names)
@checking_options
@click.pass_context
def command(ctx: click.Context, /, files: tuple[str, ...], **options: Any) -> None:
    """Find text in another language in each FILE and check it against the original in the same file.

    FILE is {documents}; - reads standard input.

    \b
    Examples:
      checker scan article.txt
      checker scan *.md --format json -o findings.json
      cat page.txt | checker scan - --source-language de
    """
    refuse_overwriting(options["output"], files)
    settings = settings_of(options)
    from checker.pipeline import DocumentChecker

    with progress(options, len(files)) as told:
        checker = DocumentChecker(settings, fetch=options["fetch"], progress=told.encoding, reading=told.reading)
        results = (told.finished(checker.scan_file(name)) for name in files)
        code = report(results, checker.signature, settings, options)
    ctx.exit(code)
