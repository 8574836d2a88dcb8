"""The view for people at a terminal: what was found, where, why, and one line of summary."""

from checker.report.layout import Style, safe
from checker.report.terminal.view import document, report, summary_line, write

__all__ = ["Style", "document", "report", "safe", "summary_line", "write"]
