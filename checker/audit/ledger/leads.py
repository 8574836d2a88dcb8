"""The findings of a run in the order in which to look at them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from checker.audit.ledger.news import NEW, note_known
from checker.audit.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Lead:
    """A finding to look at, with its document, and how many less pressing ones of its rule the document has.

    ``copies`` is how many other documents have the very same one.
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


@dataclass(frozen=True, slots=True)
class OtherCopy:
    """Another document that has the very same finding: its number in the plan, and its path."""

    document: int
    target: str


def leads(ledger: Ledger, run: int, most: int, since: int | None = None) -> list[Lead]:
    """The findings to look at first, one a rule and document; with ``since`` only those not there in that run.

    What many documents say in the same words stands once, with the document in which it is most pressing, and takes
    no place from what another of them has of its own.  ``most`` bounds their number; -1 is for all.
    """
    rows = ledger.read(
        f"{_counted(ledger, run, since)},"
        " placed AS (SELECT counted.*, row_number() OVER (PARTITION BY document, code ORDER BY priority DESC, number)"
        "  AS place FROM counted WHERE copy = 1)"
        " SELECT name, target, source, code, severity, probability, placed.priority, language, line, text, message,"
        " checks.support, alike, document, fingerprint, copies"
        ' FROM placed JOIN checks ON checks.key = placed."check" WHERE place = 1'
        " ORDER BY placed.priority DESC, document LIMIT ?",
        run,
        most,
    )
    return [Lead(*row) for row in rows]


def copies_of(ledger: Ledger, run: int, lead: Lead, most: int, since: int | None = None) -> list[OtherCopy]:
    """Other documents that have the very same finding, in the order of the plan; with ``since`` new ones only."""
    rows = ledger.read(
        "SELECT document, target FROM reported WHERE run = ? AND code = ? AND fingerprint = ? AND document != ?"
        f"{_only_new(ledger, run, since)} ORDER BY document LIMIT ?",
        run,
        lead.code,
        lead.fingerprint,
        lead.document,
        most,
    )
    return [OtherCopy(number, target) for number, target in rows]


def all_copies(ledger: Ledger, run: int, since: int | None = None) -> dict[tuple[str, str], list[OtherCopy]]:
    """By rule and fingerprint, the documents that have the very same finding, where several have it."""
    found: defaultdict[tuple[str, str], list[OtherCopy]] = defaultdict(list)
    for code, fingerprint, document, target in ledger.read(
        f"{_counted(ledger, run, since)} SELECT code, fingerprint, document, target FROM counted"
        " WHERE copies > 0 ORDER BY document",
        run,
    ):
        found[code, fingerprint].append(OtherCopy(document, target))
    return found


def documents_with_findings(ledger: Ledger, run: int, since: int | None = None) -> set[int]:
    """Numbers of the documents that have a finding to look at, their own or a copy."""
    return {number for (number,) in ledger.read(f"{_counted(ledger, run, since)} SELECT document FROM counted", run)}


def _counted(ledger: Ledger, run: int, since: int | None) -> str:
    """The beginning of a query, whose first value is the run: ``counted`` has what there is to look at.

    ``copy`` numbers the documents that say the very same, the most pressing first, and ``copies`` says how many others
    there are; ``alike`` is how many more the document has of the rule.
    """
    return (
        "WITH counted AS (SELECT reported.*,"
        " count(*) OVER (PARTITION BY document, code) - 1 AS alike,"
        " count(*) OVER (PARTITION BY code, fingerprint) - 1 AS copies,"
        " row_number() OVER (PARTITION BY code, fingerprint ORDER BY priority DESC, document) AS copy"
        f" FROM reported WHERE run = ? AND severity != 'neutral'{_only_new(ledger, run, since)})"
    )


def _only_new(ledger: Ledger, run: int, since: int | None) -> str:
    if since is None:
        return ""
    note_known(ledger, since, run)
    return NEW
