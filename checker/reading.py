"""The bytes of files as they are named: never more than is wanted, and no wait for a pipe that nobody writes into."""

from __future__ import annotations

import os
import select
import stat
import time
from pathlib import Path

PATIENCE = 2.0
"""Seconds in which somebody must have opened a pipe to write into it; chosen."""

_PAUSE = 0.02
_AT_ONCE = 1 << 16
_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def read_at_most(path: str | Path, most: int) -> bytes:
    """The first ``most`` bytes of a file, a device or a pipe.

    Raises ``OSError``, a ``TimeoutError`` for a pipe that nobody writes into, or ``ValueError`` for what is no name.
    """
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | _WITHOUT_WAITING)) as file:
        if stat.S_ISFIFO(os.fstat(file.fileno()).st_mode):
            return _piped(file.fileno(), most)
        if hasattr(os, "set_blocking"):
            os.set_blocking(file.fileno(), True)
        return file.read(most)


def _piped(pipe: int, most: int) -> bytes:
    """What is written into a pipe until all who write have closed it."""
    parts: list[bytes] = []
    size, until, is_written = 0, time.monotonic() + PATIENCE, False
    while size < most:
        try:
            part = os.read(pipe, min(_AT_ONCE, most - size))
        except BlockingIOError:  # somebody has it open, and has not written yet
            is_written = True
            select.select([pipe], [], [])
            continue
        if not part and (is_written or time.monotonic() > until):
            break
        if not part:
            time.sleep(_PAUSE)
        is_written = is_written or bool(part)
        parts.append(part)
        size += len(part)
    if not is_written:
        raise TimeoutError("nobody writes into this pipe")
    return b"".join(parts)
