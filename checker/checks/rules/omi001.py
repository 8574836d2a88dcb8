"""A source sentence inside the rendered stretch that nothing renders.

What it does: in a rendering that follows its original sentence by sentence, reports a source sentence
between rendered ones that has no counterpart; when two files are compared, also what is missing at either
end.  A longer stretch that nothing renders - the end, the beginning, a part of the page - is one finding, which
has no probability.  For comments, excerpts and summaries, which leave out on purpose, it is off unless asked
for with ``--omissions always``; ``--excerpt`` turns it off for a translation of a part, too.

Why it matters: what is left out can change what remains: a condition, a denial, a caveat.

What to do: read the source sentence that is shown and look whether the rendering says it elsewhere.

Known limits: a short sentence ("Thank you.") that was folded into its neighbour can be reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.rule import OF_MEANING, Example, Limits, PairsExample, one_line, source_fingerprint
from checker.evidence import RenderingEvidence
from checker.evidence.coverage import runs_without
from checker.model import Finding, FindingEvidence, NearestSource, Place, RuleFacts, Segment, Severity
from checker.text.languages.known import is_covered

RULE = RuleFacts(
    code="OMI001",
    name="omitted-sentence",
    mqm="Accuracy/Omission",
    severity=Severity.MAJOR,
    its_type="omission",
    weight=0.5,
    explains=("OMI002", *OF_MEANING, "CON", "TRM"),
    summary="a source sentence inside the rendered stretch that nothing renders",
)

_SOURCE = (
    "The museum opens at nine in the morning. Tickets are sold at the gate. "
    "Children under six do not pay. Dogs are not allowed in the halls. "
    "The garden closes when it rains. A small library stands behind the main building. "
    "Guided tours begin every hour."
)
FIRES = (
    Example(
        _SOURCE,
        "Das Museum öffnet um neun Uhr morgens. Eintrittskarten werden am Tor verkauft. "
        "Kinder unter sechs Jahren zahlen nicht. "
        "Der Garten schließt, wenn es regnet. Eine kleine Bibliothek steht hinter dem Hauptgebäude. "
        "Führungen beginnen jede Stunde.",
    ),
    Example(
        _SOURCE,
        "Das Museum öffnet um neun Uhr morgens. Eintrittskarten werden am Tor verkauft. "
        "Kinder unter sechs Jahren zahlen nicht. Hunde sind in den Sälen nicht erlaubt.",
    ),
    PairsExample((("The museum opens at nine.", "Das Museum öffnet um neun."), ("Dogs are not allowed.", " "))),
)
SILENT = (
    Example(
        _SOURCE,
        "Das Museum öffnet um neun Uhr morgens. Eintrittskarten werden am Tor verkauft. "
        "Kinder unter sechs Jahren zahlen nicht. Hunde sind in den Sälen nicht erlaubt. "
        "Der Garten schließt, wenn es regnet. Eine kleine Bibliothek steht hinter dem Hauptgebäude. "
        "Führungen beginnen jede Stunde.",
    ),
    Example(_SOURCE, "Kinder unter sechs Jahren zahlen nicht. Führungen beginnen jede Stunde."),
    PairsExample((("The museum opens at nine.", "Das Museum öffnet um neun."), (" ", ""))),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each omitted sentence or stretch of them, placed where the rendering goes on without it."""
    always = limits.omissions == "always"
    wanted = always or (limits.omissions == "auto" and not evidence.is_excerpt)
    if not wanted or not evidence.sentences or not (evidence.is_aligned or is_covered(evidence.target_language)):
        return
    gaps = evidence.coverage.gaps
    if always and evidence.coverage.is_whole and evidence.alignment.kind == "free":
        gaps = runs_without(evidence.coverage.rendered, evidence.coverage.of)
    yield from (_stretch(evidence, *gap) for gap in gaps)
    first, stop = (0, evidence.coverage.of) if always and evidence.coverage.is_whole else evidence.stretch
    for index in range(first, stop):
        rendered = evidence.sources[index]
        if any(one <= index < end for one, end in gaps):
            continue
        if rendered.p_omission < limits.min_p_omission or _says_something_else(evidence, index, limits):
            continue
        omitted = evidence.source[index]
        yield Finding(
            *RULE.identity,
            probability=round(rendered.p_omission, 4),
            message=_message(evidence, index),
            target=_where_it_is_missing(evidence, index),
            source=(NearestSource(index, omitted.line, 0.0, one_line(omitted)),),
            evidence=FindingEvidence(),
            fingerprint=source_fingerprint(RULE.code, evidence, omitted),
        )


def _says_something_else(evidence: RenderingEvidence, index: int, limits: Limits) -> bool:
    """Whether a pair has a target that is wrong rather than missing; ADD001 reports that."""
    if not evidence.is_aligned or not evidence.sources[index].links:
        return False
    sentence = evidence.sentences[index]
    return bool(sentence.undetermined) or sentence.p_addition >= limits.undetermined_from


def _stretch(evidence: RenderingEvidence, first: int, stop: int) -> Finding:
    """A stretch of the original that nothing renders; its first and its last sentence are shown."""
    of = evidence.coverage.of
    which = f"sentences {first + 1} to {stop}" if stop - first > 1 else f"sentence {stop}"
    if first == 0 or stop == of:
        which = " ".join(["the", "first" if first == 0 else "last", *([str(stop - first)] if stop - first > 1 else [])])
    ends = tuple(evidence.source[k] for k in dict.fromkeys((first, stop - 1)))
    return Finding(
        *RULE.identity,
        probability=None,
        message=f"nothing renders {which} of the {of} sentences of the original",
        target=_where_it_is_missing(evidence, first),
        source=tuple(NearestSource(one.index, one.line, 0.0, one_line(one)) for one in ends),
        evidence=FindingEvidence(),
        fingerprint=source_fingerprint(RULE.code, evidence, ends[0], ends[-1].content),
    )


def _message(evidence: RenderingEvidence, index: int) -> str:
    if evidence.is_aligned and not evidence.sentences[index].segment.content.strip():
        return "nothing renders this: the target is empty"
    return "the rendering leaves this sentence of the original out"


def _where_it_is_missing(evidence: RenderingEvidence, index: int) -> Place:
    """The end of the last target sentence that renders something before the omitted one; of a pair, its own end."""
    if evidence.is_aligned:
        return _end_of(evidence, index)
    before = [
        target
        for bead in evidence.alignment.beads
        if bead.source and bead.target and bead.source[-1] < index
        for target in bead.target
    ]
    if before:
        return _end_of(evidence, max(before))
    segment = evidence.sentences[0].segment
    return _at(segment, segment.start, evidence)


def _end_of(evidence: RenderingEvidence, index: int) -> Place:
    segment = evidence.sentences[index].segment
    return _at(segment, segment.end, evidence)


def _at(segment: Segment, offset: int, evidence: RenderingEvidence) -> Place:
    column = segment.column + offset - segment.start
    return Place(offset, offset, segment.line, column, evidence.target_language, "", segment.index)
