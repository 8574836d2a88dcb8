"""Finds the second judge that comes with the package."""

from __future__ import annotations

from pathlib import Path

from checker.errors import ModelNotFoundError
from checker.modelfiles import PAIR_READER, shipped
from checker.secondjudge.protocol import SecondJudge


def directory() -> Path:
    """The directory of the pair reader of the package.  Raises ``ModelNotFoundError``."""
    found = shipped(PAIR_READER)
    if not found:
        raise ModelNotFoundError("no second judge comes with this installation", "install the package again")
    return found[-1]


def load() -> SecondJudge:
    """The pair reader of the package.  Raises a ``ModelError`` that says what is missing."""
    where = directory()
    from checker.secondjudge.onnx import OnnxPairReader

    return OnnxPairReader(where)
