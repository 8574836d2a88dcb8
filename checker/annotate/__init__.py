"""Findings written into the translator's own file; everything else in it stays byte for byte as it was."""

from checker.annotate.remarks import count
from checker.annotate.writer import annotated, require_format

__all__ = ["annotated", "count", "require_format"]
