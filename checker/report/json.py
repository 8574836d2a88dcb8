"""JSON version 1 (``checker/1``): one object for a run, or one document a line."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, fields, replace
from functools import cache
from typing import Any

from checker.model import Dismissed, DocumentResult, Finding, PairResult, RenderingResult, Signature, TargetSegment
from checker.printable import escaped
from checker.report.context import Context
from checker.report.spread import listed, spread, spread_out

SCHEMA = "checker/1"
# Version 1 gives the texts of findings only.
_OF_PAIR = tuple(field.name for field in fields(PairResult) if field.name not in ("source", "target", "origin"))
_DEPTH = 2
"""How deep a document stands in a run, by definition."""

_PIECE = 1 << 16
"""Characters of a report that are written at once; chosen."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def run(documents: Sequence[DocumentResult], signature: Signature) -> dict[str, Any]:
    """The whole run as plain values, in the order of the schema."""
    return {
        "schema": SCHEMA,
        "signature": asdict(signature),
        "documents": [document(result) for result in documents],
        "summary": summary(documents),
    }


def summary(documents: Iterable[DocumentResult]) -> dict[str, Any]:
    """How many documents there were, how many failed, and how many findings of each code."""
    tally = _SummaryTally()
    for result in documents:
        tally.add(result)
    return tally.values()


class _SummaryTally:
    """The summary of documents that are seen one at a time."""

    def __init__(self) -> None:
        self._documents = self._failed = 0
        self._findings: Counter[str] = Counter()

    def add(self, result: DocumentResult) -> None:
        self._documents += 1
        self._failed += result.status != "checked"
        self._findings.update(finding.code for finding in result.findings)

    def values(self) -> dict[str, Any]:
        return {
            "documents": self._documents,
            "failed": self._failed,
            "findings": dict(sorted(self._findings.items())),
        }


def document(result: DocumentResult) -> dict[str, Any]:
    """One document as plain values; probabilities and similarities to four decimals."""
    values: dict[str, Any] = listed(_outline(result))
    return values


def _outline(result: DocumentResult) -> dict[str, Any]:
    """The same with iterators for what a document may have many of."""
    values: dict[str, Any] = _plain(replace(result, source=None, renderings=(), findings=(), pairs=(), dismissed=()))
    if result.source is not None:
        values["source"] = _plain(replace(result.source, segments=()))
        values["source"]["segments"] = map(_segment, result.source.segments)
        if result.source.path is None:
            del values["source"]["path"]
    values["renderings"] = map(_rendering, result.renderings)
    values["findings"] = map(_finding, result.findings)
    if result.pairs:
        values["pairs"] = map(_pair, result.pairs)
    else:
        del values["pairs"], values["unread"]
    if result.dismissed:
        values["dismissed"] = [_dismissed(dismissed) for dismissed in result.dismissed]
    else:
        del values["dismissed"]
    return values


def _rendering(rendering: RenderingResult) -> dict[str, Any]:
    values: dict[str, Any] = _plain(replace(rendering, segments=(), beads=(), omissions=()))
    values["segments"] = map(_rendered_segment, rendering.segments)
    values["beads"] = map(_plain, rendering.beads)
    values["omissions"] = map(_plain, rendering.omissions)
    for name in ("path", "original", "coverage"):
        if values[name] is None:
            del values[name]
    return values


def _segment(segment: Any) -> dict[str, Any]:
    return _located(_plain(segment))


def _rendered_segment(segment: TargetSegment) -> dict[str, Any]:
    values = _segment(segment)
    del values["column"]  # version 1 gives columns of findings only
    return values


def _finding(finding: Finding) -> dict[str, Any]:
    values: dict[str, Any] = _plain(finding)
    if finding.target is not None:
        del values["target"]["index"]
        _located(values["target"])
    for nearest in values["source"]:
        _located(nearest)
    if finding.pair is None:
        del values["pair"]
    return values


def _dismissed(dismissed: Dismissed) -> dict[str, Any]:
    """As much of a dismissed finding as recognises it."""
    finding = dismissed.finding
    return {
        "code": finding.code,
        "fingerprint": finding.fingerprint,
        "line": finding.line,
        "by": str(dismissed.by),
        "reason": dismissed.reason,
    }


def _pair(pair: PairResult) -> dict[str, Any]:
    return {name: _plain(getattr(pair, name)) for name in _OF_PAIR}


def _located(values: dict[str, Any]) -> dict[str, Any]:
    """The values of a place, in which ``location`` and ``path`` stand only where there is one."""
    for name in ("location", "path"):
        if values.get(name, "") is None:
            del values[name]
    return values


def _plain(value: Any) -> Any:
    """Records as dictionaries, sequences as lists, numbers to four decimals: what ``asdict`` gives, in a third of its
    time, which is most of a report with thousands of findings."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, float):
        return round(value, 4) + 0.0
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return {name: _plain(getattr(value, name)) for name in _names(value.__class__)}


@cache
def _names(record: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


def dumps(value: Any, *, indent: int | None = 1) -> str:
    """JSON text; characters stand for themselves, controls, and lone surrogates so that it stays UTF-8, are escaped."""
    text = spread(value, indent) if indent else json.dumps(value, ensure_ascii=False, indent=indent)
    return escaped(json.dumps(value, ensure_ascii=True, indent=indent) if _SURROGATE.search(text) else text)


def line(result: DocumentResult, signature: Signature) -> str:
    """One document as one line that stands by itself."""
    return dumps({"schema": SCHEMA, "signature": asdict(signature), **document(result)}, indent=None)


def write(documents: Iterable[DocumentResult], context: Context) -> Iterator[str]:
    """The whole run as one object, a document at a time: what ``dumps(run(...))`` gives."""
    tally = _SummaryTally()
    head = dumps({"schema": SCHEMA, "signature": asdict(context.signature)}).removesuffix("\n}")
    yield f'{head},\n "documents": ['
    separator = "\n"
    for result in documents:
        tally.add(result)
        yield separator
        yield from _spread_out(result)
        separator = ",\n"
    end = "]" if separator == "\n" else "\n ]"
    yield f'{end},\n "summary": {_indented(dumps(tally.values()), 1).lstrip()}\n}}\n'


def _spread_out(result: DocumentResult) -> Iterator[str]:
    """A document at its place in a run, in pieces.  It is not made whole: as plain values a file of thousands of pairs
    takes far more room than its text."""
    pieces = [escaped(piece) for piece in _joined(spread_out(_outline(result), depth=_DEPTH))]
    if any(map(_SURROGATE.search, pieces)):
        yield _indented(dumps(document(result)), _DEPTH)
    else:
        yield " " * _DEPTH
        yield from pieces


def _joined(pieces: Iterable[str]) -> Iterator[str]:
    """Small pieces as larger ones."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= _PIECE:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)


def write_lines(documents: Iterable[DocumentResult], context: Context) -> Iterator[str]:
    """One document a line."""
    for result in documents:
        yield line(result, context.signature) + "\n"


def _indented(text: str, by: int) -> str:
    return " " * by + text.replace("\n", "\n" + " " * by)  # a string in JSON holds no line break
