"""A segment that is about what its source says, and tells it otherwise.

What it does: reports an aligned pair, or a sentence in the order of its original, when the second judge, which reads
both sides together, finds that the two contradict each other: one name, place or job for another, a meaning turned
round, who did what to whom, "some" become "all". The message shows the words on both sides that it stumbles over.

Why it matters: nearly every word of such a segment has its counterpart, and it still says what nobody said.

What to do: read the words of the source that the message quotes and ask somebody, or a dictionary, for the marked
words of the rendering. If they do say the same, dismiss the finding.

Known limits: it speaks only where the second judge was asked (`--second auto` or `always`), not in comments and other
text in no order, and it misses more than it finds; it was measured when MIS003 found fewer names. Of 1,000 pairs of
good news translation one is accused (docs/second-judge.md). It reads by example, not by logic: a bold paraphrase can
be reported. Where a wrong number, date or name or a lost negation explains the difference, that rule speaks instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.mismatches import findings_of
from checker.checks.rule import Limits, PairsExample
from checker.evidence import MismatchKind, RenderingEvidence
from checker.model import Finding, RuleFacts, Severity

RULE = RuleFacts(
    code="MIS005",
    name="meaning-mismatch",
    mqm="Accuracy/Mistranslation",
    severity=Severity.MAJOR,
    its_type="mistranslation",
    weight=0.9,
    of_part=True,
    explains=("CON",),
    yields=True,
    needs_second=True,
    summary="who did what to whom, who said it, how much or how sure, told otherwise",
)

FIRES = (PairsExample((("The guide also speaks Polish.", "Hướng dẫn viên không nói tiếng Ba Lan."),)),)
SILENT = (
    PairsExample(
        (
            ("The doctor from Porto treats children with asthma.", "Der Arzt aus Porto behandelt Kinder mit Asthma."),
            (
                "Visitors from Sweden do not need a visa for a stay of three weeks.",
                "Besucher aus Schweden brauchen für einen Aufenthalt von drei Wochen kein Visum.",
            ),
        )
    ),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each sentence that tells something otherwise."""
    yield from findings_of(MismatchKind.MEANING, RULE, evidence, limits)
