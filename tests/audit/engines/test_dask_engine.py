"""The same audit on a dask cluster: same outcomes, lost workers survived, files read where the workers are."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("distributed")

from audit_helpers import SIGNATURE, content, quick

from checker.audit import plan
from checker.audit.audit import audit
from checker.audit.engines import cluster, local
from checker.audit.engines.local import Check
from checker.audit.item import Failed, Item, Outcome, Task
from checker.config import Settings
from checker.errors import EngineError, ModelNotFoundError

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """A cluster of two processes that is there already."""
    import distributed

    workers: Any = distributed.LocalCluster
    with workers(n_workers=2, threads_per_worker=1, dashboard_address=None) as made:
        yield made.scheduler_address


def tasks(folder: Path) -> Iterator[Task]:
    for number, path in enumerate(sorted(folder.iterdir())):
        yield Task(number, Item(str(path)), f"key {number}", "", None, "")


def test_the_ledger_is_that_of_the_local_engine(copies: Path, tmp_path: Path, scheduler: str) -> None:
    engines = {
        "local": partial(local.outcomes, jobs=2, check=quick),
        "dask": partial(cluster.outcomes, scheduler=scheduler, check=quick),
    }
    for name, engine in engines.items():
        ledger = tmp_path / f"{name}.sqlite"
        audit(plan.items([str(copies)]), ledger, engine, Settings(), SIGNATURE, "request")
    assert content(tmp_path / "dask.sqlite") == content(tmp_path / "local.sqlite")


def deadly(task: Task, settings: Settings) -> Outcome:
    """One document kills whatever worker it comes to; another kills the first only."""
    path = Path(task.item.target)
    what = path.read_text(encoding="utf-8")
    mark = path.parent.parent / "tried"
    if what == "always" or (what == "once" and not mark.exists()):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return quick(task, settings)


def test_lost_workers_are_survived_and_a_document_that_kills_them_is_given_up(copies: Path) -> None:
    """On a cluster of its own, whose processes are replaced however many are lost."""
    import dask

    (copies / "1.txt").write_text("once", encoding="utf-8")
    (copies / "4.txt").write_text("always", encoding="utf-8")
    with dask.config.set({"distributed.scheduler.allowed-failures": 1}):
        outcomes = list(cluster.outcomes(tasks(copies), Settings(), jobs=2, check=deadly))
    found = {outcome.number: outcome for outcome in outcomes}
    assert len(found) == len(outcomes)
    assert sorted(found) == list(range(8))
    lost = {number: outcome for number, outcome in found.items() if isinstance(outcome, Failed)}
    assert list(lost) == [4] and "KilledWorker" in lost[4].reason


def test_a_lost_worker_leaves_the_ledger_of_an_undisturbed_run(copies: Path, tmp_path: Path) -> None:
    (copies / "1.txt").write_text("once", encoding="utf-8")
    engines = {
        "undisturbed": partial(local.outcomes, jobs=1, check=quick),
        "disturbed": partial(cluster.outcomes, jobs=2, check=deadly),
    }
    for name, engine in engines.items():
        audit(plan.items([str(copies)]), tmp_path / f"{name}.sqlite", engine, Settings(), SIGNATURE, "request")
    assert (tmp_path / "tried").exists(), "no worker was lost"
    assert content(tmp_path / "disturbed.sqlite") == content(tmp_path / "undisturbed.sqlite")


class Lost:
    """A future that is done, and whose result is lost with its worker before it is fetched."""

    def add_done_callback(self, told: Callable[[Lost], object]) -> None:
        told(self)

    def result(self, timeout: float) -> Outcome:
        raise TimeoutError(f"nothing for {timeout} seconds")


class ForgetfulCluster:
    """Stands in for a client whose first result is lost."""

    def __init__(self) -> None:
        self.given = 0

    def submit(self, check: Check, task: Task, settings: Settings, *, pure: bool) -> Any:
        self.given += 1
        if self.given == 1:
            return Lost()
        done: Future[Outcome] = Future()
        done.set_result(check(task, settings))
        return done

    def nthreads(self) -> dict[str, int]:
        return {"worker": 1}


def test_a_result_that_is_lost_with_its_worker_is_asked_for_again(copies: Path) -> None:
    work = cluster._ClusterWork(ForgetfulCluster(), Settings(), quick, heal=lambda: None)
    assert {outcome.number for outcome in work.outcomes(tasks(copies))} == set(range(1, 8))
    assert [task.number for task in work.lost] == [0]


def test_a_cluster_that_is_slow_to_close_costs_no_outcome(
    copies: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import distributed

    def close_slowly(client: Any, timeout: float) -> None:
        close(client)
        raise TimeoutError(f"not closed within {timeout} seconds")

    close: Any = distributed.Client.close
    monkeypatch.setattr(distributed.Client, "close", close_slowly)
    assert len(list(cluster.outcomes(tasks(copies), Settings(), scheduler=scheduler, check=quick))) == 8


def test_a_scheduler_that_is_lost_is_said(copies: Path) -> None:
    class Away(ForgetfulCluster):
        def submit(self, check: Check, task: Task, settings: Settings, *, pure: bool) -> Any:
            future: Future[Outcome] = Future()
            future.cancel()
            return future

    with pytest.raises(EngineError, match="the connection to the dask scheduler was lost"):
        list(cluster._ClusterWork(Away(), Settings(), quick, heal=lambda: None).outcomes(tasks(copies)))


def without_model(task: Task, settings: Settings) -> Outcome:
    raise ModelNotFoundError("no such model", "name another")


def test_what_stops_every_document_stops_the_audit(copies: Path, scheduler: str) -> None:
    with pytest.raises(ModelNotFoundError):
        list(cluster.outcomes(tasks(copies), Settings(), scheduler=scheduler, check=without_model))


def test_a_scheduler_that_does_not_answer_is_said(copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_CONNECT_SECONDS", 1)
    with pytest.raises(EngineError, match="no dask scheduler answers"):
        list(cluster.outcomes(tasks(copies), Settings(), scheduler="tcp://127.0.0.1:1"))


def test_a_cluster_without_workers_is_given_up(copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import distributed

    monkeypatch.setattr(cluster, "_LOOK_SECONDS", 1)
    monkeypatch.setattr(cluster, "_WITHOUT_WORKERS_SECONDS", 1)
    workers: Any = distributed.LocalCluster
    with workers(n_workers=0, dashboard_address=None) as made, pytest.raises(EngineError, match="no workers"):
        list(cluster.outcomes(tasks(copies), Settings(), scheduler=made.scheduler_address, check=quick))
