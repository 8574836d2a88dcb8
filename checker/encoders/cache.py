"""Keeps the vectors of slow encoders on disk, so that a text is encoded once.

One SQLite file for each model revision (``<directory>/<revision>.sqlite3``): several programs may read and
write at once, a damaged file is set aside and begun anew, and the oldest vectors go when there are too many.
A cache that cannot be used at all is only slower, never an error.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path

import numpy as np

from checker.encoders.delegating import DelegatingEncoder
from checker.encoders.protocol import Encoder, Vectors

DIRECTORY_VARIABLE = "CHECKER_CACHE_DIR"
MAX_VECTORS = 500_000
"""Vectors kept for a model: half a gigabyte at 256 dimensions, two at 1,024."""

_QUERY_SIZE = 500
_BUSY_SECONDS = 10.0


def cache_directory() -> Path:
    """``$CHECKER_CACHE_DIR``, or the user's cache directory as the platform has it."""
    if chosen := os.environ.get(DIRECTORY_VARIABLE):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "checker" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "checker"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "checker"


class CachedEncoder(DelegatingEncoder):
    """``encoder`` with its vectors kept in ``directory``; at most ``max_vectors`` of them."""

    def __init__(self, encoder: Encoder, directory: Path | None = None, *, max_vectors: int = MAX_VECTORS) -> None:
        super().__init__(encoder)
        self._path = (directory or cache_directory()) / f"{encoder.revision}.sqlite3"
        self._max_vectors = max_vectors

    def encode(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, dimension), as the encoder behind gives them; what is known is not encoded again."""
        keys = [_key(text) for text in texts]
        known = self._read(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            fresh = self._encoder.encode(list(missing.values()))
            made = dict(zip(missing, fresh, strict=True))
            self._write(made)
            known |= made
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        return np.stack([known[key] for key in keys])

    def _read(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        found: dict[bytes, Vectors] = {}
        size = 4 * self.dimension
        try:
            with closing(self._connect()) as database:
                distinct = list(dict.fromkeys(keys))
                for begin in range(0, len(distinct), _QUERY_SIZE):
                    block = distinct[begin : begin + _QUERY_SIZE]
                    marks = ",".join("?" * len(block))
                    query = f"SELECT key, vector FROM vectors WHERE key IN ({marks})"
                    for key, stored in database.execute(query, block):
                        if isinstance(stored, bytes) and len(stored) == size:
                            found[key] = np.frombuffer(stored, "<f4").astype(np.float32)
        except sqlite3.OperationalError:
            return found
        except sqlite3.DatabaseError:
            self._set_aside()
        except OSError:
            return found
        return found

    def _write(self, made: dict[bytes, Vectors]) -> None:
        rows = [(key, vector.astype("<f4").tobytes()) for key, vector in made.items()]
        with suppress(sqlite3.Error, OSError), closing(self._connect()) as database, database:
            database.executemany("INSERT OR REPLACE INTO vectors (key, vector) VALUES (?, ?)", rows)
            database.execute(
                "DELETE FROM vectors WHERE rowid <= (SELECT max(rowid) FROM vectors) - ?",
                (self._max_vectors,),
            )

    def _connect(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self._path, timeout=_BUSY_SECONDS)
        try:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB UNIQUE NOT NULL, vector BLOB NOT NULL)")
        except BaseException:
            database.close()
            raise
        return database

    def _set_aside(self) -> None:
        with suppress(OSError):
            self._path.replace(self._path.with_suffix(".damaged"))


def _key(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
