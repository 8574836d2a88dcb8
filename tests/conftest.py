"""What every test has: no deadlines, a limit, and another model than the embedded one for those that want it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest
import transformer_model
from hypothesis import settings

settings.register_profile("any machine", deadline=None, derandomize=True, database=None)
settings.load_profile("any machine")
"""A machine may be as busy as it likes: how long an example takes says nothing of whether it is right.  The examples
are the same on every run; what nobody thought of is looked for by the programs in ``tests/hostile``, with new seeds."""


LIMIT = 900
"""Seconds after which a test that waits for what never comes fails; it says nothing of how fast anything is."""


@contextmanager
def limited(what: str) -> Iterator[None]:
    """An end to whatever is done, where the system has alarms (Windows has none)."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def ended(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"{what} did not end in {LIMIT} seconds")

    before = signal.signal(signal.SIGALRM, ended)
    signal.alarm(LIMIT)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    with limited(f"the setup of {item.nodeid}"):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    with limited(item.nodeid):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    with limited(f"the end of {item.nodeid}"):
        return (yield)


@pytest.fixture(scope="session", autouse=True)
def signals_that_reach_others() -> None:
    """Where this run passes signals over (``nohup``, ``&``), let them reach the processes that tests interrupt.

    What is ignored is inherited; what is handled is not.
    """
    for name in ("SIGINT", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


@pytest.fixture(scope="session")
def transformer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small transformer with random weights."""
    pytest.importorskip("torch")
    return transformer_model.save(tmp_path_factory.mktemp("transformer"))
