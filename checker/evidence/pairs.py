"""Records of the evidence on segments that came aligned: source k is rendered by target k, or by nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from checker.evidence.details.facts import Details
from checker.evidence.details.together import with_polarity
from checker.evidence.elsewhere import rendered_elsewhere
from checker.evidence.judge import FirstJudge
from checker.evidence.judged_pairs import (
    JudgedPairs,
    PairWords,
    addition_features,
    omission_features,
    pair_words,
)
from checker.evidence.records import (
    Mismatch,
    PairEvidence,
    RenderingEvidence,
    RereadCount,
    SentenceEvidence,
    SourceEvidence,
    WordEvidence,
    p_any,
)
from checker.evidence.reread.features import source_side, target_side, word_logits
from checker.evidence.reread.pairs import RereadPairs
from checker.evidence.reread.reading import counted
from checker.evidence.reread.settled import settled_pairs
from checker.evidence.reread.spans import SpanReading
from checker.evidence.sentences.findings import number_evidence, span_evidence, undetermined, word_evidence
from checker.evidence.sentences.parts import Parts, Unsupported, surplus, with_parts
from checker.evidence.shortened import shortened
from checker.evidence.side import Floats, Side
from checker.evidence.words import spans
from checker.model import Alignment, Bead, Segment, SourceLink
from checker.text.languages.known import is_covered

PairRecords = tuple[SentenceEvidence, SourceEvidence, PairEvidence]


def pair_records(
    judged: JudgedPairs,
    source: Sequence[Segment],
    target: Sequence[Segment],
    shown: Sequence[str],
    judge: FirstJudge,
    reread: RereadPairs | None = None,
) -> list[PairRecords]:
    """The records of each pair of segments (n, n) that were judged; none has its polarity yet.

    ``shown`` (n) are the languages that the target's segments are in; ``reread`` is what was read again.
    """
    added, left = _surplus(judged, source, target, judge)
    halves = {k for k, segments in enumerate(zip(source, target, strict=True)) if any(map(_is_blank, segments))}
    supported = [k for k in range(len(source)) if k not in halves and judged.p_unsupported[k] < spans.ABSENT]
    details = Details.of_pairs(
        source,
        target,
        (judged.examined.source, judged.examined.target),
        [k for k in supported if is_covered(shown[k])],
        [(of.source_gone, of.target_gone) for of in judged.examined.words],
    )
    records = []
    for k, segments in enumerate(zip(source, target, strict=True)):
        if k in halves:
            records.append(_half(judged, k, *segments, shown[k]))
            continue
        found = _pair(judged, k, *segments, shown[k], judge, details.mismatches(k), reread)
        records.append(with_parts(*found, added.get(k, ()), left.get(k, ())) if k in added or k in left else found)
    return _with_whole_pairs(records, judged, judge)


def _with_whole_pairs(records: Sequence[PairRecords], judged: JudgedPairs, judge: FirstJudge) -> list[PairRecords]:
    """The records with what is known of a pair as a whole: that much is missing, that it renders another."""
    p_shortened = shortened([pair.p_omission for _, _, pair in records], judged.examined, judge.scorer).tolist()
    sources = [rendered.segment.content for _, rendered, _ in records]
    targets = [sentence.segment.content for sentence, _, _ in records]
    elsewhere = rendered_elsewhere(judged, sources, targets, judge)
    indices = [rendered.segment.index for _, rendered, _ in records]
    found = []
    for k, (sentence, rendered, pair) in enumerate(records):
        if sentence.links:
            other = elsewhere.get(k)
            other = replace(other, index=indices[other.index]) if other else None
            pair = replace(pair, p_shortened=p_shortened[k], elsewhere=other)
        found.append((sentence, rendered, pair))
    return found


def aligned_evidence(
    records: Sequence[PairRecords],
    source_languages: Sequence[str],
    target_languages: Sequence[str],
    judge: FirstJudge,
    contexts: Sequence[str | None] = (),
    rereads: Sequence[RereadPairs] = (),
) -> RenderingEvidence:
    """All pairs of a file as one; the languages that each is said to be in, of which the first pair's stand for all.

    ``rereads`` are what was read again of the pairs, one part of the file after the other, or nothing.
    """
    sources = tuple(rendered for _, rendered, _ in records)
    source = tuple(rendered.segment for rendered in sources)
    sentences = with_polarity(
        [sentence for sentence, _, _ in records],
        source,
        source_languages,
        target_languages,
        judge.word_model,
        in_context=False,
    )
    if rereads:
        sentences = settled_pairs(sentences, source, rereads, source_languages)
    return RenderingEvidence(
        source=source,
        source_language=source_languages[0] if source_languages else "und",
        target_language=target_languages[0] if target_languages else "und",
        sentences=sentences,
        alignment=_alignment(sources, sentences),
        stretch=(0, len(source)),
        is_excerpt=False,
        sources=sources,
        pairs=tuple(
            replace(pair, p_mistranslation=p_any([mismatch.probability for mismatch in sentence.mismatches]))
            if sentence.mismatches
            else pair
            for (_, _, pair), sentence in zip(records, sentences, strict=True)
        ),
        contexts=tuple(contexts),
        reread=_count(rereads),
    )


def _count(rereads: Sequence[RereadPairs]) -> RereadCount | None:
    if not rereads:
        return None
    readings = [reading for part in rereads for reading in part.readings]
    return counted(readings, sum(part.left for part in rereads))


def _alignment(sources: Sequence[SourceEvidence], sentences: Sequence[SentenceEvidence]) -> Alignment:
    """A bead for each pair; that of a pair with a blank side has the other one alone, and comes after the rest."""
    whole: list[Bead] = []
    halves: list[Bead] = []
    for k, (rendered, sentence) in enumerate(zip(sources, sentences, strict=True)):
        if sentence.links:
            whole.append(Bead((k,), (k,), sentence.similarity, sentence.p_addition))
        elif not _is_blank(sentence.segment):
            halves.append(Bead((), (k,), 0.0, sentence.p_addition))
        elif not _is_blank(rendered.segment):
            halves.append(Bead((k,), (), 0.0, rendered.p_omission))
    return Alignment("given", (*whole, *halves))


def _half(judged: JudgedPairs, k: int, source: Segment, target: Segment, language: str) -> PairRecords:
    """A pair with a blank side, of which one thing is sure whatever the words say.

    A target without its source is an addition, a source without its target an omission.
    """
    added, omitted = float(not _is_blank(target)), float(not _is_blank(source))
    sentence = SentenceEvidence(
        segment=target,
        language=language,
        links=(),
        nearest=(),
        similarity=0.0,
        p_addition=added,
        words=_target_words(judged, k, target)[1],
        spans=(),
        identical=_identical(source, target),
    )
    return sentence, SourceEvidence(source, (), omitted), PairEvidence(added, omitted, 0.0, max(added, omitted), added)


def _pair(
    judged: JudgedPairs,
    k: int,
    source: Segment,
    target: Segment,
    language: str,
    judge: FirstJudge,
    mismatches: tuple[Mismatch, ...],
    reread: RereadPairs | None,
) -> PairRecords:
    source_side, target_side = judged.examined.source, judged.examined.target
    of, network = judged.examined.words[k], judge.scorer.span
    p_whole, p_gone = float(judged.p_unsupported[k]), float(judged.p_unrendered[k])
    p_added, p_left = max(p_whole, float(judged.p_added[k])), max(p_gone, float(judged.p_omitted[k]))
    similarity = float(source_side.vectors[k] @ target_side.vectors[k])
    link = (SourceLink(source.index, similarity),)
    words, words_and_numbers = _target_words(judged, k, target)
    read_target, read_source = (_span_reading(reread, k, of_target=side) for side in (True, False))
    sentence = SentenceEvidence(
        segment=target,
        language=language,
        links=link,
        nearest=link,
        similarity=similarity,
        p_addition=p_whole,
        words=words_and_numbers,
        spans=span_evidence(target, words, judged.words[k], p_whole, network, of.expected, read_target),
        undetermined=undetermined(judged.words[k], p_added, language),
        identical=_identical(source, target),
        mismatches=mismatches,
    )
    source_words = word_evidence(source, source_side.lexicon.sentences[k], judged.source_words[k], p_gone)
    source_spans = span_evidence(
        source, source_words, judged.source_words[k], p_gone, network, of.expected, read_source
    )
    rendered = SourceEvidence(source, (target.index,), p_gone, source_words, source_spans)
    p_divergent = max(float(judged.p_divergent[k]), p_whole, p_gone)
    return sentence, rendered, PairEvidence(p_added, p_left, 0.0, p_divergent, p_whole)


def _target_words(
    judged: JudgedPairs, k: int, target: Segment
) -> tuple[tuple[WordEvidence, ...], tuple[WordEvidence, ...]]:
    """The words of the target of a pair, and those together with its numbers, in order of place."""
    side, p_whole = judged.examined.target, float(judged.p_unsupported[k])
    words = word_evidence(target, side.lexicon.sentences[k], judged.words[k], p_whole)
    numbers = number_evidence(target, side.numbers[k], judged.examined.words[k].target_gone, p_whole)
    return words, tuple(sorted((*words, *numbers), key=lambda word: (word.start, word.end))) if numbers else words


def _is_blank(segment: Segment) -> bool:
    return not segment.content.strip()


def _span_reading(reread: RereadPairs | None, k: int, *, of_target: bool) -> SpanReading | None:
    """What the second judge says of the words of one side of a pair, if it has read it."""
    reading = reread.readings[k] if reread else None
    if reread is None or reading is None or "span" not in reread.combination.speaks:
        return None
    judged = reread.judged
    side = judged.examined.target if of_target else judged.examined.source
    pieces, _ = target_side(reading) if of_target else source_side(reading)
    p_part = float((judged.p_added if of_target else judged.p_omitted)[k])
    return SpanReading(word_logits(pieces, side.lexicon.sentences[k]), p_part, reread.combination)


def _surplus(
    judged: JudgedPairs, source: Sequence[Segment], target: Sequence[Segment], judge: FirstJudge
) -> tuple[dict[int, Parts], dict[int, Parts]]:
    """Sentences within the targets, and within the sources, that may have no counterpart (``parts.surplus``)."""
    source_languages, target_languages = judged.examined.source.languages, judged.examined.target.languages

    def asking(
        pairs: Sequence[int],
        sources: Sequence[str],
        targets: Sequence[str],
        features: Callable[[Sequence[PairWords]], Floats],
    ) -> Unsupported:
        source_side = _repeating(sources, [source_languages[k] for k in pairs], judge)
        target_side = _repeating(targets, [target_languages[k] for k in pairs], judge)
        return lambda chosen: judge.scorer.unsupported.probabilities(
            features(pair_words(source_side(chosen), target_side(chosen), judge.scorer))
        )

    ours, theirs = ([segment.content for segment in segments] for segments in (source, target))
    return (
        surplus(
            theirs,
            ours,
            target_languages,
            source_languages,
            judged.p_added.tolist(),
            np.minimum(judged.p_divergent, judged.p_added).tolist(),
            lambda pairs, targets, sources: asking(pairs, sources, targets, addition_features),
        ),
        surplus(
            ours,
            theirs,
            source_languages,
            target_languages,
            judged.p_omitted.tolist(),
            np.minimum(judged.p_divergent, judged.p_omitted).tolist(),
            lambda pairs, sources, targets: asking(pairs, sources, targets, omission_features),
        ),
    )


def _repeating(contents: Sequence[str], languages: Sequence[str], judge: FirstJudge) -> Callable[[Sequence[int]], Side]:
    """Some of many sentences as a text, by number; what is the same is prepared once."""
    every = list(zip(contents, languages, strict=True))
    number = {one: k for k, one in enumerate(dict.fromkeys(every))}
    side = judge.side([content for content, _ in number], [language for _, language in number])
    return lambda chosen: side.only([number[every[k]] for k in chosen])


def _identical(source: Segment, target: Segment) -> int | None:
    same = " ".join(source.content.casefold().split()) == " ".join(target.content.casefold().split())
    return source.index if same else None
