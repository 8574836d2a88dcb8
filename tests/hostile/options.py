"""``python tests/hostile/options.py [COUNT [SEED [FIRST]]]``: commands with options that fit and options that do not.

Every command, but for the page (``serve``), which has no end; nothing is fetched, and no second judge is asked.  The
same calls for the same seed.  Exit code 1 where one ends in any way but a result or a sentence; each such call is
printed as it was made.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from traceback import extract_tb
from unittest.mock import patch

import click
from click.testing import CliRunner
from commands import RAW

from checker.cli import main as checker
from checker.pipeline import loading
from samples import BASELINES, DOCUMENTS, GLOSSARIES, REPORTS, SEGMENTS, SETTINGS, SOURCE, TARGET

ODD = (
    *("", " ", "-", "--", "-x", "--help", ".", "\\", "~nobody", "*", "?", "[", "**/*", "{path}", "{x}"),
    *("{lang", "%s", "$HOME", ",", ",,,", "a,b", "=", "0", "-1", "1e999", "nan", "²", "٣", "9" * 5_000, "true", "None"),
    *("a" * 300, "a/" * 3_000, "é", "e\u0301" * 200, "\n", "\t\r", "\x1b[2J\x07", "\x9b31m", "\u202eabc", "\ufeff"),
    *(
        "\udcff",
        "a\udcff.txt",
        "\ud800",
        "a\0.txt",
        "\U0001f600",
        "zlib",
        "rot13",
        "utf-7",
        "undefined",
        "idna",
        "utf-16",
        "latin-1",
    ),
    *(
        "xx",
        "xx-YY",
        "en",
        "EN_us",
        "und",
        "en-" + "x" * 500,
        "http://a",
        "tcp://127.0.0.1",
        "file:///etc/passwd",
        "../x",
    ),
    *(
        "/dev/null",
        "/nowhere/x.html",
        "x.html",
        "x.xlsx",
        "x.parquet",
        "x.nothing",
        "nowhere.txt",
        "folder",
        "embedded",
    ),
    *("ADD001", "add", "ADD999", "MIS,UNT", "2025-01-31", "9999-99-99", "1", "00b1f5d1c2a97e44", "major", "<b>&"),
)
"""What stands where something else is expected, or the very thing; nothing that has all files of this machine in it."""

FILES = {
    "a.txt": DOCUMENTS["txt"],
    "a.html": DOCUMENTS["html"],
    "en.txt": SOURCE.encode(),
    "ro.txt": TARGET.encode(),
    "a.csv": SEGMENTS["csv"],
    "a.xlf": SEGMENTS["xlf"],
    "terms.csv": GLOSSARIES["csv"],
    "dismissed.jsonl": BASELINES["jsonl"],
    "a.toml": SETTINGS["toml"],
    "report.json": REPORTS["json"],
    "folder/b.txt": DOCUMENTS["txt"],
    "pairs.csv": b"source,target\nen.txt,ro.txt\n",
    "noise.txt": random.Random(1).randbytes(300),
    "empty.csv": b"",
}
"""What there is where the commands are called."""

_NEVER = frozenset({"fetch", "second"})
"""Options that would ask the network, or the second judge, which takes seconds."""

_NO_END = frozenset({"serve", "calibrate"})
_SLOW = frozenset({"audit", "verify", "model"})
"""Commands that start processes or load other packages, and the option that does."""

_FILES_OF = ("files", "paths", "source", "target", "what", "reports", "names", "pairs", "index", "archive")


def _commands(
    command: click.Command = checker, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that ends, with the words that call it."""
    if not isinstance(command, click.Group):
        yield path, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        if name not in _NO_END:
            below = command.get_command(context, name)
            assert below is not None
            yield from _commands(below, (*path, name))


COMMANDS = tuple(_commands())
QUICK = tuple((path, command) for path, command in COMMANDS if _SLOW.isdisjoint(path))


def _value(parameter: click.Parameter, chance: random.Random) -> str:
    """Something that fits a parameter, three times in five; else something odd."""
    if chance.random() < 0.4:
        return chance.choice(ODD)
    if isinstance(parameter.type, click.Choice):
        return str(chance.choice([*parameter.type.choices]))
    if isinstance(parameter.type, click.IntRange):
        return "1"
    if parameter.name in _FILES_OF or isinstance(parameter.type, click.Path):
        return chance.choice([*FILES, "folder", "index"])
    return chance.choice([*FILES, *ODD])


def call(seed: int, number: int, *, quick: bool = False) -> list[str]:
    """The words of one call; a ``quick`` one loads nothing that takes seconds."""
    chance = random.Random(f"{seed} {number}")
    listed = QUICK if quick else COMMANDS
    path, command = listed[number % len(listed)]
    words = list(path)
    never = _NEVER | _SLOW if quick else _NEVER
    parameters = [one for one in command.params if one.name not in never]
    options = [one for one in parameters if isinstance(one, click.Option)]
    for option in chance.sample(options, min(len(options), chance.randrange(5))):
        words.append(chance.choice([*option.opts, *option.secondary_opts]))
        if not option.is_flag:
            words += [_value(option, chance) for _ in range(option.nargs)]
    if any("--quick" in option.opts for option in command.params):
        words.append("--quick")
    for argument in parameters:
        if isinstance(argument, click.Argument):
            count = chance.randrange(4) if argument.nargs != 1 else chance.random() < 0.9
            words += [_value(argument, chance) for _ in range(count)]
    return words


def _wrong(words: list[str]) -> str:
    """What is wrong with how a call ends; empty if nothing is."""
    done = CliRunner().invoke(checker, words, input="A line.\n")
    said = done.stdout_bytes.decode("utf-8", "replace").replace("\r\n", "\n") + done.stderr
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        at = extract_tb(done.exception.__traceback__)[-1]
        return f"{type(done.exception).__name__}: {done.exception} ({at.filename}, line {at.lineno})"
    if done.exit_code not in (0, 1, 2):
        return f"exit code {done.exit_code}"
    if "internal error" in said or "Traceback" in said:
        return next(line for line in said.splitlines() if "internal error" in line or "Traceback" in line)
    coloured, binary = "always" in words, done.stdout_bytes.startswith((b"PK", b"PAR1"))
    return f"a raw {raw[0]!r}" if not coloured and not binary and (raw := RAW.search(said)) else ""


def faults(count: int, seed: int, first: int = 0, *, quick: bool = False) -> Iterator[str]:
    """What is wrong with any of ``count`` calls, made in a folder of their own; each model is loaded once."""
    with (
        _own_folder(),
        patch.object(loading, "EmbeddedEncoder", cache(loading.EmbeddedEncoder)),
        patch.object(loading, "adapt", cache(loading.adapt)),
    ):
        for number in range(first, first + count):
            if number % 100 == first % 100:
                _put_files()
            words = call(seed, number, quick=quick)
            if problem := _wrong(words):
                yield f"{number}: {ascii(words)[:600]}: {ascii(problem)[:400]}"


@contextmanager
def _own_folder() -> Iterator[None]:
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


def _put_files() -> None:
    """Put the files into this folder, as they were."""
    for name, data in FILES.items():
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)


def main(count: int = 2_000, seed: int = 1, first: int = 0) -> int:
    """Make the calls, print what is wrong and how many there were."""
    bad = 0
    for problem in faults(count, seed, first):
        bad += 1
        print(problem, flush=True)
    print(f"{count} calls from seed {seed}, {bad} things wrong")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
