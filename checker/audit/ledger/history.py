"""What a ledger says of its runs: their documents, figures and findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.audit.item import Item, Kind
from checker.audit.ledger import codec
from checker.audit.ledger.news import NEW, note_known
from checker.audit.ledger.store import DONE, FAILED, FINISHED, PENDING, Ledger
from checker.audit.ledger.values import read_item
from checker.baseline import Baseline
from checker.errors import LedgerError, UsageError
from checker.model import DocumentResult, Severity
from checker.pipeline.dismissal import by_baseline
from checker.report.layout import count

_CHUNK = 50
_LONGEST_RUN = 18
"""Digits of the number of a run that a ledger can hold."""

_WHEN = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?Z?")


@dataclass(frozen=True, slots=True)
class LedgerRun:
    """A run and how far it came; ``failed`` of those ``done`` could not be checked.  Times are UTC, ISO 8601."""

    run: int
    state: str
    started: str
    ended: str | None
    signature: str
    request: str
    documents: int
    done: int
    failed: int


@dataclass(frozen=True, slots=True)
class Totals:
    """All documents of a run in numbers; ``failed`` could not be checked, ``partly`` not whole."""

    documents: int
    pending: int
    failed: int
    partly: int
    sentences: int
    supported: int
    partly_supported: int
    unsupported: int
    undetermined: int


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A document of a run that was checked, by its ``number`` in the plan; ``support`` is a share in [0, 1]."""

    number: int
    target: str
    source: str | None
    sentences: int
    support: float | None


@dataclass(frozen=True, slots=True)
class LanguageShare:
    """The copies in one language: their sentences by verdict."""

    language: str
    documents: int
    sentences: int
    supported: int
    partly_supported: int
    unsupported: int
    undetermined: int

    @property
    def support(self) -> float | None:
        """Share of the determined ones, as ``Figures.support``."""
        determined = self.supported + self.partly_supported + self.unsupported
        return (self.supported + 0.5 * self.partly_supported) / determined if determined else None


@dataclass(frozen=True, slots=True)
class CopyShare:
    """A copy: its support, and how many of its sentences the original does not have."""

    target: str
    support: float | None
    unsupported: int


def runs(ledger: Ledger) -> list[LedgerRun]:
    """Every run, the oldest first."""
    rows = ledger.read(
        "SELECT runs.run, runs.state, started, ended, signature, request, count(number),"
        " coalesce(sum(documents.state != ?), 0),"
        " coalesce(sum(documents.state = ? OR documents.status = ?), 0)"
        " FROM runs LEFT JOIN documents ON documents.run = runs.run GROUP BY runs.run ORDER BY runs.run",
        PENDING,
        FAILED,
        FAILED,
    )
    return [LedgerRun(*row) for row in rows]


def run_since(ledger: Ledger, since: str, before: int) -> int:
    """The run that ``since`` means: a number, or a date (``2026-05-31T12:00``): the last by then.

    Raises ``UsageError`` when there is none before the run ``before``.
    """
    if since.isdecimal():
        is_number = len(since) <= _LONGEST_RUN
        if is_number and ledger.read("SELECT 1 FROM runs WHERE run = ? AND run < ?", int(since), before):
            return int(since)
        raise UsageError(f"--since {since[:40]}: no such run before run {before}", "see checker audit --status")
    if not _WHEN.fullmatch(since):
        raise UsageError(f"--since {since}: neither a run nor a date", "write it as 12 or as 2026-05-31")
    # A day means all of it: what is later in the alphabet than any time of that day.
    until = since.removesuffix("Z").replace(" ", "T") + "~"
    rows = ledger.read("SELECT max(run) FROM runs WHERE state = ? AND ended <= ? AND run < ?", FINISHED, until, before)
    if rows[0][0] is None:
        raise UsageError(f"--since {since}: no run was finished by then", "see checker audit --status")
    return int(rows[0][0])


def totals(ledger: Ledger, run: int) -> Totals:
    """A run in numbers."""
    (row,) = ledger.read(
        "SELECT count(*), sum(state = 'pending'), sum(state = 'failed' OR status = 'failed'),"
        " sum(status = 'partly_checked'), sum(sentences), sum(supported), sum(partly_supported), sum(unsupported),"
        " sum(undetermined) FROM documents WHERE run = ?",
        run,
    )
    return Totals(*(value or 0 for value in row))


def worst_severity(ledger: Ledger, run: int, since: int | None = None) -> Severity | None:
    """The severity of the run's worst finding; with ``since`` of the worst that was not there in that run."""
    new = ""
    if since is not None:
        note_known(ledger, since, run)
        new = NEW
    rows = ledger.read(f"SELECT DISTINCT severity FROM reported WHERE run = ?{new}", run)
    found = [Severity(name) for (name,) in rows]
    return max(found, key=lambda severity: severity.rank, default=None)


def by_rule_and_language(ledger: Ledger, run: int) -> list[tuple[str, str, int]]:
    """How many findings there are of each code in each language."""
    rows = ledger.read(
        "SELECT code, coalesce(language, 'und'), count(*) FROM reported WHERE run = ? GROUP BY 1, 2 ORDER BY 1, 2", run
    )
    return [(code, language, count) for code, language, count in rows]


def by_language(ledger: Ledger, run: int) -> list[LanguageShare]:
    """The documents of a run by language (those in several are one more), the one with most sentences first."""
    rows = ledger.read(
        "SELECT target_language, count(*), sum(sentences), sum(supported), sum(partly_supported), sum(unsupported),"
        " sum(undetermined) FROM documents WHERE run = ? AND target_language IS NOT NULL"
        " GROUP BY target_language ORDER BY 3 DESC, 1",
        run,
    )
    return [LanguageShare(*row) for row in rows]


def by_copy(ledger: Ledger, run: int, most: int) -> list[CopyShare]:
    """Documents of a run in the order in which to look, at most so many."""
    rows = ledger.read(
        "SELECT target, support, unsupported FROM documents WHERE run = ? AND sentences > 0"
        " ORDER BY priority DESC, number LIMIT ?",
        run,
        most,
    )
    return [CopyShare(*row) for row in rows]


def unchecked(ledger: Ledger, run: int, most: int) -> list[tuple[str, str]]:
    """Documents that could not be checked, or not whole, and why, in the order of the plan."""
    rows = ledger.read(
        "SELECT target, coalesce(reason, error) FROM documents"
        " WHERE run = ? AND (state = 'failed' OR status != 'checked') ORDER BY number LIMIT ?",
        run,
        most,
    )
    return [(target, reason) for target, reason in rows]


def checked(ledger: Ledger, run: int) -> list[CheckedDocument]:
    """Documents that were checked, in the order of the plan."""
    rows = ledger.read(
        "SELECT number, target, source, sentences, support FROM documents"
        " WHERE run = ? AND status IN ('checked', 'partly_checked') ORDER BY number",
        run,
    )
    return [CheckedDocument(*row) for row in rows]


def documents(
    ledger: Ledger, run: int, since: int | None = None, baseline: Baseline | None = None
) -> Iterator[DocumentResult]:
    """The results of a run, the ones to look at first before others, read as they are asked for.

    What ``baseline`` dismisses is left out.  With ``since`` there is only what was not there in that run, and the
    documents that could not be checked.  Raises ``LedgerError`` when one cannot be read.
    """
    return (document for _, document in numbered(ledger, run, since, baseline))


def numbered(
    ledger: Ledger, run: int, since: int | None = None, baseline: Baseline | None = None
) -> Iterator[tuple[int, DocumentResult]]:
    """As ``documents``, each with its number in the plan, from 0."""
    _list(ledger, run, since)
    last = 0
    while True:
        rows = ledger.read(
            "SELECT place, items.number, item, items.state, reason, checks.record, originals.record"
            " FROM temp.listed JOIN items ON items.run = ? AND items.number = listed.number"
            ' LEFT JOIN checks ON checks.key = items."check"'
            " LEFT JOIN originals ON originals.digest = checks.original"
            " WHERE place > ? ORDER BY place LIMIT ?",
            run,
            last,
            _CHUNK,
        )
        for place, number, item, state, reason, record, original in rows:
            if state == DONE:
                result = _restored(ledger, read_item(item), record, original)
                result = by_baseline(result, baseline) if baseline else result
                yield number, result if since is None else _new_in(ledger, number, result, since)
            elif state == FAILED:
                yield number, DocumentResult.failed(read_item(item).target, reason)
            last = place
        if len(rows) < _CHUNK:
            return


def _list(ledger: Ledger, run: int, since: int | None) -> None:
    """Put the documents that are reported into the table ``listed``, in the order in which to look at them."""
    new, only = "", ""
    if since is not None:
        note_known(ledger, since, run)
        new = NEW
        only = " AND (top.document IS NOT NULL OR items.state = 'failed' OR checks.status != 'checked')"
    ledger.read("DROP TABLE IF EXISTS temp.listed")
    ledger.read("CREATE TEMP TABLE listed (place INTEGER PRIMARY KEY, number INTEGER)")
    ledger.read(
        f"WITH top AS (SELECT document, max(priority) AS priority FROM reported WHERE run = ?{new} GROUP BY document)"
        " INSERT INTO temp.listed"
        " SELECT row_number() OVER (ORDER BY coalesce(top.priority, 0) DESC, items.number), items.number FROM items"
        ' LEFT JOIN top ON top.document = items.number LEFT JOIN checks ON checks.key = items."check"'
        f" WHERE items.run = ? AND items.state != 'pending'{only}",
        run,
        run,
    )


def _new_in(ledger: Ledger, number: int, result: DocumentResult, since: int) -> DocumentResult:
    """The result without what was found in the earlier run already, and a note of how much that is."""
    known = {print_ for (print_,) in ledger.read("SELECT fingerprint FROM temp.known WHERE document = ?", number)}
    left = tuple(finding for finding in result.findings if finding.fingerprint not in known)
    gone = len(result.findings) - len(left)
    if not gone:
        return result
    note = f"{count(gone, 'finding')} left out that {'was' if gone == 1 else 'were'} there in run {since}"
    return replace(result, findings=left, notes=(*result.notes, note))


def _restored(ledger: Ledger, item: Item, record: bytes, original: bytes | None) -> DocumentResult:
    """A result with the names of the files that this run has for these contents."""
    try:
        result = codec.decode_document(record)
        source = codec.decode_source(original) if original is not None else None
    except ValueError as error:
        message = f"{ledger.path}: the record of {item.target} is damaged ({error})"
        raise LedgerError(message, "start a new ledger") from None
    names = {result.path: item.target}
    if source is not None and source.path is not None and item.kind is Kind.COMPARE and item.source is not None:
        names[source.path] = item.source
        source = replace(source, path=item.source)
    if all(old == new for old, new in names.items()):
        return replace(result, source=source)
    return replace(
        result,
        path=item.target,
        error=_renamed(result.error, names),
        source=source,
        renderings=tuple(
            replace(rendering, path=None if rendering.path is None else item.target) for rendering in result.renderings
        ),
        notes=tuple(str(_renamed(note, names)) for note in result.notes),
    )


def _renamed(text: str | None, names: dict[str, str]) -> str | None:
    for old, new in names.items():
        text = text.replace(old, new) if text is not None else None
    return text
