"""What the second judge stumbles over and the first knows to be no difference.

It reads one sentence with its original, and so cannot know that thirty yards are twenty-seven metres, which the first
has calculated, nor that the "Kit" of this sentence is the "Kit Harington" of another, nor what a place is called
elsewhere; and where what is not common is called rare, it misses the "not" that the first has found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.evidence.records import FIGURES, Mention, Mismatch, MismatchKind, SentenceEvidence
from checker.evidence.reread.held import HeldAgainst
from checker.model import Segment
from checker.text.polarity.plain import is_plain
from checker.text.words import Word

_DIGITS_BEFORE, _DIGITS_AFTER = re.compile(r"\d\W{0,2}$"), re.compile(r"\W{0,2}\d")

_COUNTERPART = 0.15
"""Probability below which a name has its counterpart for certain (measured: of names exchanged in renderings three in
fourteen lie below, of names in other words in published translations all but one)."""


def is_explained(told: Mismatch, sentence: SentenceEvidence, words: Sequence[Word], original: HeldAgainst) -> bool:
    """Whether what ``sentence``, of these ``words``, seems to tell otherwise is a negation or a quantity in which the
    first judge finds no difference, or another name for the same."""
    if told.source is None:
        return False
    kinds = {one.kind for one in sentence.mismatches}
    if is_plain(told.source.text, original.language):
        return MismatchKind.POLARITY not in kinds
    source, target = original.segments[told.source.index], sentence.segment
    if _is_quantity(told.source, source) and (told.target is None or _is_quantity(told.target, target)):
        return not kinds & FIGURES
    there = _names(told.source.text)
    here = _names(told.target.text) if told.target else []
    if not there:
        return False
    if here and told.target and _has_counterpart(told.target, sentence):
        return True
    return original.namesakes.may_be(there, here, [word.text for word in words if word.text[:1].isupper()])


def _has_counterpart(mention: Mention, sentence: SentenceEvidence) -> bool:
    """Whether the first judge has found what the words of a mention render: "Borneo" for "Kalimantan"."""
    found = [word.p_absent for word in sentence.words if word.start < mention.end and word.end > mention.start]
    return bool(found) and max(found) < _COUNTERPART


def _is_quantity(mention: Mention, segment: Segment) -> bool:
    """Whether words stand beside digits, as units do."""
    start, end = mention.start - segment.start, mention.end - segment.start
    before, after = segment.text[:start], segment.text[end:]
    return bool(_DIGITS_BEFORE.search(before) or _DIGITS_AFTER.match(after))


def _names(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", text) if word[:1].isupper()]
