"""The language of every sentence of a document, from its own words and its neighbours'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from checker.model import Span
from checker.text.languages.identify import RUNNER_UP_FROM, LanguageGuess, log_scores
from checker.text.languages.known import LANGUAGES, UNDETERMINED
from checker.text.languages.mixed import cut_each
from checker.text.languages.smoothing import smooth
from checker.text.paratext.document import PlacedSentence, asides

MAX_CANDIDATES = 12
"""Languages that a document may be in at once: a bound of time."""

OWN_CANDIDATES = 4
"""The likeliest languages of a sentence, out of all, that it may be cut between: a bound of time."""

SURE = 0.98
MIN_DOUBTFUL = 60
"""A sentence of so many characters whose own words give no language the first may hold two; chosen."""

_BLOCK = 5_000
"""Sentences that are scored at once: a bound of memory."""


_UNKNOWN = LanguageGuess(UNDETERMINED, 0.0)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or the part of one that is in one language.

    ``given`` is the index of the sentence that was passed in, ``paragraph`` that of its paragraph;
    ``boilerplate`` are the languages in which it is what web pages print around a text, a byline, a credit, a greeting.
    """

    span: Span
    given: int
    paragraph: int
    boilerplate: frozenset[str] = frozenset()
    guess: LanguageGuess = _UNKNOWN

    @property
    def language(self) -> str:
        return self.guess.language


def sentence_languages(
    text: str,
    paragraphs: Sequence[Sequence[Span]],
    preferred: str | None = None,
    languages: Sequence[str] | None = None,
) -> list[Sentence]:
    """The sentences of ``text`` in order, each with its language; one in two languages comes in parts.

    ``preferred`` (BCP 47) gets what says nothing itself and stands between two languages; ``languages`` are the
    only ones to choose from.  Time and memory are linear in the text.
    """
    sentences = _unlabelled(text, paragraphs)
    scores = _scores(text, sentences, languages)
    codes = _candidates(sentences, scores, preferred)
    if not codes:
        return sentences
    labelled = _label(sentences, scores, codes)
    parts = _cut(text, labelled, scores)
    if len(parts) == len(labelled):
        return labelled
    scores = _scores(text, parts, languages)
    return _label(parts, scores, _candidates(parts, scores, preferred))


def _unlabelled(text: str, paragraphs: Sequence[Sequence[Span]]) -> list[Sentence]:
    placed = [(number, span) for number, paragraph in enumerate(paragraphs) for span in paragraph]
    around = asides([PlacedSentence(span.of(text), len(paragraphs[number]) == 1) for number, span in placed])
    return [
        Sentence(span, given, number, languages)
        for given, ((number, span), languages) in enumerate(zip(placed, around, strict=True))
    ]


def _scores(text: str, sentences: Sequence[Sentence], languages: Sequence[str] | None) -> NDArray[np.float16]:
    """Log-probabilities of each sentence alone, shape (n, len(LANGUAGES)); zeros for boilerplate."""
    scores = np.zeros((len(sentences), len(LANGUAGES)), dtype=np.float16)
    for start in range(0, len(sentences), _BLOCK):
        block = sentences[start : start + _BLOCK]
        texts = ["" if sentence.boilerplate else sentence.span.of(text) for sentence in block]
        scores[start : start + len(block)] = log_scores(texts, languages)
    return scores


def _candidates(sentences: Sequence[Sentence], scores: NDArray[np.float16], preferred: str | None) -> list[str]:
    """The languages that some sentence is likely to be in, the preferred one first, then by length of text."""
    best = scores.argmax(axis=1)
    likely = (scores[np.arange(len(best)), best] > np.log(0.5)) & scores.any(axis=1)
    lengths = np.array([len(sentence.span) for sentence in sentences], dtype=np.float64)
    sizes = np.bincount(best[likely], weights=lengths[likely], minlength=len(LANGUAGES))
    ranked = [LANGUAGES[column] for column in np.argsort(-sizes, kind="stable") if sizes[column] > 0]
    first = [preferred] if preferred in LANGUAGES and scores.any() else []
    return list(dict.fromkeys([*first, *ranked]))[:MAX_CANDIDATES]


def _label(sentences: Sequence[Sentence], scores: NDArray[np.float16], codes: Sequence[str]) -> list[Sentence]:
    """The sentences with the likeliest of ``codes`` each, by their ``scores``, shape (n, len(LANGUAGES))."""
    begins = np.ones(len(sentences), dtype=np.bool_)
    for index in range(1, len(sentences)):
        previous, sentence = sentences[index - 1], sentences[index]
        begins[index] = sentence.paragraph != previous.paragraph or sentence.given == previous.given
    chosen = scores[:, [LANGUAGES.index(code) for code in codes]].astype(np.float32)
    labelled = []
    for sentence, row in zip(sentences, smooth(chosen, begins), strict=True):
        ranked = sorted(zip(row.tolist(), codes, strict=True), key=lambda pair: -pair[0])
        if sentence.boilerplate:
            said = [(value, code) for value, code in ranked if code in sentence.boilerplate]
            ranked = [(1.0, said[0][1] if said else min(sentence.boilerplate))]
        (probability, language), *others = ranked
        runners_up = tuple((code, value) for value, code in others if value >= RUNNER_UP_FROM)
        labelled.append(replace(sentence, guess=LanguageGuess(language, probability, runners_up)))
    return labelled


def _cut(text: str, sentences: Sequence[Sentence], scores: NDArray[np.float16]) -> list[Sentence]:
    """The sentences, those in two languages cut.  Only where a language begins or ends is there one to look for."""
    parts: list[Sentence] = []
    own = np.exp(scores.max(axis=1, initial=-np.inf).astype(np.float32))
    for start in range(0, len(sentences), _BLOCK):
        doubtful: dict[int, list[str]] = {}
        for index in range(start, min(start + _BLOCK, len(sentences))):
            around = {other.language for other in sentences[max(0, index - 1) : index + 2]}
            at_change = len(around) > 1 or index in (0, len(sentences) - 1)
            is_doubtful = own[index] < SURE and len(sentences[index].span) >= MIN_DOUBTFUL
            if not sentences[index].boilerplate and (at_change or is_doubtful):
                ranked = np.argsort(-scores[index], kind="stable")[:OWN_CANDIDATES]
                doubtful[index] = [*sorted(around), *(LANGUAGES[column] for column in ranked)]
        spans = cut_each(text, [sentences[index].span for index in doubtful], list(doubtful.values()))
        found = dict(zip(doubtful, spans, strict=True))
        for index in range(start, min(start + _BLOCK, len(sentences))):
            sentence = sentences[index]
            parts += [replace(sentence, span=span) for span in found.get(index, [])] or [sentence]
    return parts
