"""Work counted instead of timed: the same on every machine, however busy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

Done = TypeVar("Done")


class TooManySteps(BaseException):
    """More was done than a test allows; no code under test may take this for an error of its own."""


def counted(work: Callable[[], Done], most: int = sys.maxsize) -> tuple[Done, int]:
    """What the work gives and its steps: lines of Python that are run, a line of a loop each time.

    What is done within one call of a library, such as a search for a regular expression, counts as nothing: that is
    timed by ``make hostile``.  Raises ``TooManySteps`` as soon as there are more than ``most``.
    """
    done = 0

    def traced(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal done
        if event == "line":
            done += 1
            if done > most:
                raise TooManySteps(f"more than {most:,} steps")
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        given = work()
    finally:
        sys.settrace(before)
    return given, done
