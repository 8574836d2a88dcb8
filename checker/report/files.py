"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO

from checker.errors import UsageError

DISK_FAILS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""Errors that say nothing of this program: the disk is full or broken."""

_NUMBERS = count()
"""One for each file that this process writes."""


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of ``path`` when the block ends, and leaves it alone when the block fails.

    It is written beside ``path`` and renamed, with the permissions of what it replaces; links are followed.  What is
    no regular file (a device, a pipe) is written directly, and so is a file in a folder that cannot be written.
    Raises ``UsageError``.
    """
    try:
        mode = path.stat().st_mode if path.exists() else None
        # A pipe behind /dev/stdout has a name of its own only as it stands there.
        place = path if mode is not None and not stat.S_ISREG(mode) else Path(os.path.realpath(path))
        direct = mode is not None and (not stat.S_ISREG(mode) or not os.access(place.parent, os.W_OK))
        part = None if direct else _beside(place)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error
    # Who interrupts may do so between the file and the block in which it is written.
    try:
        with _opened(path, part, place) as file:
            yield file
    except BaseException as error:
        _remove(part)
        if isinstance(error, OSError) and error.errno in DISK_FAILS:
            raise _unwritable(path, error) from error
        raise
    if part is None:
        return
    try:
        if mode is not None:
            os.chmod(part, stat.S_IMODE(mode))
        os.replace(part, place)
    except OSError as error:
        _remove(part)
        raise _unwritable(path, error) from error


def _beside(place: Path) -> Path:
    """The name of a new file in the folder of ``place``."""
    names = (place.with_name(f".checker-{os.getpid()}-{number}.part") for number in _NUMBERS)
    return next(name for name in names if not name.exists())


def _opened(path: Path, part: Path | None, place: Path) -> BinaryIO:
    try:
        return place.open("wb") if part is None else part.open("xb")
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error


def _remove(part: Path | None) -> None:
    if part is not None:
        with suppress(OSError):
            part.unlink()


def _unwritable(path: Path, error: Exception) -> UsageError:
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UsageError(f"{path}: cannot be written ({said})", "choose another output")
