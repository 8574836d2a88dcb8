"""One audit at a time on a ledger: a lock that the system releases however its holder ends."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from checker.errors import LedgerError


@contextmanager
def held(ledger: Path) -> Iterator[None]:
    """Hold ``ledger`` (through ``LEDGER.lock`` beside it).  Raises ``LedgerError`` saying who holds it already."""
    path = ledger.with_name(ledger.name + ".lock")
    file = _acquired(path, ledger)
    try:
        file.seek(0)
        file.truncate()
        file.write(json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": _now()}))
        file.flush()
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        file.close()


def holder(ledger: Path) -> str | None:
    """Who is at work on ``ledger`` now; None when nobody is."""
    path = ledger.with_name(ledger.name + ".lock")
    try:
        with open(path, "r+", encoding="utf-8") as file:
            return None if _lock(file) else _holder(file)
    except OSError:
        return None


def _acquired(path: Path, ledger: Path) -> IO[str]:
    while True:
        try:
            file = open(path, "a+", encoding="utf-8")  # noqa: SIM115, held beyond this function
        except OSError as error:
            raise LedgerError(f"{ledger}: cannot be locked ({error.strerror})", "choose another place for it") from None
        if not _lock(file):
            holder = _holder(file)
            file.close()
            raise LedgerError(f"{ledger}: another audit is at work on it ({holder})", "wait for it, or stop it")
        # Its last holder may have removed the file between the two steps; a lock on nothing is none.
        with suppress(OSError):
            if os.fstat(file.fileno()).st_ino == os.stat(path).st_ino:
                return file
        file.close()


def _holder(file: IO[str]) -> str:
    try:
        file.seek(0)
        said = json.loads(file.read(1000))
        return f"process {int(said['pid'])} on {str(said['host'])[:80]} since {str(said['since'])[:40]}"
    except (OSError, ValueError, KeyError, TypeError):
        return "it does not say which"


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _lock(file: IO[str]) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            # A byte far behind the text, so that others can read who holds it.
            file.seek(1 << 20)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
