"""What the ledger's columns hold, and what is said where the database fails."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from checker.audit.item import FindingRow, Item, Kind
from checker.errors import LedgerError


def read_item(value: str) -> Item:
    """An item as the ledger's column ``item`` has it."""
    fields = json.loads(value)
    return Item(**{**fields, "kind": Kind(fields["kind"])})


def explanation(path: Path, error: sqlite3.Error) -> LedgerError:
    """What an error of the database means for the ledger at ``path``."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary == sqlite3.SQLITE_FULL:
        return LedgerError(
            f"{path}: the disk is full; what was finished is kept", "make room and run the same command again"
        )
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LedgerError(f"{path}: another program holds it locked", "close that program and run this again")
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return LedgerError(
            f"{path}: the ledger is damaged ({error})", "put a copy of it back, or move it away and start anew"
        )
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return LedgerError(f"{path}: the ledger cannot be written there ({error})", "name another place with --ledger")
    return LedgerError(f"{path}: the ledger cannot be used ({error})", "check the disk it is on")


def shown(path: str) -> str:
    """A name of a file as text that any program can read; the item beside it has it exactly."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def storable(text: str | None) -> str | None:
    """A text with what UTF-8 cannot hold escaped."""
    return None if text is None else text.encode("utf-8", "backslashreplace").decode()


def now() -> str:
    """This moment, in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def finding_values(key: str, number: int, row: FindingRow) -> tuple[object, ...]:
    """The columns of finding ``number`` of the check ``key``."""
    original = None if row.original is None else shown(row.original)
    told = row.code, row.severity, row.probability, row.priority, row.fingerprint, row.language, row.line
    return key, number, *told, storable(row.text), storable(row.message), original
