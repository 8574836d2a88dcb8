"""Sentences with exact offsets, by rules on scripts and one list of abbreviations for all languages.

One regular expression finds every run of stops; ``rules`` asks a few questions about its
neighbours to decide whether a sentence ends there.  Nothing is dropped or moved: the spans tile the text.
"""

from __future__ import annotations

from checker.model import Span
from checker.text.segmentation.lines import paragraph_spans
from checker.text.segmentation.long import shortened
from checker.text.segmentation.rules import BULLETS, CANDIDATE, bullet_begins, sentence_end

__all__ = ["paragraph_spans", "sentence_spans", "trimmed"]


def sentence_spans(text: str, start: int = 0, end: int | None = None, language: str | None = None) -> list[Span]:
    """Sentences of ``text[start:end]`` as half-open code-point offsets into ``text``.

    The spans tile the range exactly: each holds the white space after it, the first also the white
    space before it.  ``language`` (BCP 47) only settles whether "3. Platz" may be an ordinal; without it
    the words around decide.  Any string is accepted; time is linear in its length.
    """
    end = len(text) if end is None else min(end, len(text))
    spans: list[Span] = []
    for paragraph in paragraph_spans(text, start, end):
        begin = paragraph.start
        for bound in _ends_in(text, paragraph, language):
            spans.extend(shortened(text, begin, bound))
            begin = bound
    return spans


def trimmed(text: str, span: Span) -> Span:
    """The span without the white space at its ends; empty, at its start, if there is nothing else."""
    piece = text[span.start : span.end]
    bare = piece.lstrip()
    start = span.start + (len(piece) - len(bare) if bare else 0)
    return Span(start, start + len(bare.rstrip()))


def _ends_in(text: str, paragraph: Span, language: str | None) -> list[int]:
    """Offsets at which the sentences of one paragraph end, its own end last."""
    begin, end = paragraph.start, paragraph.end
    ends: list[int] = []
    for candidate in CANDIDATE.finditer(text, begin, end):
        if candidate.end() == end:
            break
        if text[candidate.start()] in BULLETS:
            bound = candidate.start() if bullet_begins(text, begin, candidate) else None
        else:
            bound = sentence_end(text, begin, candidate, end, language)
        if bound is not None:
            ends.append(bound)
            begin = bound
    ends.append(end)
    return ends
