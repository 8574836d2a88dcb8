"""Processes that work for the server, one order at a time each; any of them can be ended, and another takes its place.

A lane is a process, a thread that gives it orders, and the orders that wait.  There is one for checks, whose models
stay loaded, and one for reports and downloads, so that these need not wait for a long check.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import threading
import time
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from checker.report.layout import count
from checker.web.work import worker
from checker.web.work.orders import Order, Outcome, Refusal

CHECKING, WRITING = "checker.web.work.checking", "checker.web.work.writing"
"""The modules that carry out orders, each in a process of its own."""

MOST_WAITING = 16
"""Orders that may wait in a lane (chosen)."""

_MOST_STARTING = 120.0
"""Seconds in which a process must have begun with an order; it may have to start and to load models (chosen)."""
_LOOKS = 0.05
"""Seconds between two looks at whether an order was cancelled (chosen)."""
_LAST_WAIT = 2.0
"""Seconds that a process is given to end after it was told to (chosen)."""
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
_CONTEXT = multiprocessing.get_context("spawn")

CANCELLED = Refusal("Cancelled.")


@dataclass(eq=False, slots=True)
class LaneJob:
    """An order on its way: what it is doing, whether it is to stop, and in the end its outcome."""

    order: Order
    outcome: Future[Outcome] = field(default_factory=Future)
    progress: tuple[str, int, int] = ("waiting", 0, 0)
    is_cancelled: bool = False

    def cancel(self) -> None:
        """Stop it, wherever it is."""
        self.is_cancelled = True


class Lane:
    """One process with a thread that gives it orders in turn; an order has ``seconds`` to be carried out.

    ``tasks`` names the module that carries them out (``worker.live``); with ``ahead`` the process is started before
    the first order.
    """

    def __init__(self, tasks: str, seconds: float, *, ahead: bool = False) -> None:
        self._tasks, self.seconds, self._ahead = tasks, seconds, ahead
        self._waiting: queue.Queue[LaneJob | None] = queue.Queue(MOST_WAITING)
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=f"lane of {tasks}", daemon=True)

    def start(self) -> None:
        """Be ready for orders; a lane that is already stays as it is."""
        if self._thread.ident is None:
            self._thread.start()

    def give(self, order: Order) -> LaneJob:
        """Put an order at the end of those that wait.  Raises ``queue.Full`` when too many do."""
        job = LaneJob(order)
        self._waiting.put_nowait(job)
        return job

    def close(self) -> None:
        """End the process, whatever it does; what still waits is cancelled."""
        if not self._closed:
            self._closed = True
            self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        if self._ahead:
            self._started()
        while (job := self._waiting.get()) is not None:
            stopped = job.is_cancelled or self._closed
            job.outcome.set_result(CANCELLED if stopped else self._carried_out(job))
        self._end()

    def _carried_out(self, job: LaneJob) -> Outcome:
        connection = self._started()
        until = time.monotonic() + _MOST_STARTING
        try:
            connection.send(job.order)
            while True:
                if connection.poll(_LOOKS):
                    said = connection.recv()
                    if not isinstance(said, tuple):
                        outcome: Outcome = said
                        return outcome
                    job.progress = said
                    if said[0] == worker.BEGUN:
                        until = time.monotonic() + self.seconds
                elif job.is_cancelled or self._closed:
                    self._end()
                    return CANCELLED
                elif time.monotonic() > until:
                    self._end()
                    return Refusal(
                        f"This takes longer than {count(int(self.seconds), 'second')} and was stopped; check it in "
                        "parts, or at a command line, where there is no limit."
                    )
        except (EOFError, OSError):
            return Refusal(f"This could not be checked: the process that read it {self._why()}.")

    def _started(self) -> Connection:
        if self._process is not None and self._process.is_alive() and self._connection is not None:
            return self._connection
        self._end()
        here, there = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=worker.live, args=(there, self._tasks), daemon=True)
        unset = [name for name in _ONE_THREAD if name not in os.environ]
        os.environ.update(dict.fromkeys(unset, "1"))
        try:
            self._process.start()
        finally:
            for name in unset:
                del os.environ[name]
        there.close()
        self._connection = here
        return here

    def _why(self) -> str:
        process = self._process
        if process is not None:
            process.join(_LAST_WAIT)
        code = process.exitcode if process is not None else None
        self._end()
        if code in (worker.OUT_OF_MEMORY, -9):
            return "ran out of memory"
        return "ended without an answer"

    def _end(self) -> None:
        """End the process at once; what it was doing is lost."""
        if self._process is not None:
            with suppress(OSError):
                self._process.kill()
            self._process.join(_LAST_WAIT)
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None
