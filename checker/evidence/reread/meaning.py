"""Where a sentence tells something otherwise: the words on both sides that the second judge stumbles over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from checker.evidence.records import Mention, Mismatch, MismatchKind
from checker.evidence.reread.features import word_logits
from checker.evidence.reread.windows import Window
from checker.model import Segment
from checker.secondjudge import Pieces, Reading
from checker.text.words import Word

LISTED_FROM = 0.1
"""Probability from which something told otherwise is worth keeping (chosen, as for spans)."""

_BELOW_HIGHEST = 2.0
"""Log-odds below the highest at which an adjoining word still belongs to it (chosen)."""


def meaning_mismatch(
    p_changed: float,
    reading: Reading,
    window: Window,
    links: Sequence[int],
    sentence: tuple[Segment, Sequence[Word]],
    source: Mapping[int, Segment],
    source_words: Mapping[int, Sequence[Word]],
) -> Mismatch | None:
    """What target ``sentence`` tells otherwise than the sources it draws on (``links``, in ``window``), or None;
    ``source`` and ``source_words`` have the segments and their words by index."""
    if not p_changed >= LISTED_FROM:
        return None
    segment, words = sentence
    here = _worst(reading.target, words, 0, segment)
    there: list[tuple[float, Mention]] = []
    for index, start in zip(window.indices, window.starts, strict=True):
        if index in links or len(window.indices) == 1:
            found = _worst(reading.source, source_words[index], start, source[index])
            if found is not None:
                there.append(found)
    return Mismatch(
        MismatchKind.MEANING,
        max(there, key=lambda one: one[0])[1] if there else None,
        here[1] if here else None,
        p_changed,
    )


def _worst(pieces: Pieces, words: Sequence[Word], start: int, segment: Segment) -> tuple[float, Mention] | None:
    """The run of words with the highest log-odds, and that height."""
    logits = word_logits(pieces, words, start)
    if not len(logits):
        return None
    at = int(np.argmax(logits))
    low = float(logits[at]) - _BELOW_HIGHEST
    first = stop = at
    while first > 0 and logits[first - 1] >= max(low, 0.0):
        first -= 1
    while stop + 1 < len(words) and logits[stop + 1] >= max(low, 0.0):
        stop += 1
    begin, end = words[first].start, words[stop].end
    text = segment.text[begin:end]
    return float(logits[at]), Mention(segment.index, segment.start + begin, segment.start + end, text)
