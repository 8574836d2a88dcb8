"""What an editor should look at first.

The priority of a finding, in [0, 1], is the product of three things: what kind of finding it is (an invention weighs
most, a person's attention least), its probability (1 where that was not measured, so that the kind alone decides), and
how faithful the rest of the copy is.  An invented claim in an otherwise faithful copy deceives most, because everything
around it is right; in a copy of which nothing is supported the original is likely the wrong one, which a look at one
finding settles.
"""

from __future__ import annotations

from checker.audit.item import Figures, FindingRow
from checker.model import DocumentResult, Finding, Verdict

WEIGHTS = {
    "ADD001": 1.0,
    "MIS004": 0.9,
    "MIS001": 0.85,
    "MIS003": 0.85,
    "MIS002": 0.8,
    "MIS006": 0.8,
    "ADD002": 0.75,
    "OMI001": 0.5,
    "UNT001": 0.4,
    "LNG001": 0.4,
    "OMI002": 0.35,
    "TRM001": 0.3,
    "CON001": 0.2,
    "QE001": 0.05,
}
"""How much each kind of finding matters to who publishes the copy: a choice, not a measurement."""

OTHER_WEIGHT = 0.5
_LEAST_FAITHFUL = 0.25
"""What is left of a finding's priority in a copy of which nothing else is supported."""

_MOST_TEXT = 500
_UNSUPPORTED_CODES = frozenset({"ADD001", "UNT001", "LNG001"})
_PARTLY_CODES = frozenset({"ADD002", "OMI002", "MIS001", "MIS002", "MIS003", "MIS004", "MIS006", "OMI001"})
_UNDETERMINED_CODES = frozenset({"QE001"})


def figures(result: DocumentResult) -> Figures:
    """The document in numbers; a pair counts by the worst that was found on it."""
    if result.pairs:
        return _of_pairs(result)
    verdicts = [segment.verdict for rendering in result.renderings for segment in rendering.segments]
    return Figures(
        source_language=result.source.language if result.source else None,
        target_language=", ".join(dict.fromkeys(rendering.language for rendering in result.renderings)) or None,
        source_sentences=len(result.source.segments) if result.source else 0,
        sentences=len(verdicts),
        supported=verdicts.count(Verdict.SUPPORTED),
        partly_supported=verdicts.count(Verdict.PARTLY_SUPPORTED),
        unsupported=verdicts.count(Verdict.UNSUPPORTED),
        undetermined=verdicts.count(Verdict.UNDETERMINED),
    )


def _of_pairs(result: DocumentResult) -> Figures:
    codes: dict[int, set[str]] = {}
    for finding in result.findings:
        codes.setdefault(finding.pair_index, set()).add(finding.code)
    unsupported = sum(bool(found & _UNSUPPORTED_CODES) for found in codes.values())
    partly = sum(bool(found & _PARTLY_CODES) and not found & _UNSUPPORTED_CODES for found in codes.values())
    undetermined = sum(found <= _UNDETERMINED_CODES for found in codes.values())
    return Figures(
        source_language=", ".join(dict.fromkeys(pair.source_language for pair in result.pairs)),
        target_language=", ".join(dict.fromkeys(pair.target_language for pair in result.pairs)),
        source_sentences=len(result.pairs),
        sentences=len(result.pairs),
        supported=len(result.pairs) - unsupported - partly - undetermined,
        partly_supported=partly,
        unsupported=unsupported,
        undetermined=undetermined,
    )


def faithfulness(of: Figures, finding: Finding) -> float:
    """How faithful the copy is beside this finding, in [0, 1]: support of its other determined sentences.

    A copy of one sentence has no others: 0.5, since nothing is known.
    """
    determined = of.supported + of.partly_supported + of.unsupported
    support = of.supported + 0.5 * of.partly_supported
    if finding.code == "ADD001" and of.unsupported:
        determined -= 1
    elif finding.code in _PARTLY_CODES and of.partly_supported:
        determined, support = determined - 1, support - 0.5
    return support / determined if determined > 0 else 0.5


def priority(of: Figures, finding: Finding) -> float:
    """Where a finding stands in the order in which to look, in [0, 1], to four decimals."""
    trust = _LEAST_FAITHFUL + (1.0 - _LEAST_FAITHFUL) * faithfulness(of, finding)
    chance = 1.0 if finding.probability is None else finding.probability
    return round(WEIGHTS.get(finding.code, OTHER_WEIGHT) * chance * trust, 4)


def finding_rows(result: DocumentResult, of: Figures) -> tuple[FindingRow, ...]:
    """The findings of a document as the ledger's table has them, in the order of the result."""
    return tuple(
        FindingRow(
            code=finding.code,
            severity=str(finding.severity),
            probability=None if finding.probability is None else round(finding.probability, 4),
            priority=priority(of, finding),
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
