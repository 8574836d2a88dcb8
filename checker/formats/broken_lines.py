"""Paragraphs that are but lines of one: what comes of a PDF, a scan or a mail that was turned into a document.

Only where a document shows it: many of its paragraphs end no sentence, and the next one goes on in small letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.formats.pieces import Piece
from checker.text.segmentation.lines import paragraph_spans

MIN_GOING_ON, MIN_GOING_ON_SHARE = 5, 0.3
"""Paragraphs that go on in small letters where the one before ended no sentence, and their share of those after such a
one, from which paragraphs are lines; chosen."""

MAX_LINE = 140
"""Characters of a line; chosen."""

_ENDS = tuple(".!?:;…。！？।؟")
_CLOSERS = "\"'”’»›«‹“‘)]}」』）"


def with_lines_joined(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces; those that are lines of one paragraph are one, with line breaks, where the first stands."""
    runs = _runs(list(pieces))
    if not _are_lines([run for run in runs if len(run) > 1]):
        return [piece for run in runs for piece in run]
    return [piece for run in runs for piece in _joined(run)]


def _runs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces in a row that are plain paragraphs of one region and short enough for a line; others by themselves."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        last = runs[-1][-1] if runs else None
        if last is not None and _may_be_line(piece) and _may_be_line(last) and piece.region == last.region:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _may_be_line(piece: Piece) -> bool:
    return piece.kind == "paragraph" and 0 < len(piece.text) <= MAX_LINE and "\n" not in piece.text


def _are_lines(runs: Sequence[Sequence[Piece]]) -> bool:
    unended = [after for run in runs for this, after in pairwise(run) if not _is_ended(this.text)]
    going_on = sum(piece.text.lstrip()[:1].islower() for piece in unended)
    return going_on >= max(MIN_GOING_ON, MIN_GOING_ON_SHARE * len(unended))


def _is_ended(text: str) -> bool:
    return text.rstrip().rstrip(_CLOSERS).endswith(_ENDS)


def _joined(run: Sequence[Piece]) -> list[Piece]:
    if len(run) == 1:
        return list(run)
    text = "\n".join(piece.text for piece in run)
    starts = {span.start for span in paragraph_spans(text)}
    joined: list[Piece] = []
    offset = 0
    for piece in run:
        if offset in starts:
            joined.append(piece)
        else:
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text}\n{piece.text}")
        offset += len(piece.text) + 1
    return joined
