"""The approximate index: a navigable small-world graph (Malkov and Yashunin 2018) by usearch, read by memory map.

The graph holds coarse vectors (int8) and says where to look; what it finds is compared again with the segment's own
vectors, so that similarities are exact and only the choice of neighbours is approximate.
"""

from __future__ import annotations

from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from checker.archive.disk.threads import cores
from checker.errors import ArchiveDamagedError, MissingPackageError
from checker.progress import Progress

if TYPE_CHECKING:
    from checker.encoders import Vectors

INSTALL = "pip install usearch"

CONNECTIVITY = 24
"""Neighbours kept for a vector."""

WIDTH_BUILDING = 128
WIDTH_SEARCHING = 384
"""Candidates held while a vector is put in, while one is looked for: recall of .98 at a million sentences."""

_AT_ONCE = 20_000
_ONE_BY_ONE = 2_000


def is_installed() -> bool:
    """Whether usearch can be imported."""
    return find_spec("usearch") is not None


class Graph:
    """A graph on disk; row numbers are those of its segment's vectors.

    Raises ``MissingPackageError`` without usearch, ``ArchiveDamagedError`` when the file is none.
    """

    def __init__(self, path: Path, dimension: int) -> None:
        self._index = _new(dimension)
        try:
            self._index.view(str(path))
        except Exception as error:  # usearch raises what its C++ side says, as RuntimeError or ValueError
            raise ArchiveDamagedError(f"{path}: damaged ({error})", "build the archive again") from error
        if self._index.ndim != dimension:
            raise ArchiveDamagedError(f"{path}: not of this archive", "build the archive again")

    def __len__(self) -> int:
        return len(self._index)

    def candidates(self, vectors: Vectors, count: int) -> NDArray[np.int64]:
        """int64 (n, at most ``count``): rows that may be nearest to each of ``vectors`` (n, dimension); -1 for none."""
        count = min(count, len(self._index))
        found = np.full((len(vectors), count), -1, np.int64)
        if len(vectors) and count:
            self._index.expansion_search = max(WIDTH_SEARCHING, count)
            told = self._index.search(np.ascontiguousarray(vectors), count, threads=cores())
            keys, counts = np.atleast_2d(told.keys), np.atleast_1d(getattr(told, "counts", np.array([count])))
            kept = np.arange(keys.shape[1]) < counts[:, None]
            found[:, : keys.shape[1]] = np.where(kept, keys.astype(np.int64), -1)
        return found


def build(path: Path, vectors: NDArray[np.float16], progress: Progress | None = None) -> None:
    """Write the graph of ``vectors`` (n, dimension) to ``path``, on every core that this process may use.

    The first rows go in one after the other: added at once to an empty graph, some would never be found.
    """
    index = _new(vectors.shape[1])
    bounds = sorted({0, min(_ONE_BY_ONE, len(vectors)), *range(_AT_ONCE, len(vectors), _AT_ONCE), len(vectors)})
    for begin, end in pairwise(bounds):
        threads = 1 if end <= _ONE_BY_ONE else cores()
        index.add(np.arange(begin, end), np.asarray(vectors[begin:end], np.float32), threads=threads)
        if progress is not None:
            progress(end, len(vectors))
    index.save(str(path))


def _new(dimension: int) -> Any:
    try:
        from usearch.index import Index
    except ImportError:
        raise MissingPackageError("a fast index needs usearch, which is not installed", INSTALL) from None
    return Index(
        ndim=dimension,
        metric="cos",
        dtype="i8",
        connectivity=CONNECTIVITY,
        expansion_add=WIDTH_BUILDING,
        expansion_search=WIDTH_SEARCHING,
        enable_key_lookups=False,
    )
