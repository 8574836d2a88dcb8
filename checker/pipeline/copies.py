"""A copy: what of a document is offered as a rendering, and which sentences of it draw on which original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.model import Document, Span
from checker.pipeline.sentences import language_of_all, sentence_languages, sentences_of, without_comments
from checker.pipeline.site import without_site
from checker.text.language import UNDETERMINED, identify_each


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences of a copy (ascending indices) that are one rendering; ``confidence`` is that of its language."""

    language: str
    confidence: float
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that renders something written elsewhere, whole or in parts.

    ``sentences`` are its own, without the site's and (mostly) without comments, ``languages`` those that they are in;
    ``texts`` are the renderings among them.
    """

    document: Document
    sentences: tuple[Span, ...]
    languages: tuple[str, ...]
    texts: tuple[Text, ...]

    def content(self, text: Text) -> list[str]:
        """What the sentences of a rendering say, each on one line."""
        return [" ".join(self.sentences[k].of(self.document.view).split()) for k in text.sentences]


@dataclass(frozen=True, slots=True)
class Part:
    """Sentences of a rendering (ascending indices) that draw on one original; both are named by their numbers."""

    text: int
    original: int
    sentences: tuple[int, ...]


def whole(document: Document) -> Copy:
    """A document that is one rendering from its first sentence to its last, comments on it apart."""
    document = without_comments(without_site(document))
    spans = tuple(span for paragraph in sentences_of(document) for span in paragraph)
    contents = [span.of(document.view) for span in spans]
    guesses = identify_each(contents)
    language, confidence = language_of_all(contents, guesses) if contents else (UNDETERMINED, 0.0)
    return Copy(
        document,
        spans,
        tuple(sentence_languages(contents, language, guesses)),
        (Text(language, confidence, tuple(range(len(spans)))),),
    )


def parts_of(copy: Copy) -> list[Part]:
    """The renderings of a copy, each as one part that draws on the first original."""
    return [Part(number, 0, text.sentences) for number, text in enumerate(copy.texts)]


def in_order(parts: Sequence[Part]) -> list[Part]:
    """Parts by their first sentences."""
    return sorted(parts, key=lambda part: part.sentences)
