"""The findings of a run in the order in which to look at them."""

from __future__ import annotations

from dataclasses import dataclass

from checker.audit.ledger.news import NEW, note_known
from checker.audit.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Lead:
    """A finding to look at, with its document, and how many less pressing ones of its rule the document has.

    ``copies`` is how many other documents have the very same one, of which this is number ``copy``, from 1.
    """

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
    copies: int = 0
    copy: int = 1


def leads(ledger: Ledger, run: int, most: int, since: int | None = None, *, repeated: bool = False) -> list[Lead]:
    """The findings to look at first, one a rule and document; with ``since`` only those not there in that run.

    What many documents say in the same words stands once, unless ``repeated`` ones are wanted.  ``most`` bounds their
    number; -1 is for all.
    """
    if since is not None:
        note_known(ledger, since, run)
    rows = ledger.read(
        "WITH chosen AS (SELECT reported.*,"
        " row_number() OVER (PARTITION BY document, code ORDER BY priority DESC, number) AS place,"
        " count(*) OVER (PARTITION BY document, code) - 1 AS alike,"
        " count(*) OVER (PARTITION BY code, fingerprint) - 1 AS copies"
        f" FROM reported WHERE run = ? AND severity != 'neutral'{'' if since is None else NEW}),"
        " numbered AS (SELECT chosen.*, row_number() OVER"
        "  (PARTITION BY code, fingerprint ORDER BY priority DESC, document) AS copy FROM chosen WHERE place = 1)"
        " SELECT name, target, source, code, severity, probability, numbered.priority, language, line, text, message,"
        " checks.support, alike, document, fingerprint, copies, copy"
        ' FROM numbered JOIN checks ON checks.key = numbered."check" WHERE copy = 1 OR ?'
        " ORDER BY numbered.priority DESC, document LIMIT ?",
        run,
        repeated,
        most,
    )
    return [Lead(*row) for row in rows]


def copies_of(ledger: Ledger, run: int, lead: Lead, most: int) -> list[tuple[int, str]]:
    """Other documents that have the very same finding: number and path, in the order of the plan."""
    rows = ledger.read(
        "SELECT document, target FROM reported WHERE run = ? AND code = ? AND fingerprint = ? AND document != ?"
        " ORDER BY document LIMIT ?",
        run,
        lead.code,
        lead.fingerprint,
        lead.document,
        most,
    )
    return [(number, target) for number, target in rows]
