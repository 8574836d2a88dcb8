"""Records of the evidence on segments that came aligned: source k is rendered by target k, or by nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from checker.evidence.details.facts import pair_mismatches
from checker.evidence.details.polarity import with_polarity
from checker.evidence.judge import FirstJudge
from checker.evidence.judged_pairs import JudgedPairs, PairWords, addition_features, omission_features, pair_words
from checker.evidence.records import (
    PairEvidence,
    RenderingEvidence,
    SentenceEvidence,
    SourceEvidence,
)
from checker.evidence.sentences.findings import number_evidence, span_evidence, undetermined, word_evidence
from checker.evidence.sentences.parts import Parts, surplus, with_parts
from checker.evidence.side import Floats
from checker.evidence.words import spans
from checker.model import Alignment, Bead, Segment, SourceLink

PairRecords = tuple[SentenceEvidence, SourceEvidence, PairEvidence]


def pair_records(
    judged: JudgedPairs, source: Sequence[Segment], target: Sequence[Segment], judge: FirstJudge
) -> list[PairRecords]:
    """The records of each pair of segments (n, n) that were judged; none has its polarity yet."""
    added, left = _surplus(judged, source, target, judge)
    records = []
    for k, (source_segment, target_segment) in enumerate(zip(source, target, strict=True)):
        found = _pair(judged, k, source_segment, target_segment, judge)
        records.append(with_parts(*found, added.get(k, ()), left.get(k, ())) if k in added or k in left else found)
    return records


def aligned_evidence(
    records: Sequence[PairRecords], source_languages: Sequence[str], target_languages: Sequence[str], judge: FirstJudge
) -> RenderingEvidence:
    """All pairs of a file as one; the languages of each, of which the first pair's stand for all."""
    sources = tuple(rendered for _, rendered, _ in records)
    source = tuple(rendered.segment for rendered in sources)
    sentences = with_polarity([sentence for sentence, _, _ in records], source, source_languages, judge.word_model)
    return RenderingEvidence(
        source=source,
        source_language=source_languages[0] if source_languages else "und",
        target_language=target_languages[0] if target_languages else "und",
        sentences=sentences,
        alignment=Alignment(
            "given",
            tuple(Bead((k,), (k,), sentence.similarity, sentence.p_addition) for k, sentence in enumerate(sentences)),
        ),
        p_omission=tuple(rendered.p_omission for rendered in sources),
        stretch=(0, len(source)),
        is_excerpt=False,
        sources=sources,
        pairs=tuple(
            replace(pair, p_mistranslation=p_any([mismatch.probability for mismatch in sentence.mismatches]))
            for (_, _, pair), sentence in zip(records, sentences, strict=True)
        ),
    )


def p_any(probabilities: Sequence[float]) -> float:
    """The probability that anything of what has these probabilities is so, were they independent."""
    return 1.0 - float(np.prod([1.0 - p for p in probabilities]))


def _pair(judged: JudgedPairs, k: int, source: Segment, target: Segment, judge: FirstJudge) -> PairRecords:
    source_side, target_side = judged.examined.source, judged.examined.target
    of, words_of, source_words_of = judged.examined.words[k], judged.words[k], judged.source_words[k]
    similarity = float(source_side.vectors[k] @ target_side.vectors[k])
    p_whole, p_gone = float(judged.p_unsupported[k]), float(judged.p_unrendered[k])
    p_added, p_left = max(p_whole, float(judged.p_added[k])), max(p_gone, float(judged.p_omitted[k]))
    words = word_evidence(target, target_side.lexicon.sentences[k], words_of, p_whole)
    source_words = word_evidence(source, source_side.lexicon.sentences[k], source_words_of, p_gone)
    numbers = number_evidence(target, target_side.numbers[k], of.target_gone, p_whole)
    link = (SourceLink(source.index, similarity),)
    sentence = SentenceEvidence(
        segment=target,
        language=target_side.languages[k],
        links=link,
        nearest=link,
        similarity=similarity,
        p_addition=p_whole,
        words=tuple(sorted((*words, *numbers), key=lambda word: (word.start, word.end))),
        spans=span_evidence(target, words, words_of, p_whole, judge.scorer.span, of.expected),
        undetermined=undetermined(words_of, p_added),
        identical=source.index if _same(source, target) else None,
        mismatches=pair_mismatches(source, target, source_side, target_side, k) if p_whole < spans.ABSENT else (),
    )
    rendered = SourceEvidence(
        source,
        (target.index,),
        p_gone,
        source_words,
        span_evidence(source, source_words, source_words_of, p_gone, judge.scorer.span, of.expected),
    )
    p_divergent = max(float(judged.p_divergent[k]), p_whole, p_gone)
    return sentence, rendered, PairEvidence(p_added, p_left, 0.0, p_divergent, p_whole)


def _surplus(
    judged: JudgedPairs, source: Sequence[Segment], target: Sequence[Segment], judge: FirstJudge
) -> tuple[dict[int, Parts], dict[int, Parts]]:
    """Sentences within the targets, and within the sources, that may have no counterpart (``parts.surplus``)."""
    source_languages, target_languages = judged.examined.source.languages, judged.examined.target.languages

    def unsupported(
        pairs: Sequence[int],
        sources: Sequence[str],
        targets: Sequence[str],
        features: Callable[[Sequence[PairWords]], Floats],
    ) -> Floats:
        source_side = judge.side(sources, [source_languages[k] for k in pairs])
        target_side = judge.side(targets, [target_languages[k] for k in pairs])
        return judge.scorer.unsupported.probabilities(features(pair_words(source_side, target_side, judge.scorer)))

    ours, theirs = ([segment.content for segment in segments] for segments in (source, target))
    return (
        surplus(
            theirs,
            ours,
            target_languages,
            source_languages,
            judged.p_added.tolist(),
            lambda pairs, targets, sources: unsupported(pairs, sources, targets, addition_features),
        ),
        surplus(
            ours,
            theirs,
            source_languages,
            target_languages,
            judged.p_omitted.tolist(),
            lambda pairs, sources, targets: unsupported(pairs, sources, targets, omission_features),
        ),
    )


def _same(source: Segment, target: Segment) -> bool:
    return " ".join(source.content.casefold().split()) == " ".join(target.content.casefold().split())
