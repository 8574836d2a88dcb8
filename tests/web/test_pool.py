"""Processes that work for the server: whatever becomes of one order, the next is carried out."""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator

import pytest
from waits import WAIT

from checker.config import Settings
from checker.web.work.orders import AUTOMATIC, CheckOrder, GivenFile, Outcome, Refusal
from checker.web.work.pool import MOST_WAITING, Lane, LaneJob


def order(what: str) -> CheckOrder:
    return CheckOrder((GivenFile("a.txt", what.encode()),), AUTOMATIC, Settings())


@pytest.fixture
def lane() -> Iterator[Lane]:
    made = Lane("slow_tasks", 30)
    made.start()
    yield made
    made.close()


def outcome(job: LaneJob) -> str:
    said: Outcome = job.outcome.result(WAIT)
    assert isinstance(said, Refusal)
    return said.sentence


def asleep(lane: Lane) -> LaneJob:
    """A job that will not end by itself."""
    job = lane.give(order("sleep"))
    until = time.monotonic() + WAIT
    while job.progress[0] != "asleep" and time.monotonic() < until:
        time.sleep(0.01)
    assert job.progress == ("asleep", 1, 9)
    return job


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("killed", "This could not be checked: the process that read it ran out of memory."),
        ("memory", "This could not be checked: the process that read it ran out of memory."),
        ("exit", "This could not be checked: the process that read it ended without an answer."),
        ("refused", "page.txt: nothing in it; check the file"),
    ],
)
def test_an_order_that_ends_badly_is_said_and_the_next_is_carried_out(lane: Lane, what: str, said: str) -> None:
    assert outcome(lane.give(order(what))) == said
    assert outcome(lane.give(order("next"))) == "done: next"


def test_a_fault_of_the_program_is_said_to_be_one(lane: Lane) -> None:
    assert outcome(lane.give(order("fault"))).startswith("internal error (RuntimeError")
    assert outcome(lane.give(order("next"))) == "done: next"


def test_an_order_is_cancelled_while_it_is_carried_out(lane: Lane) -> None:
    job, behind = asleep(lane), lane.give(order("next"))
    job.cancel()
    assert outcome(job) == "Cancelled."
    assert outcome(behind) == "done: next"


def test_an_order_is_cancelled_before_its_turn(lane: Lane) -> None:
    job, behind = asleep(lane), lane.give(order("sleep"))
    behind.cancel()
    job.cancel()
    assert outcome(behind) == "Cancelled."


def test_an_order_that_takes_too_long_is_stopped() -> None:
    lane = Lane("slow_tasks", 1)
    lane.start()
    try:
        assert outcome(lane.give(order("sleep"))).startswith("This takes longer than 1 second")
        assert outcome(lane.give(order("next"))) == "done: next"
    finally:
        lane.close()


def test_no_more_wait_than_is_said(lane: Lane) -> None:
    first = asleep(lane)
    for _ in range(MOST_WAITING):
        lane.give(order("next"))
    with pytest.raises(queue.Full):
        lane.give(order("next"))
    first.cancel()


def test_what_still_waits_when_the_server_stops_is_cancelled() -> None:
    lane = Lane("slow_tasks", 30)
    lane.start()
    jobs = [asleep(lane), lane.give(order("next"))]
    lane.close()
    assert [outcome(job) for job in jobs] == ["Cancelled."] * 2


def test_a_lane_may_be_started_before_the_server_and_is_closed_by_both() -> None:
    lane = Lane("slow_tasks", 30)
    lane.start()
    lane.start()
    assert outcome(lane.give(order("next"))) == "done: next"
    lane.close()
    lane.close()


def test_tasks_that_cannot_be_loaded_are_said_so() -> None:
    lane = Lane("no_such_tasks", 30)
    lane.start()
    try:
        assert "ModuleNotFoundError" in outcome(lane.give(order("next")))
    finally:
        lane.close()
