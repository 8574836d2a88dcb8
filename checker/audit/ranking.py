"""What an editor should look at first.

The priority of a finding, in [0, 1], is the product of three things: what kind of finding it is (an invention weighs
most, a person's attention least), its probability (1 where that was not measured, so that the kind alone decides), and
how faithful the rest of the copy is.  An invented claim in an otherwise faithful copy deceives most, because everything
around it is right; in a copy of which nothing is supported the original is likely the wrong one, which a look at one
finding settles.
"""

from __future__ import annotations

from checker.audit.item import Figures, FindingRow
from checker.checks.registry import BY_CODE
from checker.model import DocumentResult, Finding, FindingKind, Verdict

_LEAST_FAITHFUL = 0.25
"""What is left of a finding's priority in a copy of which nothing else is supported."""

_MOST_TEXT = 500
_WORST_FIRST = (Verdict.UNSUPPORTED, Verdict.PARTLY_SUPPORTED, Verdict.SUPPORTED, Verdict.UNDETERMINED)
"""What nobody can tell counts for a pair on which there is no other finding."""


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
    on_pairs: dict[int, set[Verdict]] = {}
    for finding in result.findings:
        on_pairs.setdefault(finding.pair_index, set()).add(BY_CODE[finding.code].verdict)
    worst = [next(verdict for verdict in _WORST_FIRST if verdict in found) for found in on_pairs.values()]
    unsupported, partly, _, undetermined = map(worst.count, _WORST_FIRST)
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
    rule = BY_CODE[finding.code]
    if rule.kind is FindingKind.ADDITION and not rule.of_part and of.unsupported:
        determined -= 1
    elif rule.verdict is Verdict.PARTLY_SUPPORTED and of.partly_supported:
        determined, support = determined - 1, support - 0.5
    return support / determined if determined > 0 else 0.5


def priority(of: Figures, finding: Finding) -> float:
    """Where a finding stands in the order in which to look, in [0, 1], to four decimals."""
    trust = _LEAST_FAITHFUL + (1.0 - _LEAST_FAITHFUL) * faithfulness(of, finding)
    chance = 1.0 if finding.probability is None else finding.probability
    return round(BY_CODE[finding.code].weight * chance * trust, 4)


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
