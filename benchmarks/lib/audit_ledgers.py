"""What measurements of audits ask of a ledger: what it holds, how far it is, how large it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_TIMES = {"started", "ended"}


def content(ledger: Path) -> dict[str, list[tuple[str, ...]]]:
    """All that a ledger holds but the times."""
    db = sqlite3.connect(ledger)
    found = {}
    for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        rows = db.execute(f"SELECT * FROM {table}")
        kept = [k for k, column in enumerate(rows.description) if column[0] not in _TIMES]
        found[table] = sorted(tuple(repr(row[k]) for k in kept) for row in rows)
    db.close()
    return found


def finished(ledger: Path) -> int:
    """How many checks a ledger has."""
    if not ledger.exists():
        return 0
    db = sqlite3.connect(ledger, timeout=10)
    try:
        return int(db.execute("SELECT count(*) FROM checks").fetchone()[0])
    except sqlite3.OperationalError:  # Killed before there was a table.
        return 0
    finally:
        db.close()


@contextmanager
def fresh(ledger: Path) -> Iterator[Path]:
    """A place for a ledger that is gone before and after."""
    for path in ledger.parent.glob(f"{ledger.name}*"):
        path.unlink()
    yield ledger
    for path in ledger.parent.glob(f"{ledger.name}*"):
        path.unlink()


def size_of(path: Path) -> float:
    """Megabytes of a file."""
    return path.stat().st_size / 1e6
