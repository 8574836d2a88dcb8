"""All evidence on one rendering: the stages of ``collect`` with the scorer's networks between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.encoders import Encoder
from checker.evidence import collect, lexical, spans
from checker.evidence.details_facts import Details, Text
from checker.evidence.records import (
    Mismatch,
    RenderingEvidence,
    SentenceEvidence,
    SpanEvidence,
    WordEvidence,
    WordKind,
)
from checker.evidence.scorer import Scorer
from checker.model import Alignment, Bead, Segment, SourceLink
from checker.text.quantities import Quantity

_MIN_KNOWN = 0.5
_MIN_TELLING_WORDS = 3
_CLEARLY_SUPPORTED = 0.2
_SAME_WORDS = 0.93
_WHOLE_SHARE = 0.7
"""Share of the whole source that must be rendered for a missing sentence to be an omission."""

_NEAREST = 3
_NUMBER_WEIGHT = 3.0


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
) -> RenderingEvidence:
    """Evidence on ``target``, a rendering of ``source``; ``languages`` are those of the target's sentences."""
    source_side = collect.Side.of(
        [segment.content for segment in source], [source_language] * len(source), encoder, word_model
    )
    target_side = collect.Side.of([segment.content for segment in target], languages, encoder, word_model)
    found = collect.matching(source_side, target_side, scorer, target_language)
    support = lexical.Support(target_side.lexicon, source_side.lexicon)
    columns = collect.word_features(found, source_side, target_side, support)
    p_words = [scorer.word.probabilities(rows) if len(rows) else np.zeros(0) for rows in columns]
    covered = collect.covered_share(found, source_side, target_side, support)
    gone = collect.numbers_nowhere(found, source_side, target_side)
    features = collect.sentence_features(
        found, source_side, target_side, columns, p_words, covered, gone, scorer.expected(target_language)
    )
    if found.in_order is None:
        p_addition = scorer.free.probabilities(features) if len(features) else np.zeros(0)
        p_omission = np.zeros(len(source))
    else:
        p_addition = scorer.monotone.probabilities(np.hstack([features, collect.order_features(found)]))
        reverse = lexical.Support(source_side.lexicon, target_side.lexicon)
        p_omission = scorer.omission.probabilities(
            collect.omission_features(found, source_side, target_side, reverse)
        )
    details = Details(
        Text(source, source_side, [source_language] * len(source), support.turned()),
        Text(target, target_side, languages, support),
        found,
        columns,
    )
    sentences = tuple(
        _sentence(
            target[k],
            languages[k],
            source,
            source_language,
            source_side,
            target_side,
            found,
            k,
            float(p_addition[k]),
            columns[k],
            p_words[k],
            gone[k],
            scorer,
            details.mismatches(k) if p_addition[k] < spans.ABSENT else (),
        )
        for k in range(len(target))
    )
    stretch, is_excerpt = _stretch(found, p_addition, len(source))
    return RenderingEvidence(
        source=tuple(source),
        source_language=source_language,
        target_language=target_language,
        sentences=sentences,
        alignment=_alignment(found, p_addition),
        p_omission=tuple(float(p) for p in p_omission),
        stretch=stretch,
        is_excerpt=is_excerpt,
    )


def _sentence(
    segment: Segment,
    language: str,
    source: Sequence[Segment],
    source_language: str,
    source_side: collect.Side,
    target_side: collect.Side,
    found: collect.Matching,
    k: int,
    p_addition: float,
    columns: lexical.Floats,
    p_absent: NDArray[np.float64],
    numbers_gone: Sequence[Quantity],
    scorer: Scorer,
    mismatches: tuple[Mismatch, ...],
) -> SentenceEvidence:
    words = _words(segment, target_side, k, columns, p_absent, p_addition)
    numbers = _numbers(segment, target_side.numbers[k], numbers_gone, p_addition)
    count = min(_NEAREST, len(source))
    nearest = _links(found.nearest[k, :count], found.top[k, :count])
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
        spans=_spans(segment, words, columns, p_addition, scorer, scorer.expected(language).nowhere),
        undetermined=_undetermined(columns, p_addition),
        identical=_identical(segment, language, source, source_language, nearest),
        mismatches=mismatches,
    )


def _links(indices: NDArray[np.int64], cosines: NDArray[Any]) -> tuple[SourceLink, ...]:
    return tuple(
        SourceLink(index, cosine) for index, cosine in zip(indices.tolist(), cosines.tolist(), strict=True)
    )


def _words(
    segment: Segment,
    side_: collect.Side,
    k: int,
    columns: lexical.Floats,
    p_absent: NDArray[np.float64],
    p_addition: float,
) -> tuple[WordEvidence, ...]:
    """The words of a sentence; in one that is itself an addition, those with no support share its probability."""
    found = []
    for word, row, p in zip(side_.lexicon.sentences[k], columns, p_absent, strict=True):
        norm = float(row[5])
        telling = norm >= spans.TELLING
        kind = WordKind.NAME if word.is_name else WordKind.WORD if telling else WordKind.FUNCTION
        support = min(max(float(row[0]), float(row[2]) if row[2] > 0.75 else 0.0, 0.0), 1.0)
        if p_addition >= spans.ABSENT:
            p = max(p, p_addition) if support < spans.NOWHERE and telling else min(p, spans.ABSENT - 0.01)
        start, end = segment.start + word.span.start, segment.start + word.span.end
        found.append(WordEvidence(start, end, word.text, kind, norm * norm, support, float(p)))
    return tuple(found)


def _numbers(
    segment: Segment, numbers: Sequence[Quantity], gone: Sequence[Quantity], p_addition: float
) -> tuple[WordEvidence, ...]:
    """Quantities written in digits as evidence; those without counterpart share the sentence's probability."""
    return tuple(
        WordEvidence(
            segment.start + number.span.start,
            segment.start + number.span.end,
            number.span.of(segment.content),
            WordKind.NUMBER,
            _NUMBER_WEIGHT,
            0.0 if number in gone else 1.0,
            max(p_addition, spans.ABSENT) if number in gone and p_addition >= spans.ABSENT else 0.0,
        )
        for number in numbers
        if not number.spelled
    )


def _spans(
    segment: Segment,
    words: Sequence[WordEvidence],
    columns: lexical.Floats,
    p_addition: float,
    scorer: Scorer,
    expected: float,
) -> tuple[SpanEvidence, ...]:
    """Runs of absent words; in a sentence that is itself an addition they share its probability."""
    p_absent = np.array([word.p_absent for word in words])
    least = spans.ABSENT if p_addition >= spans.ABSENT else spans.RUN_FROM
    ranges = [
        (first, stop)
        for first, stop in spans.runs(p_absent, columns[:, 5], least)
        if _mostly_nowhere(words[first:stop])
    ]
    if not ranges:
        return ()
    if p_addition >= spans.ABSENT:
        probabilities = np.full(len(ranges), p_addition)
    else:
        features = spans.span_features(columns, p_absent, ranges, p_addition, expected)
        probabilities = scorer.span.probabilities(features)
    found = []
    for (first, stop), p in zip(ranges, probabilities, strict=True):
        start, end = words[first].start, words[stop - 1].end
        found.append(SpanEvidence(start, end, segment.text[start - segment.start : end - segment.start], float(p)))
    return tuple(found)


def _mostly_nowhere(run: Sequence[WordEvidence]) -> bool:
    """Whether most telling words of a run are nowhere in the original, not merely far from where they stand."""
    telling = [word.support < spans.NOWHERE for word in run if word.kind is not WordKind.FUNCTION]
    return 2 * sum(telling) > len(telling)


def _undetermined(columns: lexical.Floats, p_addition: float) -> str:
    """Why nothing can be said of a sentence; what is clearly supported needs no more words than it has."""
    if not len(columns):
        return "there are no words in it"
    known = columns[:, 5] > 0
    if known.mean() < _MIN_KNOWN:
        return "the embedding model knows too few of its words"
    telling = columns[:, 5] >= spans.TELLING
    if telling.sum() < _MIN_TELLING_WORDS and p_addition >= _CLEARLY_SUPPORTED:
        return "it has too few telling words"
    return ""


def _identical(
    segment: Segment,
    language: str,
    source: Sequence[Segment],
    source_language: str,
    nearest: Sequence[SourceLink],
) -> int | None:
    if language != source_language or not nearest:
        return None
    folded = " ".join(segment.content.casefold().split())
    for link in nearest:
        if " ".join(source[link.index].content.casefold().split()) == folded:
            return link.index
    return nearest[0].index if nearest[0].similarity >= _SAME_WORDS else None


def _stretch(
    found: collect.Matching, p_addition: NDArray[np.float64], source_count: int
) -> tuple[tuple[int, int], bool]:
    linked = [
        index for k, links in enumerate(found.links) if p_addition[k] < spans.ABSENT for index in links
    ]
    if not linked:
        return (0, 0), True
    first, stop = min(linked), max(linked) + 1
    share = len(set(linked)) / source_count
    return (first, stop), found.in_order is None or share < _WHOLE_SHARE


def _alignment(found: collect.Matching, p_addition: NDArray[np.float64]) -> Alignment:
    if found.in_order is None:
        beads = tuple(
            Bead((), (k,), 0.0, float(p_addition[k]))
            if p_addition[k] >= spans.ABSENT or not links
            else Bead(tuple(sorted(links)), (k,), float(found.cosines[k]), float(p_addition[k]))
            for k, links in enumerate(found.links)
        )
        return Alignment("free", beads)
    in_order = found.in_order
    beads = tuple(
        Bead(
            sources,
            targets,
            cosine,
            float(
                max(p_addition[k] for k in targets)
                if targets
                else max(in_order.source_null[k] for k in sources)
            ),
        )
        for sources, targets, cosine in in_order.beads
    )
    return Alignment("monotone", beads)
