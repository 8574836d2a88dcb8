"""Errors of this package's own that cost a sentence, a block or a rule, and not the file that it is in.

They are heard by whoever checks a file, so that it is said and the exit code shows it.  With ``CHECKER_DEBUG`` set, and
where nobody listens, they are raised as any other.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from checker.errors import DEBUG_VARIABLE, CheckerError, internal_error
from checker.model import DocumentResult

_heard: ContextVar[list[str] | None] = ContextVar("faults", default=None)
_LONGEST_NAME = 60
_PARTLY = "partly_checked"


@contextmanager
def listening() -> Iterator[list[str]]:
    """A list of what goes wrong inside the block, a line each, in order."""
    heard: list[str] = []
    token = _heard.set(heard)
    try:
        yield heard
    finally:
        _heard.reset(token)


@contextmanager
def costing(what: str) -> Iterator[None]:
    """An internal error in the block ends the block only; ``what`` is lost by it."""
    try:
        yield
    except (CheckerError, MemoryError):
        raise
    except Exception as error:
        heard = _heard.get()
        if heard is None or DEBUG_VARIABLE in os.environ:
            raise
        heard.append(f"{what[:_LONGEST_NAME]}: {internal_error(error)}")


def with_faults(result: DocumentResult, heard: list[str]) -> DocumentResult:
    """A result from which errors of this package took something: said in a note, and not checked whole."""
    if not heard:
        return result
    more = f" (and {len(heard) - 1} more)" if len(heard) > 1 else ""
    said = f"left out: {heard[0]}{more}"
    error = "; ".join(filter(None, (result.error, f"{result.path}: {said}")))
    status = result.status if result.status == "failed" else _PARTLY
    return replace(result, status=status, error=error, notes=(*result.notes, said))
