"""What a command says beside its results, a line at a time."""

from __future__ import annotations

import click

from checker.printable import printable


def say(text: str, *, err: bool = False) -> None:
    """Print a line; names of files, words of documents and messages of other programs in it steer no terminal."""
    click.echo(printable(text), err=err)
