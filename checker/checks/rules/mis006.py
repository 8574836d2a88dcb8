"""A placeholder that is lost, altered or added.

What it does: in a file of aligned segments, compares the placeholders of each source with those of its target: printf
directives (`%s`, `%(count)d`, `%1$s`), names in braces (`{folder}`, `{{name}}`, `${path}`, `%{user}`), `$t(...)` and
`%1`.  Their order does not matter.  In a plural form of a PO file one may be left out ("a file" for "%d files").

Why it matters: what the program would put there is not said, or the program stops.

What to do: write the placeholder as the source has it, where the language wants the value.

Addresses are compared too, of mail within one domain and of pages within one site, where nothing of them names a
language.

Known limits: tags are not compared, nor the codes of XLIFF and TMX that are elements.  In tables and other files of
ordinary text, signs that may be a percentage ("%5") are not taken for a placeholder, and messages with choices in them
(`{n, plural, ...}`) are not compared.  How often a finding is right was not measured: it has no probability.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.rule import Limits, PairsExample, quoted, sentence_finding
from checker.evidence import RenderingEvidence
from checker.model import Codes, Finding, RuleFacts, Severity
from checker.text.addresses import exchanged
from checker.text.placeholders import differences, has_choices, placeholders, sure

RULE = RuleFacts(
    code="MIS006",
    name="placeholder-mismatch",
    mqm="Accuracy/Mistranslation",
    severity=Severity.MAJOR,
    its_type="markup",  # "a mismatch in markup between source and target"
    weight=0.8,
    of_part=True,
    explains=("CON",),
    summary="a placeholder of the program lost, altered or added",
)

FIRES = (
    PairsExample((("{count} messages from %s are new.", "Die Nachrichten von %s sind neu."),)),
    PairsExample((("Copied %d pages.", "%s pages copiées."),)),
    PairsExample((("%1$s lent %2$s a book.", "%1$s lieh %1$s ein Buch."),)),
    PairsExample((("Write to loans@library.example.", "Écrivez à friends@library.example."),)),
    PairsExample((("Welcome to the library.", "Bine ați venit, {user}, la bibliotecă."),)),
)
SILENT = (
    PairsExample((("{count} messages from %s are new.", "Von %s sind { count } Nachrichten neu."),)),
    PairsExample((("%1$s of %2$s pages", "%2$s pages, dont %1$s"),)),
    PairsExample((("See https://library.example/en/loans.", "Siehe https://library.example/de/ausleihe."),)),
    PairsExample((("Sales rose by 5%.", "Satışlar %5 arttı."),)),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each pair whose placeholders differ."""
    if not evidence.is_aligned:
        return
    codes = evidence.codes or (None,) * len(evidence.sentences)
    for sentence, read in zip(evidence.sentences, codes, strict=True):
        source = evidence.source[sentence.segment.index].content
        target = sentence.segment.content
        if not target.strip() and read is None:
            continue
        lost, new = _differences(source, target, read)
        if lost or new:
            yield sentence_finding(RULE, evidence, sentence, None, _message(lost, new))
        elif address := exchanged(source, target):
            yield sentence_finding(RULE, evidence, sentence, None, _message([address[0]], [address[1]]))


def _differences(source: str, target: str, read: Codes | None) -> tuple[list[str], list[str]]:
    if read is None and (has_choices(source) or has_choices(target)):
        return [], []
    if read is None:
        ours = placeholders(source)
        return differences(ours, tuple(one for one in placeholders(target) if one in ours or sure((one,))))
    if not read.is_translated:
        return [], []
    lost, new = differences(read.source, read.target)
    return ([], new) if read.is_plural and len(lost) == 1 and not new else (lost, new)


def _message(lost: list[str], new: list[str]) -> str:
    if lost and new:
        return f"the source has {_quoted(lost)}; the target has {_quoted(new)} instead"
    if lost:
        return f"the target lacks {_quoted(lost)}"
    return f"the target has {_quoted(new)}, which the source does not have"


def _quoted(found: list[str]) -> str:
    return quoted([f'"{one}"' for one in found])
