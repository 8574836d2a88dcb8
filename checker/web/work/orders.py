"""What passes between the server and the processes that work for it; all of it can be pickled."""

from __future__ import annotations

from dataclasses import dataclass

from checker.baseline import Baseline
from checker.config import Settings
from checker.formats.columns import ANY_COLUMNS, Columns

AUTOMATIC, MIXED, PAIRS = "auto", "mixed", "pairs"
KINDS = (AUTOMATIC, MIXED, PAIRS)
"""What one file is checked as: what it shows itself to be, a mixed document, or aligned segments."""

ANNOTATED = "annotated"
"""The format of a download that is the checked file itself with the findings in it."""


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file, or a text that was pasted, under the name that reports call it by."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class CheckOrder:
    """One file to check by itself, or an original and its rendering.

    The baseline of the settings is not applied: it may grow while the report is read (``baseline``).  ``columns`` and
    the sheet are those of a table.
    """

    files: tuple[GivenFile, ...]
    kind: str
    settings: Settings
    columns: Columns = ANY_COLUMNS
    baseline: Baseline | None = None


@dataclass(frozen=True, slots=True)
class CheckMade:
    """A checked document.

    ``result`` is the pickled result with its signature, for later orders: the server itself never opens it.  ``text``
    is what was read of the file that was checked, where offsets of findings count in it.
    """

    result: bytes
    report: ReportMade
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """The report on a result as it looks with a baseline."""

    result: bytes
    baseline: Baseline | None


@dataclass(frozen=True, slots=True)
class FindingShown:
    """What the page has to know of a finding: what it is called, and where it is in the text, in code points.

    ``anchor`` is the id of its card in the report, empty where it was dismissed; ``kind`` is the class of its mark.
    """

    fingerprint: str
    anchor: str
    kind: str
    code: str
    name: str
    start: int
    end: int
    text: str

    @property
    def is_dismissed(self) -> bool:
        return not self.anchor


@dataclass(frozen=True, slots=True)
class ReportMade:
    """The parts of a report that stand in a page of the server (markup), and its findings."""

    title: str
    parts: str
    findings: tuple[FindingShown, ...]


@dataclass(frozen=True, slots=True)
class DownloadOrder:
    """A result in a format of reports, or written into the file that was checked (``ANNOTATED``)."""

    result: bytes
    baseline: Baseline | None
    format_: str
    file: GivenFile


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an order could not be carried out: one sentence for the person who gave it."""

    sentence: str


Order = CheckOrder | ReportOrder | DownloadOrder
Outcome = CheckMade | ReportMade | bytes | Refusal
