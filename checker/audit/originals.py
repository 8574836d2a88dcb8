"""Which original a copy belongs to, by the names of the files: ``statement.ro.txt`` to ``statement.en.txt``.

A file's stem is its name without extension and without the language at its end (``.ro``, ``-ro``, ``_pt-BR``).  A copy
belongs to the original with its stem in the same folder below the folder of originals; when there is none there, to
the only one anywhere below it.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from checker.audit.item import Item, Kind
from checker.errors import UsageError
from checker.text.tags import ENGLISH_NAMES, canonical

_LANGUAGE = re.compile(r"^(?P<stem>.+?)[._-](?P<tag>[A-Za-z]{2,3}(?:[-_](?:[A-Z]{2}|[A-Z][a-z]{3}))?)$", re.S)


@dataclass(frozen=True)
class Originals:
    """Originals below ``root`` by stem and by the folder they are in, or ``only`` one, when a single file was named."""

    root: str
    language: str
    only: str | None
    by_stem: dict[str, dict[str, list[str]]]

    @classmethod
    def of(cls, source: str, language: str | None) -> Originals:
        """Of a file or a folder; ``language`` (BCP 47, else English) tells originals from copies that lie beside them.

        Raises ``UsageError`` when there is none.
        """
        from checker.audit.plan import DOCUMENTS, files

        language = language or "en"
        if not os.path.isdir(source):
            if not os.path.exists(source):
                raise UsageError(f"{source}: no such original", "check the name after --source")
            return cls(os.path.dirname(source), language, source, {})
        by_stem: dict[str, dict[str, list[str]]] = {}
        for path, problem in files([source], DOCUMENTS):
            stem, tag = stem_and_language(path)
            if problem is None and tag in (None, language):
                folder = os.path.relpath(os.path.dirname(path), source)
                by_stem.setdefault(stem, {}).setdefault(folder, []).append(path)
        if not by_stem:
            raise UsageError(f"{source}: there are no originals in this folder", "name a folder of texts in --source")
        return cls(source, language, None, by_stem)

    def item(self, path: str) -> Item | None:
        """The copy at ``path`` with its original; None when it is itself an original."""
        if self.only is not None:
            return None if _same(path, self.only) else Item(path, Kind.COMPARE, self.only)
        stem, tag = stem_and_language(path)
        folders = self.by_stem.get(stem, {})
        if tag in (None, self.language) and any(_same(path, found) for files in folders.values() for found in files):
            return None
        found = self._nearest(path, folders)
        if len(found) == 1:
            return Item(path, Kind.COMPARE, found[0])
        said = f"{len(found)} originals have its name ({', '.join(found[:3])})" if found else (
            f"no original in {self.root} is called {stem}.* or {stem}.{self.language}.*"
        )  # fmt: skip
        return Item(path, Kind.COMPARE, problem=f"{path}: {said}; rename it, or name its original in a --pairs file")

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


def stem_and_language(path: str) -> tuple[str, str | None]:
    """A file's stem, and the language at the end of its name where there is one."""
    stem = Path(path).stem
    found = _LANGUAGE.match(stem)
    tag = canonical(found["tag"].replace("_", "-")) if found else None
    if found is None or tag is None or tag.split("-")[0] not in ENGLISH_NAMES:
        return stem, None
    return found["stem"], tag.split("-")[0]


def _same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False
