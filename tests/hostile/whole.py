"""The whole corpus, each command in a process of its own with its CPU time and memory measured: ``make hostile``.

``python tests/hostile/whole.py [SEED [EVERY]]`` with another seed runs files that nobody has seen; EVERY takes each
n-th of them only.  Exit code 1 when anything is wrong.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from commands import calls, write, wrong
from corpus import HURTS, SMALL, Hostile, corpus

from samples import SOURCE

SECONDS = 10.0
MEGABYTES = 512
_LIMITED = ("/bin/sh", "-c", 'ulimit -t 60; exec "$@"', "sh")
_CHECKER = (sys.executable, "-m", "checker")


def run(call: tuple[str, ...]) -> tuple[int, str, float, float]:
    """Exit code, output, seconds of CPU time and MB of memory of a command."""
    with tempfile.TemporaryFile() as output:
        started = subprocess.Popen([*_LIMITED, *_CHECKER, *call], stdout=output, stderr=output)
        _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode("utf-8", "replace")
    return started.returncode, said, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


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


def main(seed: int = 1, every: int = 1) -> int:
    """Run all, print what is wrong and how many files there were."""
    bad = number = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = chain(((one, None) for one in corpus(seed)), of_the_program(folder))
        for number, (hostile, place) in enumerate(files, start=1):
            if number % every:
                continue
            path = place or write(hostile, folder)
            for line in problems(hostile, path):
                bad += 1
                print(line, flush=True)
            if place is None:
                path.unlink()
    print(f"{number // every} files, {bad} things wrong")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
