"""``checker archive``: an index of originals, searched across languages by whole documents."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from checker.cli.exit_codes import CLEAN, FAILED, FOUND
from checker.cli.model_options import CONFIG, ENCODING, FETCH, MODEL, NO_PROGRESS
from checker.cli.options import settings_of
from checker.cli.progress import ProgressLine
from checker.cli.say import say
from checker.errors import CheckerError, InputError, internal_error
from checker.report.layout import count

if TYPE_CHECKING:
    from checker.config import Settings
    from checker.encoders import Encoder
    from checker.model import Document


@click.group("archive", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """An archive of originals: which of them is a document a translation of, in whatever language?

    An archive is a folder. It may be searched while somebody adds to it; one at a time may add and remove.

    \b
    Examples:
      checker archive add originals.index articles/
      checker archive search originals.index copy.ro.txt
    """


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    return MODEL(FETCH(ENCODING(CONFIG(function))))


@command.command("add")
@click.argument("index", metavar="INDEX")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|DIR...")
@_options
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@NO_PROGRESS
@click.pass_context
def add(ctx: click.Context, /, index: str, paths: tuple[str, ...], **options: Any) -> None:
    """Put originals into the archive INDEX, which is made when it is not there.

    What is there already is left alone; a file that changed since takes the place of what it was. A run that was
    interrupted goes on when it is given again. A file that cannot be read is named, the others are added, and the
    exit code is 2.

    \b
    Examples:
      checker archive add originals.index articles/
      checker archive add originals.index statement.en.txt "reports/2024/*.docx"
      checker archive add originals.index old/ --encoding cp1250
    """
    from checker.archive import Archive

    failed: list[str] = []
    settings = settings_of(options)
    encoder = _encoder(settings, options)
    shown = sys.stderr.isatty() and not options["no_progress"] and not options["quiet"]
    with _ArchiveProgressLine(1, shown=shown) as told:
        try:
            with Archive.create(index, encoder) as archive:
                done = archive.add(_documents(paths, settings.encoding, failed), told.archiving)
                info = archive.info()
        except KeyboardInterrupt:
            told.clear()
            say("checker: interrupted; what was added is kept: run the same command to go on", err=True)
            ctx.exit(FAILED)
    for path in done.empty:
        failed.append(path)
        say(f"checker: not added: {path}: there are no sentences in it", err=True)
    for note in done.notes:
        say(f"checker: {note}", err=True)
    if not options["quiet"]:
        counts = (
            (len(done.added), "added"),
            (len(done.replaced), "replaced"),
            (len(done.known), "there already"),
            (len(failed), "not added"),
        )
        said = ", ".join(f"{number} {what}" for number, what in counts if number or what == "added")
        held = f"{count(info.originals, 'original')}, {count(info.sentences, 'sentence')}"
        say(f"{index}: {said}; {held} in all")
    ctx.exit(FAILED if failed else CLEAN)


@command.command("search")
@click.argument("index", metavar="INDEX")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@_options
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How results are printed.",
)
@click.pass_context
def search(ctx: click.Context, /, index: str, files: tuple[str, ...], format_: str, **options: Any) -> None:
    """Find the originals of each FILE in the archive INDEX, with the probability of each and that of none.

    Passages from several originals are found each with its own.  Exit code 1 when a file has no original in the
    archive, 2 when one cannot be read.

    \b
    Examples:
      checker archive search originals.index copy.ro.txt
      checker archive search originals.index copies/*.txt --format json
    """
    from checker.archive import Archive
    from checker.cli.archive_report import as_json, as_text, found_in
    from checker.pipeline.files import document_in

    settings = settings_of(options)
    with Archive.open(index, _encoder(settings, options)) as archive:
        answers = []
        for path in files:
            try:
                answers.append(found_in(archive, document_in(path, settings.encoding)))
            except CheckerError as error:
                if not isinstance(error, InputError):
                    raise
                reason = str(error)
            except Exception as error:
                reason = f"{path}: {internal_error(error)}"
            else:
                continue
            say(f"checker: not searched: {reason}", err=True)
            answers.append({"path": path, "error": reason})
        click.echo(as_json(archive, answers) if format_ == "json" else as_text(answers), nl=False)
    if any(answer.get("error") for answer in answers):
        ctx.exit(FAILED)
    ctx.exit(FOUND if any(answer["p_none"] >= 0.5 for answer in answers) else CLEAN)


@command.command("info")
@click.argument("index", metavar="INDEX")
@click.option("--list", "listed", is_flag=True, help="List every original: id, language, sentences, path.")
def info(index: str, listed: bool) -> None:
    """Say what the archive INDEX holds, and with which model it was made.

    \b
    Examples:
      checker archive info originals.index
      checker archive info originals.index --list
    """
    from checker.archive import Archive
    from checker.cli.archive_report import shown

    with Archive.open(index) as archive:
        if listed:
            for original in archive.originals():
                for path in archive.paths(original.id):
                    say(f"{original.id}  {original.language:<4} {original.sentences:>6}  {shown(path)}")
            return
        found = archive.info()
        languages = ", ".join(f"{language} {count}" for language, count in found.languages)
        for name, value in (
            ("archive", f"{found.path} (layout {found.version}, change {found.generation})"),
            ("model", f"{found.model}, {found.dimension} dimensions, revision {found.revision[:12]}"),
            ("originals", f"{found.originals}{f' ({languages})' if languages else ''}"),
            ("sentences", f"{found.sentences}, {found.indexed} of them in a fast index"),
            ("on disk", f"{max(found.bytes / 1e6, 0.1):.1f} MB; segments: {found.segments}"),
        ):
            say(f"{name:<10} {value}")


@command.command("remove")
@click.argument("index", metavar="INDEX")
@click.argument("names", nargs=-1, required=True, metavar="ID|PATH...")
@click.pass_context
def remove(ctx: click.Context, /, index: str, names: tuple[str, ...]) -> None:
    """Take originals out of the archive INDEX, by id or by the path they were added under.

    Exit code 2 when one of the names is not there.

    \b
    Examples:
      checker archive remove originals.index statement.en.txt
      checker archive remove originals.index 5f0c2a9b7d31e846
    """
    from checker.archive import Archive
    from checker.cli.archive_report import shown

    with Archive.open(index) as archive:
        before = archive.info().originals
        done = archive.remove(name if archive.find(name) is not None else os.path.abspath(name) for name in names)
        after = archive.info().originals
    for name in done.unknown:
        say(f"checker: not in the archive: {shown(name)}", err=True)
    say(f"{index}: {before - after} removed; {count(after, 'original')} left")
    if done.unknown:
        say(f"  checker archive info {index} --list  names what is there", err=True)
    ctx.exit(FAILED if done.unknown else CLEAN)


class _ArchiveProgressLine(ProgressLine):
    def __enter__(self) -> _ArchiveProgressLine:
        return self

    def archiving(self, what: str, done: int, total: int) -> None:
        """Told by an archive: ``done`` sentences are added or indexed, of ``total`` where that is known."""
        self._tell(f"{what}: {done:,} of {total:,} sentences" if total else f"{what}: {done:,} sentences")

    def clear(self) -> None:
        """Take the line away."""
        self._write("")


def _encoder(settings: Settings, options: dict[str, Any]) -> Encoder:
    from checker.pipeline import DocumentChecker

    return DocumentChecker(settings, fetch=options["fetch"]).encoder


def _documents(paths: tuple[str, ...], encoding: str, failed: list[str]) -> Iterator[Document]:
    """The documents in files and folders; what cannot be read is said and noted in ``failed``."""
    from checker.audit.files import DOCUMENTS, files
    from checker.pipeline.files import document_in

    for path, problem in files(paths, DOCUMENTS):
        try:
            if problem is not None:
                raise InputError(problem)
            # Absolute, so that the same file is the same original from wherever it is named.
            yield replace(document_in(path, encoding), path=os.path.abspath(path))
        except InputError as error:
            failed.append(path)
            say(f"checker: not added: {error}", err=True)
