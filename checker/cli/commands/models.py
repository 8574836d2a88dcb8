"""``checker models``: which models are at hand, what each is for, and whether they are intact."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli.exit_codes import CLEAN, FAILED
from checker.cli.models_calibrate import command as calibrate
from checker.cli.say import say
from checker.printable import printable


@click.group("models")
def command() -> None:
    """The models at hand: one that turns texts into vectors, one that reads two texts together.

    \b
    Examples:
      checker models list
      checker models verify
      checker models calibrate intfloat/multilingual-e5-small
    """


command.add_command(calibrate)


@command.command("list")
def list_() -> None:
    """List the models that come with the package; another sentence encoder is named by path or hub name with --model.

    \b
    Example:
      checker models list
    """
    from checker.encoders.registry import DEFAULT
    from checker.modelfiles import KINDS, read_manifest, shipped

    for directory in shipped():
        manifest = read_manifest(directory)
        size = sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())
        mark = "  (default)" if manifest.name == DEFAULT else ""
        say(f"{manifest.name}  {manifest.kind}  revision {manifest.revision}  {size / 1e6:.1f} MB{mark}")
        say(f"  {KINDS.get(manifest.kind, 'a kind of model that this version does not know')}")


@command.command("show")
@click.argument("name", default="")
def show(name: str) -> None:
    """Print the card of a model that comes with the package: languages, sources, measured quality, limits.

    \b
    Example:
      checker models show
    """
    from checker.errors import ModelNotFoundError

    try:
        text = (_directory(name) / "README.md").read_text(encoding="utf-8").rstrip()
        click.echo("\n".join(map(printable, text.split("\n"))))
    except OSError:
        raise ModelNotFoundError(f"no card for a model {_directory(name).name}", "run `checker models list`") from None


@command.command("verify")
@click.argument("name", default="")
@click.pass_context
def verify(ctx: click.Context, name: str) -> None:
    """Prove that models' files are the recorded ones, and that sentence-transformers loads the same vectors.

    All models of the package, or the one that is named.  Exit code 2 when it does not hold.

    \b
    Example:
      checker models verify
    """
    from checker.modelfiles import shipped

    found = [_verified(directory) for directory in ([_directory(name)] if name else shipped())]
    ctx.exit(CLEAN if all(found) else FAILED)


def _directory(name: str) -> Path:
    from checker.encoders.registry import DEFAULT
    from checker.modelfiles import models_directory

    return models_directory() / (name or DEFAULT)


def _verified(directory: Path) -> bool:
    """Whether a model holds; says what was found."""
    from checker.modelfiles import SENTENCE_ENCODER, damaged_files, read_manifest

    manifest = read_manifest(directory)
    if damaged := damaged_files(directory):
        say(f"{manifest.name}: not the recorded files: {', '.join(damaged)}; install the package again")
        return False
    head = f"{manifest.name} {manifest.revision}: files as recorded"
    if manifest.kind != SENTENCE_ENCODER:
        click.echo(head)
        return True
    from checker.encoders.verify import TOLERANCE, difference

    found = difference(directory)
    if found is None:
        say(f"{head}; sentence-transformers is not installed")
        return True
    sign, word = ("<=", "agree") if found <= TOLERANCE else (">", "DIFFER")
    say(f"{head}; the two ways of loading {word} (largest difference {found:.1e} {sign} {TOLERANCE:.0e})")
    return found <= TOLERANCE
