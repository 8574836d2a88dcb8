"""Evidence on terms: which of a glossary's a source sentence has, and what the target makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.evidence.records import Mention, RenderingEvidence, TermEvidence
from checker.model import Glossary, Segment, Span, Term
from checker.text.languages.tags import canonical
from checker.text.terms import Spotted, TermIndex, forbidden_at, is_rendered

_ABSENT = 0.5
"""Probability from which a source word is taken to be left out of an excerpt rather than rendered
otherwise; chosen."""


def with_terms(evidence: RenderingEvidence, glossary: Glossary) -> RenderingEvidence:
    """The evidence with what there is to say on the glossary's terms in these two languages."""
    of_languages = [
        term
        for term in glossary.terms
        if _is_in(term.source_language, evidence.source_language)
        and _is_in(term.target_language, evidence.target_language)
    ]
    index = TermIndex(
        [term.source for term in of_languages],
        [term.match_case for term in of_languages],
        canonical(evidence.source_language),
    )
    return replace(evidence, terms=tuple(_found(evidence, of_languages, index)))


def _is_in(declared: str | None, language: str) -> bool:
    return declared is None or canonical(declared) == canonical(language)


def _found(evidence: RenderingEvidence, terms: list[Term], index: TermIndex) -> Iterator[TermEvidence]:
    for segment in evidence.source:
        targets = _renders(evidence, segment.index)
        if not targets:
            continue
        here = [evidence.sentences[k].segment for k in targets]
        around = here if evidence.is_aligned else _with_neighbours(evidence, targets)
        seen: set[str] = set()
        for spotted in index.find(segment.content):
            term = terms[spotted.number]
            if term.source not in seen and not _is_left_out(evidence, segment, spotted.span):
                seen.add(term.source)
                yield from _of_term(term, spotted, segment, here, around)


def _of_term(
    term: Term, spotted: Spotted, source: Segment, here: list[Segment], around: list[Segment]
) -> Iterator[TermEvidence]:
    said = _mention(source, spotted.span)
    for target in here:
        for rendering in term.forbidden:
            for span in forbidden_at(rendering, target.content):
                if not _is_part_of_allowed(term, target, span):
                    yield TermEvidence(term, said, target.index, _mention(target, span))
                    return
    if term.renderings and not any(
        is_rendered(rendering, target.content) for rendering in term.renderings for target in around
    ):
        yield TermEvidence(term, said, here[0].index, None)


def _is_part_of_allowed(term: Term, target: Segment, span: Span) -> bool:
    """Whether what looks forbidden is part of a longer rendering that is wanted."""
    return any(
        allowed.contains(span) and allowed != span
        for rendering in term.renderings
        for allowed in forbidden_at(rendering, target.content)
    )


def _renders(evidence: RenderingEvidence, index: int) -> list[int]:
    """The target sentences that render a source sentence, in the target's language."""
    return [
        k
        for k in evidence.sources[index].links
        if evidence.sentences[k].segment.content.strip()
        and (evidence.is_aligned or evidence.sentences[k].language == evidence.target_language)
        and not evidence.sentences[k].undetermined
    ]


def _with_neighbours(evidence: RenderingEvidence, targets: list[int]) -> list[Segment]:
    """A document may say a term in the sentence before or after."""
    near = sorted({k + step for k in targets for step in (-1, 0, 1)})
    return [evidence.sentences[k].segment for k in near if 0 <= k < len(evidence.sentences)]


def _is_left_out(evidence: RenderingEvidence, segment: Segment, span: Span) -> bool:
    """Whether an excerpt, which renders parts of sentences, leaves the term itself out."""
    if evidence.is_aligned or not (evidence.is_excerpt or evidence.alignment.kind == "free"):
        return False
    words = [
        word.p_absent
        for word in evidence.sources[segment.index].words
        if span.start <= word.start - segment.start < span.end
    ]
    return not words or max(words) >= _ABSENT


def _mention(segment: Segment, span: Span) -> Mention:
    start, end = segment.start + span.start, segment.start + span.end
    return Mention(segment.index, start, end, span.of(segment.content))
