"""The ledger: one SQLite file that an audit writes a document at a time, and from which everything is reported.

Write-ahead logging, one transaction a document: a process killed at any moment leaves the documents that were finished
before, whole, and nothing else.  A check is named by what it depends on (contents, settings, model, version), so that
what is there already is not done again, in this run or a later one.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any

from checker.audit.item import Checked, Item, Outcome, Task
from checker.audit.ledger import schema
from checker.audit.ledger.values import explanation, finding_values, now, read_item, shown, storable
from checker.errors import LedgerError
from checker.model import Signature

RUNNING, STOPPED, FINISHED = "running", "stopped", "finished"
PENDING, DONE, FAILED = "pending", "done", "failed"

_BUSY_SECONDS = 20.0
_CHUNK = 500
_KNOWN_AT_ONCE = 1000
"""Documents that were checked before are noted in transactions of this many: nothing is lost with them."""


def _give_rights_of(ledger: Path) -> None:
    """Let the files that SQLite keeps beside a ledger be written if it may be.

    They are made with its rights, and stay behind where it might only be read.
    """
    for end in ("-wal", "-shm"):
        beside = ledger.with_name(f"{ledger.name}{end}")
        if os.access(ledger, os.W_OK) and beside.exists() and not os.access(beside, os.W_OK):
            with suppress(OSError):
                beside.chmod(ledger.stat().st_mode)


class Ledger:
    """An open ledger; close it or use it in ``with``.  Every method may raise ``LedgerError``.

    ``max_pages`` bounds its size (in pages of 4096 bytes), as a full disk would.
    """

    def __init__(self, path: Path, *, create: bool = True, max_pages: int | None = None) -> None:
        self.path = path
        self._known = 0
        if not create and not path.exists():
            raise LedgerError(f"{path}: there is no ledger", "name it with --ledger, or run an audit first")
        _give_rights_of(path)
        with self._explained():
            self._db = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
            try:
                self._open(max_pages)
            except BaseException:
                self._db.close()
                raise

    def _open(self, max_pages: int | None) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        (application,) = self._db.execute("PRAGMA application_id").fetchone()
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        (tables,) = self._db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if not tables:
            with self._transaction():
                for statement in schema.TABLES.split(";"):
                    self._db.execute(statement)
                self._db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
                self._db.execute(f"PRAGMA user_version = {schema.VERSION}")
        elif application != schema.APPLICATION_ID:
            raise LedgerError(f"{self.path}: this is a database of another program", "name another --ledger")
        elif version != schema.VERSION:
            raise LedgerError(
                f"{self.path}: a ledger of version {version}; this program writes version {schema.VERSION}",
                "name a new --ledger, or use the version of checker that wrote it",
            )
        self._db.execute("CREATE TEMP TABLE dismissed (fingerprint TEXT PRIMARY KEY)")
        self._db.execute(
            "CREATE TEMP VIEW reported AS SELECT * FROM main.found"
            " WHERE fingerprint NOT IN (SELECT fingerprint FROM temp.dismissed)"
        )
        if max_pages is not None:
            self._db.execute(f"PRAGMA max_page_count = {max_pages}")

    def read(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows of a query (``history``)."""
        with self._explained():
            return self._db.execute(query, values).fetchall()

    def dismiss(self, fingerprints: Iterable[str]) -> None:
        """Leave findings with these fingerprints out of the view ``reported``, as long as this ledger is open."""
        with self._explained():
            self._db.execute("DELETE FROM temp.dismissed")
            self._db.executemany(
                "INSERT OR IGNORE INTO temp.dismissed VALUES (?)", ((fingerprint,) for fingerprint in fingerprints)
            )

    def begin(self, request: str, signature: Signature, digest: str, items: Iterable[Item]) -> int:
        """The number of the run of ``items``.

        A run of the same request and signature that was not finished is continued, with its plan made anew;
        any other that is open is closed.
        """
        with self._transaction():
            self._db.execute("INSERT OR IGNORE INTO signatures VALUES (?, ?)", (digest, json.dumps(asdict(signature))))
            found = self._db.execute(
                "SELECT run FROM runs WHERE state != ? AND request = ? AND signature = ? ORDER BY run DESC",
                (FINISHED, request, digest),
            ).fetchone()
            last = self._db.execute("SELECT max(run) FROM runs").fetchone()[0]
            self._db.execute("UPDATE runs SET state = ? WHERE state = ?", (STOPPED, RUNNING))
            if found is not None and found[0] == last:
                run = int(found[0])
                self._db.execute("UPDATE runs SET state = ?, ended = NULL WHERE run = ?", (RUNNING, run))
                self._db.execute("DELETE FROM items WHERE run = ?", (run,))
            else:
                added = self._db.execute(
                    "INSERT INTO runs (request, signature, state, started) VALUES (?, ?, ?, ?)",
                    (request, digest, RUNNING, now()),
                )
                run = int(added.lastrowid or 0)
            number = 0
            for item in items:
                number += self._db.execute(
                    "INSERT OR IGNORE INTO items VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL)",
                    (
                        run,
                        number,
                        shown(item.id or item.target),
                        shown(item.target),
                        None if item.source is None else shown(item.source),
                        json.dumps(asdict(item)),
                        PENDING,
                    ),
                ).rowcount
        return run

    def pending(self, run: int) -> Iterator[tuple[int, Item]]:
        """The items of a run that are still to be done; the ledger may be written to meanwhile.

        Copies of one original come one after the other, for which it then has to be prepared only once.
        """
        last: tuple[str, int] = ("", -1)
        while True:
            with self._explained():
                rows = self._db.execute(
                    "SELECT coalesce(source, ''), number, item FROM items WHERE run = ? AND state = 'pending'"
                    " AND (coalesce(source, ''), number) > (?, ?) ORDER BY 1, 2 LIMIT ?",
                    (run, *last, _CHUNK),
                ).fetchall()
            if not rows:
                return
            for *_, number, item in rows:
                yield number, read_item(item)
            last = rows[-1][:2]

    def count(self, run: int) -> int:
        """How many documents a run has."""
        with self._explained():
            (found,) = self._db.execute("SELECT count(*) FROM items WHERE run = ?", (run,)).fetchone()
        return int(found)

    def has(self, key: str) -> bool:
        """Whether this check was made before."""
        with self._explained():
            return self._db.execute("SELECT 1 FROM checks WHERE key = ?", (key,)).fetchone() is not None

    def note_known(self, run: int, number: int, key: str) -> None:
        """An item whose check was made before; kept with the next transaction."""
        with self._explained():
            if not self._known:
                self._db.execute("BEGIN IMMEDIATE")
            self._known += 1
            self._place(run, number, key)
        if self._known >= _KNOWN_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Keep what was noted."""
        with self._explained():
            if self._known:
                self._known = 0
                self._db.execute("COMMIT")

    def record(self, run: int, task: Task, outcome: Outcome, also: Iterable[int] = ()) -> None:
        """One document's outcome, in one transaction; ``also`` are items with the very same content."""
        with self._transaction():
            numbers = (task.number, *also)
            if not isinstance(outcome, Checked):
                for number in numbers:
                    self._fail(run, number, outcome.reason)
                return
            self._keep(run, task, outcome)
            for number in numbers:
                self._place(run, number, outcome.key)

    def fail(self, run: int, number: int, reason: str) -> None:
        """An item that cannot be checked this time."""
        with self._transaction():
            self._fail(run, number, reason)

    def end(self, run: int, state: str) -> None:
        """Close a run as ``FINISHED`` or ``STOPPED``."""
        with self._transaction():
            self._db.execute("UPDATE runs SET state = ?, ended = ? WHERE run = ?", (state, now(), run))

    def _keep(self, run: int, task: Task, of: Checked) -> None:
        if of.original is not None:
            self._db.execute("INSERT OR IGNORE INTO originals VALUES (?, ?)", (of.original_key, of.original))
        figures = of.figures
        new = self._db.execute(
            f"INSERT OR IGNORE INTO checks VALUES ({', '.join('?' * 21)})",
            (
                of.key,
                run,
                task.signature,
                task.item.kind,
                of.status,
                storable(of.error),
                task.target_digest,
                task.source_digest,
                figures.source_language,
                figures.target_language,
                figures.source_sentences,
                figures.sentences,
                figures.supported,
                figures.partly_supported,
                figures.unsupported,
                figures.undetermined,
                figures.support,
                max((row.priority for row in of.findings), default=0.0),
                of.original_key,
                None if of.original_path is None else shown(of.original_path),
                of.record,
            ),
        ).rowcount
        if new:
            self._db.executemany(
                f"INSERT INTO findings VALUES ({', '.join('?' * 12)})",
                (finding_values(of.key, number, row) for number, row in enumerate(of.findings)),
            )

    def _place(self, run: int, number: int, key: str) -> None:
        self._db.execute(
            'UPDATE items SET state = ?, "check" = ?, reason = NULL WHERE run = ? AND number = ?',
            (DONE, key, run, number),
        )

    def _fail(self, run: int, number: int, reason: str) -> None:
        self._db.execute(
            "UPDATE items SET state = ?, reason = ? WHERE run = ? AND number = ?",
            (FAILED, storable(reason), run, number),
        )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.flush()
        with self._explained():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            self._known = 0
            raise explanation(self.path, error) from error

    def close(self) -> None:
        """Keep what was noted, and close the file."""
        try:
            self.flush()
        finally:
            self._db.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if error is None:
            self.close()
        else:
            self._db.close()
