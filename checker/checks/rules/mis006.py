"""A placeholder that is lost, altered or added.

What it does: in a file of aligned segments, compares what a program puts into each source, or reads in it, with its
target: printf directives (`%s`, `%(count)d`, `%1$s`, `%%`), names in braces (`{folder}`, `{{name}}`, `${path}`,
`%{user}`), names led by a sign (`:count`, `@author`, `$user`, `#name#`, `[order_id]`), `$t(...)`, `%1`, the arguments
and branches of messages (`{n, plural, ...}`), tags, breaks of lines and tabulators (`\\n`, `\\t`), options, paths,
code between backticks, and the last one of keys pressed together.  Order does not matter where numbers or names tell
them apart; "%s" and "%d" without numbers must follow one another as in the source.  In a plural form of a PO file one
placeholder may be left out ("a file" for "%d files").

Why it matters: what the program would put there is not said, or the program stops.

What to do: write the placeholder as the source has it, where the language wants the value.

Addresses are compared too: that none is lost, of mail within one domain, and of pages within one site, where nothing of
them names a language.

Known limits: the codes of XLIFF and TMX that are elements are not compared, nor marks of shortcuts (`&File`), nor
`$1` alone.  In tables and other files of ordinary text, signs that may be a percentage ("%5") are not taken for a
placeholder, and tags are not compared where one side of a file has many and the other none.  How often a finding is
right was not measured: it has no probability.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.rule import Limits, PairsExample, quoted, sentence_finding
from checker.evidence import RenderingEvidence
from checker.model import Codes, Finding, RuleFacts, Severity
from checker.text.placeholders.tags import tags
from checker.text.placeholders.texts import code_differences, literal_differences, lost_and_new

MANY_WITH_TAGS = 20
"""Texts of one side with tags, from which on none at all in the other is no loss but how the file was made; chosen."""

RULE = RuleFacts(
    code="MIS006",
    name="placeholder-mismatch",
    mqm="Accuracy/Mistranslation",
    severity=Severity.MAJOR,
    its_type="markup",  # "a mismatch in markup between source and target"
    weight=0.8,
    of_part=True,
    explains=("CON",),
    summary="a placeholder, variable or tag lost, altered or added",
)

FIRES = (
    PairsExample((("{count} messages from %s are new.", "Die Nachrichten von %s sind neu."),)),
    PairsExample((("Copied %d pages.", "%s pages copiées."),)),
    PairsExample((("%1$s lent %2$s a book.", "%1$s lieh %1$s ein Buch."),)),
    PairsExample((("Write to loans@library.example.", "Écrivez à friends@library.example."),)),
    PairsExample((("Read the <b>terms</b> first.", "Lesen Sie zuerst die <b>Bedingungen<b>."),)),
    PairsExample((("Copied %d pages to %s.", "Nach %s wurden %d Seiten kopiert."),)),
    PairsExample((("Press Ctrl+S to save.", "Appuyez sur Ctrl+D pour enregistrer."),)),
    PairsExample((("Welcome to the library.", "Bine ați venit, {user}, la bibliotecă."),)),
)
SILENT = (
    PairsExample((("{count} messages from %s are new.", "Von %s sind { count } Nachrichten neu."),)),
    PairsExample((("%1$s of %2$s pages", "%2$s pages, dont %1$s"),)),
    PairsExample((("See https://library.example/en/loans.", "Siehe https://library.example/de/ausleihe."),)),
    PairsExample((("Copied %d pages to %s.", "Nach %2$s wurden %1$d Seiten kopiert."),)),
    PairsExample((("<b>Press Ctrl+S</b> to save.", "Drücken Sie zum Speichern <strong>Strg+S</strong>."),)),
    PairsExample((("Sales rose by 5%.", "Satışlar %5 arttı."),)),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each pair whose placeholders differ."""
    if not evidence.is_aligned:
        return
    codes = evidence.codes or (None,) * len(evidence.sentences)
    with_tags = not _are_stripped(evidence)
    for sentence, read in zip(evidence.sentences, codes, strict=True):
        source = evidence.source[sentence.segment.index].content
        target = sentence.segment.content
        if not target.strip() and read is None:
            continue
        lost, new = lost_and_new(source, target, with_tags) if read is None else _of_codes(source, target, read)
        if lost or new:
            yield sentence_finding(RULE, evidence, sentence, None, _message(lost, new))


def _are_stripped(evidence: RenderingEvidence) -> bool:
    """Whether one side of the file has many tags and the other none at all: whoever wrote it left them out."""
    sources = sum(bool(tags(segment.content)) for segment in evidence.source)
    targets = sum(bool(tags(sentence.segment.content)) for sentence in evidence.sentences)
    return min(sources, targets) == 0 and max(sources, targets) >= MANY_WITH_TAGS


def _of_codes(source: str, target: str, read: Codes) -> tuple[list[str], list[str]]:
    """The same where placeholders were left out of the texts by a reader."""
    if not read.is_translated:
        return [], []
    lost, new = code_differences(read.source, read.target, read.is_plural)
    here, there = literal_differences(source, target)
    return lost + here, new + there


def _message(lost: list[str], new: list[str]) -> str:
    if lost and new:
        return f"the source has {_quoted(lost)}; the target has {_quoted(new)} instead"
    if lost:
        return f"the target lacks {_quoted(lost)}"
    return f"the target has {_quoted(new)}, which the source does not have"


def _quoted(found: list[str]) -> str:
    return quoted([f'"{one}"' for one in found])
