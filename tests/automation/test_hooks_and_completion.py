"""What others call this program by: hooks, documented steps, the shell."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from checker.cli import main
from checker.formats.table import Use, extensions_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "automation.md").read_text(encoding="utf-8")
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
BLOCKS = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.S)]


def parsed(command_line: str) -> None:
    """Raise a usage error unless the program would take the command line."""
    _, name, *arguments = command_line.split()
    whole = click.Context(main, **main.context_settings)
    command = main.get_command(whole, name)
    assert command is not None, command_line
    command.make_context(name, arguments, parent=whole)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_calls_a_command_that_there_is_on_files_that_it_reads(hook: dict[str, Any]) -> None:
    parsed(f"{hook['entry']} file")
    read = extensions_of(Use.PAIRS if "bitext" in hook["entry"] else Use.DOCUMENT)
    named = re.fullmatch(r"\\\.\(([\w|]+)\)\$", hook["files"])
    assert named is not None and {f".{extension}" for extension in named[1].split("|")} <= read
    assert hook["language"] == "python" and hook["require_serial"]


def test_the_documented_hooks_are_these() -> None:
    hooks = [hook for block in BLOCKS if "repos" in block for repo in block["repos"] for hook in repo["hooks"]]
    assert {hook["id"] for hook in hooks} <= {hook["id"] for hook in HOOKS}
    for hook in hooks:
        if "entry" in hook:
            assert (hook["entry"], hook["files"]) == (HOOKS[0]["entry"], HOOKS[0]["files"])


def commands(value: Any) -> list[str]:
    if isinstance(value, str):
        return [line.strip() for line in value.splitlines() if line.strip().startswith("checker ")]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [line for one in inner for line in commands(one)]


@pytest.mark.parametrize("command", sorted({line for block in BLOCKS for line in commands(block)}))
def test_documented_steps_are_calls_that_the_program_takes(command: str) -> None:
    parsed(f"{command} file" if command == HOOKS[0]["entry"] else command)


def test_nobody_is_told_to_install_from_an_index_what_is_in_none() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "checker").rglob("*.py")]
    told = re.compile(r"pip install[^\n`]*translation-checker")
    assert [page for page in pages if told.search(page.read_text(encoding="utf-8"))] == []


def complete(words: str) -> tuple[list[str], set[str]]:
    """What bash is offered for the last of some words, and the modules that were loaded for it."""
    program = "import sys\nfrom checker.cli import main\ntry: main(prog_name='checker')\nfinally: print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={
            **os.environ,
            "_CHECKER_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split(" ")) - 1),
        },
    )
    assert done.stderr == ""
    *offered, modules = done.stdout.splitlines()
    return [line.partition(",")[2] for line in offered if line], set(modules.split())


HEAVY = {"torch", "transformers", "sentence_transformers", "pandas", "tokenizers", "langdetect", "numpy"}
LIGHT = {"checker.cli.main", "checker.cli.exit_codes", "checker.cli.say"}
"""What the command itself needs; its subcommands are loaded when they are called."""


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("checker b", ["bitext", "baseline"]),
        ("checker sc", ["scan"]),
        ("checker --ver", ["--version"]),
        ("checker x", []),
    ],
)
def test_commands_are_completed_without_loading_them(words: str, offered: list[str]) -> None:
    found, modules = complete(words)
    assert found == offered
    assert not modules & HEAVY
    assert {name for name in modules if name.startswith("checker.cli.")} <= LIGHT


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("checker scan --prof", ["--profile"]),
        ("checker scan --profile t", ["translator"]),
        ("checker bitext --format js", ["json", "jsonl"]),
        ("checker baseline p", ["prune"]),
        ("checker scan --select AD", ["ADD", "ADD001", "ADD002"]),
        ("checker scan --ignore QE,OMI", ["QE,OMI", "QE,OMI001", "QE,OMI002"]),
        ("checker compare --target-language r", ["ro", "ru"]),
        ("checker scan art", ["art"]),  # a file: the shell looks
    ],
)
def test_options_and_choices_are_completed(words: str, offered: list[str]) -> None:
    found, modules = complete(words)
    assert found == offered
    assert not modules & (HEAVY - {"numpy"})
