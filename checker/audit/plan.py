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
    if originals is not None:
        yield from _with_originals(paths, originals, unwanted)
        return
    for path, problem in files(paths, wanted):
        if problem is not None:
            yield Item(path, problem=problem)
        elif os.path.realpath(path) in unwanted:
            continue
        elif archive is not None:
            yield Item(path, Kind.ARCHIVE, archive)
        else:
            yield Item(path, Kind.BITEXT if suffix_of(path) in SEGMENTS else Kind.SCAN)


def _with_originals(paths: Sequence[str], originals: OriginalsByName, unwanted: set[str]) -> Iterator[Item]:
    """Items of copies with their originals.

    Raises ``UsageError`` where not one of them has any: that is said once, and not of each.
    """
    held: list[Item] = []
    unmatched: list[str] = []
    matched = False
    for path, problem in files(paths, DOCUMENTS):
        item = Item(path, problem=problem) if problem is not None else originals.item(path)
        if item is None or os.path.realpath(path) in unwanted:
            continue
        if item.problem is not None and not matched:
            held.append(item)
            unmatched += [path] if problem is None else []
            continue
        if not matched:
            matched = True
            yield from held
        yield item
    if not matched:
        if unmatched:
            raise originals.unmatched(unmatched[0], len(unmatched))
        yield from held
