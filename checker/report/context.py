"""What a report knows besides the documents: how the run was made and how it wants to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from checker.model import Severity, Signature


class DescribedRule(Protocol):
    """What a report says of a rule; ``page`` is its manual page, in plain text."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def mqm(self) -> str | None: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def summary(self) -> str: ...
    @property
    def page(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Context:
    """What all documents of a run have in common.

    ``fail_on`` is the least severity that counts as a failure, or None for none; ``rules`` are those that a format
    describes (SARIF); ``base`` is the folder that paths are given relative to, where a format wants them so.
    ``width``, ``color``, ``quiet`` and ``fingerprints`` (shown, since findings may be dismissed by them) are for the
    text view.
    """

    signature: Signature
    fail_on: Severity | None = Severity.MINOR
    rules: Sequence[DescribedRule] = ()
    base: Path | None = None
    width: int = 100
    color: bool = False
    quiet: bool = False
    fingerprints: bool = False
