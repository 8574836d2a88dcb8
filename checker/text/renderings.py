"""Where in a document the renderings are: runs of sentences in another language than the original's.

1. Each sentence gets a language from its own words and its neighbours'; one in which a language ends and another
   begins is cut there; what web pages print around a text is set aside (``sentence_languages``).
2. Runs too short or too poor in words to be prose - names, titles, a quoted sentence - go to the language around
   them (``prose``).
3. Runs in the same language are one rendering if what lies between them is not much longer than they are: a
   translation set paragraph by paragraph beside its original, two comments one after the other.  Comments at the
   two ends of a long article are two renderings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from checker.model import Span
from checker.text.language import UNDETERMINED, LanguageGuess, canonical, identify
from checker.text.prose import is_prose, is_quotation
from checker.text.sentence_languages import Sentence, sentence_languages

AUTO = "auto"
"""The language of the original is to be found: English if there is some, else that of the larger part."""

MAX_P_SOURCE = 0.02
MIN_P_LANGUAGE = 0.3
"""A run is a rendering only if the original's language is at most as probable as the first, and some other language
at least as the second: it may be hard to say whether it is Croatian or Serbian."""

MIN_SOURCE_SHARE = 0.05
"""What is less of the text than this is not the original."""

MAX_GAP = 3.0
"""Runs are one rendering if no more than so many times the longer one's length lies between them."""

MIN_TITLE_SHARE = 0.2
"""A single sentence that is less of the text than this is not the original either: it is a title."""

_SAMPLE = 3_000
"""Characters of a run that decide whether it is prose in its language."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """Text in another language than the original's, offered as a rendering of it.

    ``confidence`` is the probability of the language, ``sentences`` are indices into the sentences of
    ``DocumentLanguages``, ascending; ``start`` and ``end`` are those of the first and the last, in code points.
    Sentences between them that are not listed are in the original's language or boilerplate.
    """

    language: str
    confidence: float
    sentences: tuple[int, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentLanguages:
    """The languages of a document, sentence by sentence, and what of it is original and what rendering.

    ``sentences`` are the spans that were passed in, in order, but for those in two languages, which are cut: every
    index here counts these.  ``languages[i]`` is that of ``sentences[i]``.  ``source`` are the sentences of the
    original, empty if there is none; ``boilerplate`` those of neither: forms, buttons, notices of a web page.
    """

    source_language: str
    sentences: tuple[Span, ...]
    languages: tuple[LanguageGuess, ...]
    source: tuple[int, ...]
    renderings: tuple[Rendering, ...]
    boilerplate: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Indices of sentences in one language, ascending, with only boilerplate between them."""

    language: str
    indices: tuple[int, ...]


def find_renderings(
    text: str,
    paragraphs: Sequence[Sequence[Span]],
    source_language: str | None = "en",
    languages: Sequence[str] | None = None,
) -> DocumentLanguages:
    """Finds the original and its renderings in ``text``.

    ``paragraphs`` are the sentences of each paragraph, in document order.  ``source_language`` (BCP 47) is that
    of the original; ``None`` or ``auto``: guess it.  ``languages`` (BCP 47) narrow what renderings may be in.
    """
    named = None if source_language in (None, AUTO) else canonical(str(source_language))
    allowed = None if languages is None or named is None else [named, *languages]
    sentences = sentence_languages(text, paragraphs, named or "en", allowed)
    source = named or _guess_source(sentences)
    sentences = _absorbed(text, _parts_absorbed(text, sentences), source)
    runs = _runs(sentences)
    groups = _joined([run for run in runs if run.language != source], sentences)
    found = [(group, _rendering(text, sentences, group, source)) for group in groups]
    for group, rendering in found:
        if rendering is not None and rendering.language != group.language:
            _give(sentences, group.indices, rendering.language)
    return DocumentLanguages(
        source_language=source,
        sentences=tuple(sentence.span for sentence in sentences),
        languages=tuple(sentence.guess for sentence in sentences),
        source=_original(text, sentences, [run for run in runs if run.language == source]),
        renderings=tuple(rendering for _, rendering in found if rendering is not None),
        boilerplate=tuple(k for k, sentence in enumerate(sentences) if sentence.boilerplate),
    )


def _guess_source(sentences: Sequence[Sentence]) -> str:
    """English if there is some, else the language with most text; the first one where two have as much."""
    sizes: dict[str, int] = {}
    for sentence in sentences:
        if not sentence.boilerplate:
            sizes[sentence.language] = sizes.get(sentence.language, 0) + len(sentence.span)
    sizes.pop(UNDETERMINED, None)
    if not sizes:
        return UNDETERMINED
    if sizes.get("en", 0) >= MIN_SOURCE_SHARE * sum(sizes.values()):
        return "en"
    return max(sizes, key=lambda code: sizes[code])


def _runs(sentences: Sequence[Sentence]) -> list[_Run]:
    prose = [index for index, sentence in enumerate(sentences) if not sentence.boilerplate]
    return [
        _Run(language, tuple(indices))
        for language, indices in groupby(prose, key=lambda index: sentences[index].language)
    ]


def _parts_absorbed(text: str, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, parts of a cut one that are no prose and stand alone in their language put back to it."""
    labelled = list(sentences)
    alone = {run.indices[0] for run in _runs(sentences) if len(run.indices) == 1}
    for _, group in groupby(range(len(sentences)), key=lambda index: sentences[index].given):
        parts = list(group)
        longest = max(parts, key=lambda index: len(sentences[index].span))
        for index in parts:
            if index != longest and index in alone and not is_prose(sentences[index].span.of(text)):
                _give(labelled, [index], sentences[longest].language)
    return _whole(labelled)


def _absorbed(text: str, sentences: Sequence[Sentence], source: str) -> list[Sentence]:
    """The sentences, those of runs that are no prose or a quotation given to a language beside them."""
    labelled = list(sentences)
    runs = _runs(sentences)
    for number, run in enumerate(runs):
        if run.language == source or _stands_alone(text, sentences, run):
            continue
        around = [(other, other.indices[-1], run.indices[0]) for other in runs[max(0, number - 1) : number]]
        around += [(other, other.indices[0], run.indices[-1]) for other in runs[number + 1 : number + 2]]
        if around:
            heir = max(
                around,
                key=lambda side: (
                    sum(_probability(sentences[index], side[0].language) for index in run.indices),
                    sentences[side[1]].paragraph == sentences[side[2]].paragraph,
                    side[0].language == source,
                ),
            )
            _give(labelled, run.indices, heir[0].language)
    return _whole(labelled)


def _stands_alone(text: str, sentences: Sequence[Sentence], run: _Run) -> bool:
    """Whether a run may be a rendering: prose, and not a passage that the text around it quotes."""
    first, last = run.indices[0], run.indices[-1]
    inside = any(
        sentences[k].paragraph == sentences[other].paragraph
        for k, other in ((first, first - 1), (last, last + 1))
        if 0 <= other < len(sentences)
    )
    may_be_quoted = inside or first == last
    if may_be_quoted and is_quotation(text, sentences[first].span.start, sentences[last].span.end):
        return False
    return is_prose(_content(text, sentences, run.indices))


def _probability(sentence: Sentence, language: str) -> float:
    guess = sentence.guess
    return {guess.language: guess.probability, **dict(guess.runners_up)}.get(language, 0.0)


def _give(sentences: list[Sentence], indices: Sequence[int], language: str) -> None:
    """Changes the language of some sentences, in place."""
    for index in indices:
        probability = _probability(sentences[index], language)
        sentences[index] = replace(sentences[index], guess=LanguageGuess(language, probability))


def _whole(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, cut ones made whole again where their parts turned out to be in one language."""
    whole: list[Sentence] = []
    for sentence in sentences:
        if whole and whole[-1].given == sentence.given and whole[-1].language == sentence.language:
            whole[-1] = replace(whole[-1], span=Span(whole[-1].span.start, sentence.span.end))
        else:
            whole.append(sentence)
    return whole


def _original(text: str, sentences: Sequence[Sentence], runs: Sequence[_Run]) -> tuple[int, ...]:
    """The sentences of the original; none where what is in its language is a few names or a title."""
    indices = tuple(index for run in runs for index in run.indices)
    size = sum(len(sentences[index].span) for index in indices)
    share = size / max(1, sum(len(sentence.span) for sentence in sentences))
    prose = [run for run in runs if is_prose(_content(text, sentences, run.indices))]
    if not prose or share < MIN_SOURCE_SHARE or (len(indices) == 1 and share < MIN_TITLE_SHARE):
        return ()
    return indices


def _joined(runs: Sequence[_Run], sentences: Sequence[Sentence]) -> list[_Run]:
    """Runs that are one rendering put together; in the order of their first sentences."""
    joined: list[_Run] = []
    latest: dict[str, int] = {}
    for run in runs:
        place = latest.get(run.language)
        if place is not None and _belong(joined[place], run, sentences):
            joined[place] = _Run(run.language, joined[place].indices + run.indices)
        else:
            latest[run.language] = len(joined)
            joined.append(run)
    return joined


def _belong(former: _Run, latter: _Run, sentences: Sequence[Sentence]) -> bool:
    between = range(former.indices[-1] + 1, latter.indices[0])
    gap = sum(len(sentences[index].span) for index in between)
    longer = max(sum(len(sentences[index].span) for index in run.indices) for run in (former, latter))
    return gap <= MAX_GAP * longer


def _rendering(text: str, sentences: Sequence[Sentence], run: _Run, source: str) -> Rendering | None:
    content = _content(text, sentences, run.indices)
    guess = identify(content)
    probabilities = {guess.language: guess.probability, **dict(guess.runners_up)}
    likeliest = max((code for code in probabilities if code != source), key=probabilities.__getitem__, default="und")
    confidence = probabilities.get(likeliest, 0.0)
    if probabilities.get(source, 0.0) > MAX_P_SOURCE or confidence < MIN_P_LANGUAGE or not is_prose(content):
        return None
    start, end = sentences[run.indices[0]].span.start, sentences[run.indices[-1]].span.end
    return Rendering(likeliest, confidence, run.indices, start, end)


def _content(text: str, sentences: Sequence[Sentence], indices: Sequence[int]) -> str:
    """The beginning of a run's text, one sentence a line."""
    lines: list[str] = []
    size = 0
    for index in indices:
        lines.append(sentences[index].span.of(text))
        size += len(lines[-1])
        if size >= _SAMPLE:
            break
    return "\n".join(lines)
