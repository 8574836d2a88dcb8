"""Target text left in the source language.

What it does: reports a sentence of the rendering that stands in the language of the original, in the
same words as a sentence of it or nearly so.  Of aligned segments, one in the words of its own source, or
beyond doubt in the language of it.

Why it matters: text was forgotten, or a tool copied the source where it had no translation.

What to do: translate the sentence, or dismiss the finding if it is meant to stay (a title, a quotation).

Known limits: names, addresses, titles of works, references and code rightly stay, and what looks like
them is never reported, nor a sentence of fewer than four words.
How often a finding is right was not measured: it has no probability.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.rule import OF_MEANING, Example, Limits, PairsExample, content_before, sentence_finding
from checker.evidence import RenderingEvidence, SentenceEvidence
from checker.model import Finding, RuleFacts, Severity
from checker.text.kept import is_code, is_kept
from checker.text.prose import is_prose

RULE = RuleFacts(
    code="UNT001",
    name="untranslated-segment",
    mqm="Accuracy/Untranslated",
    severity=Severity.MAJOR,
    its_type="untranslated",
    weight=0.4,
    explains=("ADD", "ALI", "OMI002", *OF_MEANING, "CON", "TRM", "QE"),
    summary="target text left in the source language",
)

MIN_WORDS = 4
"""A sentence of fewer words is never reported; chosen."""

MIN_WORDS_OTHERWISE = 8
"""An aligned segment must have so many words when they are others than those of its source; chosen."""

_SOURCE = (
    "The parcel left the harbour on Tuesday. It was opened by nobody on the way. "
    "The captain signed for it himself. We expect it in the warehouse tomorrow."
)
FIRES = (
    Example(
        _SOURCE,
        "Das Paket verließ den Hafen am Dienstag. It was opened by nobody on the way. "
        "Der Kapitän hat selbst dafür unterschrieben. Wir erwarten es morgen im Lager.",
    ),
    PairsExample(
        (
            ("The parcel left the harbour on Tuesday.", "Das Paket verließ den Hafen am Dienstag."),
            ("Nobody opened it on the way", "Nobody opened it on the way"),
        )
    ),
)
SILENT = (
    Example(
        _SOURCE,
        "Das Paket verließ den Hafen am Dienstag. Es wurde unterwegs von niemandem geöffnet. "
        "Der Kapitän hat selbst dafür unterschrieben. Wir erwarten es morgen im Lager.",
    ),
    Example(
        f"{_SOURCE}\n\nHale, J. R. (1998). Harbours of the northern seas. Tidal Studies 4(2), pp. 33-51.",
        "Das Paket verließ den Hafen am Dienstag. Es wurde unterwegs von niemandem geöffnet. "
        "Der Kapitän hat selbst dafür unterschrieben. Wir erwarten es morgen im Lager.\n\n"
        "Hale, J. R. (1998). Harbours of the northern seas. Tidal Studies 4(2), pp. 33-51.",
    ),
    PairsExample(
        (
            ("The parcel left the harbour on Tuesday.", "Das Paket verließ den Hafen am Dienstag."),
            ("42 %", "42 %"),
            ("Marta Ellingsen, director general", "Marta Ellingsen, director general"),
            ("https://example.org/the/way/to/the/harbour", "https://example.org/the/way/to/the/harbour"),
            ("Osmer Basin Commission, North Quay 4", "Osmer Basin Commission, North Quay 4"),
            ("if (x > 3) { return parcel; }", "if (x > 3) { return parcel; }"),
            ("%s of %d", "%s of %d"),
        )
    ),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each copied sentence."""
    for sentence in evidence.sentences:
        if not _is_left(evidence, sentence):
            continue
        yield sentence_finding(
            RULE,
            evidence,
            sentence,
            None,
            f"left in the language of the original ({evidence.source_language})",
        )


def _is_left(evidence: RenderingEvidence, sentence: SentenceEvidence) -> bool:
    content = sentence.segment.content
    if not evidence.is_aligned:
        return (
            sentence.identical is not None
            and len(sentence.words) >= MIN_WORDS
            and not is_kept(content, content_before(evidence, sentence))
        )
    if evidence.source_language == evidence.target_language or is_code(content):
        return False
    if content.split() == evidence.source[sentence.segment.index].content.split():
        return not is_kept(content)
    return sentence.language == evidence.source_language and is_prose(content, MIN_WORDS_OTHERWISE)
