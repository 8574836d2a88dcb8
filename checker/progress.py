"""How a caller is told how far long work is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is in all; 0 where that is not known."""

StageProgress = Callable[[str, int, int], None]
"""The same for work in stages, with the name of the stage before the numbers."""
