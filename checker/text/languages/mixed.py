"""Cuts a sentence in which one language ends and another begins.

Pasted text loses its line breaks: a statement in one language runs into a comment in another with no stop between.
The cut is where the words before speak most clearly for one language and those after for the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from checker.model import Span
from checker.text.languages.identify import log_scores
from checker.text.languages.known import LANGUAGES
from checker.text.languages.ngrams import NAME_WEIGHT
from checker.text.unspaced import LETTERS

MIN_LENGTH = 20
MAX_LENGTH = 4_000
"""Shorter and longer sentences are not looked into; chosen, and a bound of time."""

MIN_WORDS = 2
"""Words that a part of a sentence has at least; chosen."""

MIN_NATS_AT_STOP = 5.0
"""What each side must say for its own language where a line, a clause or a list number begins; chosen."""

MIN_NATS_ELSEWHERE = 25.0
"""The same in the middle of a clause, where a quotation or a title is likelier; chosen."""

_WORD = re.compile(rf"[{LETTERS}]+|[^\s{LETTERS}]+")
_STOP = re.compile(r"(?:[.!?…:;。！？।؟)\]»”\"]|^[/|])$")
_OPENING = re.compile(r"^(?:\d{1,3}[.)]|[-–—•*>(\[«“„\"])")


def cut_each(text: str, sentences: Sequence[Span], languages: Sequence[Sequence[str]]) -> list[list[Span]]:
    """The parts of each sentence that are in different ones of its ``languages``, without white space around them.

    One part, the sentence itself, where no change is clear.  The parts hold every word of the sentence, in order.
    """
    words = [
        [Span(*match.span()) for match in _WORD.finditer(text, sentence.start, sentence.end)]
        if MIN_LENGTH <= len(sentence) <= MAX_LENGTH
        else []
        for sentence in sentences
    ]
    scores = log_scores([word.of(text) for spans in words for word in spans])
    parts, offset = [], 0
    for sentence, spans, codes in zip(sentences, words, languages, strict=True):
        columns = [LANGUAGES.index(code) for code in dict.fromkeys(codes) if code in LANGUAGES]
        own = scores[offset : offset + len(spans), columns].astype(np.float64)
        offset += len(spans)
        bounds = _bounds(*_evidence(text, spans, own)) if columns and spans else []
        ends = [0, *bounds, len(spans)]
        found = (
            [Span(spans[start].start, spans[end - 1].end) for start, end in pairwise(ends)] if bounds else [sentence]
        )
        parts.append(found)
    return parts


def _evidence(
    text: str, words: Sequence[Span], scores: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """What each word says for each language in nats, names little, and where a clause may begin.

    Shapes (n, C) and (n,), like ``scores`` (n, C).
    """
    contents = [word.of(text) for word in words]
    shouted = sum(map(str.isupper, contents)) > len(contents) / 2
    is_name = np.array([content[:1].isupper() and not shouted for content in contents], dtype=np.bool_)
    is_name[:1] = False
    evidence = (scores - scores.mean(axis=1, keepdims=True)) * np.where(is_name, NAME_WEIGHT, 1.0)[:, None]
    stops = [_is_stop(text, previous, following) for previous, following in pairwise(words)]
    return evidence, np.array([False, *stops][: len(words)], dtype=np.bool_)


def _bounds(evidence: NDArray[np.float64], stops: NDArray[np.bool_]) -> list[int]:
    """Indices of the words that begin another language."""
    bounds = np.arange(MIN_WORDS, len(evidence) - MIN_WORDS + 1)
    if bounds.size == 0:
        return []
    sums = np.cumsum(evidence, axis=0)
    left, right = sums[bounds - 1], sums[-1] - sums[bounds - 1]
    first, second = left.argmax(axis=1), right.argmax(axis=1)
    each = np.arange(bounds.size)
    weaker = np.minimum(left[each, first] - left[each, second], right[each, second] - right[each, first])
    clear = (first != second) & (weaker >= np.where(stops[bounds], MIN_NATS_AT_STOP, MIN_NATS_ELSEWHERE))
    if not clear.any():
        return []
    gain = left[each, first] + right[each, second] + np.where(stops[bounds], MIN_NATS_AT_STOP, 0.0)
    bound = int(bounds[np.where(clear, gain, -np.inf).argmax()])
    later = _bounds(evidence[bound:], stops[bound:])
    return [*_bounds(evidence[:bound], stops[:bound]), bound, *(bound + other for other in later)]


def _is_stop(text: str, previous: Span, following: Span) -> bool:
    """Whether a new clause may begin at ``following``."""
    between = text[previous.end : following.start]
    return (
        "\n" in between
        or len(between) > 2
        or bool(_STOP.search(previous.of(text)))
        or bool(_OPENING.search(following.of(text)))
    )
