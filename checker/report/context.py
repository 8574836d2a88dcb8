"""What a report knows besides the documents: how the run was made and how it wants to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model import RuleFacts, Severity, Signature

if TYPE_CHECKING:
    from checker.report.html.markup import Html


@dataclass(frozen=True, slots=True)
class Context:
    """What all documents of a run have in common.

    ``fail_on`` is the least severity that counts as a failure, or None for none; ``rules`` are those that a format
    describes (SARIF); ``base`` is the folder that paths are given relative to, where a format wants them so;
    ``own_text`` are extensions of files whose text is that in which offsets count.
    ``picture`` is one of the whole run, for a page.  ``width``, ``color``, ``quiet`` and ``fingerprints`` (shown, since
    findings may be dismissed by them) are for the text view.
    """

    signature: Signature
    fail_on: Severity | None = Severity.MINOR
    rules: Sequence[RuleFacts] = ()
    base: Path | None = None
    own_text: frozenset[str] = frozenset()
    width: int = 100
    color: bool = False
    quiet: bool = False
    fingerprints: bool = False
    picture: Html | None = None
