"""Records of the evidence on one rendering, from what is said of its sentences and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.evidence.clauses import clause_spans, with_clauses
from checker.evidence.details.facts import Details
from checker.evidence.details.texts import Text
from checker.evidence.details.together import with_polarity
from checker.evidence.judge import FirstJudge
from checker.evidence.judged import Judged
from checker.evidence.moved import out_of_order, with_moved
from checker.evidence.reach import reach
from checker.evidence.records import Mismatch, RenderingEvidence, SentenceEvidence, SourceEvidence
from checker.evidence.reread.features import source_side, target_side, word_logits
from checker.evidence.reread.settled import settled
from checker.evidence.reread.spans import SpanReading
from checker.evidence.reread.texts import Reread
from checker.evidence.scorer.networks import Scorer
from checker.evidence.sentences.asides import aside_segments, with_asides, with_source_asides, without_asides
from checker.evidence.sentences.findings import number_evidence, span_evidence, undetermined, word_evidence
from checker.evidence.words import spans
from checker.model import Alignment, Bead, Segment, SourceLink
from checker.text.languages.known import is_covered

SAME_WORDS = 0.93
"""Cosine from which two sentences of one language are the same but for a word or two; chosen."""

_NEAREST = 3
"""Nearest source sentences that are kept beside a target sentence; chosen."""


def document_evidence(
    judged: Judged,
    source: Sequence[Segment],
    target: Sequence[Segment],
    *,
    source_language: str,
    target_language: str,
    judge: FirstJudge,
    reread: Reread | None = None,
    whole_source: bool = False,
    by_clause: bool = True,
) -> RenderingEvidence:
    """All evidence on ``target`` (m segments), a rendering of ``source`` (n), of which ``judged`` speaks, and
    ``reread`` where it was read again.

    ``whole_source`` says that ``source`` is a document of its own, so that its ends may have been forgotten too.
    """
    judged, moved = with_moved(judged, judge.scorer)
    if whole_source and not judged.examined.is_in_order:
        moved = out_of_order(judged)
    examined = judged.examined
    languages = examined.target.languages
    source_around, target_around = aside_segments(source), aside_segments(target)
    links = without_asides(examined.matching.links, source_around, target_around)
    details = Details.of_document(
        Text(source, examined.source, examined.reverse),
        Text(target, examined.target, examined.support),
        links,
        [match.sources for match in examined.matching.best],
    )
    sentences = tuple(
        _sentence(
            judged,
            k,
            links[k],
            source,
            target[k],
            judge.scorer,
            _span_reading(reread, k, of_target=True),
            details.mismatches(k) if judged.p_addition[k] < spans.ABSENT and is_covered(languages[k]) else (),
        )
        for k in range(len(target))
    )
    if by_clause:
        listed = clause_spans(source, source_language, target, judged, judge, target_language)
        sentences = with_clauses(sentences, listed)
    sentences = with_polarity(
        sentences,
        source,
        [source_language] * len(source),
        languages,
        judge.word_model,
        in_context=True,
        in_order=examined.is_in_order,
    )
    stretch, is_excerpt, covered = reach(judged, whole_source=whole_source)
    return RenderingEvidence(
        source=tuple(source),
        source_language=source_language,
        target_language=target_language,
        sentences=with_asides(
            settled(sentences, reread, source, source_language) if reread else sentences,
            target_around,
            in_order=examined.is_in_order,
        ),
        alignment=_alignment(judged),
        stretch=stretch,
        is_excerpt=is_excerpt,
        sources=with_source_asides(_source_evidence(judged, source, judge.scorer, reread), source_around),
        reread=reread.readings.count if reread else None,
        coverage=covered,
        moved=moved,
    )


def _sentence(
    judged: Judged,
    k: int,
    links: Sequence[int],
    source: Sequence[Segment],
    segment: Segment,
    scorer: Scorer,
    read: SpanReading | None,
    mismatches: tuple[Mismatch, ...],
) -> SentenceEvidence:
    source_side, target_side, found = judged.examined.source, judged.examined.target, judged.examined.matching
    of, language, p_addition = judged.words[k], target_side.languages[k], float(judged.p_addition[k])
    words = word_evidence(segment, target_side.lexicon.sentences[k], of, p_addition)
    numbers = number_evidence(segment, target_side.numbers[k], judged.examined.numbers_gone[k], p_addition)
    count = min(_NEAREST, len(source))
    nearest = _links(found.near.nearest[k, :count], found.near.top[k, :count])
    drawn = np.array(sorted(links), dtype=np.int64)
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
        spans=span_evidence(segment, words, of, p_addition, scorer.span, scorer.expected(language).nowhere, read),
        undetermined=undetermined(of, p_addition, language, in_order=found.in_order is not None),
        identical=_identical(segment, language, source, source_side.languages, nearest),
        mismatches=mismatches,
    )


def _source_evidence(
    judged: Judged, source: Sequence[Segment], scorer: Scorer, reread: Reread | None
) -> tuple[SourceEvidence, ...]:
    """The other direction: what of each source sentence is rendered; its words only where the text is in order."""
    examined = judged.examined
    drawing: list[list[int]] = [[] for _ in source]
    for k, links in enumerate(examined.matching.links):
        for index in links:
            drawing[index].append(k)
    if not examined.is_in_order:
        return tuple(SourceEvidence(segment, tuple(drawing[k]), 0.0) for k, segment in enumerate(source))
    evidence = []
    for k, segment in enumerate(source):
        p, words = float(judged.p_omission[k]), judged.source_words[k]
        of_words = word_evidence(segment, examined.source.lexicon.sentences[k], words, p)
        read = _span_reading(reread, k, of_target=False)
        of_spans = span_evidence(segment, of_words, words, p, scorer.span, examined.expected.nowhere, read)
        evidence.append(SourceEvidence(segment, tuple(drawing[k]), p, of_words, of_spans))
    return tuple(evidence)


def _span_reading(reread: Reread | None, k: int, *, of_target: bool) -> SpanReading | None:
    """What the second judge says of the words of a sentence, if it has read it."""
    if reread is None or "span" not in reread.combination.speaks:
        return None
    readings, side = reread.readings, reread.judged.examined.target if of_target else reread.judged.examined.source
    listed = readings.targets if of_target else readings.sources
    reading = listed[k] if k < len(listed) else None
    if reading is None:
        return None
    pieces, _ = target_side(reading) if of_target else source_side(reading)
    p_part = float(reread.p_part[k] if of_target else reread.p_left[k])
    return SpanReading(word_logits(pieces, side.lexicon.sentences[k]), p_part, reread.combination)


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


def _alignment(judged: Judged) -> Alignment:
    found, p_addition, p_omission = judged.examined.matching, judged.p_addition, judged.p_omission
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
