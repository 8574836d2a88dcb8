"""Too short, not covered, or too close to call: a person must decide.

What it does: says of a sentence that the tool cannot tell whether the original supports it: it has
too few words to judge, the embedding model knows too little of them, or the evidence for and against
is about even.  Its severity is neutral: it never fails a run unless ``--fail-on neutral`` is given.

Why it matters: a checker that never says "I do not know" is guessing some of the time.

What to do: have the sentence read by somebody who knows both languages if it matters.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.rule import Example, Limits, PairsExample, is_copy, sentence_finding, unsupported_spans
from checker.evidence import RenderingEvidence, SentenceEvidence
from checker.model import Finding, RuleFacts, Severity

RULE = RuleFacts(
    code="QE001",
    name="undetermined",
    mqm=None,
    severity=Severity.NEUTRAL,
    its_type="other",
    weight=0.05,
    summary="too short, uncovered language, or too close to call: ask a person",
)

_SOURCE = (
    "The bakery at the corner sells bread and rolls. On Sundays it opens later than on other days. "
    "The baker lives above the shop with his family."
)
FIRES = (
    Example(
        _SOURCE,
        "Die Bäckerei an der Ecke verkauft Brot und Brötchen. Sonntags öffnet sie später als an anderen "
        "Tagen. Wer weiß? Der Bäcker wohnt mit seiner Familie über dem Laden.",
    ),
)
SILENT = (
    Example(
        _SOURCE,
        "Die Bäckerei an der Ecke verkauft Brot und Brötchen. Sonntags öffnet sie später als an anderen "
        "Tagen. Der Bäcker wohnt mit seiner Familie über dem Laden.",
    ),
    PairsExample((("12,500.00", "12 500,00"), ("- - -", "***"), ("OK", "OK"), ("", ""))),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each sentence about which nothing sure can be said."""
    for sentence in evidence.sentences:
        reason = sentence.undetermined
        is_even = limits.undetermined_from <= sentence.p_addition < limits.min_p_addition
        if not reason and is_even and not limits.adds_clause(sentence):
            reason = "the evidence for and against is about even"
        reason = reason or _doubt_about_pair(evidence, sentence, limits)
        if reason and not is_copy(evidence, sentence) and _says_something(evidence, sentence):
            yield sentence_finding(
                RULE,
                evidence,
                sentence,
                sentence.p_addition,
                f"cannot tell: {reason}",
                spans=unsupported_spans(sentence),
            )


def _doubt_about_pair(evidence: RenderingEvidence, sentence: SentenceEvidence, limits: Limits) -> str:
    """What of an aligned segment as a whole is too close to call."""
    if not evidence.pairs:
        return ""
    pair, doubtful_from = evidence.pairs[sentence.segment.index], limits.undetermined_from
    other = pair.elsewhere
    if other is not None and doubtful_from <= other.p_here < limits.min_p_omission:
        return f"it may render another segment, that of line {evidence.source[other.index].line}"
    if limits.omissions != "never" and doubtful_from <= pair.p_shortened < limits.min_p_omission:
        return "much of the original may be missing here"
    return ""


def _says_something(evidence: RenderingEvidence, sentence: SentenceEvidence) -> bool:
    """Cells of a table often hold a figure or a dash, of which there is nothing to ask."""
    return not evidence.is_aligned or any(map(str.isalpha, sentence.segment.content))
