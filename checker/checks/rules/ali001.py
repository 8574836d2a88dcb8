"""An aligned segment whose target renders another segment of the file.

What it does: reports a pair of which both sides differ in meaning, when the source of another pair of the file says
what the target says.  Nothing is invented there, it stands in the wrong place.

Why it matters: columns slip by a row, a match from a memory is taken for the wrong segment, and every sentence is still
a good translation - of something else.

What to do: look at the segment that is named; if whole stretches are reported, look where the columns begin to differ.

Known limits: it looks at a thousand pairs at a time, and not at targets of a word or two.  A file in which the same
thing is said twice in other words can name the wrong one of the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.rule import Limits, PairsExample, one_line, sentence_fingerprint
from checker.evidence import Elsewhere, RenderingEvidence, SentenceEvidence
from checker.model import Finding, FindingEvidence, NearestSource, Place, RuleFacts, Severity

RULE = RuleFacts(
    code="ALI001",
    name="other-segment",
    mqm="Accuracy/Mistranslation",
    severity=Severity.MAJOR,
    its_type="mistranslation",
    weight=0.6,
    of_whole=True,
    explains=("ADD", "OMI", "MIS", "CON", "TRM", "QE"),
    summary="an aligned segment whose target renders another segment",
)

_SOURCES = (
    "The harbour office opens at seven in the morning.",
    "Boats longer than twelve metres need a permit from the council.",
    "Nobody may swim between the two piers in summer.",
    "The fuel station accepts cards and cash.",
)
_TARGETS = (
    "Das Hafenbüro öffnet um sieben Uhr morgens.",
    "Boote, die länger als zwölf Meter sind, brauchen eine Genehmigung des Gemeinderats.",
    "Zwischen den beiden Molen darf im Sommer niemand schwimmen.",
    "Die Tankstelle nimmt Karten und Bargeld.",
)
FIRES = (PairsExample(tuple(zip(_SOURCES, (_TARGETS[0], _TARGETS[2], _TARGETS[1], _TARGETS[3]), strict=True))),)
SILENT = (PairsExample(tuple(zip(_SOURCES, _TARGETS, strict=True))),)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each pair that renders another, as surely as it differs from its own source."""
    for sentence, pair in zip(evidence.sentences, evidence.pairs, strict=False):
        if sentence.undetermined or pair.elsewhere is None:
            continue
        if pair.elsewhere.p_here >= limits.min_p_omission:
            yield _finding(evidence, sentence, pair.elsewhere)


def _finding(evidence: RenderingEvidence, sentence: SentenceEvidence, other: Elsewhere) -> Finding:
    segment, there = sentence.segment, evidence.source[other.index]
    own = evidence.source[segment.index]
    place = Place(
        segment.start, segment.end, segment.line, segment.column, sentence.language, segment.text, segment.index
    )
    return Finding(
        *RULE.identity,
        probability=round(other.p_here, 4),
        message=f"this renders another segment, that of line {there.line}: {_cut(one_line(there))}",
        target=place,
        source=(NearestSource(own.index, own.line, sentence.similarity, one_line(own)),),
        evidence=FindingEvidence(),
        fingerprint=sentence_fingerprint(RULE.code, evidence, sentence),
    )


def _cut(text: str, most: int = 80) -> str:
    return text if len(text) <= most else f"{text[:most].rstrip()} ..."
