"""From documents to results: one line a stage."""

from checker.pipeline.checker import DocumentChecker

__all__ = ["DocumentChecker"]
