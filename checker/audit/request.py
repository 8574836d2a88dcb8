"""What an audit is asked for: which documents, and where their originals are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from checker.audit import manifest, plan, templates
from checker.audit.item import Item
from checker.errors import UsageError


@dataclass(frozen=True)
class AuditRequest:
    """Documents by ``paths`` (files, folders, globs), with an original or a folder of them in ``source``, or with an
    ``archive`` of originals; those of a table of ``pairs``; or by ``layouts``, a template of paths for the
    originals and one for the translations each.

    Raises ``UsageError`` where these contradict each other or name nothing.
    """

    paths: tuple[str, ...]
    source: str | None = None
    pairs: str | None = None
    archive: str | None = None
    layouts: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        given = [name for name in ("source", "pairs", "archive") if getattr(self, name) is not None]
        given += ["pair"] if self.layouts else []
        if len(given) > 1:
            raise UsageError(f"{given[0]} and {given[1]} exclude each other", "say one way where the originals are")
        if self.pairs is not None and self.paths:
            raise UsageError("the table of pairs names the documents itself", "leave the paths away")
        if self.layouts and self.paths:
            raise UsageError("--pair names the documents itself", "leave the paths away")
        if self.pairs is None and not self.layouts and not self.paths:
            raise UsageError("nothing to audit", "name files or folders, or a table of pairs")

    def items(self, source_language: str | None, leave_out: Iterable[str] = ()) -> Iterator[Item]:
        """Its items, one at least; ``source_language`` and ``leave_out`` as for ``plan.items``.

        Raises ``UsageError`` where there is none: nothing is not to pass for checked.
        """
        nothing = True
        for item in self._items(source_language, leave_out):
            nothing = False
            yield item
        if nothing and self.pairs is not None:
            raise UsageError(f"{self.pairs}: there are no pairs in this table", "put one on each line under the first")
        if nothing:
            raise UsageError(
                f"nothing to audit in {', '.join(self.paths)}: its files are originals, or the report of an audit",
                "name the files or folders of the translations",
            )

    def _items(self, source_language: str | None, leave_out: Iterable[str]) -> Iterator[Item]:
        if self.pairs is not None:
            return manifest.items(self.pairs)
        if self.layouts:
            return templates.items_of(self.page_pairs)
        return plan.items(
            self.paths,
            source=self.source,
            archive=self.archive,
            source_language=source_language,
            leave_out=leave_out,
        )

    @cached_property
    def page_pairs(self) -> tuple[templates.PagePairs, ...]:
        """The pages and translations that the layouts name."""
        return tuple(templates.PagePairs.of(source, target) for source, target in self.layouts)

    @property
    def name(self) -> str:
        """What was asked for, as the ledger keeps it: the same request goes on with a run that was not finished."""
        asked = {"paths": self.paths, "source": self.source, "pairs": self.pairs, "archive": self.archive}
        return json.dumps(asked | ({"layouts": self.layouts} if self.layouts else {}))
