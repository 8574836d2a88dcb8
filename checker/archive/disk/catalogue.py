"""What the documents of a segment are, and their texts: SQLite, written once and then only read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from checker.archive.records import Original
from checker.errors import ArchiveDamagedError

AGAIN = "build it again in a new folder with `checker archive add`, or bring back a copy"

_SCHEMA = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, path BLOB NOT NULL, language TEXT NOT NULL, sentences INTEGER NOT NULL
);
CREATE TABLE bodies (number INTEGER PRIMARY KEY, body BLOB NOT NULL);
"""
_INDEXES = "CREATE INDEX by_id ON documents (id); CREATE INDEX by_path ON documents (path);"
_DOCUMENT = "SELECT number, id, path, language, sentences FROM documents"


class CatalogueEntry(NamedTuple):
    """A document of a segment by its number there."""

    number: int
    original: Original


class Catalogue:
    """The catalogue in the file ``path``.  Everything raises ``ArchiveDamagedError`` when it cannot be read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        # Nobody changes it, so that no lock is needed, on a read-only disk or a shared one either.
        name = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
        try:
            self._database = sqlite3.connect(name, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise ArchiveDamagedError(f"{path}: cannot be opened ({error})", AGAIN) from error
        self._rows("SELECT count(*) FROM documents")  # opens the file now, so that it stays when it is taken away

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def entries(self) -> Iterator[CatalogueEntry]:
        """All documents, by number."""
        return map(_entry, self._rows(f"{_DOCUMENT} ORDER BY number"))

    def original(self, number: int) -> Original:
        """The document of that number."""
        return _entry(self._row(f"{_DOCUMENT} WHERE number = ?", number)).original

    def with_id(self, id_: str) -> list[CatalogueEntry]:
        """The documents of that id."""
        return [_entry(row) for row in self._rows(f"{_DOCUMENT} WHERE id = ?", id_)] if id_.isascii() else []

    def with_path(self, path: str) -> list[CatalogueEntry]:
        """The documents that were read from that path."""
        return [_entry(row) for row in self._rows(f"{_DOCUMENT} WHERE path = ?", path.encode("utf-8", "surrogatepass"))]

    def body(self, number: int) -> bytes:
        """The packed document of that number."""
        return bytes(self._row("SELECT body FROM bodies WHERE number = ?", number)[0])

    def _row(self, sql: str, number: int) -> Any:
        rows = self._rows(sql, number)
        if not rows:
            raise ArchiveDamagedError(f"{self._path}: no document {number}", AGAIN)
        return rows[0]

    def _rows(self, sql: str, *values: str | bytes | int) -> list[Any]:
        try:
            return self._database.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise ArchiveDamagedError(f"{self._path}: damaged ({error})", AGAIN) from error


def write_catalogue(path: Path, documents: Iterable[tuple[Original, bytes]]) -> None:
    """Write documents with their packed texts, in the order of their numbers."""
    with closing(sqlite3.connect(path)) as database:
        # Nothing names the file yet, so that it needs no journal.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.executescript(_SCHEMA)
        for number, (original, body) in enumerate(documents):
            name = original.path.encode("utf-8", "surrogatepass")
            database.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?)",
                (number, original.id, name, original.language, original.sentences),
            )
            database.execute("INSERT INTO bodies VALUES (?, ?)", (number, body))
        database.executescript(_INDEXES)
        database.commit()


def _entry(row: Any) -> CatalogueEntry:
    number, id_, path, language, sentences = row
    return CatalogueEntry(number, Original(id_, path.decode("utf-8", "surrogatepass"), language, sentences))
