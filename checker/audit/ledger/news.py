"""What is new in a run against an earlier one.

A document is the same by its id in a manifest, else by its path; one that came under another name with the very same
bytes as one that went is that one, renamed, and what was found in it is not new.  A copy of what is still there is a
new document, whatever is in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.audit.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Trend:
    """Findings of the later of two runs against the earlier, by document and fingerprint, without neutral ones."""

    earlier: int
    later: int
    new: int
    resolved: int
    still_there: int


_OF_RUN = (
    "SELECT items.number, items.name, checks.target_digest AS digest"
    ' FROM items LEFT JOIN checks ON checks.key = items."check" WHERE items.run = ?'
)

NEW = (
    " AND NOT EXISTS (SELECT 1 FROM temp.known WHERE known.document = reported.document"
    " AND known.fingerprint = reported.fingerprint)"
)
"""What a query on the view ``reported`` adds to have only what is new, once ``note_known`` was called."""


def note_known(ledger: Ledger, earlier: int, later: int) -> None:
    """Put what was found before into the table ``known``, by the number of the document in the later run.

    The table ``was`` has the name that each document of the later run had in the earlier one.
    """
    ledger.read("DROP TABLE IF EXISTS temp.was")
    ledger.read("DROP TABLE IF EXISTS temp.known")
    ledger.read("CREATE TEMP TABLE was (number INTEGER PRIMARY KEY, before TEXT)")
    ledger.read(
        f"WITH a AS ({_OF_RUN}), b AS ({_OF_RUN}),"
        " gone AS (SELECT name, digest, row_number() OVER (PARTITION BY digest ORDER BY number) AS place FROM a"
        "  WHERE digest IS NOT NULL AND name NOT IN (SELECT name FROM b)),"
        " come AS (SELECT number, digest, row_number() OVER (PARTITION BY digest ORDER BY number) AS place FROM b"
        "  WHERE digest IS NOT NULL AND name NOT IN (SELECT name FROM a))"
        " INSERT INTO temp.was SELECT number, name FROM b WHERE name IN (SELECT name FROM a)"
        " UNION ALL SELECT come.number, gone.name FROM come JOIN gone USING (digest, place)",
        earlier,
        later,
    )
    ledger.read(
        "CREATE TEMP TABLE known (document INTEGER, fingerprint TEXT,"
        " PRIMARY KEY (document, fingerprint)) WITHOUT ROWID"
    )
    ledger.read(
        "INSERT OR IGNORE INTO temp.known SELECT was.number, found.fingerprint"
        " FROM temp.was JOIN found ON found.run = ? AND found.name = was.before",
        earlier,
    )


def trend(ledger: Ledger, earlier: int, later: int) -> Trend:
    """What is new, resolved and still there."""
    note_known(ledger, earlier, later)
    counts = "SELECT count(*) FROM (SELECT DISTINCT {} FROM reported WHERE run = ? AND severity != 'neutral'{})"
    (((now,),), ((new,),), ((before,),)) = (
        ledger.read(counts.format("document, fingerprint", ""), later),
        ledger.read(counts.format("document, fingerprint", NEW), later),
        ledger.read(counts.format("name, fingerprint", ""), earlier),
    )
    return Trend(earlier, later, new=new, resolved=max(before - (now - new), 0), still_there=now - new)
