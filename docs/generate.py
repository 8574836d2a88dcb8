"""What of the pages is made from the program: ``python -m docs.generate`` writes it, ``--check`` compares it.

``commands.md`` and the manual page ``checker.1`` are every command's ``--help``; ``rules.md`` is every rule's page
with its examples; the pages of ``measured`` are tables of figures, some of which other pages quote, as they do tables
of what is ``known`` of rules and formats; in the pages of ``transcripts.PAGES`` it is the output of the commands.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import click

from checker.checks import RULES, Rule
from checker.checks.rule import Example, PairsExample
from checker.cli import main as program
from docs import figures, man, transcripts
from docs.tables import with_tables

ROOT = Path(__file__).parents[1]
MADE = "<!-- Made by python -m docs.generate from the program itself: change it there. -->\n"
_WIDTH = 100
_PART = re.compile(r"^(What it does|Why it matters|What to do|Known limits): ", re.M)


def commands(
    command: click.Command = program, name: str = "checker", parent: click.Context | None = None
) -> Iterator[tuple[str, click.Command, click.Context]]:
    """Every command with its whole name, groups before what is in them."""
    settings = {**command.context_settings, "terminal_width": _WIDTH, "max_content_width": _WIDTH}
    context = click.Context(command, info_name=name.rpartition(" ")[2], parent=parent, **settings)
    yield name, command, context
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None:
                yield from commands(found, f"{name} {inner}", context)


def commands_page() -> str:
    """Every command as it explains itself."""
    parts = ["# Commands\n", MADE, "What each command says to `--help`. [settings.md](settings.md) has the settings.\n"]
    for name, command, context in commands():
        parts.append(f"## {name}\n\n```\n{command.get_help(context).strip()}\n```\n")
    return "\n".join(parts)


def rules_page() -> str:
    """Every rule as ``checker explain`` prints it, and all its examples."""
    parts = [
        "# Rules\n",
        MADE,
        "Which of them speak is said with `--select` and `--ignore` ([settings.md](settings.md)); how surely, is in "
        "[quality.md](quality.md).\n",
        "| code | name | MQM | severity | fires on |\n|---|---|---|---|---|\n" + "".join(map(_row, RULES)),
    ]
    return "\n".join([*parts, *map(_rule, RULES)])


def _row(rule: Rule) -> str:
    link = f"[{rule.code}](#{rule.code.lower()}-{rule.name})"
    return f"| {link} | {rule.name} | {rule.mqm or '-'} | {rule.severity} | {rule.summary} |\n"


def _rule(rule: Rule) -> str:
    page = _PART.sub(r"**\1:** ", rule.page.strip())
    parts = [f"## {rule.code} {rule.name}\n\n{page}\n"]
    for said, listed in (("Fires on", rule.fires), ("Stays silent on", rule.silent)):
        examples = "\n\n".join(map(_example, listed))
        parts.append(f"{said}\n\n```\n{examples}\n```\n")
    return "\n".join(parts)


def _example(example: Example | PairsExample) -> str:
    lines = []
    for source, rendering in example.texts:
        lines += [_wrapped("original:  ", source), _wrapped("rendering: ", rendering)]
    if isinstance(example, PairsExample) and example.glossary:
        lines.append("glossary:  " + "\n           ".join(example.glossary.splitlines()))
    return "\n".join(lines)


def _wrapped(label: str, text: str) -> str:
    filled = textwrap.fill(text, _WIDTH, initial_indent=label, subsequent_indent=" " * len(label))
    return filled or f"{label}(empty)"


QUOTING = ("bitext", "details", "formats", "quality", "languages", "numbers", "polarity", "sentences")
"""Pages of ``docs`` that have tables and no output of commands."""


def quoting(path: Path) -> str:
    """A page with the tables that it names made anew."""
    return with_tables(path.read_text(encoding="utf-8"))


PAGES: Mapping[str, Callable[[], str]] = {
    "docs/commands.md": commands_page,
    "docs/checker.1": lambda: man.page(commands()),
    "docs/rules.md": rules_page,
    **{name: partial(transcripts.page, ROOT / name) for name in transcripts.PAGES},
    **{f"docs/{name}.md": partial(quoting, ROOT / f"docs/{name}.md") for name in QUOTING},
    **figures.PAGES,
}


def run(arguments: list[str], root: Path = ROOT) -> int:
    """Write the pages; with ``--check``, name those that are out of step and write none."""
    stale = []
    for name, page in PAGES.items():
        path, text = root / name, page()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in arguments:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
    if stale and "--check" in arguments:
        print(f"out of step with the program: {', '.join(stale)}; run python -m docs.generate")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
