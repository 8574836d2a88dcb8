"""Sentences whose details both judges have weighed, and what only the second can say of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checker.evidence.records import SentenceEvidence
from checker.evidence.reread.combination import Combination
from checker.evidence.reread.details import weighed
from checker.evidence.reread.meaning import meaning_mismatch
from checker.evidence.reread.pairs import RereadPairs
from checker.evidence.reread.texts import Reread
from checker.evidence.reread.windows import Window
from checker.evidence.words.spans import ABSENT
from checker.model import Segment
from checker.secondjudge import Reading
from checker.text.words import Word


def settled(
    sentences: Sequence[SentenceEvidence], reread: Reread, source: Sequence[Segment]
) -> tuple[SentenceEvidence, ...]:
    """The sentences (m) of a rendering of ``source`` with mismatches as both judges see them."""
    examined, readings = reread.judged.examined, reread.readings
    segments, source_words = dict(enumerate(source)), dict(enumerate(examined.source.lexicon.sentences))
    return tuple(
        sentence
        if reading is None
        else _settled(
            sentence,
            examined.target.lexicon.sentences[k],
            reading,
            readings.windows[k],
            examined.matching.links[k],
            (segments, source_words),
            float(reread.p_changed[k]),
            reread.combination,
        )
        for k, (sentence, reading) in enumerate(zip(sentences, readings.targets, strict=True))
    )


def settled_pairs(
    sentences: Sequence[SentenceEvidence], source: Sequence[Segment], rereads: Sequence[RereadPairs]
) -> tuple[SentenceEvidence, ...]:
    """The same of aligned pairs (n), which ``rereads`` hold one part after the other."""
    found: list[SentenceEvidence] = []
    for reread in rereads:
        examined = reread.judged.examined
        begin = len(found)
        for k, reading in enumerate(reread.readings):
            sentence, segment = sentences[begin + k], source[begin + k]
            if reading is None:
                found.append(sentence)
                continue
            index = segment.index
            settled_pair = _settled(
                sentence,
                examined.target.lexicon.sentences[k],
                reading,
                Window((index,), (0,), segment.content),
                (index,),
                ({index: segment}, {index: examined.source.lexicon.sentences[k]}),
                float(reread.p_changed[k]),
                reread.combination,
            )
            found.append(settled_pair)
    return tuple(found)


def _settled(
    sentence: SentenceEvidence,
    words: Sequence[Word],
    reading: Reading,
    window: Window,
    links: Sequence[int],
    source: tuple[Mapping[int, Segment], Mapping[int, Sequence[Word]]],
    p_changed: float,
    both: Combination,
) -> SentenceEvidence:
    """A sentence of these ``words`` that was read against a ``window``; ``source`` has the segments and their words by
    index."""
    segments, source_words = source
    mismatches = weighed(sentence.mismatches, reading, window, sentence.segment, segments, both)
    told = None
    if sentence.p_addition < ABSENT:
        told = meaning_mismatch(p_changed, reading, window, links, (sentence.segment, words), segments, source_words)
    return replace(sentence, mismatches=(*mismatches, *([told] if told else [])))
