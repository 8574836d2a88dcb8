"""Command lines on the pages, in blocks that are not run, are such as the program takes."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click
import pytest

from checker.cli import main
from docs.generate import ROOT

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
_LINE = re.compile(r"(?:\s*\$ |\s*(?:- )?(?:run: )?)?(checker [a-z].*)")
_AFTER = re.compile(r"\s{3,}|\s#\s|\s[|>]\s|\s&&\s|;")
"""What ends a command, or the command on a page that says behind it what it does."""


def lines() -> Iterator[tuple[str, str]]:
    """Name of the page and command, of every line but those of the reference, which has the program's own help."""
    for page in (*sorted(ROOT.glob("docs/**/*.md")), *sorted(ROOT.glob("*.md"))):
        if page.name == "commands.md":
            continue
        for kind, block in _BLOCK.findall(page.read_text(encoding="utf-8")):
            if kind not in ("python", "json", "console"):
                for line in block.replace("\\\n", " ").splitlines():
                    if found := _LINE.match(line):
                        yield page.name, _AFTER.split(found[1])[0]


LINES = list(dict.fromkeys(lines()))


def test_there_are_many_of_them() -> None:
    assert len(LINES) > 50


@pytest.mark.parametrize(("page", "line"), LINES)
def test_the_program_takes_it(page: str, line: str) -> None:
    words = shlex.split(line, comments=True)[1:]
    command: click.Command = main
    context = click.Context(main, **main.context_settings)
    while isinstance(command, click.Group) and words:
        inner = command.get_command(context, words[0])
        assert inner is not None, f"{page}: there is no {line}"
        command, words = inner, words[1:]
    command.make_context("checker", words, parent=context)
