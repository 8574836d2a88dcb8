"""The report to read and to send on: one HTML file that needs nothing else.

Nothing of a document can run in it: every text is escaped where it enters (``markup``), the policy in the head lets
run only the one script and the one style sheet that stand in the page, known by their digests, and that script never
makes markup out of text.
"""

from __future__ import annotations

from checker.report.html.page import asset, page, parts, report, shell, write

__all__ = ["asset", "page", "parts", "report", "shell", "write"]
