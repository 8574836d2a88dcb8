"""What an archive held at one moment; later changes do not reach it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from checker.archive.disk import manifest
from checker.archive.disk.catalogue import AGAIN
from checker.archive.disk.manifest import ArchiveManifest
from checker.archive.disk.segment import ArchiveSegment
from checker.archive.records import Original
from checker.errors import ArchiveDamagedError

_ATTEMPTS = 20


@dataclass(frozen=True)
class StoredPlace:
    """A document: the segment it is in and its number there."""

    segment: ArchiveSegment
    number: int
    original: Original


@dataclass(frozen=True)
class Snapshot:
    """A manifest and its segments, opened."""

    directory: Path
    manifest: ArchiveManifest
    segments: tuple[ArchiveSegment, ...]

    def close(self) -> None:
        """Let go of the files."""
        for segment in self.segments:
            segment.close()

    def with_id(self, id_: str) -> StoredPlace | None:
        """The original of that id."""
        for segment in self.segments:
            if found := segment.with_id(id_):
                return StoredPlace(segment, *found)
        return None

    def with_path(self, path: str) -> StoredPlace | None:
        """The original whose text was (first) read from that path."""
        for segment in self.segments:
            if found := segment.with_path(path):
                return StoredPlace(segment, *found)
        return None

    def read_from(self, path: str) -> StoredPlace | None:
        """The original of a path, whether its text was first read there or met there again."""
        alias = self.manifest.aliases.get(path)
        return self.with_path(path) if alias is None else self.with_id(alias)

    def originals(self) -> Iterator[Original]:
        """Every original, in the order in which they are stored."""
        for segment in self.segments:
            for entry in segment.entries():
                yield entry.original

    @cached_property
    def size(self) -> int:
        """How many originals it has."""
        return sum(int(segment.is_live.sum()) for segment in self.segments)

    @cached_property
    def sentences(self) -> int:
        """How many sentences it has, those of removed originals not counted."""
        return sum(segment.live_sentences for segment in self.segments)


def take(directory: Path) -> Snapshot:
    """A snapshot of the archive in ``directory`` as it is now.

    Raises an ``ArchiveError`` leaf when there is none or it is damaged.
    """
    for _ in range(_ATTEMPTS):
        found = manifest.read(directory)
        opened: list[ArchiveSegment] = []
        try:
            for entry in found.segments:
                opened.append(ArchiveSegment(directory, entry, found.dimension))
        except (FileNotFoundError, ArchiveDamagedError) as error:
            for segment in opened:
                segment.close()
            # A writer may have put another segment in the place of one that was still to be opened.
            with suppress(OSError):
                if manifest.read(directory).generation != found.generation:
                    continue
            if isinstance(error, ArchiveDamagedError):
                raise
            raise ArchiveDamagedError(f"{error.filename}: missing", AGAIN) from error
        except BaseException:
            for segment in opened:
                segment.close()
            raise
        return Snapshot(directory, found, tuple(opened))
    raise ArchiveDamagedError(f"{directory}: changed all the time while it was opened", "try again")
