"""Sentences whose details both judges have weighed, and what only the second can say of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.evidence.records import SentenceEvidence
from checker.evidence.reread.combination import Combination
from checker.evidence.reread.details import weighed
from checker.evidence.reread.explained import is_explained
from checker.evidence.reread.held import HeldAgainst
from checker.evidence.reread.meaning import meaning_mismatch
from checker.evidence.reread.pairs import RereadPairs
from checker.evidence.reread.texts import Reread
from checker.evidence.reread.windows import Window
from checker.evidence.words.spans import ABSENT
from checker.model import Segment
from checker.secondjudge import Reading
from checker.text.names.namesakes import Namesakes
from checker.text.words import Word


def settled(
    sentences: Sequence[SentenceEvidence], reread: Reread, source: Sequence[Segment], language: str
) -> tuple[SentenceEvidence, ...]:
    """The sentences (m) of a rendering of ``source``, which is in ``language``, with mismatches as both judges see
    them."""
    examined, readings = reread.judged.examined, reread.readings
    lexicon = examined.source.lexicon.sentences
    original = HeldAgainst(dict(enumerate(source)), dict(enumerate(lexicon)), language, Namesakes(lexicon))
    return tuple(
        sentence
        if reading is None
        else _settled(
            sentence,
            examined.target.lexicon.sentences[k],
            reading,
            readings.windows[k],
            examined.matching.links[k],
            original,
            float(reread.p_changed[k]),
            reread.combination,
        )
        for k, (sentence, reading) in enumerate(zip(sentences, readings.targets, strict=True))
    )


def settled_pairs(
    sentences: Sequence[SentenceEvidence],
    source: Sequence[Segment],
    rereads: Sequence[RereadPairs],
    languages: Sequence[str],
) -> tuple[SentenceEvidence, ...]:
    """The same of aligned pairs (n), which ``rereads`` hold one part after the other; ``languages`` (n) are those of
    the sources."""
    found: list[SentenceEvidence] = []
    for reread in rereads:
        examined = reread.judged.examined
        begin = len(found)
        lexicon = examined.source.lexicon.sentences
        namesakes = Namesakes(lexicon)
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
                HeldAgainst({index: segment}, {index: lexicon[k]}, languages[begin + k], namesakes),
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
    original: HeldAgainst,
    p_changed: float,
    both: Combination,
) -> SentenceEvidence:
    """A sentence of these ``words`` that was read against a ``window`` of the ``original``."""
    mismatches = weighed(sentence.mismatches, reading, window, sentence.segment, original.segments, both)
    told = None
    if sentence.p_addition < ABSENT:
        told = meaning_mismatch(
            p_changed, reading, window, links, (sentence.segment, words), original.segments, original.words
        )
    if told is not None and is_explained(told, sentence, words, original):
        told = None
    return replace(sentence, mismatches=(*mismatches, *([told] if told else [])))
