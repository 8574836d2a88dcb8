"""The one file that says what an archive holds; replacing it is what makes a change.

Everything else is written once, under a name never used before, and only then named here.  So whatever a crash
interrupts, the manifest on disk is that of a good archive, and a reader keeps the files it opened.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from checker.archive.disk.catalogue import AGAIN
from checker.archive.disk.files import UNFINISHED, telling_of_the_disk, write_whole
from checker.errors import ArchiveDamagedError, ArchiveNotFoundError, ArchiveVersionError
from checker.reading import read_at_most

NAME = "archive.json"
FORMAT = "checker-archive"
VERSION = 1
"""Version of the layout on disk."""

_MAX_BYTES = 32 << 20
"""Of a manifest: a bound of memory, some millions of removed documents."""


@dataclass(frozen=True, slots=True)
class SegmentEntry:
    """One segment: its folder, its size, the numbers of its documents that were removed, its files' bytes."""

    name: str
    documents: int
    sentences: int
    indexed: bool
    files: dict[str, int]
    removed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchiveManifest:
    """What an archive holds.

    ``aliases`` are further paths of a text that is there already, each with the id of its original.
    """

    model: str
    revision: str
    dimension: int
    generation: int = 0
    segments: tuple[SegmentEntry, ...] = ()
    aliases: dict[str, str] = field(default_factory=dict)

    def changed(self, **changes: Any) -> ArchiveManifest:
        """The manifest of the next generation."""
        return replace(self, generation=self.generation + 1, **changes)


def read(directory: Path) -> ArchiveManifest:
    """The manifest in ``directory``.

    Raises ``ArchiveNotFoundError``, ``ArchiveVersionError`` or ``ArchiveDamagedError``.
    """
    path = directory / NAME
    try:
        data = read_at_most(path, _MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        what = "no such folder" if not directory.exists() else "this is no archive of originals"
        raise ArchiveNotFoundError(
            f"{directory}: {what}", "check the name, or make an archive with `checker archive add`"
        ) from None
    except OSError as error:
        raise ArchiveDamagedError(f"{path}: cannot be read ({error.strerror or error})", AGAIN) from error
    if len(data) > _MAX_BYTES:
        raise ArchiveDamagedError(f"{path}: over the {_MAX_BYTES >> 20} MB of a manifest", AGAIN)
    try:
        found = json.loads(data)
        if not isinstance(found, dict) or found.pop("format", None) != FORMAT:
            raise ArchiveNotFoundError(
                f"{directory}: this is no archive of originals", "check the name, or choose another folder"
            )
        version = found.pop("version")
        if version != VERSION:
            is_older = isinstance(version, int) and version < VERSION
            raise ArchiveVersionError(
                f"{directory}: this archive has layout {version}; this version of checker reads layout {VERSION}",
                "build it again in a new folder with `checker archive add`"
                if is_older
                else "it was made by a newer checker: bring this one up to date",
            )
        segments = tuple(
            SegmentEntry(**{**entry, "removed": tuple(map(int, entry["removed"]))}) for entry in found.pop("segments")
        )
        return ArchiveManifest(segments=segments, **found)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ArchiveDamagedError(f"{path}: damaged ({type(error).__name__}: {error})", AGAIN) from error


def may_begin_in(directory: Path) -> bool:
    """Whether an archive can be begun there: nothing is, an empty folder, or what was left of an earlier beginning."""
    if not directory.is_dir():
        return not directory.exists()
    return {path.name for path in directory.iterdir()} <= {NAME + UNFINISHED}


def write(directory: Path, manifest: ArchiveManifest) -> None:
    """Make ``manifest`` what the archive holds, at once."""
    found = {"format": FORMAT, "version": VERSION, **asdict(manifest)}
    with telling_of_the_disk(directory / NAME):
        write_whole(directory / NAME, (json.dumps(found, indent=1) + "\n").encode("ascii"))
