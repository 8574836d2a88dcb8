"""A sentence that is about what the original says, and tells it otherwise.

What it does: reports a sentence of the rendering when the second judge, which reads it together with the original
sentences that it draws on, finds that the two contradict each other: opposites (open, closed), who did what to whom,
who said it, "some" become "all", "may" become "will", one place or job for another.  The message shows the words on
both sides that it stumbles over.

Why it matters: every word of such a sentence can stand in the original, and it still says what nobody said.

What to do: read the original words that the message quotes and ask somebody, or a dictionary, for the marked words of
the rendering.  If they do say the same, dismiss the finding.

Known limits: it needs the second judge (`second = never` and an installation without onnxruntime switch it off), and
it reads by example, not by logic: a turn that needs knowledge or counting is missed, and a bold paraphrase can be
reported.  Where a wrong number, date or name or a lost negation explains the difference, that rule speaks instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.mismatches import findings_of
from checker.checks.rule import Example, Limits
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
    summary="who did what to whom, who said it, how much or how sure, told otherwise",
)

_SOURCE = (
    "The library will stay open until ten in the evening. The director hopes that the new roof may be ready in "
    "autumn. Some of the readers complained about the noise. The repair costs were lower than expected."
)
FIRES = (
    Example(
        _SOURCE,
        "Die Bibliothek bleibt bis zehn Uhr abends geschlossen. Die Direktorin hofft, dass das neue Dach im Herbst "
        "fertig sein könnte. Einige Leser beschwerten sich über den Lärm. Die Kosten der Reparatur waren niedriger als "
        "erwartet.",
    ),
)
SILENT = (
    Example(
        _SOURCE,
        "Die Bibliothek bleibt bis zehn Uhr abends geöffnet. Die Direktorin hofft, dass das neue Dach im Herbst "
        "fertig sein könnte. Einige Leser beschwerten sich über den Lärm. Die Kosten der Reparatur waren niedriger als "
        "erwartet.",
    ),
    Example(
        _SOURCE,
        "Biblioteca va rămâne deschisă până la zece seara. Directoarea speră că noul acoperiș ar putea fi gata la "
        "toamnă. Unii dintre cititori s-au plâns de zgomot. Costurile reparației au fost mai mici decât se aștepta.",
    ),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each sentence that tells something otherwise."""
    yield from findings_of(MismatchKind.MEANING, RULE, evidence, limits)
