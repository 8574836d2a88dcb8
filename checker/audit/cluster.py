"""The engine of many machines: documents as tasks of a dask cluster, an existing one or one started here."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from itertools import islice
from typing import Any

from checker.audit.check import check
from checker.audit.item import Failed, Outcome, Task
from checker.audit.local import Check
from checker.config import Settings
from checker.errors import CheckerError, EngineError, MissingPackageError

_AHEAD = 4
"""Tasks under way for each thread of the cluster: enough that none waits, few enough to stay small anywhere."""

_LEAST_AHEAD = 32
_CONNECT_SECONDS = 20


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
            "the dask engine needs dask and distributed", "pip install 'translation-checker[dask]'"
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
        lost: list[Task] = []
        yield from _through(client, dask, tasks, settings, check, lost)
        # Whatever was on its way to a worker that died is suspected by dask: each once more, with nothing beside it.
        for task in lost:
            yield from _through(client, dask, iter((task,)), settings, check)
    finally:
        for opened in (client, cluster):
            if opened is not None:
                opened.close()


def _through(
    client: Any, dask: Any, tasks: Iterator[Task], settings: Settings, check: Check, lost: list[Task] | None = None
) -> Iterator[Outcome]:
    """Outcomes as they come; what killed its workers is put into ``lost``, where that is given, or fails."""
    threads = sum(client.nthreads().values())
    under_way: dict[Any, Task] = {}
    completed = dask.as_completed(loop=client.loop)

    def submit(count: int) -> None:
        for task in islice(tasks, count):
            future = client.submit(check, task, settings, pure=False)
            under_way[future] = task
            completed.add(future)

    submit(max(_AHEAD * threads, _LEAST_AHEAD))
    for future in completed:
        task = under_way.pop(future)
        try:
            yield future.result()
        except CheckerError:
            raise
        except Exception as error:  # Whatever a cluster or a worker can come to: this document failed, not the audit.
            if lost is not None:
                lost.append(task)
            else:
                said = f"lost by the cluster ({type(error).__name__}: {error})"
                yield Failed(task.number, f"{task.item.target}: {said}")
        submit(1)
