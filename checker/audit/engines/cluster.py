"""The engine of many machines: documents as tasks of a dask cluster, an existing one or one started here."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from functools import partial
from itertools import islice
from queue import Empty, SimpleQueue
from typing import Any

from checker.audit.check import check
from checker.audit.engines.local import STUCK_SECONDS, Check
from checker.audit.item import Failed, Outcome, Task
from checker.config import Settings
from checker.errors import CheckerError, EngineError, MissingPackageError

_AHEAD = 4
"""Tasks under way for each thread of the cluster: enough that none waits, few enough to stay small anywhere."""

_LEAST_AHEAD = 32
_CONNECT_SECONDS = 20
_CLOSE_SECONDS = 20
_AGAIN = "run the audit again when it is back: it goes on from there"
_LOOK_SECONDS = 5
_WITHOUT_WORKERS_SECONDS = 60
"""A cluster that has no workers is given this long to get some."""


def outcomes(
    tasks: Iterator[Task],
    settings: Settings,
    *,
    jobs: int = 1,
    scheduler: str | None = None,
    check: Check = check,
) -> Generator[Outcome, None, None]:
    """The outcome of every task, as they come, from the cluster at ``scheduler``, or from ``jobs`` processes here.

    The cluster gives the tasks of a lost worker to others; a task that its workers die of is given up and fails.
    Workers read the files themselves: paths must mean the same there.  Raises ``MissingPackageError`` and
    ``EngineError``.
    """
    try:
        import distributed
    except ImportError:
        raise MissingPackageError(
            "the dask engine needs dask and distributed", "pip install dask distributed"
        ) from None
    # dask has no types of its own.
    dask: Any = distributed
    cluster, client = None, None
    try:
        try:
            if scheduler is None:
                cluster = dask.LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None)
            address = scheduler if cluster is None else cluster
            client = dask.Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise EngineError(f"no dask scheduler answers at {scheduler} ({error})", "check the address") from error
        # Of a cluster of our own, processes that are gone for good are replaced.
        heal = (lambda: None) if cluster is None else partial(cluster.scale, jobs)
        work = _ClusterWork(client, settings, check, heal)
        yield from work.outcomes(tasks)
        # Whatever was on its way to a worker that died is suspected by dask: each once more, with nothing beside it.
        for task in work.lost.copy():
            yield from work.outcomes(iter((task,)), last=True)
    finally:
        for opened in (client, cluster):
            if opened is not None:
                # A busy machine ends processes slowly, and no outcome is wrong for that.
                with suppress(TimeoutError):
                    opened.close(timeout=_CLOSE_SECONDS)


class _ClusterWork:
    """Tasks under way on a cluster; ``lost`` are those whose workers died."""

    def __init__(self, client: Any, settings: Settings, check: Check, heal: Callable[[], None]) -> None:
        self._client, self._settings, self._check, self._heal = client, settings, check, heal
        self._under_way: dict[Any, Task] = {}
        self._done: SimpleQueue[Any] = SimpleQueue()
        self.lost: list[Task] = []

    def outcomes(self, tasks: Iterator[Task], *, last: bool = False) -> Iterator[Outcome]:
        """Outcomes as they come; what kills its workers is put into ``lost``, the ``last`` time it fails."""
        self._submit(tasks, max(_AHEAD * self._threads(), _LEAST_AHEAD))
        while self._under_way:
            future = self._next()
            task = self._under_way.pop(future)
            try:
                outcome = future.result(timeout=STUCK_SECONDS)
            except CheckerError:
                raise
            except CancelledError:
                raise EngineError("the connection to the dask scheduler was lost", _AGAIN) from None
            except Exception as error:  # a worker may die of a task, or of the next one with the result of this one
                if last:
                    said = f"lost by the cluster ({type(error).__name__}: {error})"
                    yield Failed(task.number, f"{task.item.target}: {said}")
                else:
                    self.lost.append(task)
            else:
                yield outcome
            self._submit(tasks, 1)

    def _submit(self, tasks: Iterator[Task], count: int) -> None:
        for task in islice(tasks, count):
            future = self._client.submit(self._check, task, self._settings, pure=False)
            self._under_way[future] = task
            future.add_done_callback(self._done.put)

    def _next(self) -> Any:
        """The next future that is done.  Raises ``EngineError`` when there is nobody left to do it."""
        waited = silent = 0
        while True:
            try:
                return self._done.get(timeout=_LOOK_SECONDS)
            except Empty:
                self._heal()
                silent += _LOOK_SECONDS
                if silent >= STUCK_SECONDS:
                    raise EngineError(f"the dask cluster has finished nothing for {silent:,} seconds", _AGAIN) from None
                waited = 0 if self._threads() else waited + _LOOK_SECONDS
                if waited >= _WITHOUT_WORKERS_SECONDS:
                    said = f"the dask cluster has had no workers for {waited} seconds"
                    raise EngineError(said, f"start some; {_AGAIN}") from None

    def _threads(self) -> int:
        try:
            return sum(self._client.nthreads().values())
        except OSError as error:
            raise EngineError(f"the dask scheduler does not answer ({error})", _AGAIN) from error
