"""What the tests of audits share: checks that take no time, importable by worker processes, and a ledger's content."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from checker.audit import plan
from checker.audit.audit import audit
from checker.audit.check import checked
from checker.audit.item import Outcome, Task
from checker.checks.ranking import ranked
from checker.config import Settings
from checker.model import (
    DocumentResult,
    Finding,
    FindingEvidence,
    Place,
    RenderingResult,
    Severity,
    Signature,
    SourceSegment,
    SourceText,
    TargetSegment,
    Verdict,
)

SETTINGS = Settings()
SIGNATURE = Signature("0", "none", "0" * 64)
_TIMES = {"started", "ended"}


def result(path: str, lines: list[str], source: str | None = None) -> DocumentResult:
    """A result that calls every line supported, or an invention where it begins with an exclamation mark."""
    starts = [sum(len(line) + 1 for line in lines[:k]) for k in range(len(lines))]
    verdicts = [Verdict.UNSUPPORTED if line.startswith("!") else Verdict.SUPPORTED for line in lines]
    segments = tuple(
        TargetSegment(k, start, start + len(line), k + 1, 1, line, verdict, 0.5)
        for k, (line, start, verdict) in enumerate(zip(lines, starts, verdicts, strict=True))
    )
    findings = tuple(
        Finding(
            code="ADD001",
            name="unsupported-sentence",
            mqm="Accuracy/Addition",
            severity=Severity.MAJOR,
            probability=0.9,
            message="nothing in the original says this",
            target=Place(segment.start, segment.end, segment.line, 1, "ro", segment.text, segment.index),
            source=(),
            evidence=FindingEvidence(),
            fingerprint=segment.text.encode().hex()[:16],
        )
        for segment in segments
        if segment.verdict is Verdict.UNSUPPORTED
    )
    rendering = RenderingResult("ro", 1.0, 0, 1, "body", "free", "additions", segments, (), (), path)
    original = SourceText("en", (SourceSegment(0, 0, 1, 1, "One."),), source)
    return ranked(DocumentResult(path, "checked", None, original, (rendering,), findings))


def quick(task: Task, settings: Settings) -> Outcome:
    """A check that takes no time: one sentence a line of the file."""
    text = Path(task.item.target).read_text(encoding="utf-8", errors="replace")
    return checked(task, result(task.item.target, text.splitlines(), task.item.source))


def slow(task: Task, settings: Settings) -> Outcome:
    """As ``quick``, slowly enough to be interrupted."""
    time.sleep(0.02)
    return quick(task, settings)


def content(ledger: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in a ledger but the times."""
    db = sqlite3.connect(ledger)
    db.row_factory = sqlite3.Row
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {
        table: sorted(
            tuple(repr(row[name]) for name in row.keys() if name not in _TIMES)  # noqa: SIM118, rows are no dictionaries
            for row in db.execute(f"SELECT * FROM {table}")
        )
        for table in tables
    }
    db.close()
    return found


def finished(ledger: Path) -> int:
    """How many documents a ledger has, while another process writes to it or after it was killed."""
    if not ledger.exists():
        return 0
    db = sqlite3.connect(ledger, timeout=10)
    try:
        (found,) = db.execute("SELECT count(*) FROM checks").fetchone()
    except sqlite3.OperationalError:  # Killed before it had any table.
        return 0
    finally:
        db.close()
    return int(found)


class Here:
    """An engine that does the quick check in this process and counts; a task named ``stop_at`` interrupts it."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.done: list[str] = []
        self._stop_at = stop_at

    def __call__(self, tasks: Iterator[Task], settings: Settings) -> Generator[Outcome, None, None]:
        for task in tasks:
            if task.number == self._stop_at:
                raise KeyboardInterrupt
            self.done.append(Path(task.item.target).name)
            yield quick(task, settings)


def check(
    ledger: Path, *paths: Path, engine: Here | None = None, signature: Signature = SIGNATURE, source: Path | None = None
) -> list[str]:
    """The names of the documents that had to be checked."""
    engine = engine or Here()
    items = plan.items([str(path) for path in paths], source=None if source is None else str(source))
    audit(items, ledger, engine, SETTINGS, signature, "request")
    return engine.done
