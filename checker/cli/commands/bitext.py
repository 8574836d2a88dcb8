"""``checker bitext``: segments that are aligned already."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from checker.cli.annotation import Annotation
from checker.cli.options import checking_options, file_names, names_formats, refuse_overwriting, settings_of
from checker.cli.progress import progress
from checker.cli.run import report
from checker.formats.table import ANNOTATED, Use, formats_of, titles
from checker.model import DocumentResult


@names_formats
@click.command("bitext")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=file_names)
@click.option(
    "--input-format",
    type=click.Choice(list(formats_of(Use.PAIRS) | formats_of(Use.STRINGS))),
    default=None,
    help="What the files are, whatever they are called.  [default: as name and content say]",
)
@click.option(
    "--source-column", default=None, metavar="NAME", help="Column or field of the source.  [default: guessed]"
)
@click.option(
    "--target-column", default=None, metavar="NAME", help="Column or field of the target.  [default: guessed]"
)
@click.option(
    "--id-column",
    default=None,
    metavar="NAME",
    help="Column or field of the id.  [default: guessed, else the record's number]",
)
@click.option("--sheet", default=None, metavar="NAME", help="Sheet of a workbook.  [default: the first]")
@click.option("--skip-locked", is_flag=True, default=None, help="Do not check locked segments of XLIFF files.")
@click.option("--skip-approved", is_flag=True, default=None, help="Do not check approved segments of XLIFF files.")
@click.option(
    "--annotate",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    default=None,
    metavar="FILE",
    help=f"Write the findings into a copy of the checked file, which is {titles(ANNOTATED)}; - is standard output, "
    "which then has no report.",
)
@checking_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    input_format: str | None,
    source_column: str | None,
    target_column: str | None,
    id_column: str | None,
    sheet: str | None,
    annotate: Path | None,
    **options: Any,
) -> None:
    """Check each pair of source and target in each FILE, and all of them for consistency.

    FILE is {pairs}; - reads standard input.
    Of files that hold the texts of one language each
    ({strings})
    the first is the source, and those after it are checked against it by their keys.

    Columns are guessed from their names (source, src, original, en, ...) or named by options, in a table
    also by number from 1.  JSON output has probabilities for every pair.  A record that cannot be read is
    reported with its line, makes the exit code 2, and the others are checked.

    \b
    Examples:
      checker bitext job.sdlxliff
      checker bitext job.xlf --annotate job.checked.xlf
      checker bitext memory.csv
      checker bitext en.json de.json fr.json
      checker bitext texts.xlsx --sheet Signs --target-column C
      checker bitext pairs.jsonl --format json -o scores.json
      checker bitext export.tsv --source-column English --target-column 3 --target-language ro
      zcat pairs.jsonl.gz | checker bitext - --input-format jsonl
    """
    refuse_overwriting(options["output"], files)
    annotation = None if annotate is None else Annotation(annotate, files, input_format, options)
    settings = settings_of(options)
    from checker.formats.columns import Columns
    from checker.pipeline import DocumentChecker
    from checker.pipeline.files import beside

    columns = Columns(source_column, target_column, id_column, sheet=sheet)
    named = beside(files, input_format, settings.source_language)
    with progress(options, len(named)) as told:
        checker = DocumentChecker(
            settings, fetch=options["fetch"], progress=told.encoding, reading=told.reading, checking=told.checking
        )
        checked = (checker.bitext_file(name, columns, input_format, source) for name, source in named)
        results: Iterator[DocumentResult] = map(told.finished, checked)
        if annotation is not None:
            results = map(annotation.kept, results)
        code = report(results, checker.signature, settings, options)
    if annotation is not None:
        annotation.write()
    ctx.exit(code)
