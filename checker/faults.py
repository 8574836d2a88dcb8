"""What a check leaves out: by errors of this package's own, because it would cost too much, or could not be read.

Such an error costs a sentence, a block or a rule, and not the file that it is in.  Both are heard by whoever checks a
file, so that they are said; for an error the exit code shows it.  With ``CHECKER_DEBUG`` set, and where nobody listens,
errors are raised as any other.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace

from checker.errors import DEBUG_VARIABLE, CheckerError, internal_error
from checker.model import Document, DocumentResult


@dataclass(slots=True)
class Heard:
    """``faults``, a line each, in order; and how often what was ``left_out`` because of its cost."""

    faults: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


_heard: ContextVar[Heard | None] = ContextVar("faults", default=None)
_LONGEST_NAME = 60
CHECKED, PARTLY_CHECKED = "checked", "partly_checked"


@contextmanager
def listening() -> Iterator[Heard]:
    """What is left out inside the block."""
    heard = Heard()
    token = _heard.set(heard)
    try:
        yield heard
    finally:
        _heard.reset(token)


@dataclass(slots=True)
class Costing:
    """A block whose internal errors end the block only; ``what`` is lost by them.  Many are entered for each file, so
    that it is no generator."""

    what: str

    def __enter__(self) -> None:
        """Nothing has to be made ready."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        if not isinstance(error, Exception) or isinstance(error, (CheckerError, MemoryError)):
            return False
        heard = _heard.get()
        if heard is None or DEBUG_VARIABLE in os.environ:
            return False
        heard.faults.append(f"{self.what[:_LONGEST_NAME]}: {internal_error(error)}")
        return True


costing = Costing


def left_out(what: str) -> None:
    """Say to whoever listens that something is left out because it would cost too much."""
    heard = _heard.get()
    if heard is not None:
        heard.left_out[what] += 1


def with_faults(result: DocumentResult, heard: Heard) -> DocumentResult:
    """A result with notes on what was left out; where an error of this package took something, not checked whole."""
    if heard.left_out:
        notes = (f"left out: {what} ({count} in all)" for what, count in sorted(heard.left_out.items()))
        result = replace(result, notes=(*result.notes, *notes))
    if not heard.faults:
        return result
    faults = heard.faults
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    said = f"left out: {faults[0]}{more}"
    error = "; ".join(filter(None, (result.error, f"{result.path}: {said}")))
    status = result.status if result.status == "failed" else PARTLY_CHECKED
    return replace(result, status=status, error=error, notes=(*result.notes, said))


def as_read(result: DocumentResult, documents: Iterable[Document]) -> DocumentResult:
    """The result of a check of documents, which is partly checked where one of them could not be read whole."""
    unread = dict.fromkeys(f"{document.path}: {said}" for document in documents for said in document.unread)
    if not unread:
        return result
    error = "; ".join(filter(None, (result.error, *unread)))
    return replace(result, status=PARTLY_CHECKED if result.status == CHECKED else result.status, error=error)
