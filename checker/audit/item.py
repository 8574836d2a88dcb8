"""What an audit is asked to check, and what comes back of it; both travel between processes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model import Figures


class Kind(StrEnum):
    """How a document is checked: as a mixed document, against its original, as aligned segments, by the archive."""

    SCAN = "scan"
    COMPARE = "compare"
    BITEXT = "bitext"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Item:
    """One document of a plan: ``target`` and, for ``Kind.COMPARE``, ``source`` are paths, for ``ARCHIVE`` the index.

    The languages (BCP 47) and the ``id`` are those that a manifest gives.  ``problem`` is why the item cannot be
    checked, known when it was planned: no such file, no original, a bad row.
    """

    target: str
    kind: Kind = Kind.SCAN
    source: str | None = None
    source_language: str | None = None
    target_language: str | None = None
    id: str | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """An item to be checked now: its ``number`` in the plan, and what the files held when the task was made.

    ``key`` names the check: contents, settings, model and version.  ``signature`` is what the engine's workers must
    have as well.
    """

    number: int
    item: Item
    key: str
    target_digest: str
    source_digest: str | None
    signature: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding as the ledger's table has it; ``priority`` in [0, 1] is the order in which to look.

    ``probability`` is None where it was not measured, ``original`` the path of the one of several originals that it is
    about.
    """

    code: str
    severity: str
    probability: float | None
    priority: float
    fingerprint: str
    language: str | None
    line: int | None
    text: str
    message: str
    original: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a task gave: the same for the same key wherever and whenever it is made.

    ``record`` and ``original`` are the result as ``codec`` writes it; ``original_key`` names the original's content and
    ``original_path`` is where it was.
    """

    number: int
    key: str
    status: str
    error: str | None
    figures: Figures
    findings: tuple[FindingRow, ...]
    record: bytes
    original_key: str | None = None
    original: bytes | None = None
    original_path: str | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a task could not be done this time: its file vanished or changed, its worker was killed."""

    number: int
    reason: str


Outcome = Checked | Failed
