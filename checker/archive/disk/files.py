"""Files that a crash leaves whole: written, brought to the disk, then named."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from checker.errors import ArchiveWriteError

UNFINISHED = ".new"


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` under ``path`` at once: a reader sees the old file or the new one, never a part."""
    fresh = path.with_name(path.name + UNFINISHED)
    with fresh.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)
    sync_directory(path.parent)


def sync(path: Path) -> None:
    """Bring a finished file to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_directory(path: Path) -> None:
    """Bring the names in a folder to the disk, where folders can be opened."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def telling_of_the_disk(path: Path) -> Iterator[None]:
    """Turns what a disk says (full, read-only, no permission) into an ``ArchiveWriteError``."""
    try:
        yield
    except OSError as error:
        raise ArchiveWriteError(
            f"{path}: cannot be written ({error.strerror or error})",
            "the archive is as it was before this step; make room or mend the permissions and run it again",
        ) from error
    except sqlite3.Error as error:
        raise ArchiveWriteError(
            f"{path}: cannot be written ({error})",
            "the archive is as it was before this step; make room or mend the permissions and run it again",
        ) from error
