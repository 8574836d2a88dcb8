"""Every reader with very many damaged files: ``python tests/hostile/fuzz.py [COUNT [SEED]]``.

The same files for the same seed.  Exit code 1 where a reader did anything but read or refuse, or took longer than
``SECONDS`` of CPU time; each such file is named, with the number by which ``file_of`` makes it again.
"""

from __future__ import annotations

import random
import sys
import time

from damage import damaged
from reading import read

from samples import DOCUMENTS, SEGMENTS, STRINGS

SECONDS = 5.0
GOOD = [
    (role, extension, data)
    for role, samples in (("document", DOCUMENTS), ("segments", SEGMENTS), ("strings", STRINGS))
    for extension, data in samples.items()
]


def file_of(seed: int, number: int) -> tuple[str, str, bytes]:
    """Role, extension and bytes of one damaged file."""
    role, extension, data = GOOD[number % len(GOOD)]
    return role, extension, damaged(data, random.Random(f"{seed} {number}"))


def main(count: int = 10_000, seed: int = 1, first: int = 0) -> int:
    """Read them all, print what is wrong and how many there were."""
    bad = 0
    for number in range(first, first + count):
        role, extension, data = file_of(seed, number)
        began = time.process_time()
        problem = ""
        try:
            read(role, extension, data)
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
        took = time.process_time() - began
        if problem or took > SECONDS:
            bad += 1
            print(f"{number}: {role} .{extension}, {len(data)} bytes, {took:.1f} s: {problem[:200]}", flush=True)
        if number % 20_000 == 19_999:
            print(f"{number + 1 - first} files so far", flush=True)
    print(f"{count} files from seed {seed}, {bad} things wrong")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
