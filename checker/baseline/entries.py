"""A baseline: dismissed findings by fingerprint, each with who, when and why.

The file is JSON Lines: a line that says what it is, then an entry a line, sorted by fingerprint, so that it reads
well in a comparison of versions and two people's additions seldom touch.  Entries that two people made of one
finding are one entry, the earlier.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from checker.errors import BaselineError
from checker.reading import read_at_most
from checker.report.files import replacing

SCHEMA = "checker-baseline/1"
MAX_BYTES = 64 << 20
_FINGERPRINT = re.compile("[0-9a-f]{16}")
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_MAKE = "make one with `checker baseline add --baseline {}`"


def is_fingerprint(text: str) -> bool:
    """Whether ``text`` has the form of a finding's fingerprint: 16 hex digits."""
    return _FINGERPRINT.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Entry:
    """One dismissed finding.

    ``on`` is a date (ISO 8601).  ``code``, ``path`` and ``text`` say what it was on, for people; only the fingerprint
    recognises it.  What is not known is empty.
    """

    fingerprint: str
    code: str = ""
    by: str = ""
    on: str = ""
    reason: str = ""
    path: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Dismissed findings by fingerprint, and the file they stand in."""

    path: str
    entries: dict[str, Entry]

    def plus(self, added: Iterable[Entry]) -> Baseline:
        """With more entries; a finding that has one keeps it."""
        entries = dict(self.entries)
        for entry in added:
            entries.setdefault(entry.fingerprint, entry)
        return Baseline(self.path, entries)

    def without(self, removed: Iterable[str]) -> Baseline:
        """Without the entries of these fingerprints."""
        gone = set(removed)
        kept = {fingerprint: entry for fingerprint, entry in self.entries.items() if fingerprint not in gone}
        return Baseline(self.path, kept)

    @property
    def digest(self) -> str:
        """What tells two baselines apart that dismiss different findings: 16 hex digits."""
        return hashlib.blake2b(" ".join(sorted(self.entries)).encode(), digest_size=8).hexdigest()


def read_baseline(path: str | Path) -> Baseline:
    """The baseline in a file.  Raises ``BaselineError`` that names the line of an entry that is none."""
    try:
        data = read_at_most(path, MAX_BYTES + 1)
    except FileNotFoundError:
        raise BaselineError(f"{path}: no such baseline", _MAKE.format(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BaselineError(f"{path}: cannot be read ({reason})", "name a baseline file") from None
    if len(data) > MAX_BYTES:
        raise BaselineError(f"{path}: over the {MAX_BYTES >> 20} MB of a baseline", "name a baseline file")
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise BaselineError(f"{path}: not UTF-8 text (byte {error.start})", "name a baseline file") from None
    if not any(map(str.strip, lines)):
        return Baseline(str(path), {})
    entries: dict[str, Entry] = {}
    first = True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            values = _values(line)
            if first or "schema" in values:
                _check_schema(values)
            else:
                entry = _entry(values)
                known = entries.get(entry.fingerprint)
                entries[entry.fingerprint] = min(known, entry, key=lambda one: one.on) if known else entry
        except ValueError as error:
            hint = "mend or remove that line" if not first else _MAKE.format("FILE")
            raise BaselineError(f"{path}: line {number}: {error}", hint) from None
        first = False
    return Baseline(str(path), entries)


def write_baseline(baseline: Baseline) -> None:
    """Write a baseline to its file, whole or not at all.  Raises ``UsageError``."""
    with replacing(Path(baseline.path)) as file:
        file.write(baseline_text(baseline).encode("utf-8", "replace"))


def baseline_text(baseline: Baseline) -> str:
    """What the file of a baseline holds."""
    lines = [{"schema": SCHEMA}, *(_shown(baseline.entries[key]) for key in sorted(baseline.entries))]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _shown(entry: Entry) -> dict[str, str]:
    return {name: value for name, value in asdict(entry).items() if value}


def _values(line: str) -> dict[str, Any]:
    if line.startswith(_CONFLICT):
        raise ValueError("the mark of a merge conflict")
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("not an entry of a baseline (a JSON object on one line)") from None
    if not isinstance(values, dict):
        raise ValueError("not an entry of a baseline (a JSON object on one line)")
    return values


def _check_schema(values: dict[str, Any]) -> None:
    if values.get("schema") != SCHEMA:
        raise ValueError(f'not a baseline: one begins with {{"schema": "{SCHEMA}"}}')


def _entry(values: dict[str, Any]) -> Entry:
    known = {field.name for field in fields(Entry)}
    for name, value in values.items():
        if name not in known:
            raise ValueError(f"unknown field {name!r}; an entry has {', '.join(field.name for field in fields(Entry))}")
        if not isinstance(value, str):
            raise ValueError(f"{name} is not a text")
    if not is_fingerprint(values.get("fingerprint", "")):
        raise ValueError("no fingerprint of 16 hex digits")
    if values.get("on"):
        try:
            date.fromisoformat(values["on"])
        except ValueError:
            raise ValueError(f"on is {values['on']!r}, not a date such as 2025-01-31") from None
    return Entry(**values)
