"""What a ledger says of its runs: their documents, figures, findings to look at first, and what changed between two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.audit.item import Item, Kind
from checker.audit.ledger import codec
from checker.audit.ledger.store import DONE, FAILED, FINISHED, PENDING, Ledger
from checker.audit.ledger.values import read_item
from checker.baseline import Baseline
from checker.errors import LedgerError, UsageError
from checker.model import DocumentResult, Severity
from checker.pipeline.dismissal import by_baseline

_CHUNK = 50
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
class Lead:
    """A finding to look at, with its document, and how many less pressing ones of its rule the document has."""

    name: str
    target: str
    source: str | None
    code: str
    severity: str
    probability: float | None
    priority: float
    language: str | None
    line: int | None
    text: str
    message: str
    support: float | None
    alike: int
    document: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A document of a run that was checked, by its ``number`` in the plan; ``support`` is a share in [0, 1]."""

    number: int
    target: str
    source: str | None
    sentences: int
    support: float | None


@dataclass(frozen=True, slots=True)
class Trend:
    """Findings of the later of two runs against the earlier, by document and fingerprint, without neutral ones."""

    earlier: int
    later: int
    new: int
    resolved: int
    still_there: int


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
        if ledger.read("SELECT 1 FROM runs WHERE run = ? AND run < ?", int(since), before):
            return int(since)
        raise UsageError(f"--since {since}: no such run before run {before}", "see checker audit --status")
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


def worst_severity(ledger: Ledger, run: int) -> Severity | None:
    """The severity of the run's worst finding."""
    found = [Severity(name) for (name,) in ledger.read("SELECT DISTINCT severity FROM reported WHERE run = ?", run)]
    return max(found, key=lambda severity: severity.rank, default=None)


def by_rule_and_language(ledger: Ledger, run: int) -> list[tuple[str, str, int]]:
    """How many findings there are of each code in each language."""
    rows = ledger.read(
        "SELECT code, coalesce(language, 'und'), count(*) FROM reported WHERE run = ? GROUP BY 1, 2 ORDER BY 1, 2", run
    )
    return [(code, language, count) for code, language, count in rows]


def leads(ledger: Ledger, run: int, most: int, since: int | None = None) -> list[Lead]:
    """The findings to look at first, one a rule and document; with ``since`` only those not there in that run.

    ``most`` bounds their number; -1 is for all.
    """
    new, values = "", list[int | str]()
    if since is not None:
        new = (
            " AND NOT EXISTS (SELECT 1 FROM found AS before WHERE before.run = ? AND before.name = reported.name"
            " AND before.fingerprint = reported.fingerprint)"
        )
        values = [since]
    rows = ledger.read(
        "WITH chosen AS (SELECT reported.*,"
        " row_number() OVER (PARTITION BY document, code ORDER BY priority DESC, number) AS place,"
        " count(*) OVER (PARTITION BY document, code) - 1 AS alike"
        f" FROM reported WHERE run = ? AND severity != 'neutral'{new})"
        " SELECT name, target, source, code, severity, probability, chosen.priority, language, line, text, message,"
        " checks.support, alike, document, fingerprint"
        ' FROM chosen JOIN checks ON checks.key = chosen."check" WHERE place = 1'
        " ORDER BY chosen.priority DESC, document LIMIT ?",
        run,
        *values,
        most,
    )
    return [Lead(*row) for row in rows]


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


def trend(ledger: Ledger, earlier: int, later: int) -> Trend:
    """What is new, resolved and still there; a document is the same by its id, else its path."""
    (row,) = ledger.read(
        "WITH a AS (SELECT DISTINCT name, fingerprint FROM reported WHERE run = ? AND severity != 'neutral'),"
        " b AS (SELECT DISTINCT name, fingerprint FROM reported WHERE run = ? AND severity != 'neutral')"
        " SELECT (SELECT count(*) FROM (SELECT * FROM b EXCEPT SELECT * FROM a)),"
        " (SELECT count(*) FROM (SELECT * FROM a EXCEPT SELECT * FROM b)),"
        " (SELECT count(*) FROM (SELECT * FROM a INTERSECT SELECT * FROM b))",
        earlier,
        later,
    )
    return Trend(earlier, later, *row)


def documents(
    ledger: Ledger, run: int, since: int | None = None, baseline: Baseline | None = None
) -> Iterator[DocumentResult]:
    """The results of a run in the order of its plan, read as they are asked for, without what ``baseline`` dismisses.

    With ``since`` only of documents that were checked after that run.  Raises ``LedgerError`` when one cannot be read.
    """
    return (document for _, document in numbered(ledger, run, since, baseline))


def numbered(
    ledger: Ledger, run: int, since: int | None = None, baseline: Baseline | None = None
) -> Iterator[tuple[int, DocumentResult]]:
    """As ``documents``, each with its number in the plan, from 0."""
    last, only = -1, "" if since is None else f" AND (checks.run IS NULL OR checks.run > {int(since)})"
    while True:
        rows = ledger.read(
            "SELECT number, item, items.state, reason, checks.record, originals.record"
            ' FROM items LEFT JOIN checks ON checks.key = items."check"'
            " LEFT JOIN originals ON originals.digest = checks.original"
            f" WHERE items.run = ? AND number > ?{only} ORDER BY number LIMIT ?",
            run,
            last,
            _CHUNK,
        )
        for number, item, state, reason, record, original in rows:
            if state == DONE:
                result = _restored(ledger, read_item(item), record, original)
                yield number, by_baseline(result, baseline) if baseline else result
            elif state == FAILED:
                yield number, DocumentResult.failed(read_item(item).target, reason)
            last = number
        if len(rows) < _CHUNK:
            return


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
