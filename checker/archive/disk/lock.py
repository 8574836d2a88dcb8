"""One writer at a time: a lock that the system takes back when its holder dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

from checker.archive.disk.files import telling_of_the_disk
from checker.errors import ArchiveLockedError

NAME = "lock"


@contextmanager
def one_writer(directory: Path) -> Iterator[None]:
    """Hold the archive's lock; raises ``ArchiveLockedError`` at once when another process or thread holds it."""
    path = directory / NAME
    with telling_of_the_disk(path):
        file = path.open("a+b", buffering=0)
    with file:
        if not _take(file):
            raise ArchiveLockedError(
                f"{directory}: another writer is at work{_holder(path)}",
                "wait until it is done; reading and searching can go on meanwhile",
            )
        # Only for the message: the lock is the system's, not the number in the file.
        with suppress(OSError):
            file.seek(0)
            file.truncate()
            file.write(str(os.getpid()).encode())
        try:
            yield
        finally:
            _give_back(file)


def _holder(path: Path) -> str:
    with suppress(OSError, ValueError):
        return f" (process {int(path.read_bytes())})"
    return ""


if sys.platform == "win32":
    import msvcrt

    def _take(file: FileIO) -> bool:
        file.seek(1 << 20)  # beyond the number, which others may read
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _give_back(file: FileIO) -> None:
        file.seek(1 << 20)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(file: FileIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _give_back(file: FileIO) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
