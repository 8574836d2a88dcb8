"""Sentences whose details both judges have weighed, and what only the second can say of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.evidence.records import SentenceEvidence
from checker.evidence.reread.details import weighed
from checker.evidence.reread.meaning import meaning_mismatch
from checker.evidence.reread.pairs import RereadPairs
from checker.evidence.reread.texts import Reread
from checker.evidence.reread.windows import Window
from checker.evidence.words.spans import ABSENT
from checker.model import Segment


def settled(
    sentences: Sequence[SentenceEvidence], reread: Reread, source: Sequence[Segment]
) -> tuple[SentenceEvidence, ...]:
    """The sentences (m) of a rendering of ``source`` with mismatches as both judges see them."""
    examined, readings = reread.judged.examined, reread.readings
    segments = dict(enumerate(source))
    found = []
    for k, sentence in enumerate(sentences):
        reading, window = readings.targets[k], readings.windows[k]
        if reading is None:
            found.append(sentence)
            continue
        mismatches = weighed(sentence.mismatches, reading, window, sentence.segment, segments, reread.combination)
        told = None
        if sentence.p_addition < ABSENT:
            told = meaning_mismatch(
                float(reread.p_changed[k]),
                reading,
                window,
                examined.matching.links[k],
                (sentence.segment, examined.target.lexicon.sentences[k]),
                segments,
                dict(enumerate(examined.source.lexicon.sentences)),
            )
        found.append(replace(sentence, mismatches=(*mismatches, *([told] if told else []))))
    return tuple(found)


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
            window = Window((segment.index,), (0,), segment.content)
            own = {segment.index: segment}
            mismatches = weighed(sentence.mismatches, reading, window, sentence.segment, own, reread.combination)
            told = None
            if sentence.p_addition < ABSENT:
                told = meaning_mismatch(
                    float(reread.p_changed[k]),
                    reading,
                    window,
                    (segment.index,),
                    (sentence.segment, examined.target.lexicon.sentences[k]),
                    own,
                    {segment.index: examined.source.lexicon.sentences[k]},
                )
            found.append(replace(sentence, mismatches=(*mismatches, *([told] if told else []))))
    return tuple(found)
