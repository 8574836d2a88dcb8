"""The whole corpus, each command in a process of its own with its CPU time and memory measured: ``make hostile``.

``python tests/hostile/whole.py [SEED [EVERY [FROM]]]`` with another seed runs files that nobody has seen; EVERY takes
each n-th of them only, from the FROM-th on, so that n calls with FROM from 0 to n - 1 take all.  Exit code 1 when
anything is wrong.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import tempfile
import traceback
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from click.testing import CliRunner
from commands import calls, write, wrong
from corpus import HURTS, SMALL, Hostile, corpus
from many import many

from checker.cli import main as checker
from samples import SOURCE

SECONDS = 10.0
MEGABYTES = 512
_PROCESSOR_SECONDS = 60
"""After so many of CPU time a process is stopped."""


def run(call: tuple[str, ...]) -> tuple[int, str, float, float]:
    """Exit code, output, seconds of CPU time and MB of memory of a command in a process of its own.

    The process is a copy of this one, so that what is imported once need not be again; the time has no start in it,
    the memory has it.
    """
    with tempfile.TemporaryFile() as output:
        process = os.fork()
        if not process:
            os._exit(_called(call, output.fileno()))
        _, status, used = os.wait4(process, 0)
        output.seek(0)
        said = output.read().decode("utf-8", "replace")
    return os.waitstatus_to_exitcode(status), said, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def _called(call: tuple[str, ...], output: int) -> int:
    """Call a command with nothing to read and all that it writes put into a file; its exit code."""
    resource.setrlimit(resource.RLIMIT_CPU, (_PROCESSOR_SECONDS, _PROCESSOR_SECONDS))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for stream in (1, 2):
        os.dup2(output, stream)
    try:
        checker(call, prog_name="checker")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def problems(hostile: Hostile, path: Path) -> Iterator[str]:
    """What is wrong with the commands on one file."""
    for call in calls(hostile, path):
        code, output, seconds, megabytes = run(call)
        found = wrong(hostile, code, output)
        if len(hostile.data) < SMALL and seconds > SECONDS:
            found.append(f"{seconds:.0f} s")
        if len(hostile.data) < SMALL and megabytes > MEGABYTES:
            found.append(f"{megabytes:.0f} MB")
        yield from (f"{hostile.role} {hostile.name}: {call[0]}: {problem}" for problem in found)


def of_the_program(folder: Path) -> Iterator[tuple[Hostile, Path]]:
    """Archives and ledgers, which the program makes itself: each file of them hurt where it stands, and then mended."""
    original = folder / "original.txt"
    original.write_text(SOURCE, encoding="utf-8")
    index, ledger = folder / "index", folder / "ledger.sqlite"
    run(("archive", "add", str(index), str(original)))
    run(("audit", str(original), "--source", str(original), "--ledger", str(ledger), "--jobs", "1"))
    for role, files in (("archive", sorted(index.rglob("*"))), ("ledger", [ledger])):
        for path in filter(Path.is_file, files):
            whole = path.read_bytes()
            for name in ("empty", "half", "noise", "flipped-1", "nul", "utf-16") if whole else ():
                data = HURTS[name](whole, random.Random(name))
                path.write_bytes(data)
                yield Hostile(f"{name}-{path.name}", role, data), path
            path.write_bytes(whole)


def import_all(folder: Path) -> None:
    """Have this process import what the commands do, by the calls of one of them."""
    text = folder / "first.txt"
    text.write_text(SOURCE, encoding="utf-8")
    for command in ("scan", "bitext"):
        CliRunner().invoke(checker, [command, "--quick", str(text)])


def main(seed: int = 1, every: int = 1, first: int = 0) -> int:
    """Run all, print what is wrong and how many files there were."""
    bad = number = taken = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        import_all(folder)
        files = chain(((one, None) for one in chain(corpus(seed), many(seed))), of_the_program(folder))
        for number, (hostile, place) in enumerate(files, start=1):
            if number % every != first % every:
                continue
            taken += 1
            path = place or write(hostile, folder)
            if taken % 100 == 0:
                print(f"{taken} files so far, up to the {number}th, {bad} things wrong", file=sys.stderr, flush=True)
            for line in problems(hostile, path):
                bad += 1
                print(line, flush=True)
            if place is None:
                path.unlink()
    print(f"{taken} files, {bad} things wrong")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
