"""The tool as the benchmarks ask it: the code that the commands run, answers in the shape that measures need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from benchmarks.lib.gold import Row
from benchmarks.lib.tags import tag
from checker.checks import Limits, findings, wanted
from checker.encoders import Encoder
from checker.errors import InputError
from checker.evidence import RenderingEvidence
from checker.evidence.records import WordEvidence
from checker.formats import document_from_text
from checker.model import Bitext, Document, DocumentResult, Pair, Segment
from checker.pipeline import DocumentChecker
from checker.pipeline.sentences import language_of_all, segments, sentence_languages, sentences_of

FROM = 0.5
"""Probability from which a word counts as flagged where a set asks for yes or no."""

DIVERGENT_FROM = 0.1
"""The same for a pair: the share of divergent pairs that probabilities are calibrated for.  Above it the evidence
speaks for a difference, however rare differences are in real text."""

Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class PairScores:
    """What the tool says of one aligned pair; ``codes`` are those of its findings above neutral."""

    p_addition: float
    p_omission: float
    p_mistranslation: float
    p_divergent: float
    p_unsupported: float
    target_spans: tuple[tuple[int, int, float], ...]
    source_spans: tuple[tuple[int, int, float], ...]
    codes: tuple[str, ...]

    @property
    def p_wrong(self) -> float:
        """The probability that anything is wrong, were all that the tool says of a pair independent."""
        said = self.p_addition, self.p_omission, self.p_mistranslation, self.p_divergent
        return 1.0 - prod(1.0 - p for p in said)

    @property
    def adds(self) -> bool:
        """The tool's own decision that the target says more than its source."""
        return any(code.startswith("ADD") for code in self.codes)


def listed(spans: Sequence[tuple[int, int, float]]) -> Spans:
    """Offsets of the spans that the tool lists, whatever their probability."""
    return [(start, end) for start, end, _ in spans]


class Tool:
    """The checker with its default settings, and its answers on gold data."""

    def __init__(self, checker: DocumentChecker | None = None) -> None:
        self.checker = checker or DocumentChecker()

    @property
    def limits(self) -> Limits:
        return self.checker.settings.limits

    @property
    def encoder(self) -> Encoder:
        return self.checker.encoder

    def pairs(self, rows: Sequence[Row], target: str = "tgt") -> list[PairScores]:
        """What is said of each row's ``src`` and ``target`` as a pair, all rows checked as one file."""
        result = self.checker.bitext(bitext(rows, target))
        codes: list[list[str]] = [[] for _ in rows]
        for finding in result.findings:
            if finding.severity.rank > 0:
                codes[finding.pair_index].append(finding.code)
        return [
            PairScores(
                pair.p_addition,
                pair.p_omission,
                pair.p_mistranslation,
                pair.p_divergent,
                pair.p_unsupported,
                tuple((span.start, span.end, span.p_addition) for span in pair.target_spans),
                tuple((span.start, span.end, span.p_omission) for span in pair.source_spans),
                tuple(codes[k]),
            )
            for k, pair in enumerate(result.pairs)
        ]

    def pair_evidence(self, rows: Sequence[Row]) -> RenderingEvidence:
        """The evidence on each row's ``src`` and ``tgt`` as a pair."""
        return self.checker.bitext_evidence(bitext(rows))

    def similarities(self, rows: Sequence[Row]) -> list[float]:
        """Cosine of each row's two sides."""
        first, second = self.encoder.encode([r["src"] for r in rows]), self.encoder.encode([r["tgt"] for r in rows])
        return [float(x) for x in np.einsum("ij,ij->i", first, second)]

    def sentences(self, source: Sequence[str], target: Sequence[str]) -> RenderingEvidence:
        """The evidence on two documents whose sentences are given."""
        return self._evidence(_segments(source), _segments(target))

    def texts(self, source: str, target: str) -> RenderingEvidence:
        """The evidence on two running texts, cut as ``compare`` cuts them; offsets are into the texts."""
        first, second = document_from_text("source.txt", source), document_from_text("target.txt", target)
        return self._evidence(_cut(first), _cut(second))

    def _evidence(self, source: Sequence[Segment], target: Sequence[Segment]) -> RenderingEvidence:
        contents = [segment.content for segment in target]
        prevailing, _ = language_of_all(contents)
        return self.checker.document_evidence(
            source,
            target,
            sentence_languages(contents, prevailing),
            source_language=language_of_all([segment.content for segment in source])[0],
            target_language=prevailing,
            whole_source=True,
        )

    def findings(self, evidence: RenderingEvidence) -> list[tuple[str, str, int]]:
        """Findings above neutral on what ``sentences`` gave: code, "source" or "target", and which sentence there."""
        settings = self.checker.settings
        found = []
        for finding in findings(evidence, settings.limits, wanted(settings.select, settings.ignore)):
            if finding.severity.rank == 0:
                continue
            if finding.target is None or finding.code.startswith("OMI"):
                found.append((finding.code, "source", finding.source[0].index))
            else:
                found.append((finding.code, "target", finding.target.line - 1))
        return found

    def scan(self, text: str) -> DocumentResult | None:
        """The answer on one mixed document, or None where it could not be checked."""
        try:
            return self.checker.scan(document_from_text("mixed.txt", text))
        except InputError:
            return None


def bitext(rows: Sequence[Row], target: str = "tgt") -> Bitext:
    """Rows as the pairs of one file."""
    return Bitext(
        "gold.jsonl",
        tuple(
            Pair(str(row.get("id", k)), row["src"], row[target], k + 1, tag(row["src_lang"]), tag(row["tgt_lang"]))
            for k, row in enumerate(rows)
        ),
    )


def token_scores(
    text: str, offsets: Sequence[Sequence[int]], words: Sequence[WordEvidence], floor: float
) -> list[float]:
    """For each token (its offsets) the most that a word it shares characters with says, and at least ``floor``.

    A token without letters or digits takes the score of the token before it.
    """
    scores: list[float] = []
    ordered = sorted(words, key=lambda word: word.start)
    first = 0
    for start, end in offsets:
        while first < len(ordered) and ordered[first].end <= start:
            first += 1
        covering = []
        for word in ordered[first:]:
            if word.start >= end:
                break
            if word.end > start:
                covering.append(word.p_absent)
        if covering:
            scores.append(max(floor, *covering))
        elif scores and not any(map(str.isalnum, text[start:end])):
            scores.append(scores[-1])
        else:
            scores.append(floor)
    return scores


def _segments(texts: Sequence[str]) -> list[Segment]:
    """Sentences as a document that has one a line."""
    found, start = [], 0
    for k, text in enumerate(texts):
        found.append(Segment(k, start, start + len(text), k + 1, 1, text, text))
        start += len(text) + 1
    return found


def _cut(document: Document) -> list[Segment]:
    return segments(document, [span for paragraph in sentences_of(document) for span in paragraph])
