"""Runs of sentences in one language: cut, joined and given to the language beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from checker.model import Span
from checker.text.languages.identify import LanguageGuess
from checker.text.languages.sentences import Sentence
from checker.text.prose import is_prose, is_quotation

MAX_GAP = 3.0
"""Runs belong together if no more than so many times the longer one's length lies between them; chosen."""

MIN_SPOKEN = 2
"""Sentences in each language of a heading in two, itself among them, beside which it stays in two; chosen."""

_STROKES = ("/", "|")

MIN_PART_WORDS = 6
"""A part of a sentence with fewer different words is a name or a quotation in it, unless its neighbour is in its
language too; chosen."""

SAMPLE = 3_000
"""Characters of a run that it is judged by: a bound of time."""


CLOSE = (
    {"hr", "bs", "sr"},
    {"da", "no", "sv"},
    {"cs", "sk"},
    {"id", "ms"},
    {"es", "gl", "ca", "pt"},
    {"nl", "af"},
    {"ru", "uk", "be", "bg", "mk", "sr"},
    {"az", "tr"},
    {"zh", "zh-Hant", "ja"},
    {"hi", "mr", "ne"},
)
"""Languages that a short text may be in either of."""

MUCH_MORE = 4.0
"""A document with so many times more of one language than of a close one is in the first alone; chosen."""


DENSITY = {"zh": 3.0, "zh-Hant": 3.0, "ja": 2.0, "ko": 2.0}
"""Characters of an alphabet that say as much as one of these languages; chosen."""


@dataclass(frozen=True, slots=True)
class Run:
    """Indices of sentences in one language, ascending."""

    language: str
    indices: tuple[int, ...]

    def content(self, text: str, sentences: Sequence[Sentence]) -> str:
        """The beginning of the run's text, one sentence a line."""
        lines: list[str] = []
        size = 0
        for index in self.indices:
            lines.append(sentences[index].span.of(text))
            size += len(lines[-1])
            if size >= SAMPLE:
                break
        return "\n".join(lines)

    def length(self, sentences: Sequence[Sentence]) -> float:
        """Characters in the run's sentences, as many as an alphabet would need."""
        return DENSITY.get(self.language, 1.0) * sum(len(sentences[index].span) for index in self.indices)

    def probability(self, sentences: Sequence[Sentence]) -> float:
        """Mean probability of the language over the run's sentences."""
        return sum(_probability(sentences[index], self.language) for index in self.indices) / len(self.indices)


def runs_of(sentences: Sequence[Sentence]) -> list[Run]:
    """The runs of a document in order; boilerplate is in none and parts none."""
    prose = (index for index, sentence in enumerate(sentences) if not sentence.boilerplate)
    return [
        Run(language, tuple(indices))
        for language, indices in groupby(prose, key=lambda index: sentences[index].language)
    ]


def joined(runs: Sequence[Run], sentences: Sequence[Sentence]) -> list[Run]:
    """Runs of one language that belong together put together; in the order of their first sentences."""
    before = [0, *accumulate(len(sentence.span) for sentence in sentences)]
    groups: list[tuple[str, list[int]]] = []
    lengths: list[float] = []
    latest: dict[str, int] = {}
    for run in runs:
        length = run.length(sentences)
        place = latest.get(run.language)
        if place is not None:
            gap = before[run.indices[0]] - before[groups[place][1][-1] + 1]
            if gap <= MAX_GAP * max(lengths[place], length):
                groups[place][1].extend(run.indices)
                lengths[place] += length
                continue
        latest[run.language] = len(groups)
        groups.append((run.language, list(run.indices)))
        lengths.append(length)
    return [Run(language, tuple(indices)) for language, indices in groups]


def fills_paragraphs(sentences: Sequence[Sentence], run: Run) -> bool:
    """Whether a run stands in paragraphs of its own: nothing else is in them."""
    own = set(run.indices)
    return not any(
        sentences[index].paragraph == sentences[other].paragraph
        for index in run.indices
        for other in (index - 1, index + 1)
        if 0 <= other < len(sentences) and other not in own
    )


def is_quoted(text: str, sentences: Sequence[Sentence], run: Run) -> bool:
    """Whether a run is a passage that the paragraph around it quotes, or a quoted sentence by itself."""
    first, last = run.indices[0], run.indices[-1]
    inside = any(
        sentences[index].paragraph == sentences[other].paragraph
        for index, other in ((first, first - 1), (last, last + 1))
        if 0 <= other < len(sentences)
    )
    return (inside or first == last) and is_quotation(text, sentences[first].span.start, sentences[last].span.end)


def with_close_joined(sentences: Sequence[Sentence], source: str) -> list[Sentence]:
    """The sentences; those in a language close to a much commoner one of the document get that, ``source`` apart."""
    sizes: dict[str, float] = {}
    for run in runs_of(sentences):
        sizes[run.language] = sizes.get(run.language, 0) + run.length(sentences)
    sizes.pop(source, None)
    labelled = list(sentences)
    for run in runs_of(sentences):
        neighbours = {code for codes in CLOSE if run.language in codes for code in codes & sizes.keys()}
        if run.language in sizes and neighbours:
            commonest = max(sorted(neighbours), key=lambda code: sizes[code])
            if sizes[commonest] >= MUCH_MORE * sizes[run.language]:
                give(labelled, run.indices, commonest)
    return labelled


def with_parts_restored(text: str, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences; parts of a cut one that are no prose and stand alone in their language are put back to it.

    A heading in two languages, with a stroke between, stays in two if both are spoken elsewhere.
    """
    labelled = list(sentences)
    alone = {run.indices[0] for run in runs_of(sentences) if len(run.indices) == 1}
    spoken = Counter(sentence.language for sentence in sentences)
    for _, group in groupby(range(len(sentences)), key=lambda index: sentences[index].given):
        parts = list(group)
        longest = max(parts, key=lambda index: len(sentences[index].span))
        is_stroked = any(sentences[index].span.of(text).endswith(_STROKES) for index in parts[:-1])
        if is_stroked and all(spoken[sentences[index].language] > MIN_SPOKEN for index in parts):
            continue
        for index in parts:
            if (
                index != longest
                and index in alone
                and not is_prose(f"{sentences[index].span.of(text)}.", MIN_PART_WORDS)
            ):
                give(labelled, [index], sentences[longest].language)
    return made_whole(labelled)


def with_strays_given(
    sentences: Sequence[Sentence], runs: Sequence[Run], firm: Sequence[bool], source: str
) -> list[Sentence]:
    """The sentences; runs that are not ``firm`` go to the language of the nearest firm run before or after.

    Of two they take the one that their sentences are likelier in, then that of their own paragraph, then ``source``.
    """
    labelled = list(sentences)
    for is_firm, group in groupby(range(len(runs)), key=firm.__getitem__):
        numbers = list(group)
        before, after = runs[: numbers[0]][-1:], runs[numbers[-1] + 1 :][:1]
        if is_firm or not (before or after):
            continue
        for number in numbers:
            run = runs[number]
            sides = [(other.language, other.indices[-1], run.indices[0]) for other in before]
            sides += [(other.language, other.indices[0], run.indices[-1]) for other in after]
            claims = [
                (
                    sum(_probability(sentences[index], language) for index in run.indices),
                    sentences[theirs].paragraph == sentences[own].paragraph,
                    language == source,
                    language,
                )
                for language, theirs, own in sides
            ]
            give(labelled, run.indices, max(claims)[-1])
    return made_whole(labelled)


def give(sentences: list[Sentence], indices: Sequence[int], language: str) -> None:
    """Changes the language of some sentences, in place."""
    for index in indices:
        guess = LanguageGuess(language, _probability(sentences[index], language))
        sentences[index] = replace(sentences[index], guess=guess)


def made_whole(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences; neighbouring parts of a cut one that turned out to be in one language are one again."""
    whole: list[Sentence] = []
    for sentence in sentences:
        if whole and whole[-1].given == sentence.given and whole[-1].language == sentence.language:
            whole[-1] = replace(whole[-1], span=Span(whole[-1].span.start, sentence.span.end))
        else:
            whole.append(sentence)
    return whole


def _probability(sentence: Sentence, language: str) -> float:
    guess = sentence.guess
    return {guess.language: guess.probability, **dict(guess.runners_up)}.get(language, 0.0)
