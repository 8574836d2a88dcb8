"""Dies at step N of a change to an archive: ``python crash_program.py FOLDER``; run by ``test_crashes``.

For every N a child process changes a copy of a good archive and is ended, without cleaning up, in the middle: before or
after a file is brought to the disk, named, or taken away.  Prints one JSON line for each: what the archive held when
opened again, and what it held after the same change was made once more.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from checker.archive import Archive
from checker.archive.disk import merging, writer
from checker.encoders import load
from checker.model import Document

ORIGINALS = {f"{k}.txt": f"Text number {k} is the first. It is rather short. Nobody reads it." for k in range(6)}
CHANGED = {**ORIGINALS, "1.txt": "Something else is written here. It is new.", "7.txt": "One more. It is the last."}
STEPS = ("replace", "fsync", "mkdir", "rmdir", "unlink")

Contents = dict[str, str]


def held(archive: Archive) -> Contents:
    """What each path of an archive has."""
    return {
        path: archive.document(original.id).text
        for original in archive.originals()
        for path in archive.paths(original.id)
    }


def change(archive: Archive) -> None:
    """Replaces a text, adds one, removes one; merges segments and builds a graph on the way."""
    archive.add(Document(path, text) for path, text in CHANGED.items())
    archive.remove(["2.txt"])


def die_at(number: int) -> None:
    """End this process at the ``number``th of the steps that touch the disk."""
    count = 0

    def counted(step: Callable[..., Any], *, before: bool) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:
            nonlocal count
            count += 1
            if count == number and before:
                os._exit(9)
            result = step(*arguments, **named)
            if count == number:
                os._exit(9)
            return result

        return run

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name), before=number % 2 == 0))


def main(folder: Path) -> None:
    """Try every step until the change survives."""
    writer.BATCH, writer.GRAPH_FROM, merging.GRAPH_FROM = 9, 12, 12  # type: ignore[misc]
    encoder = load()
    with Archive.create(folder / "good", encoder) as archive:
        archive.add(Document(path, text) for path, text in ORIGINALS.items())
    for number in range(1, 1000):
        place = folder / "tried"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(folder / "good", place)
        child = os.fork()
        if child == 0:
            with Archive.open(place, encoder) as archive:
                die_at(number)
                change(archive)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        with Archive.open(place, encoder) as archive:
            after = held(archive)
            change(archive)
            repeated = held(archive)
            kept = {entry.name for entry in archive.snapshot.manifest.segments}
        litter = [path.name for path in place.iterdir() if path.name not in kept | {"archive.json", "lock"}]
        died = os.waitstatus_to_exitcode(status)
        print(json.dumps({"died": died, "after": after, "repeated": repeated, "litter": litter}))
        if died == 0:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]))
