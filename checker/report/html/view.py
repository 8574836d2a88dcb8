"""One document as the report shows it: every finding has an anchor and a place beside a sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from checker.model import DocumentResult, Finding, FindingKind, Place, RenderingResult, TargetSegment
from checker.report.html.shown import for_readers
from checker.report.layout import where

MOST_NAMED = 200
"""Chosen: other documents that a finding leads to; on each of many pages there is such a list."""
_OTHER = re.compile(r"[^0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class SameElsewhere:
    """Where the very same finding stands in another document: the address of its element, and the document's path."""

    address: str
    path: str


@dataclass(frozen=True, slots=True)
class OtherPlaces:
    """In how many other documents the very same finding stands, and the first ``MOST_NAMED`` of them."""

    count: int
    named: tuple[SameElsewhere, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """A finding, the ``id`` of its element, and where it is shown.

    ``rendering`` and ``target`` are the rendering's number and the segment's index; ``source`` is the index of the
    source segment of an omission, which is shown beside the original.  Of a pair, ``target`` is its index.  A finding
    that belongs to no sentence has none of them.

    ``others`` are documents that say the very same later on the page or on other pages, ``first`` is the one that says
    it before; with it, what stands there is shown ``whole`` only if it differs.
    """

    finding: Finding
    anchor: str
    rendering: int | None = None
    target: int | None = None
    source: int | None = None
    first: SameElsewhere | None = None
    others: OtherPlaces | None = None
    whole: bool = True

    @property
    def place(self) -> str:
        """Where a person looks for it in the file."""
        place = self.finding.target
        if place is not None:
            return target_place(place)
        return f"{where(self.finding.source[0])} of the original" if self.finding.source else "whole document"

    @property
    def name(self) -> str:
        """The same in short: the id of a pair, or the line."""
        if self.finding.pair is not None:
            return self.finding.pair
        place = self.finding.target or next(iter(self.finding.source), None)
        return where(place) if place else ""

    @property
    def language(self) -> str:
        return self.finding.target.language if self.finding.target else "und"


def target_place(place: Place | TargetSegment) -> str:
    """Where a person finds it in the file, to the column."""
    return where(place) if place.location else f"line {place.line}, column {place.column}"


@dataclass(frozen=True)
class View:
    """A document, the first part of the ``id`` of all its elements, and its flags in order."""

    document: DocumentResult
    name: str
    flags: tuple[Flag, ...]

    @cached_property
    def dismissed(self) -> frozenset[tuple[int, int]]:
        """Renderings and segments, by number, that have a dismissed finding."""
        placed = (_placed(one.finding, "", self.document) for one in self.document.dismissed)
        return frozenset(
            (flag.rendering, flag.target) for flag in placed if flag.rendering is not None and flag.target is not None
        )

    def target_id(self, rendering: int, index: int) -> str:
        return f"{self.name}-r{rendering + 1}-t{index + 1}"

    def source_id(self, rendering: int, index: int) -> str:
        return f"{self.name}-r{rendering + 1}-s{index + 1}"

    def pair_id(self, index: int) -> str:
        return f"{self.name}-p{index + 1}"


def views(documents: Iterable[DocumentResult]) -> list[View]:
    """The documents of one page; a fingerprint that occurs again gets a number behind it."""
    seen: Counter[str] = Counter()
    shown = map(for_readers, documents)
    return [View(document, f"d{number}", tuple(_flags(document, seen))) for number, document in enumerate(shown, 1)]


def anchor_of(fingerprint: str) -> str:
    """The ``id`` of the first finding with that fingerprint on a page."""
    return f"f-{_OTHER.sub('', fingerprint) or 'finding'}"


def _flags(document: DocumentResult, seen: Counter[str]) -> Iterator[Flag]:
    for finding in document.findings:
        name = anchor_of(finding.fingerprint)
        seen[name] += 1
        anchor = name if seen[name] == 1 else f"{name}-{seen[name]}"
        yield _placed(finding, anchor, document)


def _placed(finding: Finding, anchor: str, document: DocumentResult) -> Flag:
    if document.pairs:
        return Flag(finding, anchor, target=finding.pair_index)
    source = finding.source[0].index if finding.kind is FindingKind.OMISSION and finding.source else None
    of = finding.source[0].path if finding.source else None
    checked = [(k, rendering) for k, rendering in enumerate(document.renderings) if of in (None, rendering.original)]
    for number, rendering in checked:
        segment = _segment(finding, rendering)
        if segment is not None:
            return Flag(finding, anchor, number, segment.index, source)
    if source is not None and checked:
        return Flag(finding, anchor, checked[0][0], None, source)
    return Flag(finding, anchor)


def _segment(finding: Finding, rendering: RenderingResult) -> TargetSegment | None:
    place = finding.target
    if place is None:
        return None
    after = bisect_right(rendering.segments, place.start, key=lambda segment: segment.start)
    around = [segment for segment in rendering.segments[max(after - 2, 0) : after] if place.start <= segment.end]
    named = [segment for segment in around if segment.index == place.index]
    return next(iter(named or around), None)
