"""An archive of originals on disk: opened by many, changed by one at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from checker.archive.disk import manifest, snapshot
from checker.archive.disk.files import telling_of_the_disk
from checker.archive.disk.manifest import ArchiveManifest
from checker.archive.disk.snapshot import StoredPlace
from checker.archive.disk.writer import Writer, writing
from checker.archive.records import Added, ArchiveInfo, Matches, Original, Removed
from checker.archive.sentences import sentences
from checker.encoders import Encoder
from checker.errors import ArchiveModelError, ArchiveNotFoundError, UsageError
from checker.model import Document, Span
from checker.progress import StageProgress

_Report = TypeVar("_Report")


class Archive:
    """A snapshot of an archive and, for whoever holds its lock, the way to change it.

    An open archive keeps what it held when it was opened (or last ``refresh``ed or changed through it), whatever
    others do meanwhile.  It may be used by one thread at a time; open one in each process.
    """

    def __init__(self, directory: Path, encoder: Encoder | None) -> None:
        self._directory, self._encoder = directory, encoder
        self.snapshot = snapshot.take(directory)
        if encoder is not None:
            try:
                _refuse_other_model(directory, self.snapshot.manifest, encoder)
            except ArchiveModelError:
                self.close()
                raise

    @classmethod
    def open(cls, path: str | Path, encoder: Encoder | None = None) -> Archive:
        """The archive in the folder ``path``.

        Without an ``encoder`` it cannot be searched or added to.  Raises ``ArchiveNotFoundError``,
        ``ArchiveDamagedError``, ``ArchiveVersionError``, or ``ArchiveModelError`` when it was made with another model.
        """
        return cls(Path(path), encoder)

    @classmethod
    def create(cls, path: str | Path, encoder: Encoder) -> Archive:
        """The archive in the folder ``path``, made there if the folder is empty or missing; raises as ``open``."""
        directory = Path(path)
        if not (directory / manifest.NAME).exists():
            if not manifest.may_begin_in(directory):
                raise ArchiveNotFoundError(
                    f"{directory}: neither an archive of originals nor an empty folder", "choose another name"
                )
            with telling_of_the_disk(directory):
                directory.mkdir(parents=True, exist_ok=True)
            manifest.write(directory, ArchiveManifest(encoder.name, encoder.revision, encoder.dimension))
        return cls(directory, encoder)

    def __repr__(self) -> str:
        return f"Archive({str(self._directory)!r}, sentences: {self.snapshot.sentences:,})"

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self.snapshot.close()

    def refresh(self) -> None:
        """See what others changed since."""
        if manifest.read(self._directory).generation != self.snapshot.manifest.generation:
            self._renew()

    def add(self, documents: Iterable[Document], progress: StageProgress | None = None) -> Added:
        """Put documents in; what is there already is left alone, another text under the same path is replaced.

        What is done is kept in steps, so that an interrupted run goes on when the same documents are given again.
        ``progress`` is told what is being done ("adding", "indexing"), how many sentences of it are done and of how
        many (0: unknown).  Raises ``ArchiveLockedError`` or ``ArchiveWriteError``.
        """
        self._needs_encoder()
        return self._change(lambda writer: writer.add(documents), progress)

    def remove(self, ids: Iterable[str]) -> Removed:
        """Take originals out, each named by its id or by a path of it; raises as ``add``."""
        return self._change(lambda writer: writer.remove(ids), None)

    def search(self, asked: Document | Sequence[str]) -> Matches:
        """The originals of a document, given whole or as its sentences in order, in whatever language."""
        from checker.archive.search import search

        encoder = self._needs_encoder()
        texts = sentences(asked).texts if isinstance(asked, Document) else tuple(asked)
        return search(self.snapshot, texts, encoder)

    def original(self, id_: str) -> Original:
        """The original of that id.  Raises ``UsageError`` when there is none."""
        return self._place(id_).original

    def find(self, name: str) -> Original | None:
        """The original of that id or path, None when there is none."""
        place = self.snapshot.with_id(name) or self.snapshot.read_from(name)
        return None if place is None else place.original

    def document(self, id_: str) -> Document:
        """An original as it was read, for a check.  Raises ``UsageError`` when there is none of that id."""
        place = self._place(id_)
        return place.segment.document(place.number)

    def sentence_spans(self, id_: str) -> list[Span]:
        """The places of an original's sentences in its text, to which ``SentenceMatch.original_sentence`` counts."""
        place = self._place(id_)
        return place.segment.sentence_spans(place.number)

    def originals(self) -> Iterator[Original]:
        """Every original, in the order in which they are stored."""
        return self.snapshot.originals()

    def paths(self, id_: str) -> tuple[str, ...]:
        """Every path that has this original's text, the one it was first read from first."""
        others = (path for path, named in sorted(self.snapshot.manifest.aliases.items()) if named == id_)
        return (self.original(id_).path, *others)

    def info(self) -> ArchiveInfo:
        """The archive at a glance."""
        held = self.snapshot.manifest
        languages = Counter(original.language for original in self.originals())
        return ArchiveInfo(
            path=str(self._directory),
            version=manifest.VERSION,
            generation=held.generation,
            model=held.model,
            revision=held.revision,
            dimension=held.dimension,
            originals=languages.total(),
            sentences=self.snapshot.sentences,
            removed_sentences=sum(entry.sentences for entry in held.segments) - self.snapshot.sentences,
            indexed=sum(s.live_sentences for s in self.snapshot.segments if s.entry.indexed),
            segments=len(held.segments),
            bytes=sum(size for entry in held.segments for size in entry.files.values()),
            languages=tuple(sorted(languages.items(), key=lambda item: (-item[1], item[0]))),
        )

    def _change(self, change: Callable[[Writer], _Report], progress: StageProgress | None) -> _Report:
        try:
            with writing(self._directory, self._encoder, progress) as writer:
                return change(writer)
        finally:
            self.refresh()

    def _renew(self) -> None:
        fresh = snapshot.take(self._directory)
        self.snapshot.close()
        self.snapshot = fresh

    def _place(self, id_: str) -> StoredPlace:
        place = self.snapshot.with_id(id_)
        if place is None:
            raise UsageError(f"{self._directory}: no original {id_}", "ids are those that a search gives")
        return place

    def _needs_encoder(self) -> Encoder:
        if self._encoder is None:
            raise UsageError(f"{self._directory}: opened without a model", "open it with an encoder")
        return self._encoder


def _refuse_other_model(directory: Path, held: ArchiveManifest, encoder: Encoder) -> None:
    if held.revision != encoder.revision or held.dimension != encoder.dimension:
        raise ArchiveModelError(
            f"{directory}: made with the model {held.model} (revision {held.revision[:12]}), "
            f"not with {encoder.name} (revision {encoder.revision[:12]})",
            f"use --model {held.model}"
            if held.model != encoder.name
            else "build it again in a new folder with `checker archive add`",
        )
