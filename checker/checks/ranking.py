"""What a reader should look at first.

The priority of a finding, in [0, 1], is the product of three things: what kind of finding it is (an invention weighs
most, a person's attention least), its probability (1 where that was not measured, so that the kind alone decides), and
how faithful the rest of the copy is.  An invented claim in an otherwise faithful copy deceives most, because everything
around it is right; in a copy of which nothing is supported the original is likely the wrong one, which a look at one
finding settles.
"""

from __future__ import annotations

from dataclasses import replace

from checker.checks.registry import BY_CODE
from checker.model import DocumentResult, Figures, Finding, FindingKind, Verdict, figures

_LEAST_FAITHFUL = 0.25
"""What is left of a finding's priority in a copy of which nothing else is supported; chosen."""

_WORST_FIRST = (Verdict.UNSUPPORTED, Verdict.PARTLY_SUPPORTED, Verdict.SUPPORTED, Verdict.UNDETERMINED)
"""What nobody can tell counts for a pair on which there is no other finding."""


def ranked(result: DocumentResult) -> DocumentResult:
    """The result with a verdict on each of its pairs and a priority for each of its findings."""
    judged = with_verdicts(result) if result.pairs else result
    of = figures(judged)
    return replace(
        judged, findings=tuple(replace(finding, priority=priority(of, finding)) for finding in judged.findings)
    )


def with_verdicts(result: DocumentResult) -> DocumentResult:
    """The result with each pair judged by the worst that was found on it, whether it was dismissed or not."""
    on_pairs: dict[int, set[Verdict]] = {}
    for finding in (*result.findings, *(one.finding for one in result.dismissed)):
        on_pairs.setdefault(finding.pair_index, set()).add(BY_CODE[finding.code].verdict)
    worst = {k: next(verdict for verdict in _WORST_FIRST if verdict in found) for k, found in on_pairs.items()}
    pairs = tuple(
        replace(pair, verdict=worst[number]) if number in worst else pair for number, pair in enumerate(result.pairs)
    )
    return replace(result, pairs=pairs)


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
