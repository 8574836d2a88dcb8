"""From what an audit is given (files, folders, globs, originals) to its items, one at a time and in order.

Nothing here stops for a single bad name: what cannot be checked becomes an item with its problem.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from checker.audit.files import DOCUMENTS, SEGMENTS, files, suffix_of
from checker.audit.item import Item, Kind
from checker.audit.originals import OriginalsByName


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
    originals = OriginalsByName.of(source, source_language) if source is not None else None
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
            yield Item(path, Kind.BITEXT if suffix_of(path) in SEGMENTS else Kind.SCAN)
