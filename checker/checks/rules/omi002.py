"""Part of an aligned source sentence that nothing renders.

What it does: reports a run of words of a source sentence that is rendered as a whole, when nothing in its rendering
carries them.  For comments, excerpts and summaries, which shorten on purpose, it stays silent.

Why it matters: "unless", "in part", "so far": what is left out of a sentence can turn it into another one.

What to do: read the part that is shown and look for it in the rendering; it may have gone into the next sentence.

Known limits: it looks at words, so a phrase that the rendering expresses by something quite different (an idiom, a
pronoun for a long name) is reported now and then, and the loss of a small word can be missed.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.rule import Example, Limits, one_line, source_fingerprint
from checker.evidence import RenderingEvidence, SourceEvidence
from checker.evidence.words.spans import ABSENT
from checker.model import Finding, FindingEvidence, NearestSource, Place, RuleFacts, Severity
from checker.text.covered import is_covered

RULE = RuleFacts(
    code="OMI002",
    name="omitted-span",
    mqm="Accuracy/Omission",
    severity=Severity.MINOR,
    its_type="omission",
    weight=0.35,
    of_part=True,
    explains=("CON",),
    summary="part of an aligned source sentence that nothing renders",
)

_SOURCE = (
    "The ministers met in the morning. They discussed the price of electricity. No decision was taken. They will "
    "meet again in September, after the coronation of Queen Kunigunde and the royal wedding in Samarkand."
)
FIRES = (
    Example(
        _SOURCE,
        "Die Minister trafen sich am Morgen. Sie sprachen über den Strompreis. Es wurde keine Entscheidung "
        "getroffen. Sie treffen sich im September wieder.",
    ),
)
SILENT = (
    Example(
        _SOURCE,
        "Die Minister trafen sich am Morgen. Sie sprachen über den Strompreis. Es wurde keine Entscheidung "
        "getroffen. Sie treffen sich im September wieder, nach der Krönung von Königin Kunigunde und der königlichen "
        "Hochzeit in Samarkand.",
    ),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each span left out of a source sentence that is itself rendered, placed where it is rendered."""
    if limits.omissions == "never" or (limits.omissions == "auto" and evidence.is_excerpt):
        return
    for source in evidence.sources:
        rendered = [k for k in source.links if evidence.sentences[k].p_addition < limits.min_p_addition]
        rendered = [k for k in rendered if is_covered(evidence.sentences[k].language)]
        if source.p_omission >= ABSENT or not rendered:
            continue
        for span in source.spans:
            if span.p_absent >= limits.min_p_span:
                yield _finding(evidence, source, rendered[-1], span.text, span.p_absent)


def _finding(
    evidence: RenderingEvidence, source: SourceEvidence, rendered: int, text: str, probability: float
) -> Finding:
    sentence = evidence.sentences[rendered]
    segment, line = sentence.segment, source.segment.line
    return Finding(
        *RULE.identity,
        probability=round(probability, 4),
        message=f"nothing here renders this part of the original: {' '.join(text.split())}",
        target=Place(
            segment.start,
            segment.end,
            segment.line,
            segment.column,
            sentence.language,
            segment.text,
            segment.index,
        ),
        source=(NearestSource(source.segment.index, line, sentence.similarity, one_line(source.segment)),),
        evidence=FindingEvidence(),
        fingerprint=source_fingerprint(RULE.code, evidence, source.segment, text),
    )
