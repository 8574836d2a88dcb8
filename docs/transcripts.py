"""Pages with what commands print: every ``console`` block is run, and holds what came out.

A block has command lines that begin with ``$``, each followed by what it prints, standard error included.  The blocks
of a page run one after another in a folder of their own that has the samples, so that a page may make files and use
them.  ``[exit code 1]`` after a command is made too.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from docs.tables import with_tables

ROOT = Path(__file__).parents[1]
PAGES = (
    "README.md",
    "docs/first-translator.md",
    "docs/first-editor.md",
    "docs/first-command-line.md",
    "docs/probabilities.md",
    "docs/outputs.md",
    "docs/annotate.md",
    "docs/archive.md",
    "docs/audit.md",
)
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.M | re.S)
_SECONDS = 120


def page(path: Path) -> str:
    """The page with the output of its commands, and the tables it quotes, made anew."""
    text = with_tables(path.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "here"
        shutil.copytree(ROOT / "samples", place / "samples")
        return _BLOCK.sub(lambda block: _block(block[0], place), text)


def _block(block: str, place: Path) -> str:
    said = [f"$ {command}\n{_output(command, place)}" for command in commands(block)]
    return "".join(text if text.count("\n") == 1 else f"{text}\n" for text in said[:-1]) + said[-1]


def commands(block: str) -> Iterator[str]:
    """The commands of a block; one goes on over lines while a quotation mark is open or a line ends in a backslash."""
    lines = iter(block.splitlines())
    for line in lines:
        if line.startswith("$ "):
            command = line[2:]
            while not _is_whole(command):
                following = next(lines, None)
                if following is None:
                    raise ValueError(f"a command does not end: {command}")
                command += f"\n{following}"
            yield command


def _is_whole(command: str) -> bool:
    try:
        shlex.split(command)
    except ValueError:
        return False
    return not command.endswith("\\")


def _output(command: str, place: Path) -> str:
    environment = {
        **os.environ,
        "PATH": f"{_programs(place.parent)}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "NO_COLOR": "1",
        "CHECKER_BY": "Ana Pop",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        ["bash", "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=place,
        env=environment,
        timeout=_SECONDS,
        check=False,
    )
    lines = [line.rstrip() for line in done.stdout.decode("utf-8").splitlines()]
    if done.returncode:
        lines.append(f"[exit code {done.returncode}]")
    return "".join(f"{line}\n" for line in lines)


def _programs(folder: Path) -> Path:
    """A folder with ``checker`` and the ``python3`` that has it, for the shell to find."""
    programs = folder / "programs"
    programs.mkdir(exist_ok=True)
    for name, arguments in (("checker", "-m checker "), ("python3", "")):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments}"$@"\n', encoding="utf-8")
        program.chmod(0o755)
    return programs
