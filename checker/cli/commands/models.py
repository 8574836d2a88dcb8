"""``checker models``: which embedding models are at hand, and whether they are intact."""

from __future__ import annotations

import click

from checker.cli.exit_codes import CLEAN, FAILED
from checker.cli.models_calibrate import command as calibrate
from checker.cli.say import say
from checker.printable import printable


@click.group("models")
def command() -> None:
    """The embedding models at hand.

    \b
    Examples:
      checker models list
      checker models verify
      checker models calibrate intfloat/multilingual-e5-small
    """


command.add_command(calibrate)


@command.command("list")
def list_() -> None:
    """List the models that come with the package; any other is named by path or hub name with --model.

    \b
    Example:
      checker models list
    """
    from checker.encoders.directory import read_manifest
    from checker.encoders.embedded import shipped
    from checker.encoders.registry import DEFAULT

    for directory in shipped():
        manifest = read_manifest(directory)
        size = sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())
        mark = "  (default)" if manifest.name == DEFAULT else ""
        say(f"{manifest.name}  revision {manifest.revision}  {size / 1e6:.1f} MB{mark}")


@command.command("show")
@click.argument("name", default="")
def show(name: str) -> None:
    """Print the card of a model that comes with the package: languages, sources, measured quality, limits.

    \b
    Example:
      checker models show
    """
    from checker.encoders.embedded import models_directory
    from checker.encoders.registry import DEFAULT
    from checker.errors import ModelNotFoundError

    card = models_directory() / (name or DEFAULT) / "README.md"
    try:
        click.echo("\n".join(map(printable, card.read_text(encoding="utf-8").rstrip().split("\n"))))
    except OSError:
        raise ModelNotFoundError(f"no card for a model {name or DEFAULT}", "run `checker models list`") from None


@command.command("verify")
@click.argument("name", default="")
@click.pass_context
def verify(ctx: click.Context, name: str) -> None:
    """Prove that a model's files are the recorded ones and that sentence-transformers loads the same vectors.

    Exit code 2 when it does not hold.

    \b
    Example:
      checker models verify
    """
    from checker.encoders.embedded import models_directory
    from checker.encoders.registry import DEFAULT
    from checker.encoders.verify import TOLERANCE
    from checker.encoders.verify import verify as prove

    found = prove(models_directory() / (name or DEFAULT))
    if found.damaged:
        say(f"{found.name}: not the recorded files: {', '.join(found.damaged)}; install the package again")
    elif found.difference is None:
        say(f"{found.name} {found.revision}: files as recorded; sentence-transformers is not installed")
    else:
        sign, word = ("<=", "agree") if found.ok else (">", "DIFFER")
        say(
            f"{found.name} {found.revision}: files as recorded; the two ways of loading {word} "
            f"(largest difference {found.difference:.1e} {sign} {TOLERANCE:.0e})"
        )
    ctx.exit(CLEAN if found.ok else FAILED)
