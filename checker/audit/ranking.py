"""The findings of a document as rows of the ledger, in which they are put in the order in which to look."""

from __future__ import annotations

from checker.audit.item import FindingRow
from checker.model import DocumentResult, Figures, Finding

_MOST_TEXT = 500


def finding_rows(result: DocumentResult, of: Figures) -> tuple[FindingRow, ...]:
    """The findings of a document as the ledger's table has them, in the order of the result."""
    return tuple(
        FindingRow(
            code=finding.code,
            severity=str(finding.severity),
            probability=None if finding.probability is None else round(finding.probability, 4),
            priority=finding.priority,
            fingerprint=finding.fingerprint,
            language=finding.target.language if finding.target else of.target_language,
            line=finding.target.line if finding.target else (finding.source[0].line if finding.source else None),
            text=_text(finding)[:_MOST_TEXT],
            message=finding.message[:_MOST_TEXT],
            original=finding.source[0].path if finding.source else None,
        )
        for finding in result.findings
    )


def _text(finding: Finding) -> str:
    """The words that the finding is on: the target's, of an omission the source's."""
    if finding.target is not None and finding.target.text.strip():
        return " ".join(finding.target.text.split())
    return finding.source[0].text if finding.source else ""
