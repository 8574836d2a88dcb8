"""What JSON reports (``checker/1``) say of findings, those that count and those that are dismissed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from checker.baseline.entries import Entry, is_fingerprint
from checker.checks import wanted
from checker.errors import BaselineError, UsageError

REPORT_SCHEMA = "checker/1"

MAX_REPORT = 256 << 20
"""Bytes of a report that is read: a bound of memory."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding that a report has; ``text`` is what it is on, and empty where the report does not say it."""

    fingerprint: str
    code: str
    path: str
    text: str
    is_dismissed: bool = False


@dataclass(frozen=True, slots=True)
class Reports:
    """Findings of reports in order, and the rules (codes) that each document, by path, was checked by as a whole.

    ``unchecked`` are the documents that could not be checked, or not wholly.
    """

    findings: tuple[Reported, ...]
    rules: dict[str, frozenset[str]]
    unchecked: tuple[str, ...] = ()

    def unfound(self, entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        """Entries whose findings are gone, and those of which the reports say nothing.

        They speak of the documents and rules that they cover; an entry that does not say what it was on is not covered.
        """
        found = {finding.fingerprint for finding in self.findings}
        missing = [entry for entry in entries if entry.fingerprint not in found]
        gone = tuple(entry for entry in missing if entry.code in self.rules.get(entry.path, ()))
        unsaid = tuple(entry for entry in missing if entry.code not in self.rules.get(entry.path, ()))
        return gone, unsaid


def read_report(name: str, text: str) -> Reports:
    """The report or, a line each, documents in ``text``; ``name`` is for messages.  Raises ``BaselineError``."""
    findings: list[Reported] = []
    unchecked: list[str] = []
    rules: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    if not text.strip():
        raise BaselineError(f"{name}: there is no report in it", "make one with --format json and -o FILE")
    try:
        for document, signature in _documents(text):
            if document["status"] == "checked":
                settings = signature["settings"]
                codes = (rule.code for rule in wanted(settings.get("select", ()), settings.get("ignore", ())))
                rules[str(document["path"])] |= frozenset(codes)
            else:
                unchecked.append(str(document["path"]))
            findings += _findings(document)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, UsageError):
        raise BaselineError(
            f"{name}: not a report of this version", "make one with --format json, or jsonl, and -o FILE"
        ) from None
    return Reports(tuple(findings), dict(rules), tuple(unchecked))


def together(reports: Sequence[Reports]) -> Reports:
    """Several reports as one."""
    rules: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for report in reports:
        for path, codes in report.rules.items():
            rules[path] |= codes
    return Reports(
        tuple(finding for report in reports for finding in report.findings),
        dict(rules),
        tuple(dict.fromkeys(path for report in reports for path in report.unchecked)),
    )


def _documents(text: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    try:
        whole = json.loads(text)
    except ValueError:
        whole = None
    if isinstance(whole, dict) and "documents" in whole:
        _check(whole)
        for document in whole["documents"]:
            yield document, whole["signature"]
        return
    for line in text.split("\n"):
        if line.strip():
            document = json.loads(line)
            _check(document)
            yield document, document["signature"]


def _check(value: dict[str, Any]) -> None:
    if value["schema"] != REPORT_SCHEMA:
        raise ValueError


def _findings(document: dict[str, Any]) -> Iterator[Reported]:
    for finding in document["findings"]:
        target = finding["target"] or {"text": ""}
        about = str(target["text"]) or " ".join(one["text"] for one in finding["source"][:1])
        yield _reported(document, finding, about, is_dismissed=False)
    for finding in document.get("dismissed", ()):
        yield _reported(document, finding, "", is_dismissed=True)


def _reported(document: dict[str, Any], finding: dict[str, Any], about: str, *, is_dismissed: bool) -> Reported:
    if not is_fingerprint(finding["fingerprint"]):
        raise ValueError
    return Reported(finding["fingerprint"], str(finding["code"]), str(document["path"]), about, is_dismissed)
