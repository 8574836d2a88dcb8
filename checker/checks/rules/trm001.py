"""A term of the glossary that is not rendered as the glossary wants.

What it does: with `--glossary FILE` (CSV, TSV or TBX), looks for each of its terms in the source and, where
there is one, for one of its renderings in the target, in whatever form the language gives it: other endings,
compounds, spellings without diacritics and another order of words count as the rendering.  It reports a term
of which no rendering is there (minor), and a forbidden rendering that is (major).  Of terms inside one
another the longest counts.

Why it matters: a reader takes two words for two things, and clients, laws and interfaces have fixed ones.

What to do: use the rendering, or add the one that was used to the glossary.  Where a pronoun or a shorter
form stands for the term on purpose, dismiss the finding.

Known limits: forms that share no beginning with the rendering (good, better; tie, teiden) are reported, so
list them as further renderings.  A form is recognised by its letters alone, so that another word that begins
like the rendering hides a fault.  A term is not looked for in its own inflected forms but for English
plurals.  In excerpts, terms that seem left out are not reported.  How often a finding is right was not
measured: it has no probability.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.checks.mismatches import sources_first
from checker.checks.rule import Limits, PairsExample, sentence_finding, sentence_fingerprint
from checker.evidence import RenderingEvidence
from checker.evidence.records import TermEvidence
from checker.model import Finding, FindingEvidence, RuleFacts, Severity

RULE = RuleFacts(
    code="TRM001",
    name="term-mismatch",
    mqm="Terminology/Resource",
    severity=Severity.MINOR,
    its_type="terminology",
    weight=0.3,
    of_part=True,
    explains=("CON",),
    summary="a term of the glossary rendered otherwise than it wants",
)

_GLOSSARY = "source,target,forbidden\nwater board,Wasserbehörde,Wasserrat\nfloodgate,Schleusentor;Fluttor,\n"
FIRES = (
    PairsExample((("The water board meets today.", "Der Wasserrat tritt heute zusammen."),), _GLOSSARY),
    PairsExample((("Close the floodgates at night.", "Schließen Sie nachts die Klappen."),), _GLOSSARY),
    PairsExample(
        (("The water board closed the road.", "Le conseil des eaux a fermé la route."),),
        "source,target,language\nwater board,agence de l'eau,fr\nwater board,Wasserbehörde,de\n",
    ),
)
SILENT = (
    PairsExample((("The water board meets today.", "Die Sitzung der Wasserbehörden ist heute."),), _GLOSSARY),
    PairsExample((("Close the floodgates at night.", "Schließen Sie nachts die Fluttore."),), _GLOSSARY),
    PairsExample((("The board drinks water.", "Der Vorstand trinkt Wasser."),), _GLOSSARY),
    PairsExample(
        (("The water board met.", "Vesilautakunnan kokous pidettiin."),), "source,target\nwater board,vesilautakunta\n"
    ),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each term in a source sentence that is rendered otherwise than the glossary wants."""
    for found in evidence.terms:
        if evidence.sentences[found.index].p_addition < limits.min_p_addition:
            yield _finding(evidence, found)


def _finding(evidence: RenderingEvidence, found: TermEvidence) -> Finding:
    sentence, target = evidence.sentences[found.index], found.target
    what = found.term.source, target.text if target else ""
    finding = sentence_finding(
        RULE,
        evidence,
        sentence,
        None,
        _message(found),
        place=(target.start, target.end) if target else None,
    )
    return replace(
        finding,
        severity=Severity.MAJOR if target else Severity.MINOR,
        evidence=FindingEvidence(),
        source=sources_first(finding.source, evidence, sentence, found.source),
        fingerprint=sentence_fingerprint(RULE.code, evidence, sentence, *what),
    )


def _message(found: TermEvidence) -> str:
    wanted = " or ".join(f'"{rendering}"' for rendering in found.term.renderings)
    note = f" ({found.term.note})" if found.term.note else ""
    if found.target is None:
        return f'the glossary wants {wanted} for "{found.source.text}"; it is not here{note}'
    instead = f" and wants {wanted}" if wanted else ""
    return f'the glossary forbids "{found.target.text}" for "{found.source.text}"{instead}{note}'
