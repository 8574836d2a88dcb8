"""A passage of the rendering that stands elsewhere than in the original.

What it does: reports sentences that the original has too, but not there: what would else be an addition in one place
and an omission in another.  One finding is made for each passage, with the line of the original where it begins.

Why it matters: a translation may put a passage elsewhere for good reasons; a reader who holds the two side by side has
to know where to look.

What to do: nothing, if the order is meant.  The severity is neutral: it never fails a run unless
``--fail-on neutral`` is given.

Known limits: where a text has no order any more, as a comment or a summary, nothing is said of what stands where.  A
single short sentence that resembles others is not known to have moved.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.rule import Example, Limits, PairsExample, one_line, sentence_fingerprint
from checker.evidence import RenderingEvidence
from checker.evidence.records import MovedPassage
from checker.model import Finding, FindingEvidence, NearestSource, Place, RuleFacts, Severity

RULE = RuleFacts(
    code="MOV001",
    name="moved-passage",
    mqm="Style/Organizational style",
    severity=Severity.NEUTRAL,
    its_type="other",
    weight=0.02,
    summary="a passage that stands elsewhere than in the original",
)

_SOURCE = (
    "The city council met on Monday. It approved the plan for a new bridge over the river. "
    "Work will begin in spring and take two years. The mayor thanked the engineers for their patience. "
    "Children under ten may visit the museum without paying. The bakery on the square has been sold. "
    "A concert will be held in the park every Sunday in July. "
    "Residents may send their questions to the council until the end of the month."
)
_COUNCIL = "Der Stadtrat trat am Montag zusammen. "
_BRIDGE = "Er genehmigte den Plan für eine neue Brücke über den Fluss. "
_WORK = "Die Arbeiten beginnen im Frühjahr und dauern zwei Jahre. "
_MAYOR = "Der Bürgermeister dankte den Ingenieuren für ihre Geduld. "
_MUSEUM = "Kinder unter zehn Jahren dürfen das Museum besuchen, ohne zu zahlen. "
_BAKERY = "Die Bäckerei am Platz wurde verkauft. "
_CONCERT = "Im Juli gibt es jeden Sonntag ein Konzert im Park. "
_QUESTIONS = "Die Einwohner können ihre Fragen bis zum Ende des Monats an den Rat senden."
FIRES = (Example(_SOURCE, _COUNCIL + _CONCERT + _BRIDGE + _WORK + _MAYOR + _MUSEUM + _BAKERY + _QUESTIONS),)
SILENT = (
    Example(_SOURCE, _COUNCIL + _BRIDGE + _WORK + _MAYOR + _MUSEUM + _BAKERY + _CONCERT + _QUESTIONS),
    Example(_SOURCE, _CONCERT + _COUNCIL),
    PairsExample((("The city council met on Monday.", "Der Stadtrat trat am Montag zusammen."),)),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each passage that moved."""
    del limits
    for passage in evidence.moved:
        yield _finding(evidence, passage)


def _finding(evidence: RenderingEvidence, passage: MovedPassage) -> Finding:
    first, last = (evidence.sentences[k].segment for k in (passage.target[0], passage.target[-1]))
    start, stop = (evidence.source[index] for index in (passage.source[0], passage.source[-1]))
    many = f"{len(passage.target)} sentences stand" if len(passage.target) > 1 else "this sentence stands"
    lines = f"line {start.line}" if start.line == stop.line else f"lines {start.line} to {stop.line}"
    sentence = evidence.sentences[passage.target[0]]
    return Finding(
        *RULE.identity,
        probability=None,
        message=f"moved: {many} elsewhere in the original, on {lines}",
        target=Place(first.start, first.end, first.line, first.column, sentence.language, first.text, first.index),
        source=tuple(NearestSource(one.index, one.line, 0.0, one_line(one)) for one in dict.fromkeys((start, stop))),
        evidence=FindingEvidence(),
        fingerprint=sentence_fingerprint(RULE.code, evidence, sentence, last.content),
    )
