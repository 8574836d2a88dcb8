"""A segment: some originals and their sentences, in files that are written once and never changed.

=====================  =============================================================================
``vectors.f16``        float16 (sentences, dimension), unit rows, document by document
``spans.i32``          int32 (sentences, 2): code-point offsets into the text of the document
``starts.i64``         int64 (documents + 1,): the first row of each document, and the number of rows
``catalogue.sqlite3``  what the documents are, and their texts
``graph.usearch``      the approximate index, in larger segments only
=====================  =============================================================================
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.archive.disk.bodies import unpacked
from checker.archive.disk.catalogue import AGAIN, Catalogue, CatalogueEntry
from checker.archive.disk.exact import NearestRows, nearest_of, nearest_rows
from checker.archive.disk.graph import Graph, is_installed
from checker.archive.disk.manifest import SegmentEntry
from checker.archive.records import Original
from checker.encoders import Vectors
from checker.errors import ArchiveDamagedError
from checker.model import Document, Span

VECTORS, SPANS, STARTS, CATALOGUE, GRAPH = (
    "vectors.f16",
    "spans.i32",
    "starts.i64",
    "catalogue.sqlite3",
    "graph.usearch",
)

_MORE = 2
"""So many times the neighbours asked for are looked for in a graph, whose own order is coarse."""


class ArchiveSegment:
    """A segment opened for reading.

    Raises ``FileNotFoundError`` when a file is missing, ``ArchiveDamagedError`` when one is not as recorded.
    """

    def __init__(self, directory: Path, entry: SegmentEntry, dimension: int) -> None:
        self.entry, self._directory = entry, directory / entry.name
        for name, size in entry.files.items():
            path = self._directory / name
            found = path.stat().st_size
            if found != size:
                raise ArchiveDamagedError(f"{path}: has {found} bytes instead of {size}", AGAIN)
        self.vectors: NDArray[np.float16] = self._mapped(VECTORS, "<f2", dimension)
        self.spans: NDArray[np.int32] = self._mapped(SPANS, "<i4", 2)
        self.starts: NDArray[np.int64] = np.fromfile(self._directory / STARTS, "<i8")
        if len(self.starts) != entry.documents + 1 or self.starts[-1] != entry.sentences:
            raise ArchiveDamagedError(f"{self._directory / STARTS}: damaged", AGAIN)
        self._graph = Graph(self._directory / GRAPH, dimension) if entry.indexed and is_installed() else None
        self._catalogue = Catalogue(self._directory / CATALOGUE)

    def close(self) -> None:
        """Let go of the catalogue; vectors go with whoever uses them last."""
        self._catalogue.close()

    @cached_property
    def is_live(self) -> NDArray[np.bool_]:
        """bool (documents,): which documents were not removed."""
        live = np.ones(self.entry.documents, bool)
        live[list(self.entry.removed)] = False
        return live

    @cached_property
    def live_sentences(self) -> int:
        """How many sentences belong to documents that were not removed."""
        return int(np.diff(self.starts)[self.is_live].sum())

    def documents_of(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """The document number of each row, in the shape of ``rows``."""
        return np.searchsorted(self.starts, rows, "right") - 1

    def vectors_of(self, number: int) -> NDArray[np.float16]:
        """float16 (sentences, dimension) of a document."""
        return self.vectors[self.starts[number] : self.starts[number + 1]]

    def spans_of(self, number: int) -> NDArray[np.int32]:
        """int32 (sentences, 2) of a document."""
        return self.spans[self.starts[number] : self.starts[number + 1]]

    def nearest(self, vectors: Vectors, count: int) -> NearestRows:
        """The ``count`` live rows nearest to each of ``vectors`` (n, dimension), nearest first."""
        if self._graph is None:
            live = None if self.is_live.all() else np.repeat(self.is_live, np.diff(self.starts))
            return nearest_rows(self.vectors, vectors, count, live)
        wanted = min(count, self.live_sentences)
        asked = _MORE * count
        while True:
            rows = self._graph.candidates(vectors, asked)
            rows = np.where((rows >= 0) & self.is_live[self.documents_of(np.maximum(rows, 0))], rows, -1)
            if ((rows >= 0).sum(1) >= wanted).all() or asked >= self.entry.sentences:
                return nearest_of(self.vectors, vectors, rows, count)
            asked *= 4  # what is nearest was removed: look further

    def entries(self) -> Iterator[CatalogueEntry]:
        """The documents that were not removed, by number."""
        return (entry for entry in self._catalogue.entries() if self.is_live[entry.number])

    def original(self, number: int) -> Original:
        """The document of that number."""
        return self._catalogue.original(number)

    def with_id(self, id_: str) -> CatalogueEntry | None:
        """The document of that id, if it was not removed."""
        return self._live(self._catalogue.with_id(id_))

    def with_path(self, path: str) -> CatalogueEntry | None:
        """The document that was read from that path, if it was not removed."""
        return self._live(self._catalogue.with_path(path))

    def body(self, number: int) -> bytes:
        """The packed document of that number."""
        return self._catalogue.body(number)

    def document(self, number: int) -> Document:
        """The document of that number, as it was read."""
        try:
            return unpacked(self.original(number).path, self.body(number))
        except (ValueError, KeyError, TypeError) as error:
            raise ArchiveDamagedError(
                f"{self._directory / CATALOGUE}: text {number} is damaged ({error})", AGAIN
            ) from error

    def sentence_spans(self, number: int) -> list[Span]:
        """The places of a document's sentences in its text."""
        return [Span(int(start), int(end)) for start, end in self.spans_of(number)]

    def _live(self, entries: list[CatalogueEntry]) -> CatalogueEntry | None:
        return next((entry for entry in entries if self.is_live[entry.number]), None)

    def _mapped(self, name: str, kind: str, width: int) -> NDArray[Any]:
        path = self._directory / name
        try:
            return np.memmap(path, kind, "r", shape=(self.entry.sentences, width))
        except ValueError as error:
            raise ArchiveDamagedError(f"{path}: damaged ({error})", AGAIN) from error
