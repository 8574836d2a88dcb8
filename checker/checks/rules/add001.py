"""A target sentence with no counterpart in the original.

What it does: reports a sentence of the rendering when the evidence says that nothing in the original
carries its meaning: no source sentence, nor any combination of up to three, comes near it, and
telling words, names or numbers of it are nowhere in the original.

Why it matters: a sentence that nobody said, put among sentences that were said, is the gravest fault
a rendering can have, and the hardest to see for a reader who does not know the language.

Where a sentence of the original is left out in the same place, the message names its line: the
sentence may be a very free rendering of it.

What to do: read the nearest original sentences that are shown with it.  If one of them does say it,
dismiss the finding; if not, strike the sentence or mark it as not being part of the original.

Known limits: a very loose paraphrase, or a sentence of comment by the translator ("see below"), can
look like an addition.  A claim made only of words that the original also uses can be missed.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.replaced import replaced
from checker.checks.rule import OF_MEANING, Example, Limits, PairsExample, quoted, sentence_finding, unsupported_spans
from checker.evidence import RenderingEvidence, SentenceEvidence
from checker.evidence.absence import ABSENT
from checker.model import Finding, RuleFacts, Severity

RULE = RuleFacts(
    code="ADD001",
    name="unsupported-sentence",
    mqm="Accuracy/Addition",
    severity=Severity.MAJOR,
    its_type="addition",
    weight=1.0,
    explains=("ADD002", "OMI002", *OF_MEANING, "CON", "TRM"),
    summary="a target sentence with no counterpart in the source",
)

_SOURCE = (
    "The city council met on Monday. It approved the plan for a new bridge over the river. "
    "Work will begin in spring and take two years. The mayor thanked the engineers for their patience. "
    "Residents may send their questions to the council until the end of the month."
)
FIRES = (
    Example(
        _SOURCE,
        "Consiliul municipal s-a întrunit luni. A aprobat planul pentru un nou pod peste râu. "
        "Lucrările vor începe în primăvară și vor dura doi ani. Episcopul din Alba Iulia a sfințit "
        "spitalul de copii și a cerut eliberarea prizonierilor. Primarul le-a mulțumit inginerilor pentru "
        "răbdare. Locuitorii pot trimite întrebările lor consiliului până la sfârșitul lunii.",
    ),
    Example(
        _SOURCE,
        "Der Stadtrat trat am Montag zusammen. Er genehmigte den Plan für eine neue Brücke über den Fluss. "
        "Der Minister versprach den Bauern in Brandenburg höhere Preise für Milch und Getreide. "
        "Die Arbeiten beginnen im Frühjahr und dauern zwei Jahre. "
        "Der Bürgermeister dankte den Ingenieuren für ihre Geduld. "
        "Die Einwohner können ihre Fragen bis zum Ende des Monats an den Rat senden.",
    ),
    PairsExample((("The city council met on Monday.", "Der Stadtrat trat am Montag zusammen."), ("", "Und der Rest?"))),
)
SILENT = (
    Example(
        _SOURCE,
        "Consiliul municipal s-a întrunit luni. A aprobat planul pentru un nou pod peste râu. "
        "Lucrările vor începe în primăvară și vor dura doi ani. Primarul le-a mulțumit inginerilor pentru "
        "răbdare. Locuitorii pot trimite întrebările lor consiliului până la sfârșitul lunii.",
    ),
    Example(
        _SOURCE,
        "Le conseil municipal s'est réuni lundi. Il a approuvé le projet d'un nouveau pont sur la rivière. "
        "Les travaux commenceront au printemps et dureront deux ans. Le maire a remercié les ingénieurs "
        "de leur patience. Les habitants peuvent envoyer leurs questions au conseil jusqu'à la fin du mois.",
    ),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each sentence whose probability of being an addition reaches the limit."""
    in_place = replaced(evidence)
    for index, sentence in enumerate(evidence.sentences):
        if not sentence.undetermined and sentence.p_addition >= limits.min_p_addition:
            yield sentence_finding(
                RULE,
                evidence,
                sentence,
                sentence.p_addition,
                _message(sentence, in_place.get(index), evidence),
                spans=unsupported_spans(sentence),
            )


def _message(sentence: SentenceEvidence, in_place: int | None, evidence: RenderingEvidence) -> str:
    said = _what_is_lost(sentence)
    if in_place is None or evidence.sources[in_place].p_omission < ABSENT:
        return said
    return f"{said}; in its place the original has line {evidence.source[in_place].line}, which nothing renders"


def _what_is_lost(sentence: SentenceEvidence) -> str:
    if not sentence.nearest:
        return "the original has nothing here"
    lost = [
        word.text
        for word in sorted(sentence.words, key=lambda word: (-word.weight * word.p_absent, word.start))
        if word.p_absent >= 0.5
    ]
    lost = list(dict.fromkeys(lost))
    if lost:
        return f"nothing in the original says this; nowhere in it: {quoted(lost)}"
    return "nothing in the original says this"
