"""Audits from Python: many documents into a ledger, and what is in it as objects and tables."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from checker.audit import text
from checker.audit.audit import Engine, audit
from checker.audit.check import check
from checker.audit.item import Outcome, Task
from checker.audit.ledger import history
from checker.audit.ledger.history import Totals
from checker.audit.ledger.leads import Lead, leads
from checker.audit.ledger.store import Ledger
from checker.audit.picture import picture
from checker.audit.request import AuditRequest
from checker.baseline import read_baseline
from checker.checks import RULES
from checker.config import AUTO, Settings, settings_from
from checker.config.given import GivenSettings
from checker.errors import UsageError
from checker.model import DocumentResult, Signature
from checker.pipeline import DocumentChecker
from checker.report.layout import Style
from checker.result import Result, save

if TYPE_CHECKING:
    import pandas as pd

_NAMES = {rule.code: rule.name for rule in RULES}
Paths = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]


def audit_files(
    paths: Paths = (),
    *,
    ledger: str | os.PathLike[str],
    source: str | os.PathLike[str] | None = None,
    pairs: str | os.PathLike[str] | None = None,
    archive: str | os.PathLike[str] | None = None,
    jobs: int = 1,
    since: int | str | None = None,
    **settings: Unpack[GivenSettings],
) -> AuditResult:
    """Check many documents (files, folders, globs) into ``ledger``; what is there and did not change is left alone.

    ``source`` is the original of all of them or a folder of originals, ``archive`` an index of originals, ``pairs`` a
    table of sources and targets; without any, each is a mixed document or a file of aligned segments.  With one of
    ``jobs`` the work is done in this process; with more, in as many others, for which a script must hold its own work
    under ``if __name__ == "__main__":``.  ``since`` (the number of a run, or a date) asks for what is new since then.
    ``settings`` are as for ``checker.scan``.  What cannot be checked is in the result, with its reason.  Raises
    ``UsageError``, ``LedgerError``, ``EngineError`` or ``ModelError``.
    """
    asked = AuditRequest(
        tuple(os.fspath(path) for path in ((paths,) if isinstance(paths, (str, os.PathLike)) else paths)),
        None if source is None else os.fspath(source),
        None if pairs is None else os.fspath(pairs),
        None if archive is None else os.fspath(archive),
    )
    wanted = settings_from(settings, "audit_files()")
    # What was dismissed is left out of reports and still checked: the next dismissal then checks nothing again.
    checking = replace(wanted, baseline="")
    signature = DocumentChecker(checking).signature
    language = None if wanted.source_language == AUTO else wanted.source_language
    at = Path(ledger)
    run = audit(asked.items(language), at, _engine(jobs), checking, signature, asked.name)
    result = AuditResult(at, run, signature, wanted.baseline)
    return result if since is None else result.since(since)


@dataclass(frozen=True, slots=True, repr=False)
class AuditResult:
    """A run of an audit, read from its ledger as it is asked for; with ``earlier``, what is new since that run.

    Iterating gives its documents, the ones to look at first before others.
    """

    ledger: Path
    run: int
    signature: Signature
    baseline: str = ""
    earlier: int | None = None

    def since(self, run: int | str) -> AuditResult:
        """The same, of what is new since a run or a date.  Raises ``UsageError``."""
        with closing(self._opened()) as book:
            return replace(self, earlier=history.run_since(book, str(run), self.run))

    @property
    def totals(self) -> Totals:
        """All documents in numbers."""
        with closing(self._opened()) as book:
            return history.totals(book, self.run)

    def leads(self, most: int = text.MOST_LEADS) -> list[Lead]:
        """The findings to look at first, one a rule and document."""
        with closing(self._opened()) as book:
            return leads(book, self.run, most, self.earlier)

    def __iter__(self) -> Iterator[DocumentResult]:
        baseline = read_baseline(self.baseline) if self.baseline else None
        with closing(self._opened()) as book:
            yield from history.documents(book, self.run, self.earlier, baseline)

    def result(self) -> Result:
        """All documents at once, in memory, with every view that the other results have."""
        return Result(tuple(self), self.signature)

    def findings_frame(self) -> pd.DataFrame:
        """A pandas table with one row for each finding, in the columns of the CSV report."""
        return self.result().findings_frame()

    def to_frame(self) -> pd.DataFrame:
        """A pandas table with one row for each sentence of each rendering, or for each aligned pair."""
        return self.result().to_frame()

    def save(self, path: str | os.PathLike[str], format_: str | None = None) -> None:
        """Write a report to ``path``, as ``Result.save``."""
        with closing(self._opened()) as book:
            drawn = picture(book, self.run)
        save(self.result(), Path(path), format_, drawn)

    def __str__(self) -> str:
        with closing(self._opened()) as book:
            return "".join(text.summary(book, self.run, _NAMES, Style(), self.earlier))

    def __repr__(self) -> str:
        return f"AuditResult({str(self.ledger)!r}, run {self.run}: {text.overview(self.totals)})"

    def _opened(self) -> Ledger:
        book = Ledger(self.ledger, create=False)
        book.dismiss(read_baseline(self.baseline).entries if self.baseline else ())
        return book


def _engine(jobs: int) -> Engine:
    if jobs < 1:
        raise UsageError(f"jobs is {jobs}", "use 1, or how many processes are to work")
    if jobs == 1:
        return _here
    from checker.audit.engines import local

    return partial(local.outcomes, jobs=jobs)


def _here(tasks: Iterator[Task], settings: Settings) -> Generator[Outcome, None, None]:
    """The engine of this process."""
    for task in tasks:
        yield check(task, settings)
