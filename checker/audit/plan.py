"""From what an audit is given (files, folders, globs, originals) to its items, one at a time and in order.

Nothing here stops for a single bad name: what cannot be checked becomes an item with its problem.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from checker.audit.item import Item, Kind
from checker.audit.originals import Originals
from checker.formats.table import Use, extensions_of

DOCUMENTS = extensions_of(Use.DOCUMENT)
"""Extensions of the documents that are read."""

SEGMENTS = extensions_of(Use.PAIRS) - DOCUMENTS
"""Extensions of the files of aligned segments."""


def items(
    paths: Sequence[str],
    *,
    source: str | None = None,
    archive: str | None = None,
    source_language: str | None = None,
    leave_out: Iterable[str] = (),
) -> Iterator[Item]:
    """Items of the files that ``paths`` name.

    With ``source`` (a file, or a folder of originals) each is a copy of it; with ``archive`` (an index) of what is
    found there; without, each is a mixed document, or aligned segments where its extension says so.
    ``leave_out`` are files that are not meant even if a folder has them, such as the report of the last audit.
    """
    unwanted = {os.path.realpath(path) for path in leave_out}
    wanted = DOCUMENTS if source or archive else DOCUMENTS | SEGMENTS
    originals = Originals.of(source, source_language) if source is not None else None
    for path, problem in files(paths, wanted):
        if problem is not None:
            yield Item(path, problem=problem)
        elif os.path.realpath(path) in unwanted:
            continue
        elif originals is not None:
            item = originals.item(path)
            if item is not None:
                yield item
        elif archive is not None:
            yield Item(path, Kind.ARCHIVE, archive)
        else:
            yield Item(path, Kind.BITEXT if _suffix(path) in SEGMENTS else Kind.SCAN)


def files(paths: Sequence[str], wanted: frozenset[str]) -> Iterator[tuple[str, str | None]]:
    """Each file that ``paths`` name, or a name and why there is none.

    Folders are walked in the order of names, whatever is hidden or has an extension that is not ``wanted`` is left
    out, and a folder that links lead to again is walked once.  A file that is named is taken whatever it is called;
    so is one that a glob (``*``, ``?``, ``[]``, ``**``) gives, which gives no folders.
    """
    for path in paths:
        if os.path.isdir(path):
            yield from _walked(path, wanted)
        elif os.path.lexists(path) or not glob.has_magic(path):
            yield path, None
        else:
            found = sorted(glob.iglob(path, recursive=True))
            if not found:
                yield path, f"{path}: no file has such a name; check the pattern"
            for name in found:
                if not os.path.isdir(name):
                    yield name, None


def _walked(folder: str, wanted: frozenset[str]) -> Iterator[tuple[str, str | None]]:
    seen: set[tuple[int, int]] = set()
    opened: list[Iterator[str]] = [iter((folder,))]
    while opened:
        path = next(opened[-1], None)
        if path is None:
            opened.pop()
        elif not os.path.isdir(path):
            if _suffix(path) in wanted:
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


def _suffix(path: str) -> str:
    return Path(path).suffix.lower()
