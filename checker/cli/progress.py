"""Progress on standard error, only on a terminal, and gone when the work is done."""

from __future__ import annotations

import sys
import time
from typing import Any

from checker.model import DocumentResult

_QUIET_FOR = 1.0
_EVERY = 0.1


class ProgressLine:
    """A line that is rewritten in place: documents done, and texts encoded by a slow model."""

    def __init__(self, documents: int, *, shown: bool) -> None:
        self._documents, self._done, self._shown = documents, 0, shown
        self._begin = self._last = time.monotonic()
        self._width = 0

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(self, *_: object) -> None:
        self._write("")

    def finished(self, document: DocumentResult) -> DocumentResult:
        """Count one document; returns it."""
        self._done += 1
        if self._documents > 1:
            self._tell(f"{self._done} of {self._documents} documents")
        return document

    def encoding(self, done: int, total: int) -> None:
        """Told by an encoder: ``done`` of ``total`` texts are encoded."""
        self._tell(f"encoding: {done} of {total} sentences")

    def auditing(self, done: int, documents: int, checked: int) -> None:
        """Told by an audit: ``done`` of ``documents``, ``checked`` of them now, the others known from before."""
        now = time.monotonic()
        rate = checked / max(now - self._begin, 1e-9)
        left = (documents - done) / rate if checked else 0.0
        pace = f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}"
        self._tell(f"{done:,} of {documents:,} documents, {pace} a second, {_duration(left)} left")

    def checking(self, done: int, total: int) -> None:
        """Told by a checker: ``done`` of ``total`` aligned pairs are checked."""
        self._tell(f"checking: {done:,} of {total:,} pairs")

    def reading(self, done: int, total: int) -> None:
        """Told by the second judge: ``done`` of ``total`` sentences are read."""
        self._tell(f"reading again: {done:,} of {total:,} sentences")

    def judging(self, done: int, total: int) -> None:
        """Told by a calibration: ``done`` of ``total`` documents are judged."""
        self._tell(f"calibrating: {done} of {total} documents")

    def _tell(self, text: str) -> None:
        now = time.monotonic()
        if now - self._begin > _QUIET_FOR and now - self._last > _EVERY:
            self._last = now
            self._write(text)

    def _write(self, text: str) -> None:
        if self._shown and (text or self._width):
            sys.stderr.write("\r" + text.ljust(self._width) + ("" if text else "\r"))
            sys.stderr.flush()
            self._width = len(text)


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 90 * 60 else f"{seconds / 3600:.1f} h"


def progress(options: dict[str, Any], documents: int) -> ProgressLine:
    """A progress line as the options say; never shown when standard error is not a terminal."""
    shown = sys.stderr.isatty() and not options["no_progress"] and not options["quiet"]
    return ProgressLine(documents, shown=shown)
