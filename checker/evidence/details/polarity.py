"""Details that a rendering and its original say differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.evidence.absence import PERHAPS_ABSENT
from checker.evidence.details.literal import Literal, literalness_of
from checker.evidence.records import Mention, Mismatch, MismatchKind, SentenceEvidence
from checker.evidence.words.lexical import WordModel
from checker.model import Segment
from checker.text.implied import implied, is_listed
from checker.text.polarity import ENGLISH, PRIOR, Cue, PolarityMismatch, find, find_gap
from checker.text.polarity.data import CUES, LOOK, WORDS, judge
from checker.text.polarity.english import is_optional, may_be_said_with_not
from checker.text.polarity.plain import is_plain

MIN_P_POLARITY = 0.05
"""What is less probable is not kept; chosen."""

LOST_FROM = 0.25
LOST_CARRIED_BACK, LOST_AFTER = 0.45, 0.2
LOST = 0.73
"""A negation of the source is lost from this probability by cues and words on, where so much of the rendering and of
the words behind the negation is rendered literally, and where neither side has other words for it.  Then it is with the
last one: of negations taken out of good translations into 19 languages half are found so, and of some 6,500 negated
sentences as they were 29 are flagged; scaled to ``PRIOR``.  Measured on texts not used for the lists."""

ADDED_CARRIED, ADDED_AFTER, ADDED_BEFORE = 0.5, 0.4, 0.3
ADDED = 0.7
"""The same of a negation that only the rendering has: of sentences whose original lost its negation a fifth is found
so, of some 23,000 untouched ones without a negation seven are flagged.  Measured on texts not used for the lists."""

UNSURE = 0.3
"""What is not sure by these is no surer than this: below every rule's limit.  Chosen."""

UNTRANSLATED = 0.97
"""Share of words that are said in the same words on the other side, from which a text was left untranslated; chosen."""

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
    if not gap.is_wide or (gap.in_source and by_cues < LOOK):
        return gap.judged(min(by_cues, UNSURE))
    literal = literalness_of(gap, source, target, model)
    by_words = judge(WORDS).probability((*gap.features, *literal))
    texts = (source, source_language), (target, target_language)
    sure = (
        by_words >= LOST_FROM and _is_lost(literal, *texts)
        if gap.in_source
        else _is_added(literal, gap.cue.text if gap.cue else "", *texts)
    )
    return gap.judged((LOST if gap.in_source else ADDED) if sure else min(by_words, UNSURE))


def _is_lost(literal: Literal, source: tuple[str, str], target: tuple[str, str]) -> bool:
    """Whether a negation of the source can hardly have been said in other words: all around it is rendered as it is."""
    if not is_listed(target[1]) or literal.carried > UNTRANSLATED:
        return False
    if literal.carried_back < LOST_CARRIED_BACK or literal.after < LOST_AFTER:
        return False
    return not (_is_english(source[1]) and is_optional(source[0])) and implied(*target) is None


def _is_added(literal: Literal, cue: str, source: tuple[str, str], target: tuple[str, str]) -> bool:
    """Whether a plain negation of the rendering can hardly say what the source says in other words."""
    if not is_plain(cue, target[1]) or not is_listed(source[1]) or literal.carried > UNTRANSLATED:
        return False
    if min(literal.carried, literal.carried_back) < ADDED_CARRIED or literal.after < ADDED_AFTER:
        return False
    if literal.before < ADDED_BEFORE or (_is_english(source[1]) and may_be_said_with_not(source[0])):
        return False
    return implied(*source) is None and not find(*source)


def _is_english(language: str) -> bool:
    return language.partition("-")[0].lower() == ENGLISH


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
    return bool(sentence.undetermined) or sentence.p_addition >= PERHAPS_ABSENT or sentence.identical is not None


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
