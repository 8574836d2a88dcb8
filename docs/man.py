"""The manual page ``checker.1`` in the macros of man(7), made from the commands themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from inspect import cleandoc

import click

from checker.version import VERSION

Commands = Iterable[tuple[str, click.Command, click.Context]]

_EXIT = (
    ("0", "Nothing was found that counts, and all of it was checked."),
    ("1", "There are findings at or above the severity of --fail-on."),
    ("2", "Something could not be checked, whatever was found in the rest."),
)
_FILES = (
    ("checker.cfg, setup.cfg, pyproject.toml", "Settings: the first of them in the current folder that has some."),
    ("dismissed.jsonl", "Dismissed findings, where a setting or --baseline names it."),
)


def page(commands: Commands) -> str:
    """The whole page; groups come before what is in them."""
    found = list(commands)
    _, program, whole = found[0]
    parts = [
        '.\\" Made by python -m docs.generate from the program itself.',
        f'.TH CHECKER 1 "" "checker {VERSION}" "User commands"',
        f".SH NAME\nchecker \\- {_text(_summary(program))}",
        ".SH SYNOPSIS\n.B checker\n.I COMMAND\n[OPTIONS] [ARGUMENTS]",
        ".SH DESCRIPTION\n" + _described(program),
        ".SH OPTIONS\n" + _options(program, whole),
        ".SH COMMANDS",
        *(_command(name, command, context) for name, command, context in found[1:]),
        ".SH EXIT STATUS\n" + _items(_EXIT),
        ".SH FILES\n" + _items(_FILES),
        ".SH NOTES\nNothing that is checked leaves the machine. No run opens a network connection, unless "
        + _text("--fetch asks for a model."),
    ]
    return "\n".join(parts) + "\n"


def _command(name: str, command: click.Command, context: click.Context) -> str:
    pieces = [f".SS {_text(' '.join([name, *command.collect_usage_pieces(context)]))}", _described(command)]
    return "\n".join(filter(None, [*pieces, _options(command, context)]))


def _options(command: click.Command, context: click.Context) -> str:
    records = (parameter.get_help_record(context) for parameter in command.get_params(context))
    return _items(record for record in records if record is not None and record[1])


def _items(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f".TP\n.B {_text(term)}\n{_text(meaning)}" for term, meaning in pairs)


def _summary(command: click.Command) -> str:
    return (command.help or "").strip().splitlines()[0].rstrip(".")


def _described(command: click.Command) -> str:
    r"""The help of a command: paragraphs filled, those that begin with \b as they are."""
    parts = []
    for paragraph in re.split(r"\n{2,}", cleandoc(command.help or "")):
        if paragraph.startswith("\b"):
            lines = [line for line in paragraph.split("\n")[1:] if line.strip()]
            parts.append(".PP\n.nf\n" + "\n".join(map(_text, lines)) + "\n.fi")
        else:
            parts.append(".PP\n" + _text(" ".join(paragraph.split())))
    return "\n".join(parts)


def _text(text: str) -> str:
    """Text that groff takes as it stands: its own characters escaped, none at the start of a line a request."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + escaped if escaped.lstrip()[:1] in (".", "'") else escaped
