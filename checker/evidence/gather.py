"""All evidence on one rendering: the stages of ``collect`` with the scorer's networks between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.encoders import Encoder
from checker.evidence.details.facts import Details, Text
from checker.evidence.details.polarity import with_polarity
from checker.evidence.records import Mismatch, RenderingEvidence, SentenceEvidence, SourceEvidence
from checker.evidence.scorer.networks import Scorer
from checker.evidence.sentences import collect, matching
from checker.evidence.sentences.findings import number_evidence, span_evidence, undetermined, word_evidence
from checker.evidence.sentences.words import words_of
from checker.evidence.side import Side
from checker.evidence.words import lexical, spans
from checker.evidence.words.pooled import SentenceWords
from checker.model import Alignment, Bead, Segment, SourceLink
from checker.text.quantities import Quantity

SAME_WORDS = 0.93
"""Cosine from which two sentences of one language are the same but for a word or two."""

_WHOLE_SHARE = 0.7
"""Share of the whole source that must be rendered for a missing sentence to be an omission."""

_MOST_AT_THE_ENDS = 2
"""Source sentences before or after the rendered ones that still belong to the stretch of a whole translation."""

_NEAREST = 3


def gather(
    source: Sequence[Segment],
    target: Sequence[Segment],
    languages: Sequence[str],
    *,
    source_language: str,
    target_language: str,
    encoder: Encoder,
    word_model: lexical.WordModel,
    scorer: Scorer,
    whole_source: bool = False,
    source_side: Side | None = None,
) -> RenderingEvidence:
    """Evidence on ``target``, a rendering of ``source``; ``languages`` are those of the target's sentences.

    ``whole_source`` says that ``source`` is a document of its own, so that its ends may have been forgotten too;
    ``source_side`` is what was prepared of it for another rendering.
    """
    if source_side is None:
        contents = [segment.content for segment in source]
        source_side = Side.of(contents, [source_language] * len(source), encoder, word_model)
    target_side = Side.of([segment.content for segment in target], languages, encoder, word_model)
    found = matching.match(source_side, target_side, scorer, target_language)
    expected = scorer.expected(target_language)
    words = words_of(
        target_side,
        source_side,
        support := lexical.Support(target_side.lexicon, source_side.lexicon),
        matching.target_links(found),
        scorer.tagger,
        expected.nowhere,
    )
    covered = collect.covered_share(found, source_side, target_side, support)
    gone = collect.numbers_nowhere(found, source_side, target_side)
    features = collect.sentence_features(found, source_side, target_side, words, covered, gone, expected)
    source_words: list[SentenceWords] = []
    reverse: lexical.Support | None = None
    if found.in_order is None:
        p_addition = scorer.free.probabilities(features) if len(features) else np.zeros(0)
        p_omission = np.zeros(len(source))
    else:
        order = collect.order_features(found, source_side, target_side)
        p_addition = scorer.monotone.probabilities(np.hstack([features, order]))
        reverse = support.turned()
        links = matching.source_links(found, source_side, target_side)
        source_words = words_of(source_side, target_side, reverse, links, scorer.tagger, expected.nowhere)
        p_omission = scorer.omission.probabilities(
            collect.omission_features(found, source_side, target_side, links, source_words, p_addition, expected)
        )
    details = Details(
        Text(source, source_side, reverse),
        Text(target, target_side, support),
        found.links,
        [match.sources for match in found.best],
    )
    sentences = tuple(
        _sentence(
            target[k],
            source,
            source_side,
            target_side,
            found,
            k,
            float(p_addition[k]),
            words[k],
            gone[k],
            scorer,
            details.mismatches(k) if p_addition[k] < spans.ABSENT else (),
        )
        for k in range(len(target))
    )
    sentences = with_polarity(sentences, source, [source_language] * len(source), word_model)
    stretch, is_excerpt = _stretch(found, p_addition, len(source), whole_source=whole_source)
    return RenderingEvidence(
        source=tuple(source),
        source_language=source_language,
        target_language=target_language,
        sentences=sentences,
        alignment=_alignment(found, p_addition, p_omission),
        p_omission=tuple(float(p) for p in p_omission),
        stretch=stretch,
        is_excerpt=is_excerpt,
        sources=_source_evidence(source, source_words, source_side, found, p_omission, scorer, expected.nowhere),
    )


def _sentence(
    segment: Segment,
    source: Sequence[Segment],
    source_side: Side,
    target_side: Side,
    found: matching.Matching,
    k: int,
    p_addition: float,
    of: SentenceWords,
    numbers_gone: Sequence[Quantity],
    scorer: Scorer,
    mismatches: tuple[Mismatch, ...],
) -> SentenceEvidence:
    language = target_side.languages[k]
    words = word_evidence(segment, target_side.lexicon.sentences[k], of, p_addition)
    numbers = number_evidence(segment, target_side.numbers[k], numbers_gone, p_addition)
    count = min(_NEAREST, len(source))
    nearest = _links(found.near.nearest[k, :count], found.near.top[k, :count])
    drawn = np.array(sorted(found.links[k]), dtype=np.int64)
    cosines = source_side.vectors[drawn] @ target_side.vectors[k]
    best_first = np.argsort(-cosines, kind="stable")
    return SentenceEvidence(
        segment=segment,
        language=language,
        links=_links(drawn[best_first], cosines[best_first]),
        nearest=nearest,
        similarity=float(found.cosines[k]),
        p_addition=p_addition,
        words=tuple(sorted((*words, *numbers), key=lambda word: (word.start, word.end))),
        spans=span_evidence(segment, words, of, p_addition, scorer.span, scorer.expected(language).nowhere),
        undetermined=undetermined(of, p_addition),
        identical=_identical(segment, language, source, source_side.languages, nearest),
        mismatches=mismatches,
    )


def _source_evidence(
    source: Sequence[Segment],
    words: Sequence[SentenceWords],
    side: Side,
    found: matching.Matching,
    p_omission: NDArray[np.float64],
    scorer: Scorer,
    expected: float,
) -> tuple[SourceEvidence, ...]:
    """The other direction: what of each source sentence is rendered; its words only where the text is in order."""
    drawing: list[list[int]] = [[] for _ in source]
    for k, links in enumerate(found.links):
        for index in links:
            drawing[index].append(k)
    if found.in_order is None:
        return tuple(SourceEvidence(segment, tuple(drawing[k]), 0.0) for k, segment in enumerate(source))
    evidence = []
    for k, segment in enumerate(source):
        p = float(p_omission[k])
        of_words = word_evidence(segment, side.lexicon.sentences[k], words[k], p)
        of_spans = span_evidence(segment, of_words, words[k], p, scorer.span, expected)
        evidence.append(SourceEvidence(segment, tuple(drawing[k]), p, of_words, of_spans))
    return tuple(evidence)


def _links(indices: NDArray[np.int64], cosines: NDArray[Any]) -> tuple[SourceLink, ...]:
    return tuple(SourceLink(index, cosine) for index, cosine in zip(indices.tolist(), cosines.tolist(), strict=True))


def _identical(
    segment: Segment,
    language: str,
    source: Sequence[Segment],
    source_languages: Sequence[str],
    nearest: Sequence[SourceLink],
) -> int | None:
    if not nearest or language != source_languages[nearest[0].index]:
        return None
    folded = " ".join(segment.content.casefold().split())
    for link in nearest:
        if " ".join(source[link.index].content.casefold().split()) == folded:
            return link.index
    return nearest[0].index if nearest[0].similarity >= SAME_WORDS else None


def _stretch(
    found: matching.Matching, p_addition: NDArray[np.float64], source_count: int, *, whole_source: bool
) -> tuple[tuple[int, int], bool]:
    linked = [index for k, links in enumerate(found.links) if p_addition[k] < spans.ABSENT for index in links]
    if not linked:
        return (0, 0), True
    first, stop = min(linked), max(linked) + 1
    share = len(set(linked)) / source_count
    if found.in_order is None or share < _WHOLE_SHARE:
        return (first, stop), True
    # A title or a last line may be forgotten; what is longer is likely no part of what was translated.
    if not whole_source:
        return (first, stop), False
    first = 0 if first <= _MOST_AT_THE_ENDS else first
    stop = source_count if source_count - stop <= _MOST_AT_THE_ENDS else stop
    return (first, stop), False


def _alignment(found: matching.Matching, p_addition: NDArray[np.float64], p_omission: NDArray[np.float64]) -> Alignment:
    if found.in_order is None:
        return Alignment(
            "free",
            tuple(
                Bead((), (k,), 0.0, float(p_addition[k]))
                if p_addition[k] >= spans.ABSENT or not links
                else Bead(tuple(sorted(links)), (k,), float(found.cosines[k]), float(p_addition[k]))
                for k, links in enumerate(found.links)
            ),
        )
    beads: list[Bead] = []
    for sources, targets, cosine in found.in_order.beads:
        if targets and all(p_addition[k] >= spans.ABSENT for k in targets):
            # What stands beside an invention in a bead is not rendered by it.
            p_sources = [float(p_omission[k]) for k in sources]
            beads += [Bead((k,), (), 0.0, p) for k, p in zip(sources, p_sources, strict=True)]
            beads += [Bead((), (k,), 0.0, float(p_addition[k])) for k in targets]
        else:
            p_null = max((p_addition[k] for k in targets), default=max((p_omission[k] for k in sources), default=0.0))
            beads.append(Bead(sources, targets, cosine, float(p_null)))
    return Alignment("monotone", tuple(beads))
