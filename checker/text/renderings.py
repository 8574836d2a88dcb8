"""Where in a document the renderings are: runs of sentences in another language than the original's.

1. Each sentence gets a language from its own words and its neighbours'; one in which a language ends and another
   begins is cut there; what web pages print around a text is set aside (``sentence_languages``).
2. Runs in the same language are one rendering if what lies between them is not much longer than they are: a
   translation set paragraph by paragraph beside its original, two comments one after the other.  Comments at the
   two ends of a long article are two renderings (``runs``).
3. What is no prose - names, titles, noise, a quoted sentence - goes to the language around it (``prose``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from checker.model import Span
from checker.text.boilerplate import boilerplate_languages
from checker.text.languages.identify import LanguageGuess, has_other_letters, identify, languages_of_script
from checker.text.languages.known import UNDETERMINED
from checker.text.languages.sentences import Sentence, sentence_languages
from checker.text.languages.tags import canonical
from checker.text.prose import is_prose
from checker.text.runs import (
    Run,
    fills_paragraphs,
    give,
    is_quoted,
    joined,
    runs_of,
    with_close_joined,
    with_parts_restored,
    with_strays_given,
)

AUTO = "auto"
"""The language of the original is to be found: English if there is some, else that of the larger part."""

MAX_P_SOURCE = 0.02
MIN_P_LANGUAGE = 0.3
"""A run is a rendering only if the original's language is at most as probable as the first, and some other language
at least as the second: it may be hard to say whether it is Croatian or Serbian.  Chosen."""

MIN_P_OWN = 0.1
"""The language of a run's sentences stands if all of them together make it no less probable than this; chosen."""

MIN_SOURCE_SHARE = 0.05
"""What is less of the text than this is not the original; chosen."""

MIN_TITLE_SHARE = 0.2
"""A single sentence, or names, that are less of the text than this are not the original either; chosen."""

MIN_WORDS_BESIDE_LONG = 8
SHORT_SHARE = 0.1
"""A line of fewer different words is a rendering only if the original is no more than ten times as long: in a long
article it is a saying, a slogan, the title of a book.  Chosen."""

MIN_WORDS_ALONE = 5
"""The same for sentences that fill paragraphs of their own, as comments do and sayings within a text do not, and for
those in a script that the original is not written in; for what is both, ``MIN_WORDS`` if it ends in a stop.  Chosen."""

_MAX_ROUNDS = 4
"""A run that took in names may be no prose any more; then it goes where they came from: a bound of how often."""


@dataclass(frozen=True, slots=True)
class FoundRendering:
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
    original, empty if there is none; ``boilerplate`` forms, buttons and notices of a web page, bylines, credits and
    greetings, which are in no rendering, and in the original only where they are in its language; ``aside``
    those that stand among the original's in a script that it cannot be in, and are too little to be a rendering.
    """

    source_language: str
    sentences: tuple[Span, ...]
    languages: tuple[LanguageGuess, ...]
    source: tuple[int, ...]
    renderings: tuple[FoundRendering, ...]
    boilerplate: tuple[int, ...]
    aside: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Judge:
    """Says which runs are renderings in a text; ``languages`` are the only ones to choose from, if any are named."""

    text: str
    source: str
    languages: Sequence[str] | None

    def rendering(self, sentences: Sequence[Sentence], run: Run, source_length: float) -> FoundRendering | None:
        content = run.content(self.text, sentences)
        guess = identify(content, self.languages)
        probabilities = {guess.language: guess.probability, **dict(guess.runners_up)}
        p_source = probabilities.pop(self.source, 0.0)
        language = max(probabilities, key=lambda code: probabilities[code], default=UNDETERMINED)
        confidence = probabilities.get(language, 0.0)
        if probabilities.get(run.language, 0.0) >= MIN_P_OWN:
            language = run.language
            confidence = max(probabilities[language], run.probability(sentences))
        is_short_beside = len(content) < SHORT_SHARE * source_length
        is_enough = is_prose(content) if not is_short_beside else self._is_enough(content, sentences, run)
        if p_source > MAX_P_SOURCE or confidence < MIN_P_LANGUAGE or not is_enough:
            return None
        start, end = sentences[run.indices[0]].span.start, sentences[run.indices[-1]].span.end
        return FoundRendering(language, confidence, run.indices, start, end)

    def _is_enough(self, content: str, sentences: Sequence[Sentence], run: Run) -> bool:
        """Whether a run beside a long original is more than a saying or a title; so it is if its language was named."""
        if self.languages is not None:
            return is_prose(content)
        fills = fills_paragraphs(sentences, run)
        if not self.is_in_other_script(content):
            return is_prose(content, MIN_WORDS_ALONE if fills else MIN_WORDS_BESIDE_LONG)
        return is_prose(f"{content}." if fills else content, MIN_WORDS_ALONE) or (fills and is_prose(content))

    def is_in_other_script(self, content: str) -> bool:
        """Whether the language of the original is not written in the script of ``content``."""
        if not has_other_letters(content):
            return False
        languages = languages_of_script(content)
        return bool(languages) and self.source not in languages

    def renderings(self, sentences: Sequence[Sentence]) -> list[tuple[Run, FoundRendering]]:
        """The renderings and the runs, joined, that they are made of."""
        runs = runs_of(sentences)
        source_length = sum(run.length(sentences) for run in runs if run.language == self.source)
        foreign = [run for run in runs if run.language != self.source and not is_quoted(self.text, sentences, run)]
        found = [(run, self.rendering(sentences, run, source_length)) for run in joined(foreign, sentences)]
        return [(run, rendering) for run, rendering in found if rendering is not None]

    def settled(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """The sentences; those of runs in no rendering have the language of what is around them."""
        settled = list(sentences)
        for _ in range(_MAX_ROUNDS):
            runs = runs_of(settled)
            rendered = {index for run, _ in self.renderings(settled) for index in run.indices}
            firm = [run.language == self.source or run.indices[0] in rendered for run in runs]
            if all(firm):
                break
            settled = with_strays_given(settled, runs, firm, self.source)
        return settled

    def is_aside(self, sentence: Sentence) -> bool:
        """Whether a sentence only stands among the original's: it cannot be in its language."""
        return sentence.language == self.source and self.is_in_other_script(sentence.span.of(self.text))

    def original(self, sentences: Sequence[Sentence]) -> tuple[int, ...]:
        """The sentences of the original; none where what is in its language is a few names or a title."""
        runs = [run for run in runs_of(sentences) if run.language == self.source]
        indices = tuple(index for run in runs for index in run.indices if not self.is_aside(sentences[index]))
        whole = sum(len(sentence.span) for sentence in sentences)
        # What its page invites to is as much in its language as its text.
        around = sum(len(sentence.span) for sentence in sentences if self.source in sentence.boilerplate)
        share = (sum(run.length(sentences) for run in runs) + around) / max(1, whole)
        has_prose = len(indices) > 1 and any(is_prose(run.content(self.text, sentences)) for run in runs)
        if share < (MIN_SOURCE_SHARE if has_prose else MIN_TITLE_SHARE):
            return ()
        # Its bylines and greetings may be rendered, and have names that its text has not.
        own = (k for k, one in enumerate(sentences) if self.source in one.boilerplate and self._is_of_text(one))
        return tuple(sorted({*indices, *own}))

    def with_enclosed(self, sentences: Sequence[Sentence], rendering: FoundRendering) -> FoundRendering:
        """A rendering with the bylines, datelines and credits of its text that stand between its sentences."""
        between: list[int] = []
        for before, after in pairwise(rendering.sentences):
            gap = range(before + 1, after)
            if all(self._may_stand_in(sentences[k], rendering.language) for k in gap):
                between += gap
        return replace(rendering, sentences=tuple(sorted((*rendering.sentences, *between)))) if between else rendering

    def _may_stand_in(self, sentence: Sentence, language: str) -> bool:
        return not sentence.boilerplate.isdisjoint((language, UNDETERMINED)) and self._is_of_text(sentence)

    def _is_of_text(self, sentence: Sentence) -> bool:
        """Whether what stands around a text is its author's, and no button or form of a page."""
        return not boilerplate_languages(sentence.span.of(self.text))


def find_renderings(
    text: str,
    paragraphs: Sequence[Sequence[Span]],
    source_language: str | None = "en",
    languages: Sequence[str] | None = None,
) -> DocumentLanguages:
    """Finds the original and its renderings in ``text``.

    ``paragraphs`` are the sentences of each paragraph, in document order.  ``source_language`` (BCP 47) is that
    of the original; ``None`` or ``auto``: guess it.  ``languages`` (BCP 47), with a named source language, are the
    only ones that renderings may be in.  Time and memory are linear in the text.
    """
    named = None if source_language in (None, AUTO) else canonical(str(source_language))
    allowed = None if languages is None or named is None else [named, *languages]
    sentences = sentence_languages(text, paragraphs, named or "en", allowed)
    judge = _Judge(text, named or _guess_source(sentences), allowed)
    sentences = judge.settled(with_close_joined(with_parts_restored(text, sentences), judge.source))
    found = judge.renderings(sentences)
    found = [(run, judge.with_enclosed(sentences, rendering)) for run, rendering in found]
    original = judge.original(sentences)
    for run, rendering in found:
        if rendering.language != run.language:
            give(sentences, run.indices, rendering.language)
    in_text = {*original, *(index for _, rendering in found for index in rendering.sentences)}
    return DocumentLanguages(
        source_language=judge.source,
        sentences=tuple(sentence.span for sentence in sentences),
        languages=tuple(sentence.guess for sentence in sentences),
        source=original,
        renderings=tuple(rendering for _, rendering in found),
        boilerplate=tuple(k for k, sentence in enumerate(sentences) if sentence.boilerplate and k not in in_text),
        aside=tuple(index for index, one in enumerate(sentences) if not one.boilerplate and judge.is_aside(one)),
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
