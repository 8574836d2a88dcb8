"""One audit at a time on a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from checker import locks
from checker.errors import LedgerError


@contextmanager
def held(ledger: Path) -> Iterator[None]:
    """Hold ``ledger`` (through ``LEDGER.lock`` beside it).  Raises ``LedgerError`` saying who holds it already."""
    with ExitStack() as stack:
        try:
            stack.enter_context(locks.held(_lock_of(ledger)))
        except locks.LockHeldError as error:
            raise LedgerError(
                f"{ledger}: another audit is at work on it ({error.holder})", "wait for it, or stop it"
            ) from None
        except OSError as error:
            raise LedgerError(f"{ledger}: cannot be locked ({error.strerror})", "choose another place for it") from None
        yield


def holder(ledger: Path) -> str | None:
    """Who is at work on ``ledger`` now; None when nobody is."""
    return locks.holder_of(_lock_of(ledger))


def _lock_of(ledger: Path) -> Path:
    if not ledger.name:
        raise LedgerError(f"{ledger}: this is a folder", "name a file for the ledger")
    return ledger.with_name(ledger.name + ".lock")
