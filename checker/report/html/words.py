"""What the report says in words: verdicts, probabilities, kinds of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import Enum

from checker.model import LIKELY, DocumentResult, Finding, FindingKind, RenderingResult, Severity, Verdict
from checker.report.language_names import language_name
from checker.report.layout import count
from checker.report.support import run_counts


class Sign(Enum):
    """What marks a kind of finding wherever it appears, and what the sign says."""

    ADDITION = ("+", "not in the original")
    OMISSION = ("−", "left out")
    MISMATCH = ("≠", "differs from the original")
    UNTRANSLATED = ("=", "not translated")
    UNDETERMINED = ("?", "cannot tell")

    @property
    def symbol(self) -> str:
        return self.value[0]

    @property
    def words(self) -> str:
        return self.value[1]

    @property
    def css(self) -> str:
        return self.name.lower()


SIGNS = {
    FindingKind.ADDITION: Sign.ADDITION,
    FindingKind.OMISSION: Sign.OMISSION,
    FindingKind.MISTRANSLATION: Sign.MISMATCH,
    FindingKind.UNTRANSLATED: Sign.UNTRANSLATED,
    FindingKind.TERMINOLOGY: Sign.MISMATCH,
    FindingKind.INCONSISTENCY: Sign.MISMATCH,
    FindingKind.ORDER: Sign.UNDETERMINED,
    FindingKind.UNDETERMINED: Sign.UNDETERMINED,
}


def sign_of(finding: Finding) -> Sign:
    """What marks a finding."""
    return SIGNS[finding.kind]


VERDICTS = {
    Verdict.SUPPORTED: ("", "supported"),
    Verdict.PARTLY_SUPPORTED: ("±", "partly supported"),
    Verdict.UNSUPPORTED: (Sign.ADDITION.symbol, Sign.ADDITION.words),
    Verdict.UNDETERMINED: (Sign.UNDETERMINED.symbol, Sign.UNDETERMINED.words),
}
"""Sign and words of each verdict on a sentence."""

_LIKELY = (
    (0.95, "almost certain"),
    (0.8, "very likely"),
    (LIKELY, "likely"),
    (0.4, "about even"),
    (0.2, "less likely"),
)


def likely(probability: float) -> str:
    """A calibrated probability in words."""
    return next((words for least, words in _LIKELY if probability >= least), "unlikely")


def ranges(numbers: Iterable[int], letter: str, most: int = 12) -> str:
    """Numbers in order as runs: "O1–O5, O8"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = [f"{letter}{first}" if first == last else f"{letter}{first}–{letter}{last}" for first, last in runs[:most]]
    left_out = len(runs) - most
    return ", ".join(shown) + (f" and {left_out} more" if left_out > 0 else "")


def by_severity(findings: Iterable[Finding]) -> str:
    """ "2 major, 1 minor": how many of each, the gravest first; neutral ones are those that nobody can tell."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(
        f"{counts[severity]:,} {'undetermined' if severity is Severity.NEUTRAL else severity}"
        for severity in reversed(Severity)
        if counts[severity]
    )


def headline(documents: Sequence[DocumentResult]) -> str:
    """The verdict on a whole run in one sentence."""
    segments = [segment for rendering in _renderings(documents) for segment in rendering.segments]
    of = run_counts(documents)
    unsure = of.undetermined or sum(segment.verdict is Verdict.UNDETERMINED for segment in segments)
    pairs = sum(len(result.pairs) for result in documents)
    if documents and all(result.status == "failed" for result in documents):
        return "Not checked" if len(documents) == 1 else f"None of {len(documents):,} documents could be checked"
    if not segments and not pairs:
        return "No text in another language was found"
    if of.unsupported and not pairs:
        is_ = "is" if of.unsupported == 1 else "are"
        more = (
            f", and there {'is' if of.others == 1 else 'are'} {count(of.others, 'other finding')}" if of.others else ""
        )
        return f"{of.unsupported:,} of {count(len(segments), 'sentence')} {is_} not supported by the original{more}"
    if of.findings:
        return f"{count(of.findings, 'finding')} in {amount(documents)}"
    if unsure:
        return f"No findings in {amount(documents)}, but {unsure:,} could not be judged"
    if segments and not pairs and all(segment.verdict is Verdict.SUPPORTED for segment in segments):
        return f"Every one of {amount(documents)} is supported by the original"
    return f"No findings in {amount(documents)}"


def amount(documents: Sequence[DocumentResult]) -> str:
    """How much was read: "6 sentences", "12 pairs", "30 sentences and 12 pairs"."""
    sentences = sum(len(rendering.segments) for rendering in _renderings(documents))
    pairs = sum(len(result.pairs) for result in documents)
    parts = [count(number, noun) for number, noun in ((sentences, "sentence"), (pairs, "pair")) if number]
    return " and ".join(parts) or "no sentences"


def overview(result: DocumentResult) -> str:
    """What was compared in one document."""
    if result.status == "failed":
        return "Not checked."
    if result.pairs:
        languages = list(dict.fromkeys((pair.source_language, pair.target_language) for pair in result.pairs))
        named = ", ".join(f"{language_name(source)} to {language_name(target)}" for source, target in languages[:3])
        more = f" and {len(languages) - 3:,} more" if len(languages) > 3 else ""
        return f"{count(len(result.pairs), 'aligned pair')}, {named}{more}."
    if result.source is None:
        return "No original was found."
    original = f"Original in {language_name(result.source.language)}, {count(len(result.source.segments), 'sentence')}"
    if not result.renderings:
        return f"{original}. No text in another language was found, so there was nothing to compare."
    return f"{original}; {count(len(result.renderings), 'rendering')} found."


def rendering_verdict(rendering: RenderingResult) -> str:
    """How the sentences of one rendering fared: "5 supported, 1 not in the original"."""
    counts = Counter(segment.verdict for segment in rendering.segments)
    return ", ".join(f"{counts[verdict]:,} {words}" for verdict, (_, words) in VERDICTS.items() if counts[verdict])


def reason(result: DocumentResult) -> str:
    """Why a document was not checked, without its name, which stands before it."""
    return (result.error or "").removeprefix(f"{result.path}: ")


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _renderings(documents: Sequence[DocumentResult]) -> list[RenderingResult]:
    return [rendering for result in documents for rendering in result.renderings]
