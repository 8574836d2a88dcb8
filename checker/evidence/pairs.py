"""Evidence on segments that came aligned: source k is rendered by target k, or by nothing.

Nothing else of the file is looked at, so that a pair gets the same answer wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from checker.encoders import Encoder
from checker.evidence.details.facts import pair_mismatches
from checker.evidence.details.polarity import with_polarity
from checker.evidence.records import (
    PairEvidence,
    RenderingEvidence,
    SentenceEvidence,
    SourceEvidence,
)
from checker.evidence.scorer.networks import Scorer
from checker.evidence.sentences.findings import number_evidence, span_evidence, undetermined, word_evidence
from checker.evidence.sentences.parts import Parts, surplus, with_parts
from checker.evidence.sentences.words import words_held
from checker.evidence.side import Side
from checker.evidence.words import spans, tokens
from checker.evidence.words.lexical import WordModel
from checker.evidence.words.pooled import SentenceWords, divergence_features, pair_features
from checker.evidence.words.tagger import Tagger
from checker.model import Alignment, Bead, Segment, SourceLink
from checker.text.quantities import Quantity
from checker.text.quantities.match import unmatched

_AT_ONCE = 1000
"""Pairs whose words are held in memory at once."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PairWords:
    """Both sides of one pair word by word, and the quantities of each that the other lacks."""

    source: SentenceWords
    target: SentenceWords
    source_repeats: float
    target_repeats: float
    source_gone: tuple[Quantity, ...]
    target_gone: tuple[Quantity, ...]


def addition_features(pairs: Sequence[PairWords]) -> Floats:
    """(n, len(PAIR_FEATURES)): does the target of each pair say what the source does not?"""
    return pair_features(
        [of.target for of in pairs],
        [of.source for of in pairs],
        [of.target_repeats for of in pairs],
        [len(of.target_gone) for of in pairs],
        [len(of.source_gone) for of in pairs],
    )


def omission_features(pairs: Sequence[PairWords]) -> Floats:
    """(n, len(PAIR_FEATURES)): does the source of each pair say what the target does not?"""
    return pair_features(
        [of.source for of in pairs],
        [of.target for of in pairs],
        [of.source_repeats for of in pairs],
        [len(of.source_gone) for of in pairs],
        [len(of.target_gone) for of in pairs],
    )


def pair_words(source: Side, target: Side, tagger: Tagger, expected: Sequence[float]) -> list[PairWords]:
    """The words of all pairs of two sides of one length; ``expected`` is what the languages of each lead to expect."""
    source_words = _side_words(source, target, tagger, expected)
    target_words = _side_words(target, source, tagger, expected)
    gone = [unmatched(ours, theirs) for ours, theirs in zip(source.numbers, target.numbers, strict=True)]
    return [
        PairWords(
            source_words[k],
            target_words[k],
            tokens.repeats(source.lexicon, k, target.lexicon, (k,)),
            tokens.repeats(target.lexicon, k, source.lexicon, (k,)),
            tuple(source_gone),
            tuple(target_gone),
        )
        for k, (source_gone, target_gone) in enumerate(gone)
    ]


def _side_words(of: Side, other: Side, tagger: Tagger, expected: Sequence[float]) -> list[SentenceWords]:
    held = [tokens.Held(k, (k,), expected[k], language == "en") for k, language in enumerate(of.languages)]
    return words_held(of.lexicon, other.lexicon, held, tagger)


def gather_pairs(
    source: Sequence[Segment],
    target: Sequence[Segment],
    source_languages: Sequence[str],
    target_languages: Sequence[str],
    *,
    encoder: Encoder,
    word_model: WordModel,
    scorer: Scorer,
) -> RenderingEvidence:
    """Evidence on aligned pairs; all four sequences have one item a pair.  Raises ``ValueError`` when they do not."""
    if not len(source) == len(target) == len(source_languages) == len(target_languages):
        raise ValueError("source, target and their languages must have one item a pair")
    sentences: list[SentenceEvidence] = []
    sources: list[SourceEvidence] = []
    pairs: list[PairEvidence] = []
    for begin in range(0, len(source), _AT_ONCE):
        part = slice(begin, begin + _AT_ONCE)
        source_side, target_side = (
            Side.of([segment.content for segment in segments[part]], languages[part], encoder, word_model)
            for segments, languages in ((source, source_languages), (target, target_languages))
        )
        languages = list(zip(source_languages[part], target_languages[part], strict=True))
        expected = [expected_of(scorer, *both) for both in languages]
        listed = pair_words(source_side, target_side, scorer.tagger, expected)
        judged = _judged(listed, scorer)
        added, left = _surplus(
            source_side.languages,
            target_side.languages,
            source[part],
            target[part],
            judged,
            encoder,
            word_model,
            scorer,
        )
        for k, (source_segment, target_segment) in enumerate(zip(source[part], target[part], strict=True)):
            scores = {name: float(values[k]) for name, values in judged.items()}
            sentence, rendered, pair = _pair(
                source_segment, target_segment, source_side, target_side, k, listed[k], scores, scorer
            )
            if k in added or k in left:
                sentence, rendered, pair = with_parts(sentence, rendered, pair, added.get(k, ()), left.get(k, ()))
            sentences.append(sentence)
            sources.append(rendered)
            pairs.append(pair)
    detailed = with_polarity(sentences, source, source_languages, word_model)
    return RenderingEvidence(
        source=tuple(source),
        source_language=source_languages[0] if source_languages else "und",
        target_language=target_languages[0] if target_languages else "und",
        sentences=detailed,
        alignment=Alignment(
            "given",
            tuple(Bead((k,), (k,), sentence.similarity, sentence.p_addition) for k, sentence in enumerate(sentences)),
        ),
        p_omission=tuple(rendered.p_omission for rendered in sources),
        stretch=(0, len(source)),
        is_excerpt=False,
        sources=tuple(sources),
        pairs=tuple(
            replace(pair, p_mistranslation=p_any([mismatch.probability for mismatch in sentence.mismatches]))
            for pair, sentence in zip(pairs, detailed, strict=True)
        ),
    )


def p_any(probabilities: Sequence[float]) -> float:
    """The probability that anything of what has these probabilities is so, were they independent."""
    return 1.0 - float(np.prod([1.0 - p for p in probabilities]))


def expected_of(scorer: Scorer, source_language: str, target_language: str) -> float:
    """The share of words without support that is usual between two languages, one of which is mostly English."""
    return scorer.expected(source_language if target_language == "en" else target_language).nowhere


def _judged(listed: Sequence[PairWords], scorer: Scorer) -> dict[str, Floats]:
    """Probabilities (n,) of pairs, by name."""
    if not listed:
        return {}
    additions, omissions = addition_features(listed), omission_features(listed)
    return {
        "added": scorer.pair.probabilities(additions),
        "omitted": scorer.pair.probabilities(omissions),
        "target_unsupported": scorer.unsupported.probabilities(additions),
        "source_unsupported": scorer.unsupported.probabilities(omissions),
        "divergent": scorer.divergent.probabilities(divergence_features(additions, omissions)),
    }


def _pair(
    source: Segment,
    target: Segment,
    source_side: Side,
    target_side: Side,
    k: int,
    of: PairWords,
    scores: dict[str, float],
    scorer: Scorer,
) -> tuple[SentenceEvidence, SourceEvidence, PairEvidence]:
    languages = source_side.languages[k], target_side.languages[k]
    expected = expected_of(scorer, *languages)
    similarity = float(source_side.vectors[k] @ target_side.vectors[k])
    p_whole, p_gone = scores["target_unsupported"], scores["source_unsupported"]
    p_added, p_left = max(p_whole, scores["added"]), max(p_gone, scores["omitted"])
    words = word_evidence(target, target_side.lexicon.sentences[k], of.target, p_whole)
    source_words = word_evidence(source, source_side.lexicon.sentences[k], of.source, p_gone)
    numbers = number_evidence(target, target_side.numbers[k], of.target_gone, p_whole)
    link = (SourceLink(source.index, similarity),)
    sentence = SentenceEvidence(
        segment=target,
        language=languages[1],
        links=link,
        nearest=link,
        similarity=similarity,
        p_addition=p_whole,
        words=tuple(sorted((*words, *numbers), key=lambda word: (word.start, word.end))),
        spans=span_evidence(target, words, of.target, p_whole, scorer.span, expected),
        undetermined=undetermined(of.target, p_added),
        identical=source.index if _same(source, target) else None,
        mismatches=pair_mismatches(source, target, source_side, target_side, k) if p_whole < spans.ABSENT else (),
    )
    rendered = SourceEvidence(
        source,
        (target.index,),
        p_gone,
        source_words,
        span_evidence(source, source_words, of.source, p_gone, scorer.span, expected),
    )
    return sentence, rendered, PairEvidence(p_added, p_left, 0.0, max(scores["divergent"], p_whole, p_gone), p_whole)


def _surplus(
    source_languages: Sequence[str],
    target_languages: Sequence[str],
    source: Sequence[Segment],
    target: Sequence[Segment],
    judged: Mapping[str, Floats],
    encoder: Encoder,
    word_model: WordModel,
    scorer: Scorer,
) -> tuple[dict[int, Parts], dict[int, Parts]]:
    """Sentences within the targets, and within the sources, that may have no counterpart (``parts.surplus``)."""

    def judge(
        pairs: Sequence[int], sources: Sequence[str], targets: Sequence[str], features: Callable[..., Floats]
    ) -> Floats:
        languages = [(source_languages[k], target_languages[k]) for k in pairs]
        source_side, target_side = (
            Side.of(texts, [both[which] for both in languages], encoder, word_model)
            for which, texts in enumerate((sources, targets))
        )
        expected = [expected_of(scorer, *both) for both in languages]
        listed = pair_words(source_side, target_side, scorer.tagger, expected)
        return scorer.unsupported.probabilities(features(listed))

    ours, theirs = ([segment.content for segment in segments] for segments in (source, target))
    return (
        surplus(
            theirs,
            ours,
            target_languages,
            source_languages,
            judged["added"].tolist(),
            lambda pairs, targets, sources: judge(pairs, sources, targets, addition_features),
        ),
        surplus(
            ours,
            theirs,
            source_languages,
            target_languages,
            judged["omitted"].tolist(),
            lambda pairs, sources, targets: judge(pairs, sources, targets, omission_features),
        ),
    )


def _same(source: Segment, target: Segment) -> bool:
    return " ".join(source.content.casefold().split()) == " ".join(target.content.casefold().split())
