"""``checker compare``: an original and its rendering in two files."""

from __future__ import annotations

from typing import Any

import click

from checker.cli.options import checking_options, file_names, names_formats, refuse_overwriting, settings_of
from checker.cli.progress import progress
from checker.cli.run import report


@names_formats
@click.command("compare")
@click.argument("source", metavar="SOURCE", shell_complete=file_names)
@click.argument("target", metavar="TARGET", shell_complete=file_names)
@checking_options
@click.pass_context
def command(ctx: click.Context, /, source: str, target: str, **options: Any) -> None:
    """Check the rendering in TARGET against the original in SOURCE.

    Both are {documents}, neither aligned; one of them may be - for standard
    input.  Offsets and lines in the result count in TARGET for the rendering, in SOURCE for the original.

    \b
    Examples:
      checker compare press-release.en.txt press-release.ro.txt
      checker compare original.md copy.md --omissions always --format json
    """
    refuse_overwriting(options["output"], (source, target))
    settings = settings_of(options)
    from checker.pipeline import DocumentChecker

    with progress(options, 1) as told:
        checker = DocumentChecker(settings, fetch=options["fetch"], progress=told.encoding, reading=told.reading)
        results = (told.finished(checker.compare_files(source, target)) for _ in range(1))
        code = report(results, checker.signature, settings, options)
    ctx.exit(code)
