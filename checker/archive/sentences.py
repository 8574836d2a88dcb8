"""The sentences of a document as an archive holds them and is asked about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.model import Document, Span
from checker.pipeline.sentences import sentences_of
from checker.text.languages.identify import identify
from checker.text.languages.known import UNDETERMINED
from checker.text.renderings import find_renderings

_SAMPLE = 4_000


@dataclass(frozen=True, slots=True)
class Sentences:
    """What a document says, sentence by sentence, and where."""

    texts: tuple[str, ...]
    spans: tuple[Span, ...]


def sentences(document: Document) -> Sentences:
    """The sentences of ``document``.  Raises ``TooLargeError``."""
    spans = tuple(span for paragraph in sentences_of(document) for span in paragraph)
    return Sentences(tuple(" ".join(span.of(document.view).split()) for span in spans), spans)


def asked_of(document: Document) -> Sentences:
    """What a document asks for: its renderings alone, where they stand beside an original; else all of its sentences.

    Raises ``TooLargeError``.
    """
    paragraphs = sentences_of(document)
    found = find_renderings(document.view, paragraphs)
    spans = tuple(span for paragraph in paragraphs for span in paragraph)
    if found.source and found.renderings:
        spans = tuple(found.sentences[k] for k in sorted(k for one in found.renderings for k in one.sentences))
    return Sentences(tuple(" ".join(span.of(document.view).split()) for span in spans), spans)


def language_of(texts: Sequence[str]) -> str:
    """The language (BCP 47) that the first few thousand characters of some sentences are in."""
    sample: list[str] = []
    size = 0
    for text in texts:
        sample.append(text)
        size += len(text)
        if size >= _SAMPLE:
            break
    return identify(" ".join(sample)[:_SAMPLE]).language if sample else UNDETERMINED
