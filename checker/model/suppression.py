"""Comments in files that dismiss findings."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.span import Span


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that dismisses the findings of rules whose codes begin with one of ``codes``; of all, where none is.

    It covers ``span`` of a document's own text, or the pairs of one ``unit`` (their ``Origin.number``), or, where it
    names neither, the whole file.  ``line`` is where it stands; ``reason`` is empty where none is given.  ``problem``
    says why one that was meant to dismiss findings cannot be understood and covers nothing.
    """

    line: int
    codes: tuple[str, ...] = ()
    reason: str = ""
    span: Span | None = None
    unit: int | None = None
    problem: str = ""
