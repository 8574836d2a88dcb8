"""One writer at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from checker.archive.disk.files import telling_of_the_disk
from checker.errors import ArchiveLockedError
from checker.locks import LockHeldError, held

NAME = "lock"


@contextmanager
def one_writer(directory: Path) -> Iterator[None]:
    """Hold the archive's lock; raises ``ArchiveLockedError`` at once when another process or thread holds it."""
    path = directory / NAME
    with ExitStack() as stack:
        try:
            with telling_of_the_disk(path):
                stack.enter_context(held(path))
        except LockHeldError as error:
            raise ArchiveLockedError(
                f"{directory}: another writer is at work ({error.holder})",
                "wait until it is done; reading and searching can go on meanwhile",
            ) from None
        yield
