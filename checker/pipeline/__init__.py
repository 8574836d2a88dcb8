"""From documents to results: one line a stage."""

from checker.pipeline.checker import DocumentChecker

Checker = DocumentChecker

__all__ = ["Checker", "DocumentChecker"]
