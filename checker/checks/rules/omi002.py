"""Part of an aligned source sentence that nothing renders.

What it does: reports a run of words of a source sentence that is rendered as a whole, when nothing in its rendering
carries them.  An aligned segment of which a large part is missing is reported as one finding, by the words and by how
short its target is; it names the words that seem to be missing.  For comments, excerpts and summaries, which shorten
on purpose, it stays silent.

Why it matters: "unless", "in part", "so far": what is left out of a sentence can turn it into another one.

What to do: read the part that is shown and look for it in the rendering; it may have gone into the next sentence.

Known limits: it looks at words, so a phrase that the rendering expresses by something quite different (an idiom, a
pronoun for a long name) is reported now and then, and the loss of a small word can be missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.checks.rule import Example, Limits, PairsExample, one_line, source_fingerprint
from checker.evidence import RenderingEvidence, SourceEvidence
from checker.evidence.absence import ABSENT
from checker.model import Finding, FindingEvidence, NearestSource, Place, RuleFacts, Severity
from checker.text.languages.known import is_covered

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

NAMED_FROM = 0.3
"""Probability from which words are named as missing where a large part of a segment is; chosen."""

SURE = 0.8
"""Probability from which half of a segment left out is a grave matter; chosen."""

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
    PairsExample(
        (
            ("The ferry sails at noon.", "Die Fähre fährt um zwölf Uhr mittags."),
            (
                "Passengers must show a ticket at the gate and leave their bicycles on the lower deck.",
                "Fahrgäste müssen am Tor einen Fahrschein vorzeigen.",
            ),
        )
    ),
)
SILENT = (
    Example(
        _SOURCE,
        "Die Minister trafen sich am Morgen. Sie sprachen über den Strompreis. Es wurde keine Entscheidung "
        "getroffen. Sie treffen sich im September wieder, nach der Krönung von Königin Kunigunde und der königlichen "
        "Hochzeit in Samarkand.",
    ),
    PairsExample(
        (
            (
                "Passengers must show a ticket at the gate and leave their bicycles on the lower deck.",
                "Fahrgäste müssen am Tor einen Fahrschein vorzeigen und ihre Fahrräder auf dem Unterdeck lassen.",
            ),
        )
    ),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each span left out of a source sentence that is itself rendered, placed where it is rendered."""
    if limits.omissions == "never" or (limits.omissions == "auto" and evidence.is_excerpt):
        return
    for source in evidence.sources:
        rendered = [k for k in source.links if evidence.sentences[k].p_addition < limits.min_p_addition]
        rendered = [k for k in rendered if is_covered(evidence.sentences[k].language)]
        if not rendered or source.p_omission >= (limits.min_p_omission if evidence.is_aligned else ABSENT):
            continue
        shortened = _shortened(evidence, source, limits) if evidence.is_aligned else None
        if shortened is not None:
            yield shortened
            continue
        for span in source.spans:
            if span.p_absent >= limits.min_p_span:
                yield _finding(evidence, source, rendered[-1], span.text, span.p_absent)


def _shortened(evidence: RenderingEvidence, source: SourceEvidence, limits: Limits) -> Finding | None:
    """One finding for a segment of which a large part is missing, whatever its parts are each by itself."""
    index = source.segment.index
    p_shortened = evidence.pairs[index].p_shortened if evidence.pairs else 0.0
    if p_shortened < limits.min_p_omission or evidence.sentences[index].undetermined:
        return None
    missing = [span.text for span in source.spans if span.p_absent >= NAMED_FROM]
    found = _finding(evidence, source, index, " ... ".join(missing), max(p_shortened, *_surest(source)))
    severity = Severity.MAJOR if p_shortened >= SURE else RULE.severity
    if missing:
        return replace(found, severity=severity)
    message = "much of the original is not rendered here: the target is far shorter than what it renders"
    return replace(found, severity=severity, message=message)


def _surest(source: SourceEvidence) -> tuple[float, ...]:
    return tuple(span.p_absent for span in source.spans) or (0.0,)


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
