"""``checker init``: a settings file to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli.exit_codes import CLEAN
from checker.cli.say import say
from checker.config.profiles import PROFILES
from checker.config.template import template
from checker.errors import UsageError
from checker.report.files import replacing

NAME = "checker.cfg"


@click.command("init")
@click.argument("file", type=click.Path(path_type=Path), default=NAME)
@click.option("--profile", type=click.Choice(list(PROFILES)), help="Begin with this profile.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.pass_context
def command(ctx: click.Context, file: Path, profile: str | None, force: bool) -> None:
    """Write a settings file with every setting in it, explained and in comments: FILE, checker.cfg if none is named, or
    - for standard output.

    \b
    Examples:
      checker init
      checker init --profile translator
      checker init - | less
    """
    text = template(profile or "")
    if str(file) == "-":
        click.echo(text, nl=False)
        ctx.exit(CLEAN)
    if file.suffix == ".toml":
        raise UsageError(f"{file}: settings in TOML belong in pyproject.toml", f"name it {NAME}, or copy what you need")
    if file.exists() and not force:
        raise UsageError(f"{file} is there already", "add --force to write over it, or name another file")
    with replacing(file) as out:
        out.write(text.encode())
    say(f"{file} written: every setting is in it, in comments")
    ctx.exit(CLEAN)
