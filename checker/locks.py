"""One at a time: a lock on a file that the system takes back however its holder ends.

Written here rather than taken from ``filelock``, which comes only along with other packages and does not say who holds
a lock: whoever is refused wants to know that before anything else.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

_FAR = 1 << 20
"""Where Windows locks a byte: far behind the text, so that others can read who holds the lock."""


class LockHeldError(Exception):
    """Another process or thread holds the lock; ``holder`` says which."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock file ``path``, which is there only so long.

    Raises ``LockHeldError`` at once when it is held already, ``OSError`` when the file cannot be opened.
    """
    file = _taken(path)
    try:
        # Only for the message: the lock is the system's, not what the file says.
        with suppress(OSError):
            file.seek(0)
            file.truncate()
            file.write(json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": _now()}).encode())
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        file.close()


def holder_of(path: Path) -> str | None:
    """Who holds the lock file ``path`` now; None when nobody does."""
    try:
        with path.open("r+b", buffering=0) as file:
            return None if _take(file) else _holder(file)
    except OSError:
        return None


def _taken(path: Path) -> FileIO:
    while True:
        file = path.open("a+b", buffering=0)
        if not _take(file):
            holder = _holder(file)
            file.close()
            raise LockHeldError(holder)
        # Its last holder may have removed the file between the two steps; a lock on nothing is none.
        with suppress(OSError):
            if os.fstat(file.fileno()).st_ino == os.stat(path).st_ino:
                return file
        file.close()


def _holder(file: FileIO) -> str:
    try:
        file.seek(0)
        said = json.loads(file.read(1000))
        return f"process {int(said['pid'])} on {str(said['host'])[:80]} since {str(said['since'])[:40]}"
    except (OSError, ValueError, KeyError, TypeError):
        return "it does not say which"


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


if sys.platform == "win32":
    import msvcrt

    def _take(file: FileIO) -> bool:
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(file: FileIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
