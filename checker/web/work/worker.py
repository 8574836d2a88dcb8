"""The life of a process that works for the server: orders in, progress and outcomes out, until the other end closes.

It imports nothing heavy before it runs, since the server has to import it to start it.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from checker.errors import DEBUG_VARIABLE, CheckerError, internal_error
from checker.web.work.orders import Order, Outcome, Refusal

OUT_OF_MEMORY = 77
"""Exit code of a process that could get no more memory."""

BEGUN = "begun"
"""The first stage of every order."""

_EVERY = 0.1
"""Seconds between two words of progress (chosen)."""


class StageTeller(Protocol):
    """Is told which stage an order is at, and how far, where that is known."""

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None: ...


class ProgressTeller:
    """Passes progress on to the server, not more often than anybody can read."""

    def __init__(self, connection: Connection) -> None:
        self._connection, self._last, self._stage = connection, 0.0, ""

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None:
        now = time.monotonic()
        if stage != self._stage or done == total or now - self._last > _EVERY:
            self._last, self._stage = now, stage
            self._connection.send((stage, done, total))


CarryOut = Callable[[Order, StageTeller], Outcome]


def live(connection: Connection, tasks: str) -> None:
    """Carry out orders with ``tasks``, a module that has ``prepare`` and ``carry_out``."""
    # Ctrl-C reaches every process of a terminal; the server decides what then happens.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _say_nothing()
    _be_the_first_to_die()
    told = ProgressTeller(connection)
    try:
        carry_out = _prepared(tasks)
        while True:
            order = connection.recv()
            told(BEGUN)
            connection.send(_outcome(carry_out, order, told))
    except (EOFError, OSError):
        return
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _prepared(tasks: str) -> CarryOut:
    """What carries out orders, or says of each why none can be."""
    try:
        module = import_module(tasks)
        module.prepare()
    except CheckerError as error:
        refusal = Refusal(str(error))
    except Exception as error:
        refusal = Refusal(internal_error(error))
    else:
        carry_out: CarryOut = module.carry_out
        return carry_out
    return lambda order, told: refusal


def _outcome(carry_out: CarryOut, order: Order, told: ProgressTeller) -> Outcome:
    try:
        return carry_out(order, told)
    except CheckerError as error:
        return Refusal(str(error))
    except (MemoryError, BrokenPipeError):
        raise
    except Exception as error:
        return Refusal(internal_error(error))


def _say_nothing() -> None:
    """What a library prints may quote a document, which belongs into no terminal and no log."""
    if DEBUG_VARIABLE in os.environ:
        return
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                os.dup2(nowhere.fileno(), stream.fileno())


def _be_the_first_to_die() -> None:
    """Where memory runs out, Linux ends this process rather than the server or another program."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
