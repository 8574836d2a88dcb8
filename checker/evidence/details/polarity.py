"""Details that a rendering and its original say differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.evidence.details.literal import literalness_of
from checker.evidence.records import Mention, Mismatch, MismatchKind, SentenceEvidence
from checker.evidence.words.lexical import WordModel
from checker.model import Segment
from checker.text.polarity import PRIOR, Cue, PolarityMismatch, find_gap
from checker.text.polarity.data import CUES, LOOK, WORDS, judge

MIN_P_POLARITY = 0.05
"""What is less probable is not kept; chosen."""

MAX_P_ADDITION = 0.35
"""Sentences that may be additions have nothing to differ from; chosen, as ``Limits.undetermined_from``."""

MAX_GROUP = 3
"""Sentences of one side that are compared as one; in more, what belongs together is not
known.  Chosen."""


def polarity_mismatches(
    source: Sequence[Segment],
    source_language: str,
    target: Sequence[Segment],
    target_language: str,
    model: WordModel,
) -> tuple[Mismatch, ...]:
    """Whether some source sentences and the target sentences that render them, each joined, differ in polarity."""
    one = " ".join(segment.content for segment in source)
    other = " ".join(segment.content for segment in target)
    found = p_polarity_mismatch(one, source_language, other, target_language, model)
    if found.probability < MIN_P_POLARITY or (found.source is None and found.target is None):
        return ()
    return (
        Mismatch(
            MismatchKind.POLARITY,
            _mention(source, found.source),
            _mention(target, found.target),
            round(found.probability, 4),
        ),
    )


def p_polarity_mismatch(
    source: str, source_language: str, target: str, target_language: str, model: WordModel
) -> PolarityMismatch:
    """How surely two texts differ in polarity, by their cues and by how literally the words around a cue are rendered.

    ``PRIOR`` where a language (BCP 47) is not known.
    """
    gap = find_gap(source, source_language, target, target_language)
    if gap is None:
        return PolarityMismatch(PRIOR)
    by_cues = judge(CUES).probability(gap.features)
    if not gap.is_wide or by_cues < LOOK:
        return gap.judged(by_cues)
    return gap.judged(judge(WORDS).probability((*gap.features, *literalness_of(gap, source, target, model))))


def _mention(segments: Sequence[Segment], cue: Cue | None) -> Mention | None:
    """Where a cue of the joined text stands in the document."""
    if cue is None:
        return None
    begin = 0
    for segment in segments:
        end = begin + len(segment.content)
        if begin <= cue.span.start < end:
            start = segment.start + cue.span.start - begin
            return Mention(segment.index, start, start + len(cue.span), cue.text)
        begin = end + 1
    raise ValueError("the cue is not in these segments")


def with_polarity(
    sentences: Sequence[SentenceEvidence],
    source: Sequence[Segment],
    source_languages: Sequence[str],
    target_languages: Sequence[str],
    model: WordModel,
) -> tuple[SentenceEvidence, ...]:
    """The sentences with their polarity mismatches; ``source`` are all source sentences.

    The languages are those that each sentence of the two sides is to be read in.

    Sentences that share source sentences are compared together, so that one half of a sentence that was
    split is not held against the whole; a mismatch is kept with the sentence that has the cue, or else with the
    one most similar to its sources.
    """
    mismatches: dict[int, tuple[Mismatch, ...]] = {}
    for group in _groups(sentences):
        links = sorted({link.index for k in group for link in sentences[k].links})
        if not 0 < len(links) <= MAX_GROUP or len(group) > MAX_GROUP or any(_is_doubtful(sentences[k]) for k in group):
            continue
        found = polarity_mismatches(
            [source[index] for index in links],
            source_languages[links[0]],
            [sentences[k].segment for k in group],
            target_languages[group[0]],
            model,
        )
        for mismatch in found:
            home = max(group, key=lambda k: sentences[k].similarity)
            if mismatch.target is not None:
                home = next(k for k in group if sentences[k].segment.index == mismatch.target.index)
            mismatches[home] = found
    return tuple(
        replace(sentence, mismatches=(*sentence.mismatches, *mismatches[k])) if k in mismatches else sentence
        for k, sentence in enumerate(sentences)
    )


def _is_doubtful(sentence: SentenceEvidence) -> bool:
    return bool(sentence.undetermined) or sentence.p_addition >= MAX_P_ADDITION or sentence.identical is not None


def _groups(sentences: Sequence[SentenceEvidence]) -> Iterator[list[int]]:
    """Target sentences that share source sentences, directly or over others, in order."""
    first: dict[int, int] = {}  # the first sentence that draws on each source sentence
    parents = list(range(len(sentences)))

    def root(k: int) -> int:
        while parents[k] != k:
            parents[k] = k = parents[parents[k]]
        return k

    for k, sentence in enumerate(sentences):
        for link in sentence.links:
            one, other = sorted((root(first.setdefault(link.index, k)), root(k)))
            parents[other] = one
    groups: dict[int, list[int]] = {}
    for k, sentence in enumerate(sentences):
        if sentence.links:
            groups.setdefault(root(k), []).append(k)
    yield from groups.values()
