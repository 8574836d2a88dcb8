"""What a rule is: facts, a pure function of evidence, and examples that are run."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from types import ModuleType

from checker.checks.fingerprints import fingerprint
from checker.evidence import RenderingEvidence, SentenceEvidence
from checker.evidence.records import SpanEvidence, WordKind
from checker.model import Finding, FindingEvidence, NearestSource, Place, RuleFacts, Segment, UnsupportedSpan
from checker.text.primary import primary_language

OF_MEANING = ("MIS001", "MIS002", "MIS003", "MIS004", "MIS005")
"""Rules on what a rendering says otherwise, which one on what it says besides or not at all explains; what a program
puts into it (MIS006) is another matter."""

MAX_NEAREST = 3
"""How many source sentences are shown beside a finding; chosen."""


@dataclass(frozen=True, slots=True)
class Limits:
    """From which probability on the rules speak; the settings fill them in.

    The defaults are chosen; what they flag and find is measured by ``benchmarks gate`` (``docs/quality.md``).
    """

    min_p_addition: float = 0.6
    min_p_span: float = 0.85
    min_p_omission: float = 0.5
    min_p_mismatch: float = 0.6
    undetermined_from: float = 0.35
    omissions: str = "auto"

    def reports(self, span: SpanEvidence) -> bool:
        """Whether a part of a sentence is reported: a clause like a sentence, a run of words from its own limit on."""
        return span.p_absent >= (self.min_p_addition if span.is_clause else self.min_p_span)

    def adds_clause(self, sentence: SentenceEvidence) -> bool:
        """Whether a clause of a sentence is reported, so that it is known which part of it is in doubt."""
        return any(span.is_clause and self.reports(span) for span in sentence.spans)


@dataclass(frozen=True, slots=True)
class Example:
    """An original and a rendering of it, whole, on which a rule fires or stays silent."""

    source: str
    rendering: str

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """What is shown of it: each original with its rendering."""
        return ((self.source, self.rendering),)


@dataclass(frozen=True, slots=True)
class PairsExample:
    """Aligned (source, target) pairs of one file, on which a rule fires or stays silent.

    ``glossary`` is the text of a table of terms, where one is in use.
    """

    pairs: tuple[tuple[str, str], ...]
    glossary: str = ""

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """What is shown of it: each source with its target."""
        return self.pairs


Check = Callable[[RenderingEvidence, Limits], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(RuleFacts):
    """A rule: what is known of it, and how it is checked; its module's docstring is its manual page."""

    check: Check
    fires: tuple[Example | PairsExample, ...]
    silent: tuple[Example | PairsExample, ...]

    @classmethod
    def of(cls, module: ModuleType) -> Rule:
        """The rule that a module of ``checks.rules`` holds."""
        facts = asdict(module.RULE) | {"page": module.__doc__ or ""}
        return cls(**facts, check=module.check, fires=module.FIRES, silent=module.SILENT)


def content_before(evidence: RenderingEvidence, sentence: SentenceEvidence) -> str:
    """What the sentence before says, empty for the first one."""
    index = sentence.segment.index
    return evidence.sentences[index - 1].segment.content if index else ""


def sentence_finding(
    rule: RuleFacts,
    evidence: RenderingEvidence,
    sentence: SentenceEvidence,
    probability: float | None,
    message: str,
    *,
    spans: tuple[UnsupportedSpan, ...] = (),
    place: tuple[int, int] | None = None,
) -> Finding:
    """A finding on a target sentence, or on the part of it that ``place`` (offsets) names.

    ``probability`` is None where it was not measured.
    """
    segment = sentence.segment
    start, end = place or (segment.start, segment.end)
    text = segment.text[start - segment.start : end - segment.start]
    part = segment.content[start - segment.start : end - segment.start]
    lost = [word for word in sentence.words if word.p_absent >= 0.5 and start <= word.start < end]
    return Finding(
        *rule.identity,
        probability=None if probability is None else round(probability, 4),
        message=message,
        target=Place(
            start, end, segment.line, segment.column + start - segment.start, sentence.language, text, segment.index
        ),
        source=nearest_sources(evidence.source, sentence),
        evidence=FindingEvidence(
            names=tuple(dict.fromkeys(word.text for word in lost if word.kind is WordKind.NAME)),
            numbers=tuple(dict.fromkeys(word.text for word in lost if word.kind is WordKind.NUMBER)),
            spans=spans,
        ),
        fingerprint=sentence_fingerprint(rule.code, evidence, sentence, *([part] if place else [])),
    )


def nearest_sources(source: tuple[Segment, ...], sentence: SentenceEvidence) -> tuple[NearestSource, ...]:
    """The source sentences to show beside a target sentence, best first."""
    return tuple(
        NearestSource(link.index, source[link.index].line, link.similarity, one_line(source[link.index]))
        for link in sentence.nearest[:MAX_NEAREST]
    )


def one_line(segment: Segment) -> str:
    """What a sentence says, without markup, on one line."""
    return " ".join(segment.content.split())


def unsupported_spans(sentence: SentenceEvidence) -> tuple[UnsupportedSpan, ...]:
    """The sentence's spans in the shape that results carry."""
    return tuple(UnsupportedSpan(span.start, span.end, span.text, round(span.p_absent, 4)) for span in sentence.spans)


def folded(text: str) -> str:
    """Text without what makes no difference: case, kinds of white space, Unicode forms of one character."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def is_copy(evidence: RenderingEvidence, sentence: SentenceEvidence) -> bool:
    """Whether a target sentence stands in the original as it is; of an aligned pair, in its own source."""
    if not evidence.is_aligned:
        return sentence.identical is not None
    source = evidence.source[sentence.segment.index]
    return sentence.identical is not None or folded(source.content) == folded(sentence.segment.content)


def sentence_fingerprint(code: str, evidence: RenderingEvidence, sentence: SentenceEvidence, *parts: str) -> str:
    """The fingerprint of a finding on a target sentence, or on the parts of it; on a pair, of this source too."""
    rendered = (evidence.source[sentence.segment.index].content,) if evidence.is_aligned else ()
    return fingerprint(code, *rendered, sentence.segment.content, *parts)


def source_fingerprint(code: str, evidence: RenderingEvidence, source: Segment, *parts: str) -> str:
    """The fingerprint of a finding on what the rendering in one language lacks of a source sentence."""
    language = primary_language(evidence.target_language)
    rendered = (evidence.sentences[source.index].segment.content,) if evidence.is_aligned else ()
    return fingerprint(code, language, source.content, *rendered, *parts)


def quoted(words: tuple[str, ...] | list[str], most: int = 6) -> str:
    """Words in a row for a message, cut after ``most``."""
    shown = ", ".join(words[:most])
    return f"{shown}, ..." if len(words) > most else shown
