"""Part of an aligned sentence has no counterpart in the original.

What it does: reports a run of words in a supported sentence when it holds a name, a number or several
telling words that are nowhere in the original, while the rest of the sentence is rendered from it.

Why it matters: a clause slipped into a true sentence borrows the truth of its surroundings.

What to do: look at the source sentence shown with it.  If it does hold the marked words in another
form, dismiss the finding; if not, strike them.

In comments and other text in no order each clause, from comma to comma, is judged by itself too, and reported
from the limit of whole sentences (min_p_addition) on.

Known limits: elsewhere it looks for words that the original has nowhere; a clause made of words that occur elsewhere in
the original is missed, and so is most of what adds one or two words.  In comments it is what no comma parts that is
missed.  Explanations by the translator ("the capital, Bucharest") are reported as the additions they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.rule import OF_MEANING, Example, Limits, sentence_finding
from checker.evidence import RenderingEvidence
from checker.model import Finding, RuleFacts, Severity, UnsupportedSpan

RULE = RuleFacts(
    code="ADD002",
    name="unsupported-span",
    mqm="Accuracy/Addition",
    severity=Severity.MINOR,
    its_type="addition",
    weight=0.75,
    of_part=True,
    explains=(*OF_MEANING, "CON"),
    summary="an aligned sentence, part of which has no counterpart",
)

_SOURCE = (
    "The ministers met in the morning. They discussed the price of electricity and the state of the "
    "power lines. No decision was taken. They will meet again in September."
)
_FERRY = (
    "The night ferry to Osmund Island will stop in October. Only eleven passengers used it last winter. The islanders "
    "are angry. Their speaker said that nurses need the night ferry to get to work. The company offers a bus instead."
)
FIRES = (
    Example(
        _SOURCE,
        "Die Minister trafen sich am Morgen. Sie sprachen über den Strompreis und den Zustand der "
        "Stromleitungen. Es wurde keine Entscheidung getroffen. Sie treffen sich im September wieder, "
        "nach der Krönung von König Ottokar und Königin Kunigunde in Samarkand.",
    ),
    Example(
        _FERRY,
        "Die Inselbewohner sind wütend, und der Bürgermeister will dagegen klagen. Die Nachtfähre fährt ab Oktober "
        "nicht mehr.",
    ),
)
SILENT = (
    Example(
        _FERRY,
        "Die Inselbewohner sind wütend, weil Krankenschwestern die Fähre für den Weg zur Arbeit brauchen. Die "
        "Nachtfähre fährt ab Oktober nicht mehr.",
    ),
    Example(
        _SOURCE,
        "Die Minister trafen sich am Morgen. Sie sprachen über den Strompreis und den Zustand der "
        "Stromleitungen. Es wurde keine Entscheidung getroffen. Sie treffen sich im September wieder.",
    ),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each unsupported span of a sentence that is itself supported."""
    for sentence in evidence.sentences:
        if sentence.undetermined or sentence.p_addition >= limits.min_p_addition:
            continue
        for span in sentence.spans:
            if limits.reports(span):
                yield sentence_finding(
                    RULE,
                    evidence,
                    sentence,
                    span.p_absent,
                    f"this part of the sentence is not in the original: {span.text}",
                    spans=(UnsupportedSpan(span.start, span.end, span.text, round(span.p_absent, 4)),),
                    place=(span.start, span.end),
                )
