"""Changes an archive, under its lock: first files under new names, then the manifest that names them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from checker.archive.disk import graph, manifest, snapshot
from checker.archive.disk.bodies import id_of, packed
from checker.archive.disk.draft import Draft, Pending, encoded
from checker.archive.disk.lock import one_writer
from checker.archive.disk.manifest import ArchiveManifest, SegmentEntry
from checker.archive.disk.merging import MAX_SEGMENT, items_of, to_merge
from checker.archive.disk.segment_writer import GRAPH_FROM, write_segment
from checker.archive.records import Added, Original, Removed
from checker.archive.sentences import language_of, sentences
from checker.encoders import Encoder
from checker.model import Document
from checker.progress import StageProgress

BATCH = 50_000
"""Sentences after which what was added is brought to the disk: some seconds of work."""


class Writer:
    """Changes the archive in ``directory``; made by ``writing``."""

    def __init__(self, directory: Path, encoder: Encoder | None, progress: StageProgress | None) -> None:
        self._directory, self._encoder = directory, encoder
        self._progress = progress or (lambda what, done, total: None)
        self._snapshot = snapshot.take(directory)
        self._draft = Draft(self._snapshot)

    def close(self) -> None:
        """Let go of the files."""
        self._snapshot.close()

    @property
    def manifest(self) -> ArchiveManifest:
        """What the archive holds now."""
        return self._snapshot.manifest

    def add(self, documents: Iterable[Document]) -> Added:
        """Put documents in, in steps of ``BATCH`` sentences, and put the segments in order."""
        added: dict[str, Original] = {}
        replaced: dict[str, Original] = {}
        known: list[str] = []
        empty: list[str] = []
        done = 0
        for document in documents:
            path, id_ = document.path, id_of(document)
            before = self._draft.id_at(path)
            if before == id_:
                known.append(path)
                continue
            if self._draft.has(id_):
                self._draft.take_path(path)
                self._draft.name(path, id_)
                known.append(path)
                continue
            found = sentences(document)
            self._draft.take_path(path)
            if not found.texts:
                empty.append(path)
                continue
            original = Original(id_, path, language_of(found.texts), len(found.texts))
            spans = np.array([(span.start, span.end) for span in found.spans], np.int32)
            self._draft.put(Pending(original, spans, packed(document), found.texts))
            (added if before is None else replaced)[path] = original
            done += original.sentences
            self._progress("adding", done, 0)
            if self._draft.sentences >= BATCH:
                self._commit()
                if self._unindexed() >= MAX_SEGMENT:
                    self._put_in_order()
        self._commit()
        self._put_in_order()
        return Added(tuple(added.values()), tuple(replaced.values()), tuple(known), tuple(empty), self._notes())

    def remove(self, names: Iterable[str]) -> Removed:
        """Take out originals by id, or paths of them, and put the segments in order."""
        originals: list[Original] = []
        paths: list[str] = []
        unknown: list[str] = []
        for name in dict.fromkeys(names):
            if self._draft.has(name):
                originals.append(self._draft.take_original(name))
            elif self._draft.id_at(name) is not None:
                self._draft.take_path(name)
                paths.append(name)
            else:
                unknown.append(name)
        self._commit()
        self._put_in_order()
        return Removed(tuple(originals), tuple(paths), tuple(unknown))

    def _commit(self) -> None:
        """Bring the draft to the disk and begin another."""
        draft = self._draft
        if not draft.is_changed():
            return
        entries = list(draft.entries())
        if draft.pending:
            items = encoded(draft.pending, self._encoder)
            entries.append(write_segment(self._directory, self._fresh_name(), items, with_graph=False))
        self._publish(tuple(entries), draft.aliases)

    def _put_in_order(self) -> None:
        """Merge segments until all may stay, and build the graphs that pay."""
        graphs = graph.is_installed()
        while chosen := to_merge(self._snapshot.segments, graphs=graphs):
            total = sum(segment.live_sentences for segment in chosen)
            merged = write_segment(
                self._directory,
                self._fresh_name(),
                items_of(chosen),
                with_graph=graphs and total >= GRAPH_FROM,
                progress=lambda done, all_: self._progress("indexing", done, all_),
            )
            names = {segment.entry.name for segment in chosen}
            kept = tuple(entry for entry in self._draft.entries() if entry.name not in names)
            self._publish((*kept, merged), self._draft.aliases)

    def _publish(self, entries: tuple[SegmentEntry, ...], aliases: dict[str, str]) -> None:
        manifest.write(self._directory, self._snapshot.manifest.changed(segments=entries, aliases=aliases))
        before = self._snapshot
        self._snapshot = snapshot.take(self._directory)
        self._draft = Draft(self._snapshot)
        before.close()
        sweep(self._directory, self._snapshot.manifest)

    def _fresh_name(self) -> str:
        """A folder name that no segment ever had, not even one that a crash left behind."""
        number = self._snapshot.manifest.generation + 1
        while (self._directory / f"{number:08d}").exists():
            number += 1
        return f"{number:08d}"

    def _unindexed(self) -> int:
        return sum(segment.live_sentences for segment in self._snapshot.segments if not segment.entry.indexed)

    def _notes(self) -> tuple[str, ...]:
        if graph.is_installed() or self._unindexed() < GRAPH_FROM:
            return ()
        return (
            f"{self._unindexed():,} sentences are compared one by one; for a fast index run: {graph.INSTALL} "
            "and add the same files again",
        )


@contextmanager
def writing(directory: Path, encoder: Encoder | None, progress: StageProgress | None = None) -> Iterator[Writer]:
    """A writer, while no other is at work.  Raises an ``ArchiveError`` leaf."""
    with one_writer(directory):
        writer = Writer(directory, encoder, progress)
        try:
            sweep(directory, writer.manifest)
            yield writer
        finally:
            writer.close()


def sweep(directory: Path, held: ArchiveManifest) -> None:
    """Take away the folders of segments that no manifest names any more: merged ones, and what a crash left."""
    names = {entry.name for entry in held.segments}
    for path in directory.iterdir():
        if path.name.isdigit() and path.name not in names and path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)  # on Windows a reader may hold it: the next writer will do it
