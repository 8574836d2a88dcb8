"""From documents to results: one line a stage."""

from checker.pipeline.checker import Checker

__all__ = ["Checker"]
