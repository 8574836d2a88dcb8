"""Text with the parts that the original does not support marked: by a line, a sign, and words for screen readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.model import OmittedSpan, UnsupportedSpan
from checker.report.html.markup import Html, element, hidden_text, join
from checker.report.html.view import Flag
from checker.report.html.words import Sign, sign_of
from checker.report.layout import chance

_QUOTED = re.compile(r'"([^"]{1,200})"')
LEAST = 0.5
"""Spans are marked from this probability on: more likely than not."""


@dataclass(frozen=True, slots=True)
class TextMark:
    """A stretch of a sentence's own text, what it is and how likely (None: not measured)."""

    start: int
    end: int
    sign: Sign
    probability: float | None


def marked(text: str, marks: Iterable[TextMark]) -> Html:
    """The text with its marks; where two overlap, the later one begins where the earlier one ends."""
    parts: list[str] = []
    at = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.sign.name)):
        start, end = max(mark.start, at), min(mark.end, len(text))
        if start < end and text[start:end].strip():
            parts += [text[at:start], _mark(text[start:end], mark)]
            at = end
    return join([*parts, text[at:]])


def span_marks(spans: Iterable[UnsupportedSpan], offset: int = 0) -> Iterator[TextMark]:
    """Marks for unsupported spans; ``offset`` is where the sentence begins in its document."""
    for span in spans:
        if span.p_addition >= LEAST:
            yield TextMark(span.start - offset, span.end - offset, Sign.ADDITION, span.p_addition)


def omission_marks(spans: Iterable[OmittedSpan]) -> Iterator[TextMark]:
    """Marks for what of a source text nothing renders."""
    for span in spans:
        if span.p_omission >= LEAST:
            yield TextMark(span.start, span.end, Sign.OMISSION, span.p_omission)


def place_marks(flags: Iterable[Flag], length: int, offset: int = 0) -> Iterator[TextMark]:
    """Marks for findings that point at a part of a target sentence of ``length`` code points."""
    for flag in flags:
        place, what = flag.finding.target, sign_of(flag.finding)
        if place is None or what in (Sign.OMISSION, Sign.UNDETERMINED):
            continue
        start, end = place.start - offset, place.end - offset
        if 0 <= start < end <= length and end - start < length:
            yield TextMark(start, end, what, flag.finding.probability)


def source_marks(text: str, flags: Iterable[Flag]) -> Iterator[TextMark]:
    """Marks for what of a source text its rendering tells otherwise: the words that a finding quotes of it."""
    for flag in flags:
        what = sign_of(flag.finding)
        if what is not Sign.MISMATCH:
            continue
        evidence = flag.finding.evidence
        quoted = (*evidence.names, *evidence.numbers, *_QUOTED.findall(flag.finding.message))
        for words in dict.fromkeys(quoted):
            place = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
            if place is not None:
                yield TextMark(*place.span(), what, flag.finding.probability)


def _mark(text: str, mark: TextMark) -> Html:
    likely = "" if mark.probability is None else f", {chance(mark.probability)}"
    return element(
        "mark",
        hidden_text(f"[{mark.sign.words}{likely}: "),
        text,
        element("span", mark.sign.symbol, class_="sign", aria_hidden="true"),
        hidden_text("] "),
        class_=mark.sign.css,
    )
