"""Sentences that are no claims: what stands around a text, and in comments questions and the writer's own opinion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.evidence.records import SentenceEvidence, SourceEvidence
from checker.evidence.words.spans import ABSENT
from checker.model import Segment
from checker.text.paratext.document import PlacedSentence, asides
from checker.text.paratext.opinions import no_claim


def aside_segments(segments: Sequence[Segment]) -> list[bool]:
    """Whether each segment stands around the text of its document: a byline, a date, a credit, a greeting."""
    lines = [-1, *(segment.line for segment in segments), -1]
    placed = [
        PlacedSentence(segment.content, lines[k] != segment.line != lines[k + 2]) for k, segment in enumerate(segments)
    ]
    return [bool(languages) for languages in asides(placed, greetings=True)]


def without_asides(
    links: Sequence[Sequence[int]], source_around: Sequence[bool], target_around: Sequence[bool]
) -> list[tuple[int, ...]]:
    """``links``, the source sentences that each target sentence draws on, without those that stand around the text,
    unless the target sentence does too: a date above an article is rendered by a date or not at all."""
    return [
        tuple(links_of) if is_around else tuple(i for i in links_of if not source_around[i])
        for links_of, is_around in zip(links, target_around, strict=True)
    ]


def with_asides(
    sentences: Sequence[SentenceEvidence], around: Sequence[bool], *, in_order: bool
) -> tuple[SentenceEvidence, ...]:
    """Target sentences, those marked that stand ``around`` the text.

    In free order, as comments are, a question or an opinion that nothing in the original supports is undetermined.
    What a writer tells of himself is not: "I" may as well be somebody who is quoted, and an invention.
    """
    marked = []
    for sentence, is_aside in zip(sentences, around, strict=True):
        if is_aside:
            marked.append(replace(sentence, is_aside=True))
            continue
        is_doubtful = not in_order and not sentence.undetermined and sentence.p_addition >= ABSENT
        reason = no_claim(sentence.segment.content, sentence.language) if is_doubtful else ""
        marked.append(replace(sentence, undetermined=reason) if reason else sentence)
    return tuple(marked)


def with_source_asides(sources: Sequence[SourceEvidence], around: Sequence[bool]) -> tuple[SourceEvidence, ...]:
    """Source sentences, those marked that stand ``around`` the text: a translation may leave them out."""
    return tuple(
        replace(source, is_aside=True) if is_aside else source for source, is_aside in zip(sources, around, strict=True)
    )
