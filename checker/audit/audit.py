"""An audit from plan to ledger: what is known is left alone, the rest goes through an engine."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from checker.audit.check import signature_digest, task_of
from checker.audit.item import Item, Outcome, Task
from checker.audit.ledger import lock
from checker.audit.ledger.store import FINISHED, STOPPED, Ledger
from checker.config import Settings
from checker.errors import InputError
from checker.model import Signature


class Engine(Protocol):
    """Does tasks somewhere and gives their outcomes as they come, in any order, exactly one a task.

    ``tasks`` is read as workers become free, never far ahead.
    """

    def __call__(self, tasks: Iterator[Task], settings: Settings) -> Generator[Outcome, None, None]: ...


@dataclass(frozen=True, slots=True)
class AuditProgress:
    """Where an audit stands: documents in all, done in any way, and of those, checked now."""

    documents: int
    done: int
    checked: int


Told = Callable[[AuditProgress], None]


def audit(
    items: Iterable[Item],
    ledger: Path,
    engine: Engine,
    settings: Settings,
    signature: Signature,
    request: str,
    *,
    told: Told = lambda progress: None,
    max_pages: int | None = None,
) -> int:
    """Check ``items`` into ``ledger``; returns the number of the run.

    ``request`` says what was asked for: the same request continues a run that was not finished.  Interrupted
    (``KeyboardInterrupt``), the run is closed as stopped and what is finished is kept.  Raises ``LedgerError`` when
    the ledger cannot be used, ``EngineError`` or ``ModelError`` when no document at all could be checked.
    """
    with lock.held(ledger), Ledger(ledger, max_pages=max_pages) as book:
        digest = signature_digest(signature)
        run = book.begin(request, signature, digest, items)
        try:
            _Work(book, run, digest, told).through(engine, settings)
        except KeyboardInterrupt:
            book.end(run, STOPPED)
            raise
        book.end(run, FINISHED)
    return run


class _Work:
    """What an audit has in hand: tasks on their way, and items that wait for the outcome of an identical one."""

    def __init__(self, book: Ledger, run: int, digest: str, told: Told) -> None:
        self._book, self._run, self._digest, self._told = book, run, digest, told
        self._documents, self._done, self._checked = book.count(run), 0, 0
        self._under_way: dict[int, Task] = {}
        self._number_of: dict[str, int] = {}
        self._waiting: dict[str, list[int]] = {}

    def through(self, engine: Engine, settings: Settings) -> None:
        """Everything that is pending."""
        with closing(engine(self._tasks(), settings)) as outcomes:
            for outcome in outcomes:
                task = self._under_way.pop(outcome.number)
                also = self._waiting.pop(task.key, [])
                del self._number_of[task.key]
                self._book.record(self._run, task, outcome, also)
                self._checked += 1
                self._tell(1 + len(also))
        self._book.flush()

    def _tasks(self) -> Iterator[Task]:
        for number, item in self._book.pending(self._run):
            try:
                task = task_of(number, item, self._digest)
            except InputError as error:
                self._book.fail(self._run, number, str(error))
                self._tell(1)
                continue
            if task.key in self._number_of:
                self._waiting.setdefault(task.key, []).append(number)
            elif self._book.has(task.key):
                self._book.note_known(self._run, number, task.key)
                self._tell(1)
            else:
                self._under_way[number] = task
                self._number_of[task.key] = number
                yield task

    def _tell(self, done: int) -> None:
        self._done += done
        self._told(AuditProgress(self._documents, self._done, self._checked))
