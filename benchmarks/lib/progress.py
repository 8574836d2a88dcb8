"""A line on standard error that says how far a long run is; only on a terminal."""

from __future__ import annotations

import sys


class Progress:
    """Rewrites one line in place and clears it at the end."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._width = 0

    def tell(self, text: str) -> None:
        """Show ``text`` in place of what was shown; nothing with an empty one."""
        if self._shown:
            sys.stderr.write("\r" + text.ljust(self._width) + ("" if text else "\r"))
            sys.stderr.flush()
            self._width = len(text)
