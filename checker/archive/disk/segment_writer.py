"""Writes a segment: files under a name never used before, brought to the disk before anything names them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker.archive.disk import graph
from checker.archive.disk.catalogue import write_catalogue
from checker.archive.disk.files import sync, sync_directory, telling_of_the_disk
from checker.archive.disk.manifest import SegmentEntry
from checker.archive.disk.segment import CATALOGUE, GRAPH, SPANS, STARTS, VECTORS
from checker.archive.records import Original
from checker.errors import ArchiveWriteError
from checker.progress import Progress

GRAPH_FROM = 50_000
"""Sentences from which on a graph pays: fewer are compared one by one in some milliseconds."""


class StoredDocument(NamedTuple):
    """A document as it is stored: vectors float16 (sentences, dimension), spans int32 (sentences, 2), packed text."""

    original: Original
    vectors: NDArray[np.float16]
    spans: NDArray[np.int32]
    body: bytes


def write_segment(
    directory: Path, name: str, items: Iterable[StoredDocument], *, with_graph: bool, progress: Progress | None = None
) -> SegmentEntry:
    """Write ``items``, of which there must be some, to the folder ``name`` and say what it holds.

    Raises ``ArchiveWriteError``, and takes away what was written, when the disk is full.
    """
    folder = directory / name
    try:
        with telling_of_the_disk(folder):
            return _write(folder, items, with_graph, progress)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _write(folder: Path, items: Iterable[StoredDocument], with_graph: bool, progress: Progress | None) -> SegmentEntry:
    folder.mkdir()
    starts = [0]
    dimension = 0
    with (folder / VECTORS).open("wb") as vectors, (folder / SPANS).open("wb") as spans:

        def written() -> Iterator[tuple[Original, bytes]]:
            nonlocal dimension
            for item in items:
                vectors.write(np.ascontiguousarray(item.vectors, "<f2").data)
                spans.write(np.ascontiguousarray(item.spans, "<i4").data)
                starts.append(starts[-1] + len(item.vectors))
                dimension = item.vectors.shape[1]
                yield item.original, item.body

        write_catalogue(folder / CATALOGUE, written())
    np.array(starts, "<i8").tofile(folder / STARTS)
    if with_graph:
        mapped = np.memmap(folder / VECTORS, "<f2", "r", shape=(starts[-1], dimension))
        _build_graph(folder / GRAPH, mapped, progress)
    files = sorted(folder.iterdir())
    for path in files:
        sync(path)
    sync_directory(folder)
    sync_directory(folder.parent)
    return SegmentEntry(
        folder.name, len(starts) - 1, starts[-1], with_graph, {path.name: path.stat().st_size for path in files}
    )


def _build_graph(path: Path, vectors: NDArray[np.float16], progress: Progress | None) -> None:
    try:
        graph.build(path, vectors, progress)
    except RuntimeError as error:  # what usearch says of a full disk
        raise ArchiveWriteError(
            f"{path}: cannot be written ({error})", "make room and run it again; the archive is as it was"
        ) from error
