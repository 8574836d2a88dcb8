"""Findings that were dismissed on the page: entries of a baseline, in a file where one is named, else in memory.

What is in memory is each visitor's own, since it quotes what was checked.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

from checker.baseline import Baseline, Entry, baseline_text, read_baseline, write_baseline

UNNAMED = "dismissed.jsonl"
"""What a baseline in memory is called when it is downloaded."""


_changing = threading.Lock()
"""Held while a baseline is read, changed and written."""


class Dismissals:
    """The baseline of a visitor; ``path`` is its file, or empty, and ``by`` who dismisses."""

    def __init__(self, path: str, by: str) -> None:
        self.path, self._by = path, by
        self._in_memory: Baseline | None = None
        self.here: frozenset[str] = frozenset()
        """Fingerprints that were dismissed in this run, which alone may be taken back on the page."""

    @property
    def name(self) -> str:
        """What the page calls the baseline."""
        return self.path or UNNAMED

    def baseline(self) -> Baseline | None:
        """The dismissed findings, None as long as there is no baseline.  Raises ``BaselineError``."""
        if not self.path:
            return self._in_memory
        return read_baseline(self.path) if Path(self.path).exists() else None

    def add(self, fingerprint: str, code: str, document: str, text: str, reason: str) -> None:
        """Dismiss a finding.  Raises ``BaselineError`` or ``UsageError`` where the file cannot be read or written."""
        entry = Entry(fingerprint, code, self._by, date.today().isoformat(), reason, document, text)
        self._change(lambda baseline: baseline.plus([entry]))
        self.here |= {fingerprint}

    def take_back(self, fingerprint: str) -> None:
        """Count a finding again that was dismissed in this run."""
        if fingerprint in self.here:
            self._change(lambda baseline: baseline.without([fingerprint]))
            self.here -= {fingerprint}

    def as_file(self) -> str:
        """The baseline as its file holds it.  Raises ``BaselineError``."""
        return baseline_text(self.baseline() or Baseline(UNNAMED, {}))

    def _change(self, change: Callable[[Baseline], Baseline]) -> None:
        with _changing:
            # Read anew: the file may have grown at a command line.
            changed = change(self.baseline() or Baseline(self.path or UNNAMED, {}))
            if self.path:
                write_baseline(changed)
            else:
                self._in_memory = changed
