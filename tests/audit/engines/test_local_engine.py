"""The processes of this machine: what they survive."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from audit_helpers import quick

from checker.audit.engines import local
from checker.audit.item import Checked, Failed, Item, Outcome, Task
from checker.config import Settings
from checker.errors import EngineError, ModelNotFoundError


def tasks(folder: Path) -> Iterator[Task]:
    for number, path in enumerate(sorted(folder.iterdir())):
        yield Task(number, Item(str(path)), f"key {number}", "", None, "")


def outcomes(folder: Path, check: local.Check, jobs: int = 2) -> dict[str, Outcome]:
    names = [path.name for path in sorted(folder.iterdir())]
    found = list(local.outcomes(tasks(folder), Settings(), jobs=jobs, check=check))
    assert len({outcome.number for outcome in found}) == len(found)
    return {names[outcome.number]: outcome for outcome in sorted(found, key=lambda outcome: outcome.number)}


@pytest.mark.parametrize("jobs", [1, 3])
def test_every_task_has_one_outcome_however_many_processes(copies: Path, jobs: int) -> None:
    found = outcomes(copies, quick, jobs)
    assert list(found) == [f"{number}.txt" for number in range(8)]
    assert all(isinstance(outcome, Checked) for outcome in found.values())


def deadly(task: Task, settings: Settings) -> Outcome:
    """Some documents kill the process that checks them."""
    what = Path(task.item.target).read_text(encoding="utf-8")
    if what == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "memory":
        raise MemoryError
    if what == "exit":
        os._exit(3)
    return quick(task, settings)


def test_a_document_that_kills_its_process_fails_and_the_others_go_on(copies: Path) -> None:
    for number, what in ((0, "killed"), (3, "memory"), (4, "exit")):
        (copies / f"{number}.txt").write_text(what, encoding="utf-8")
    found = outcomes(copies, deadly)
    failed = {name: outcome.reason for name, outcome in found.items() if isinstance(outcome, Failed)}
    assert list(failed) == ["0.txt", "3.txt", "4.txt"]
    assert "was killed (SIGKILL, perhaps for its memory), 2 times" in failed["0.txt"]
    assert "ran out of memory, 2 times" in failed["3.txt"]
    assert "ended with code 3, 2 times" in failed["4.txt"]
    assert len(found) == 8


def once_deadly(task: Task, settings: Settings) -> Outcome:
    """Every document kills its process the first time."""
    mark = Path(task.item.target).with_suffix(".tried")
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return quick(task, settings)


def test_a_document_whose_process_is_killed_once_is_tried_again(copies: Path) -> None:
    listed = list(tasks(copies))[:2]
    found = list(local.outcomes(iter(listed), Settings(), jobs=2, check=once_deadly))
    assert sorted(outcome.number for outcome in found) == [0, 1]
    assert all(isinstance(outcome, Checked) for outcome in found)


def without_model(task: Task, settings: Settings) -> Outcome:
    raise ModelNotFoundError("no such model", "name another")


def test_what_stops_every_document_stops_the_audit(copies: Path) -> None:
    with pytest.raises(ModelNotFoundError):
        outcomes(copies, without_model)


class Unstartable:
    """A check that no other process can load."""

    def __call__(self, task: Task, settings: Settings) -> Outcome:
        raise NotImplementedError

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (5,)


def test_processes_that_cannot_start_are_said(copies: Path) -> None:
    with pytest.raises(EngineError, match="cannot be started"):
        outcomes(copies, Unstartable())


def test_closing_ends_the_processes(copies: Path) -> None:
    found = local.outcomes(tasks(copies), Settings(), jobs=2, check=quick)
    next(found)
    found.close()
    assert not multiprocessing.active_children()


def threads(task: Task, settings: Settings) -> Outcome:
    return Failed(task.number, os.environ["OPENBLAS_NUM_THREADS"])


def test_each_process_has_one_thread_of_linear_algebra(copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    found = outcomes(copies, threads)
    assert {outcome.reason for outcome in found.values() if isinstance(outcome, Failed)} == {"1"}
    assert "OPENBLAS_NUM_THREADS" not in os.environ


def stuck(task: Task, settings: Settings) -> Outcome:
    """Some documents never come to an end, and one of them does not even heed that it is told to."""
    what = Path(task.item.target).read_text(encoding="utf-8")
    if what == "deaf":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while what in ("stuck", "deaf"):
        time.sleep(60)
    return quick(task, settings)


def test_a_document_that_never_ends_fails_and_the_others_go_on(copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("STUCK_SECONDS", 3), ("LOOK_SECONDS", 0.1), ("_END_SECONDS", 0.5)):
        monkeypatch.setattr(local, name, value)
    (copies / "2.txt").write_text("stuck", encoding="utf-8")
    (copies / "5.txt").write_text("deaf", encoding="utf-8")
    found = outcomes(copies, stuck)
    failed = {name: outcome.reason for name, outcome in found.items() if isinstance(outcome, Failed)}
    assert list(failed) == ["2.txt", "5.txt"] and len(found) == 8
    assert all("did not answer for 3 seconds, 2 times" in reason for reason in failed.values())
    assert not multiprocessing.active_children()
