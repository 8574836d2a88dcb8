"""The files that names on the command line stand for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.formats.document_formats import FORMATS


def files(paths: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Each file that ``paths`` name, or a name and why there is none.

    Folders are walked in the order of names; what is hidden or has not the extension of a document is left out, and a
    folder that links lead to again is walked once.
    """
    wanted = {extension for format_ in FORMATS.values() for extension in format_.extensions}
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if not os.path.isdir(path):
            yield path, None
            continue
        problems: list[OSError] = []
        for folder, folders, names in os.walk(path, onerror=problems.append, followlinks=True):
            status = os.stat(folder)
            is_new = (status.st_dev, status.st_ino) not in seen
            seen.add((status.st_dev, status.st_ino))
            folders[:] = sorted(name for name in folders if not name.startswith(".")) if is_new else []
            for name in sorted(names) if is_new else ():
                if not name.startswith(".") and Path(name).suffix.lower() in wanted:
                    yield os.path.join(folder, name), None
        for problem in problems:
            yield str(problem.filename), f"{problem.filename}: the folder cannot be read ({problem.strerror})"
