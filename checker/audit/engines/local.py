"""The engine of this machine: worker processes, each with one core and one checker, its model shared by memory map.

The work is always done in other processes, even with one, so that a document that kills its process takes nothing
with it: it is tried once more, then recorded as failed, and a new process takes the place of the dead one.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Protocol

from checker.audit.check import check
from checker.audit.item import Failed, Outcome, Task
from checker.config import Settings
from checker.errors import CheckerError, EngineError

_AHEAD = 2
"""Tasks given to a worker at a time: one to do and one so that it need not wait."""

_TRIES = 2
_OUT_OF_MEMORY = 77
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""Processes are the parallelism here: threads of linear algebra would only fight over the same cores."""

START_SECONDS = 600
"""A process that has not begun to work after so long never will; chosen, for a machine that is busy with much else."""

STUCK_SECONDS = 3_600
"""A document that takes longer than this is given up like one that its process dies of; chosen, far above any that is
read (MAX_SENTENCES take minutes)."""

LOOK_SECONDS = 5
"""How often it is looked whether processes that say nothing are still there; chosen."""

_END_SECONDS = 10
"""A process that is told to end has so long for it before it is killed; chosen."""

_WHY_NOT = "see above for why; a script has to call for them under `if __name__ == '__main__':`"
_CONTEXT = multiprocessing.get_context("spawn")


class Check(Protocol):
    """What workers do with a task; importable by name, since it is sent to them."""

    def __call__(self, task: Task, settings: Settings) -> Outcome: ...


@dataclass(eq=False, slots=True)
class _Worker:
    process: SpawnProcess
    connection: Connection
    ready: bool = False
    tasks: deque[Task] = field(default_factory=deque)
    heard: float = field(default_factory=time.monotonic)

    @property
    def overdue(self) -> bool:
        """Whether it has said nothing for longer than anything takes."""
        silent = time.monotonic() - self.heard
        return silent > (STUCK_SECONDS if self.ready else START_SECONDS)

    def give(self, task: Task) -> None:
        if not self.tasks and self.ready:
            self.heard = time.monotonic()
        self.tasks.append(task)
        with suppress(OSError):  # Dead already: noticed where its outcomes are read.
            self.connection.send(task)


def outcomes(
    tasks: Iterator[Task], settings: Settings, *, jobs: int = 1, check: Check = check
) -> Generator[Outcome, None, None]:
    """The outcome of every task, as they come, from ``jobs`` processes.

    Closing the generator ends the processes at once.  Raises ``EngineError`` when they cannot be started.
    """
    pool = _Pool(settings, jobs, check)
    try:
        yield from pool.outcomes(tasks)
    finally:
        pool.close()


class _Pool:
    def __init__(self, settings: Settings, jobs: int, check: Check) -> None:
        self._settings, self._jobs, self._check = settings, jobs, check
        self._workers: list[_Worker] = []
        self._again: deque[Task] = deque()
        self._tries: dict[int, int] = {}

    def outcomes(self, tasks: Iterator[Task]) -> Iterator[Outcome]:
        more = True
        while True:
            more = self._hand_out(tasks) if more or self._again else False
            busy = {worker.connection: worker for worker in self._workers if worker.tasks}
            if not busy:
                return
            speaking = wait(list(busy), LOOK_SECONDS)
            for connection in speaking:
                yield from self._heard(busy[connection])  # type: ignore[index]
            if not speaking:
                for worker in busy.values():
                    if worker.overdue or not worker.process.is_alive():
                        yield from self._lost(worker)

    def _hand_out(self, tasks: Iterator[Task]) -> bool:
        """Give every worker what it can take; whether there may be more."""
        for ahead in range(_AHEAD):
            for place in range(self._jobs):
                if place < len(self._workers) and len(self._workers[place].tasks) > ahead:
                    continue
                task = self._again.popleft() if self._again else next(tasks, None)
                if task is None:
                    return False
                if place == len(self._workers):
                    self._workers.append(self._started())
                self._workers[place].give(task)
        return True

    def _heard(self, worker: _Worker) -> Iterator[Outcome]:
        try:
            said = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._lost(worker)
            return
        worker.heard = time.monotonic()
        if isinstance(said, CheckerError):
            raise said
        if said is None:
            worker.ready = True
            return
        task = worker.tasks.popleft()
        self._tries.pop(task.number, None)
        yield said

    def _lost(self, worker: _Worker) -> Iterator[Outcome]:
        """A dead worker: its first task is the one that it died of; the others are given out anew."""
        stuck = worker.overdue and worker.process.is_alive()
        worker.connection.close()
        _end(worker.process)
        reason = f"did not answer for {STUCK_SECONDS:,} seconds" if stuck else _why(worker.process.exitcode)
        if not worker.ready:
            raise EngineError(f"the processes that check documents cannot be started ({reason})", _WHY_NOT)
        fatal, *rest = worker.tasks
        self._again.extend(rest)
        self._workers.remove(worker)
        tries = self._tries.get(fatal.number, 0) + 1
        if tries < _TRIES:
            self._tries[fatal.number] = tries
            self._again.append(fatal)
        else:
            self._tries.pop(fatal.number, None)
            yield Failed(fatal.number, f"{fatal.item.target}: the process that checked it {reason}, {tries} times")

    def _started(self) -> _Worker:
        here, there = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_work, args=(there, self._settings, self._check), daemon=True)
        with _one_thread():
            process.start()
        there.close()
        return _Worker(process, here)

    def close(self) -> None:
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.connection.close()
            _end(worker.process)


def _end(process: SpawnProcess) -> None:
    """Wait for the end of a process, which is helped to it: nothing is waited for without a limit."""
    for help_ in (process.terminate, process.kill):
        process.join(_END_SECONDS if process.exitcode is None else 0)
        if process.exitcode is not None:
            return
        help_()
    process.join(_END_SECONDS)


def _why(code: int | None) -> str:
    if code == _OUT_OF_MEMORY:
        return "ran out of memory"
    if code is not None and code < 0:
        name = signal.Signals(-code).name if -code in {known.value for known in signal.Signals} else str(-code)
        return f"was killed ({name}{', perhaps for its memory' if name == 'SIGKILL' else ''})"
    return f"ended with code {code}"


@contextmanager
def _one_thread() -> Iterator[None]:
    """Processes started within have one thread of linear algebra each, unless the user said otherwise."""
    unset = [name for name in _ONE_THREAD if name not in os.environ]
    os.environ.update(dict.fromkeys(unset, "1"))
    try:
        yield
    finally:
        for name in unset:
            del os.environ[name]


def _work(connection: Connection, settings: Settings, check: Check) -> None:
    """A worker's life: tasks in, outcomes out, until the other end is closed."""
    # Ctrl-C reaches every process of a terminal; only the audit itself decides what then happens.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        connection.send(None)
        while True:
            task = connection.recv()
            try:
                connection.send(check(task, settings))
            except CheckerError as error:
                connection.send(error)
    except (EOFError, OSError):
        return
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)
