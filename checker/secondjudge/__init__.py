"""The second judge: a small transformer that reads an original and its rendering together.

For every piece of either text it gives the log-odds that the other does not carry it, and for the pair whether
something is added, omitted or told otherwise.  Nothing heavy is imported before it is asked for.
"""

from __future__ import annotations

from checker.secondjudge.protocol import PAIR_LABELS, Pieces, Reading, SecondJudge
from checker.secondjudge.registry import directory, load

__all__ = ["PAIR_LABELS", "Pieces", "Reading", "SecondJudge", "directory", "load"]
