"""The sentences of a document and the languages they are in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from checker.errors import EmptyError, TooLargeError
from checker.faults import costing
from checker.model import Document, Segment, Span
from checker.report.language_names import language_name
from checker.text.covered import told
from checker.text.languages.identify import LanguageGuess, identify_each
from checker.text.languages.known import is_covered
from checker.text.languages.serbian import CLOSE, told_apart
from checker.text.letters import letter_count
from checker.text.paratext.document import dateline_length
from checker.text.runs import SAMPLE
from checker.text.segmentation import paragraph_spans, sentence_spans, trimmed

MAX_SENTENCES = 200_000
"""Bounds the memory of a check; a long novel has some ten thousand."""

_BREAKS = dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")
"""What parts the words of a sentence without meaning anything, made blanks: "23 million" may be on two lines."""

_SURE = 0.97
_MIN_LETTERS = 24
_QUOTED = 30
"""Characters of a paragraph that a message quotes."""


def sentences_of(document: Document) -> list[list[Span]]:
    """The sentences of a document, paragraph by paragraph, without surrounding white space or empty ones."""
    found: list[list[Span]] = []
    total = 0
    for block in document.blocks:
        text = document.view[block.span.start : block.span.end]
        for paragraph in _paragraphs(text):
            spans = [trimmed(text, span) for span in _without_dateline(text, _sentences(text, paragraph))]
            kept = [
                span.shifted(block.span.start) for span in spans if any(map(str.isalnum, text[span.start : span.end]))
            ]
            if kept:
                found.append(kept)
                total += len(kept)
            if total > MAX_SENTENCES:
                raise TooLargeError(
                    f"{document.path}: over the {MAX_SENTENCES} sentences that are checked at once",
                    "split it into smaller files",
                )
    return found


def _paragraphs(text: str) -> list[Span]:
    with costing(f"the paragraphs of {text[:_QUOTED]!r}"):
        return list(paragraph_spans(text))
    return [Span(0, len(text))]


def _sentences(text: str, paragraph: Span) -> list[Span]:
    with costing(f"the sentences of {text[paragraph.start : paragraph.start + _QUOTED]!r}"):
        return list(sentence_spans(text, paragraph.start, paragraph.end))
    return [paragraph]


def _without_dateline(text: str, spans: list[Span]) -> list[Span]:
    """The sentences of a paragraph, a dateline before the first one cut off."""
    if not spans:
        return spans
    first = trimmed(text, spans[0])
    length = dateline_length(text[first.start : first.end])
    if not length:
        return spans
    return [Span(first.start, first.start + length), Span(first.start + length, spans[0].end), *spans[1:]]


def without_sentences(document: Document) -> EmptyError:
    """The error that there is nothing to compare in a document."""
    return EmptyError(f"{document.path}: there are no sentences in it", "check that this is the right file")


def without_comments(document: Document) -> Document:
    """The document less what others said about it, with a note; as it is if there is nothing else in it."""
    kept = tuple(block for block in document.blocks if block.region != "comment")
    left_out = len(document.blocks) - len(kept)
    if not left_out or not any(block.span.of(document.view).strip() for block in kept):
        return document
    many = "1 paragraph of comments is" if left_out == 1 else f"{left_out} paragraphs of comments are"
    return replace(document, blocks=kept, notes=(*document.notes, f"{many} not compared ({document.path})"))


def language_of_all(contents: Sequence[str], guesses: Sequence[LanguageGuess] | None = None) -> tuple[str, float]:
    """The language that most letters of some sentences are in, and the share of it, in [0, 1].

    ``guesses`` are those of ``identify_each``, where they were made already.
    """
    letters: defaultdict[str, float] = defaultdict(float)
    for content, guess in zip(contents, guesses or identify_each(contents), strict=True):
        letters[guess.language] += letter_count(content) * guess.probability
    total = letter_count("".join(contents))
    language, share = max(letters.items(), key=lambda item: (item[1], item[0]))
    return language, share / max(total, 1)


def sentence_languages(
    contents: Sequence[str], otherwise: str, guesses: Sequence[LanguageGuess] | None = None
) -> list[str]:
    """The language of each sentence where it is sure of it, and ``otherwise`` where it is not; ``guesses`` as above."""
    return [
        guess.language if guess.probability >= _SURE and letter_count(content) >= _MIN_LETTERS else otherwise
        for guess, content in zip(guesses or identify_each(contents), contents, strict=True)
    ]


def told_together(
    contents: Sequence[str], languages: Sequence[str], language: str, confidence: float
) -> tuple[list[str], str, float]:
    """The languages of the sentences of one text, of the whole and how sure that is, where their letters say so much.

    A text whose words are not those of the language that its letters look like is in none that is covered.
    """
    if language in CLOSE:
        language = told_apart(" ".join(contents)[:SAMPLE], language)
        languages = [language if one in CLOSE else one for one in languages]
    its = told(contents, language)
    if its == language and is_covered(language):
        return list(languages), language, confidence
    return [its] * len(contents), its, 0.0 if its != language else confidence


def not_covered(languages: Iterable[str]) -> tuple[str, ...]:
    """Notes on the languages of renderings in which nothing can be told."""
    return tuple(
        f"cannot tell whether text in {language_name(tag)} is faithful: the language is not one that is covered"
        for tag in sorted(set(languages))
        if not is_covered(tag)
    )


def segments(document: Document, spans: Sequence[Span]) -> list[Segment]:
    """Segments numbered from 0, with their places; where a line of a file ends, their content has a blank."""
    numbers = count()
    return [
        Segment(
            next(numbers),
            span.start,
            span.end,
            *document.line_and_column(span.start),
            span.of(document.text),
            span.of(document.view).translate(_BREAKS),
            document.location_at(span.start) or None,
        )
        for span in spans
    ]
