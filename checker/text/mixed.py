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
from checker.text.language import LANGUAGES, log_scores
from checker.text.ngrams import NAME_WEIGHT

MAX_LENGTH = 4_000
"""Longer sentences are not looked into."""

MIN_WORDS = 2
MIN_NATS_AT_STOP = 5.0
"""What each side must say for its own language where a line, a clause or a list number begins."""

MIN_NATS_ELSEWHERE = 25.0
"""The same in the middle of a clause, where a quotation or a title is likelier."""

_EAST_ASIAN = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_EAST_ASIAN}]+|[^\s{_EAST_ASIAN}]+")
_STOP = re.compile(r"[.!?…:;。！？।؟)\]»”\"]$")
_OPENING = re.compile(r"^(?:\d{1,3}[.)]|[-–—•*>(\[«“„\"])")


def cut(text: str, sentence: Span, languages: Sequence[str]) -> list[Span]:
    """The parts of ``sentence`` that are in different ones of ``languages``, without white space around them.

    One part, the sentence itself, where no change is clear.  The parts hold every word of the sentence, in order.
    """
    columns = [LANGUAGES.index(code) for code in dict.fromkeys(languages) if code in LANGUAGES]
    if len(columns) < 2 or len(sentence) > MAX_LENGTH:
        return [sentence]
    words = [Span(*match.span()) for match in _WORD.finditer(text, sentence.start, sentence.end)]
    if len(words) < 2 * MIN_WORDS:
        return [sentence]
    bounds = _bounds(text, words, _evidence(text, words, columns))
    starts = [0, *bounds, len(words)]
    return [Span(words[a].start, words[b - 1].end) for a, b in pairwise(starts)]


def _evidence(text: str, words: Sequence[Span], columns: Sequence[int]) -> NDArray[np.float64]:
    """What each word says for each language in nats, names little; shape (len(words), len(columns))."""
    contents = [word.of(text) for word in words]
    evidence = log_scores(contents)[:, columns].astype(np.float64)
    evidence -= evidence.mean(axis=1, keepdims=True)
    shouted = sum(content.isupper() for content in contents) > len(contents) / 2
    for index, content in enumerate(contents[1:], start=1):
        if content[:1].isupper() and not shouted:
            evidence[index] *= NAME_WEIGHT
    return evidence


def _bounds(text: str, words: Sequence[Span], evidence: NDArray[np.float64]) -> list[int]:
    """Indices of the words that begin another language."""
    count = len(words)
    if count < 2 * MIN_WORDS:
        return []
    before = np.concatenate((np.zeros((1, evidence.shape[1])), np.cumsum(evidence, axis=0)))
    after = before[-1] - before
    best: tuple[float, int] | None = None
    for bound in range(MIN_WORDS, count - MIN_WORDS + 1):
        left, right = before[bound], after[bound]
        first, second = int(left.argmax()), int(right.argmax())
        weaker = min(left[first] - left[second], right[second] - right[first])
        at_stop = _is_stop(text, words[bound - 1], words[bound])
        if first == second or weaker < (MIN_NATS_AT_STOP if at_stop else MIN_NATS_ELSEWHERE):
            continue
        gain = left[first] + right[second] + (MIN_NATS_AT_STOP if at_stop else 0.0)
        if best is None or gain > best[0]:
            best = (gain, bound)
    if best is None:
        return []
    bound = best[1]
    right_bounds = _bounds(text, words[bound:], evidence[bound:])
    return [*_bounds(text, words[:bound], evidence[:bound]), bound, *(bound + other for other in right_bounds)]


def _is_stop(text: str, previous: Span, following: Span) -> bool:
    """Whether a new clause may begin at ``following``."""
    between = text[previous.end : following.start]
    return (
        "\n" in between
        or len(between) > 2
        or bool(_STOP.search(previous.of(text)))
        or bool(_OPENING.search(following.of(text)))
    )
