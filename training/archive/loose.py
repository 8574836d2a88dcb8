"""Questions as loose as comments: some sentences of an original, in any order, in other words, beside what nobody said.

Whoever comments on a text neither renders all of it nor keeps its words.  Parallel text has no such comments; they are
imitated by what a mean of word vectors knows of one: part of the words is gone, words that have nothing to do with the
original stand in their place, and a sentence draws on halves of two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from training.archive.cases import Case, Question

LEAST, MOST = 2, 8
"""Sentences of a comment that draw on the original."""

GONE = (0.2, 0.7)
"""Share of a sentence's words that its comment lacks; what stands in their place is as much, and half of that again."""

JOINED = 0.3
"""Share of sentences that draw on two."""

OWN = 0.35
"""Share of a comment's sentences that draw on nothing."""

_PIECE = 2
"""Characters that stand for a word where a language writes no spaces."""


def loose(case: Case, rng: np.random.Generator) -> Case:
    """A case whose questions are comments on what they rendered, which for some is not in the archive."""
    absent = [question for question in case.questions if not question.originals]
    strangers = {
        language: [text for question in absent if question.language == language for text in question.texts]
        or [text for question in absent for text in question.texts]
        for language in {question.language for question in case.questions}
    }
    return replace(
        case, questions=tuple(_comment(question, strangers[question.language], rng) for question in case.questions)
    )


def _comment(question: Question, strangers: Sequence[str], rng: np.random.Generator) -> Question:
    """``strangers`` are sentences in its language, if there are any, of which the archive has no original."""
    count = min(len(question.texts), int(rng.integers(LEAST, MOST + 1)))
    chosen = [int(k) for k in rng.permutation(len(question.texts))[:count]]
    texts, sources = zip(*_said(question, chosen, strangers, rng), strict=True)
    return Question(question.language, texts, sources, frozenset(number for number, _ in sources if number >= 0))


def _said(
    question: Question, chosen: Sequence[int], strangers: Sequence[str], rng: np.random.Generator
) -> Iterator[tuple[str, tuple[int, int]]]:
    for place, k in enumerate(chosen):
        if place and rng.random() < OWN:
            yield strangers[int(rng.integers(len(strangers)))], (-1, -1)
            continue
        words = _words(question.texts[k])
        if rng.random() < JOINED:
            more = _words(question.texts[chosen[int(rng.integers(len(chosen)))]])
            words = words[: 1 + len(words) // 2] + more[len(more) // 2 :]
        gone = rng.uniform(*GONE)
        kept = [word for word in words if rng.random() >= gone] or words[:1]
        stranger = _words(strangers[int(rng.integers(len(strangers)))])
        count = min(len(stranger), int(rng.integers(0, 1 + int(1.5 * max(len(words) - len(kept), 0)))))
        begin = int(rng.integers(len(stranger) - count + 1))
        words = [*kept, *stranger[begin : begin + count]]
        text = ("" if _is_unspaced(question.texts[k]) else " ").join(words[int(i)] for i in rng.permutation(len(words)))
        yield text, question.sources[k]


def _is_unspaced(text: str) -> bool:
    return len(text) > 12 * len(text.split())


def _words(text: str) -> list[str]:
    if _is_unspaced(text):
        return [text[k : k + _PIECE] for k in range(0, len(text), _PIECE)]
    return text.split()
