"""Which original a copy belongs to, by the names of the files: ``statement.ro.txt`` to ``statement.en.txt``.

A file's stem is its name without extension and without the language at its end (``.ro``, ``-ro``, ``_pt-BR``).  A copy
belongs to the original with its stem in the same folder below the folder of originals; when there is none there, to
the only one anywhere below it.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from checker.audit.files import DOCUMENTS, files
from checker.audit.item import Item, Kind
from checker.errors import UsageError
from checker.text.languages.tags import ENGLISH_NAMES, canonical
from checker.text.primary import primary_language

_OTHER_WAYS = (
    "rename it, name its original in a --pairs file, or have originals found by what they say: `checker archive add "
    "INDEX FOLDER`, then --archive INDEX"
)
_LANGUAGE = re.compile(r"^(?P<stem>.+?)[._-](?P<tag>[A-Za-z]{2,3}(?:[-_](?:[A-Z]{2}|[A-Z][a-z]{3}))?)$", re.S)


@dataclass(frozen=True)
class OriginalsByName:
    """Originals below ``root``, or ``only`` one, when a single file was named."""

    root: str
    language: str
    only: str | None
    listed: _Listed

    @classmethod
    def of(cls, source: str, language: str | None) -> OriginalsByName:
        """Of a file or a folder; ``language`` (BCP 47, else English) tells originals from copies that lie beside them.

        Raises ``UsageError`` when there is none.
        """
        language = language or "en"
        if not os.path.isdir(source):
            if not os.path.exists(source):
                raise UsageError(f"{source}: no such original", "check the name after --source")
            return cls(os.path.dirname(source), language, source, _Listed(()))
        listed = _Listed(
            (stem, os.path.relpath(os.path.dirname(path), source), path)
            for path, problem in files([source], DOCUMENTS)
            for stem, tag in [stem_and_language(path)]
            if problem is None and tag in (None, language)
        )
        if listed.is_empty:
            raise UsageError(f"{source}: there are no originals in this folder", "name a folder of texts in --source")
        return cls(source, language, None, listed)

    def item(self, path: str) -> Item | None:
        """The copy at ``path`` with its original; None when it is itself an original."""
        if self.only is not None:
            return None if _same(path, self.only) else Item(path, Kind.COMPARE, self.only)
        stem, tag = stem_and_language(path)
        folders = self.listed.of_stem(stem)
        if tag in (None, self.language) and any(_same(path, found) for files in folders.values() for found in files):
            return None
        found = self._nearest(path, folders)
        if len(found) == 1:
            return Item(path, Kind.COMPARE, found[0])
        said = (
            f"{len(found)} originals have its name ({', '.join(found[:3])})"
            if found
            else (f"no original in {self.root} is called {stem}.* or {stem}.{self.language}.*")
        )
        return Item(path, Kind.COMPARE, problem=f"{path}: {said}; {_OTHER_WAYS}")

    def unmatched(self, path: str, count: int) -> UsageError:
        """What is wrong where no copy at all has an original by its name; ``path`` is one of ``count`` of them."""
        stem, _ = stem_and_language(path)
        of = f"none of {count:,} copies has" if count > 1 else f"{path} does not have"
        said = f"{of} an original of its name in {self.root} ({path} wants {stem}.* or {stem}.{self.language}.*)"
        return UsageError(said, _OTHER_WAYS)

    def _nearest(self, path: str, folders: dict[str, list[str]]) -> list[str]:
        """The originals of a stem in the folder whose name is the end of the copy's, else all of them."""
        parts = Path(os.path.abspath(os.path.dirname(path))).parts
        best: list[str] = []
        depth = 0
        for folder, found in folders.items():
            of = Path(folder).parts
            if of and parts[-len(of) :] == of and len(of) > depth:
                best, depth = found, len(of)
        return best or [path for found in folders.values() for path in found]


class _Listed:
    """Originals by stem, in a file that goes when it is closed: memory stays flat however many there are.

    Names are kept as bytes, for some are no text.
    """

    def __init__(self, originals: Iterable[tuple[str, str, str]]) -> None:
        """``originals`` are stem, folder and path of each."""
        self._db = sqlite3.connect("")  # a temporary file
        self._db.execute("CREATE TABLE originals (stem BLOB, folder BLOB, path BLOB)")
        rows = (tuple(map(os.fsencode, original)) for original in originals)
        self._db.executemany("INSERT INTO originals VALUES (?, ?, ?)", rows)
        self._db.execute("CREATE INDEX of_stem ON originals (stem)")
        self.is_empty = self._db.execute("SELECT 1 FROM originals").fetchone() is None

    def of_stem(self, stem: str) -> dict[str, list[str]]:
        """The originals of a stem by the folder they are in."""
        rows = self._db.execute(
            "SELECT folder, path FROM originals WHERE stem = ? ORDER BY folder, rowid", (os.fsencode(stem),)
        )
        return {
            os.fsdecode(folder): [os.fsdecode(path) for _, path in found]
            for folder, found in groupby(rows, key=lambda row: row[0])
        }


def stem_and_language(path: str) -> tuple[str, str | None]:
    """A file's stem, and the language at the end of its name where there is one."""
    stem = Path(path).stem
    found = _LANGUAGE.match(stem)
    tag = canonical(found["tag"].replace("_", "-")) if found else None
    if found is None or tag is None or primary_language(tag) not in ENGLISH_NAMES:
        return stem, None
    return found["stem"], primary_language(tag)


def _same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False
