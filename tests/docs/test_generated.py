"""The references are made from the program and in step with it; every command's help has an example that parses."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from docs import figures, tables, transcripts
from docs.generate import PAGES, ROOT, commands, run

COMMANDS = [pytest.param(name, command, context, id=name) for name, command, context in commands()]


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_in_step(name: str) -> None:
    said = "run python -m docs.generate"
    assert (ROOT / name).read_text(encoding="utf-8") == PAGES[name](), said


def test_what_is_out_of_step_is_named_and_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("docs.generate.PAGES", {"docs/rules.md": PAGES["docs/rules.md"]})
    assert run(["--check"], tmp_path) == 1 and "docs/rules.md" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())
    assert run([], tmp_path) == 0 and run(["--check"], tmp_path) == 0


def test_a_transcript_has_what_was_printed_and_the_exit_code(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    old = "Before.\n\n```console\n$ echo 'a' | cat\nold\n$ checker scan none.txt\n```\n\n```\n$ as it is\n```\n"
    page.write_text(old, encoding="utf-8")
    made = transcripts.page(page)
    assert made.startswith("Before.\n\n```console\n$ echo 'a' | cat\na\n\n$ checker scan none.txt\n")
    assert "none.txt: no such file" in made and "[exit code 2]\n```\n" in made
    assert made.endswith("```\n$ as it is\n```\n")
    page.write_text(made, encoding="utf-8")
    assert transcripts.page(page) == made


def test_a_table_that_is_not_measured_is_an_error() -> None:
    with pytest.raises(ValueError, match="no table 'nothing' of 'swissgov'"):
        tables.rows("swissgov", "nothing")
    with pytest.raises(KeyError):
        tables.with_tables("<!-- table: nothing -->\n")


def test_every_part_that_was_measured_has_a_page() -> None:
    assert figures.PARTS.keys() == figures.quality().keys()
    linked = (ROOT / "docs/quality.md").read_text(encoding="utf-8")
    assert [name for name in figures.PAGES if f"({name.removeprefix('docs/')})" not in linked] == []


def test_long_tables_are_pages_of_their_own() -> None:
    for page in ROOT.glob("docs/*.md"):
        runs = re.findall(r"(?:^\|.*\n)+", page.read_text(encoding="utf-8"), re.M)
        assert max((run.count("\n") for run in runs), default=0) <= 40, page.name


def test_the_walk_through_the_code_names_files_that_exist() -> None:
    page = (ROOT / "docs/what-happens.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/]+/(?:\w+\.py)?)`", page)
    assert len(named) > 30
    assert [name for name in named if not any((root / name).exists() for root in (ROOT, ROOT / "checker"))] == []


def examples(command: click.Command) -> list[str]:
    """The command lines in its help."""
    help_ = command.help or ""
    return re.findall(r"\bchecker [^|\n]+", help_.split("\b", 1)[1]) if "\b" in help_ else []


@pytest.mark.parametrize(("name", "command", "context"), COMMANDS)
def test_every_command_has_an_example_that_it_takes(name: str, command: click.Command, context: click.Context) -> None:
    found = [line.split("  ")[0].split("#")[0].strip() for line in examples(command)]
    assert any(line.startswith(name) for line in found), f"no example in the help of {name}"
    for line in found:
        _takes(line.split()[1:])


def _takes(words: list[str]) -> None:
    """Raise a usage error unless there is such a command with such options."""
    from checker.cli import main

    command: click.Command = main
    context = click.Context(main, **main.context_settings)
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        inner = command.get_command(context, words[0])
        assert inner is not None, words
        command, words = inner, words[1:]
    words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', " ".join(words))]
    command.make_context("checker", words, parent=context)


def test_links_between_pages_lead_somewhere() -> None:
    for page in (*ROOT.glob("docs/**/*.md"), *ROOT.glob("*.md")):
        text = re.sub(r"```.*?```|`[^`]*`", "", page.read_text(encoding="utf-8"), flags=re.S)
        for link in re.findall(r"\]\(([^)\s]+)\)", text):
            path, _, anchor = link.partition("#")
            if "://" in link:
                continue
            target = page.parent / path if path else page
            assert target.exists(), f"{page.name}: {link}"
            if anchor and target.suffix == ".md":
                assert anchor in _anchors(target), f"{page.name}: {link}"


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
