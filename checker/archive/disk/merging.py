"""Which segments to write anew as one: few to search, and each sentence moved only a few times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.archive.disk.segment import ArchiveSegment
from checker.archive.disk.segment_writer import GRAPH_FROM, StoredDocument

MAX_SEGMENT = 4_000_000
"""Sentences of the largest segment; building its graph takes some 3 GB of memory."""

_RATIO = 3
"""A segment stays as it is while the smaller ones together have less than a third of its sentences."""

_MAX_REMOVED = 0.3
"""Share of removed sentences from which on a segment is written anew without them."""


def to_merge(segments: Sequence[ArchiveSegment], *, graphs: bool) -> list[ArchiveSegment]:
    """The segments to write anew as one, in their order; empty when all may stay.

    ``graphs``: whether a graph can be built, so that a large segment without one is worth writing anew.
    """
    ranked = sorted(segments, key=lambda segment: -segment.live_sentences)
    chosen: set[str] = set()
    smaller = 0
    for place in range(len(ranked) - 1, -1, -1):
        size = ranked[place].live_sentences
        if smaller + size > MAX_SEGMENT:
            break
        if smaller and _RATIO * smaller >= size:
            chosen |= {segment.entry.name for segment in ranked[place:]}
        smaller += size
    if not chosen:
        for segment in segments:
            removed = segment.entry.sentences - segment.live_sentences
            lacks_graph = graphs and not segment.entry.indexed and segment.live_sentences >= GRAPH_FROM
            if removed > _MAX_REMOVED * segment.entry.sentences or lacks_graph:
                return [segment]
    return [segment for segment in segments if segment.entry.name in chosen]


def items_of(segments: Sequence[ArchiveSegment]) -> Iterator[StoredDocument]:
    """The live documents of some segments."""
    for segment in segments:
        for number, original in segment.entries():
            yield StoredDocument(original, segment.vectors_of(number), segment.spans_of(number), segment.body(number))
