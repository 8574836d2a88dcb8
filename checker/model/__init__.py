"""Frozen records that flow through the pipeline; no logic beyond reading them."""

from checker.model.span import Span

__all__ = ["Span"]
