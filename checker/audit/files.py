"""The files that names stand for: folders walked, patterns filled in, by the extensions that are read."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from checker.formats.table import Use, extensions_of

DOCUMENTS = extensions_of(Use.DOCUMENT)
"""Extensions of the documents that are read."""

SEGMENTS = extensions_of(Use.PAIRS) - DOCUMENTS
"""Extensions of the files of aligned segments."""


def files(paths: Sequence[str], wanted: frozenset[str]) -> Iterator[tuple[str, str | None]]:
    """Each file that ``paths`` name, or a name and why there is none.

    Folders are walked in the order of names, whatever is hidden or has an extension that is not ``wanted`` is left
    out, and a folder that links lead to again is walked once; a folder that has nothing for it is named with that
    problem.  A file that is named is taken whatever it is called; so is one that a glob (``*``, ``?``, ``[]``, ``**``)
    gives, which gives no folders.
    """
    for path in paths:
        if os.path.isdir(path):
            walked = _walked(path, wanted)
            yield next(walked, (path, _nothing_in(path, wanted)))
            yield from walked
        elif os.path.lexists(path) or not glob.has_magic(path):
            yield path, None
        else:
            found = sorted(glob.iglob(path, recursive=True))
            if not found:
                yield path, f"{path}: no file has such a name; check the pattern"
            for name in found:
                if not os.path.isdir(name):
                    yield name, None


def _nothing_in(folder: str, wanted: frozenset[str]) -> str:
    kinds = ", ".join(sorted(wanted))
    return f"{folder}: no file to read in this folder (looked for {kinds}, hidden ones left out); check the name"


def _walked(folder: str, wanted: frozenset[str]) -> Iterator[tuple[str, str | None]]:
    seen: set[tuple[int, int]] = set()
    opened: list[Iterator[str]] = [iter((folder,))]
    while opened:
        path = next(opened[-1], None)
        if path is None:
            opened.pop()
        elif not os.path.isdir(path):
            if suffix_of(path) in wanted:
                yield path, None
        else:
            try:
                status = os.stat(path)
                if (status.st_dev, status.st_ino) not in seen:
                    seen.add((status.st_dev, status.st_ino))
                    names = sorted(name for name in os.listdir(path) if not name.startswith("."))
                    opened.append(map(partial(os.path.join, path), names))
            except OSError as error:
                yield path, f"{path}: the folder cannot be read ({error.strerror}); change its permissions"


def suffix_of(path: str) -> str:
    """The extension of a name, in small letters, with its dot."""
    return Path(path).suffix.lower()
