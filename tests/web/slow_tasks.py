"""Orders that are carried out slowly, badly or not at all: what the order of a check says in its only file."""

from __future__ import annotations

import os
import signal
import time

from checker.errors import EmptyError
from checker.web.work.orders import CheckOrder, Order, Outcome, Refusal
from checker.web.work.worker import ProgressTeller


def prepare() -> None:
    """Nothing."""


def carry_out(order: Order, told: ProgressTeller) -> Outcome:
    """What the text of the file says."""
    assert isinstance(order, CheckOrder)
    what = order.files[0].data.decode().strip()
    if what == "sleep":
        told("asleep", 1, 9)
        time.sleep(60)
    if what == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "exit":
        os._exit(3)
    if what == "memory":
        raise MemoryError
    if what == "fault":
        raise RuntimeError("the secret of the document")
    if what == "refused":
        raise EmptyError("page.txt: nothing in it", "check the file")
    return Refusal(f"done: {what}")
