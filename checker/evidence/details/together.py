"""Negations, and words that exclude one another, of sentences that belong together: each side is read as one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.evidence.absence import PERHAPS_ABSENT
from checker.evidence.details import antonyms
from checker.evidence.details.contrasts import P_CONTRAST, contrasts, is_counted, is_denied, is_excused, is_literal
from checker.evidence.details.literal import clause_carried
from checker.evidence.details.polarity import p_polarity_mismatch
from checker.evidence.records import FIGURES, Mention, Mismatch, MismatchKind, SentenceEvidence
from checker.evidence.words.lexical import WordModel
from checker.model import Segment, Span

MIN_P_POLARITY = 0.05
"""What is less probable is not kept; chosen."""

MAX_GROUP = 3
"""Sentences of one side that are compared as one; in more, what belongs together is not
known.  Chosen."""


_CLAUSE_RENDERED = 0.4
"""How literally the clause of a denial must be rendered in a comment, which may leave it out; chosen."""

_APART = 1
"""Code points between a number and its unit, of which one difference is told; chosen."""


def polarity_mismatches(
    source: Sequence[Segment],
    source_language: str,
    target: Sequence[Segment],
    target_language: str,
    model: WordModel,
    near: tuple[str, str] = ("", ""),
) -> tuple[Mismatch, ...]:
    """Whether some source sentences and the target sentences that render them, each joined, differ in polarity, or say
    words that exclude one another; what the texts ``near`` either say too is no difference."""
    one = " ".join(segment.content for segment in source)
    other = " ".join(segment.content for segment in target)
    sides = one, source_language, other, target_language
    opposed = contrasts(*sides)
    names = [found for found in opposed if found.kind is MismatchKind.NAME]
    opposites = [found for found in opposed if found.kind is MismatchKind.POLARITY]
    others = [found for found in opposed if found.kind in FIGURES and not is_counted(found, *sides)]
    told = [] if opposites else antonyms.opposites(*sides, model)
    listed: list[tuple[MismatchKind, Span | None, Span | None, float]] = []
    if not ((opposites or told) and is_denied([*opposites, *told], *sides)):
        listed += _negations(*sides, model)
        listed += [(found.kind, found.source, found.target, P_CONTRAST[found.kind]) for found in told]
        names += opposites
    listed += [
        (found.kind, found.source, found.target, P_CONTRAST[found.kind])
        for found in (*names, *others)
        if is_literal(found, one, other, model)
        and not (any(near) and is_excused(found, source_language, target_language, near))
    ]
    return tuple(
        Mismatch(kind, _mention(source, ours), _mention(target, theirs), probability)
        for kind, ours, theirs, probability in listed
    )


def _negations(
    source: str, source_language: str, target: str, target_language: str, model: WordModel
) -> list[tuple[MismatchKind, Span | None, Span | None, float]]:
    found = p_polarity_mismatch(source, source_language, target, target_language, model)
    places = [cue.span if cue else None for cue in (found.source, found.target)]
    if found.probability < MIN_P_POLARITY or not any(places):
        return []
    return [(MismatchKind.POLARITY, *places, round(found.probability, 4))]  # type: ignore[list-item]


def _mention(segments: Sequence[Segment], place: Span | None) -> Mention | None:
    """Where a span of the joined text stands in the document."""
    if place is None:
        return None
    begin = 0
    for segment in segments:
        end = begin + len(segment.content)
        if begin <= place.start < end:
            start, stop = place.start - begin, min(place.end - begin, len(segment.content))
            return Mention(segment.index, segment.start + start, segment.start + stop, segment.text[start:stop])
        begin = end + 1
    raise ValueError("the place is not in these segments")


def with_polarity(
    sentences: Sequence[SentenceEvidence],
    source: Sequence[Segment],
    source_languages: Sequence[str],
    target_languages: Sequence[str],
    model: WordModel,
    *,
    in_context: bool,
    in_order: bool = True,
) -> tuple[SentenceEvidence, ...]:
    """The sentences with their polarity mismatches and opposites; ``source`` are all source sentences.

    ``in_context`` says that neighbouring sentences belong to one text, ``in_order`` that the rendering leaves nothing
    out: in other text a denial that is gone counts only where the clause that it stands in is rendered.  The languages
    are those that each sentence of the two sides is to be read in.

    Sentences that share source sentences are compared together, so that one half of a sentence that was
    split is not held against the whole; a mismatch is kept with the sentence that has the cue, or else with the
    one that says most of the clause around it.
    """
    mismatches: dict[int, list[Mismatch]] = {}
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
            _near(links, group, source, sentences) if in_context else ("", ""),
        )
        for mismatch in found:
            home, carried = _home(mismatch, group, links, source, sentences, model)
            if in_order or carried >= _CLAUSE_RENDERED:
                mismatches.setdefault(home, []).append(mismatch)
    return tuple(
        replace(sentence, mismatches=_told_once(sentence.mismatches, mismatches[k])) if k in mismatches else sentence
        for k, sentence in enumerate(sentences)
    )


def _home(
    mismatch: Mismatch,
    group: Sequence[int],
    links: Sequence[int],
    source: Sequence[Segment],
    sentences: Sequence[SentenceEvidence],
    model: WordModel,
) -> tuple[int, float]:
    """The sentence of a group that a mismatch is kept with, and how literally it renders what stands beside what only
    the source says; 1 where the target has words of its own."""
    if mismatch.target is not None:
        return next(k for k in group if sentences[k].segment.index == mismatch.target.index), 1.0
    cue = mismatch.source
    segment = next((source[link] for link in links if cue and source[link].index == cue.index), None)
    if cue is None or segment is None:
        return max(group, key=lambda k: sentences[k].similarity), 1.0
    place = Span(cue.start - segment.start, cue.end - segment.start)
    carried = clause_carried(segment.content, place, [sentences[k].segment.content for k in group], model)
    best = max(range(len(group)), key=lambda n: (carried[n], sentences[group[n]].similarity))
    return group[best], carried[best]


def _near(
    links: Sequence[int], group: Sequence[int], source: Sequence[Segment], sentences: Sequence[SentenceEvidence]
) -> tuple[str, str]:
    """The sentences before and after some of either side."""
    ours = [source[k].content for k in (links[0] - 1, links[-1] + 1) if 0 <= k < len(source)]
    theirs = [sentences[k].segment.content for k in (group[0] - 1, group[-1] + 1) if 0 <= k < len(sentences)]
    return " ".join(ours), " ".join(theirs)


def _told_once(before: Sequence[Mismatch], more: Sequence[Mismatch]) -> tuple[Mismatch, ...]:
    """Mismatches without the names of ``before`` that ``more`` has too, surer, nor numbers and dates of ``more`` that
    ``before`` has; nor numbers whose unit is what ``more`` says: "six months" and "six weeks"."""
    names = [one for one in more if one.kind is MismatchKind.NAME]
    units = [one for one in more if one.kind in FIGURES]
    kept = [
        one
        for one in before
        if not any(_meet(one, name) for name in names if one.kind is MismatchKind.NAME)
        and not any(_is_unit_of(unit, one) for unit in units if one.kind in FIGURES)
    ]
    told = [one for one in kept if one.kind in FIGURES]
    return (*kept, *(one for one in more if one.kind not in FIGURES or not any(_meet(one, figure) for figure in told)))


def _is_unit_of(unit: Mismatch, number: Mismatch) -> bool:
    """Whether on both sides what differs stands right behind a number that is said to differ."""
    return all(
        a is not None and b is not None and 0 <= a.start - b.end <= _APART
        for a, b in ((unit.source, number.source), (unit.target, number.target))
    )


def _meet(one: Mismatch, other: Mismatch) -> bool:
    """Whether two mismatches share a place on either side."""
    return any(
        a is not None and b is not None and a.start < b.end and b.start < a.end
        for a, b in ((one.source, other.source), (one.target, other.target))
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
