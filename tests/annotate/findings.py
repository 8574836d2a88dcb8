"""Results with findings on the pairs of a file, without a check."""

from __future__ import annotations

from collections.abc import Sequence

from checker.formats.bitext import bitext_from_bytes
from checker.model import DocumentResult, Finding, FindingEvidence, NearestSource, Pair, PairResult, Place, Severity

MESSAGE = "not in the original: regele"


def result_on(path: str, data: bytes, on: Sequence[int] | None = None, message: str = MESSAGE) -> DocumentResult:
    """A result with a finding on each of the pairs ``on``, all of them if None."""
    pairs = bitext_from_bytes(path, data).pairs
    chosen = range(len(pairs)) if on is None else [index for index in on if index < len(pairs)]
    return DocumentResult(
        path,
        "checked",
        None,
        None,
        (),
        tuple(_finding(index, pairs[index], message) for index in chosen),
        pairs=tuple(
            PairResult(pair.id, pair.line, 0, 0, 0, 0, 0, (), (), "en", "ro", pair.source, pair.target, pair.origin)
            for pair in pairs
        ),
    )


def _finding(index: int, pair: Pair, message: str) -> Finding:
    return Finding(
        "ADD002",
        "unsupported-span",
        "Accuracy/Addition",
        Severity.MAJOR,
        0.93,
        message,
        Place(0, len(pair.target), pair.line, 1, "ro", pair.target, index),
        (NearestSource(index, pair.line, 0.5, pair.source),),
        FindingEvidence(),
        "0123456789abcdef",
        pair.id,
    )
