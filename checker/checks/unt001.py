"""Target text left in the source language.

What it does: reports a sentence of the rendering that stands in the language of the original, in the
same words as a sentence of it or nearly so.

Why it matters: text was forgotten, or a tool copied the source where it had no translation.

What to do: translate the sentence, or dismiss the finding if it is meant to stay (a title, a quotation).

Known limits: names, addresses, titles of works and code may rightly stay; a sentence of fewer than
four words is never reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.rule import Example, Limits, sentence_finding
from checker.evidence import RenderingEvidence
from checker.model import Finding, Severity

IDENTITY = ("UNT001", "untranslated-segment", "Accuracy/Untranslated", Severity.MAJOR)
SUMMARY = "target text left in the source language"

MIN_WORDS = 4

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
)
SILENT = (
    Example(
        _SOURCE,
        "Das Paket verließ den Hafen am Dienstag. Es wurde unterwegs von niemandem geöffnet. "
        "Der Kapitän hat selbst dafür unterschrieben. Wir erwarten es morgen im Lager.",
    ),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each copied sentence."""
    for sentence in evidence.sentences:
        if sentence.identical is None or len(sentence.words) < MIN_WORDS:
            continue
        yield sentence_finding(
            IDENTITY,
            evidence,
            sentence,
            0.95,
            f"left in the language of the original ({evidence.source_language})",
        )
