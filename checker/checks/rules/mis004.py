"""A negation that only one side has, or a word whose opposite the other side says.

What it does: reports a sentence of the rendering when it and the original sentences that it renders differ in
polarity: one side has a negation that is all but always rendered by another ("will not join", "nu va adera"), and no
cue of one is found on the other side.  It also reports a word that excludes the one in its place: "rose" here and
"sank" there, open and closed, north and south, mother and father.

Why it matters: one small word turns a statement into its opposite, and a reader who does not know the language cannot
see that it is missing.

What to do: look for the cue that the message names.  If the other side says the same in positive words ("not allowed",
"forbidden"), dismiss the finding; if not, mend the rendering.

Known limits: a negation is reported only where the words around it are rendered literally and where the other side
has no word that says it otherwise ("unknown", "avoid"); so half of the negations that are lost are found, and a fifth
of those that are added.  Languages without a list of such words are not reported.  Opposites are those of a list; the
same words in another order ("A came after B", "B came before A") can be reported.  Where a sentence has several
negations and loses one, it is often not seen.  A negation that is rendered freely can be reported (docs/polarity.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.mismatches import is_unclear, where_said
from checker.checks.rule import Example, Limits, one_line, sentence_finding
from checker.evidence import Mention, MismatchKind, RenderingEvidence, SentenceEvidence
from checker.model import Finding, RuleFacts, Segment, Severity

RULE = RuleFacts(
    code="MIS004",
    name="polarity-mismatch",
    mqm="Accuracy/Mistranslation",
    severity=Severity.MAJOR,
    its_type="mistranslation",
    weight=0.9,
    of_part=True,
    explains=("MIS005", "CON"),
    summary="a negation or opposite that flips the meaning",
)

MIN_P_MISMATCH = 0.6
"""From this probability on the rule speaks.
Chosen; what it flags and finds is measured by ``benchmarks polarity`` (``docs/polarity.md``)."""

MAX_QUOTE = 160
"""Characters of a sentence that are quoted; chosen."""

_BEFORE = re.compile(r"\S+\s*$")
_AFTER = re.compile(r"^\S*(?:\s+\S+){0,2}")
_UNSPACED_AROUND = 4
"""Characters around a cue that are quoted in a script without spaces; chosen."""

_SOURCE = (
    "The city council met on Monday. It will not close the old bridge over the river. "
    "Work on the new road will begin in spring. The mayor thanked the engineers for their patience."
)
FIRES = (
    Example(
        "The town council met on Monday. The library is open in June. The reading room will be painted.",
        "Der Stadtrat trat am Montag zusammen. Die Bibliothek ist im Juni geschlossen. Der Lesesaal wird gestrichen.",
    ),
    Example(
        "The city council met on Monday. Dogs are not allowed in the museum. Work on the road will begin in spring.",
        "Consiliul municipal s-a întrunit luni. Câinii sunt admiși în muzeu. Lucrările la noul drum vor începe în "
        "primăvară.",
    ),
    Example(
        "The talks ended in the evening. The minister never met the ambassador. The delegation flew home on Tuesday.",
        "Discuțiile s-au încheiat seara. Ministrul l-a întâlnit pe ambasador. Delegația a plecat acasă marți.",
    ),
)
SILENT = (
    Example(
        "The town council met on Monday. The library is not open in June. The reading room will be painted.",
        "Der Stadtrat trat am Montag zusammen. Die Bibliothek ist im Juni geschlossen. Der Lesesaal wird gestrichen.",
    ),
    Example(
        _SOURCE,
        "Consiliul municipal s-a întrunit luni. Nu va închide podul vechi de peste râu. "
        "Lucrările la noul drum vor începe în primăvară. Primarul le-a mulțumit inginerilor pentru răbdare.",
    ),
    Example(
        _SOURCE,
        "Der Stadtrat trat am Montag zusammen. Er wird die alte Brücke über den Fluss nicht schließen. "
        "Die Arbeiten an der neuen Straße werden im Frühjahr beginnen. "
        "Der Bürgermeister dankte den Ingenieuren für ihre Geduld.",
    ),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each polarity mismatch whose probability reaches the limit."""
    for sentence in evidence.sentences:
        if is_unclear(evidence, sentence):
            continue
        for mismatch in sentence.mismatches:
            if mismatch.kind is MismatchKind.POLARITY and mismatch.probability >= MIN_P_MISMATCH:
                yield sentence_finding(
                    RULE,
                    evidence,
                    sentence,
                    mismatch.probability,
                    _message(evidence, sentence, mismatch.source, mismatch.target),
                )


def _message(
    evidence: RenderingEvidence, sentence: SentenceEvidence, source: Mention | None, target: Mention | None
) -> str:
    if source is not None and target is not None:
        here = where_said(evidence, source)
        return f'the original says "{source.text}"{here}; the rendering says the opposite, "{target.text}"'
    if source is not None:
        phrase = _phrase(evidence.source[source.index], source)
        return f'the original says "{phrase}"; no negation is found in the rendering'
    linked = " ".join(one_line(evidence.source[index]) for index in sorted(link.index for link in sentence.links))
    quote = linked if len(linked) <= MAX_QUOTE else f"{linked[:MAX_QUOTE].rstrip()}..."
    if target is None:
        return f'only one side has a negation; the original says "{quote}"'
    phrase = _phrase(sentence.segment, target)
    return f'the rendering has a negation ("{phrase}"); none is found in the original: "{quote}"'


def _phrase(segment: Segment, mention: Mention) -> str:
    """The cue with the words next to it."""
    start, end = mention.start - segment.start, mention.end - segment.start
    before = _BEFORE.search(segment.content[:start])
    after = _AFTER.match(segment.content[end:])
    begin = before.start() if before else start
    stop = end + (after.end() if after else 0)
    if start - begin > 20 or stop - end > 40:  # a script without spaces
        begin, stop = max(0, start - _UNSPACED_AROUND), end + _UNSPACED_AROUND
    return " ".join(segment.content[begin:stop].split()).rstrip(".,;:!?。，")
