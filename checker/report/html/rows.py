"""How a rendering and its original are set beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from checker.model import BeadLink, RenderingResult

CONTEXT = 1
"""Source sentences shown before and after one that is used."""
SHORT = 3
"""Fewer unused source sentences in a row than this are not worth folding."""


@dataclass(frozen=True, slots=True)
class SideRow:
    """Target and source segments, by index, that stand side by side."""

    targets: tuple[int, ...]
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceRun:
    """Source segments in a row, shown or folded."""

    sources: tuple[int, ...]
    folded: bool


def rows(rendering: RenderingResult, sources: range) -> list[SideRow]:
    """A row a bead where the rendering follows its original (the segments ``sources``), else one row with all of both.

    Both sides are in reading order, and every segment of either stands in exactly one row.
    """
    targets = tuple(segment.index for segment in rendering.segments)
    beads = [bead for bead in rendering.beads if bead.target]
    if rendering.alignment != "monotone" or not _in_order(beads, targets):
        return [SideRow(targets, tuple(sources))]
    return list(_by_bead(beads, sources))


def _in_order(beads: Iterable[BeadLink], targets: tuple[int, ...]) -> bool:
    rendered = [index for bead in beads for index in bead.source]
    return [index for bead in beads for index in bead.target] == list(targets) and rendered == sorted(set(rendered))


def _by_bead(beads: Iterable[BeadLink], of: range) -> Iterator[SideRow]:
    at = of.start
    for bead in beads:
        if bead.source and bead.source[0] > at:
            yield SideRow((), tuple(range(at, bead.source[0])))
        sources = tuple(range(bead.source[0], bead.source[-1] + 1)) if bead.source else ()
        yield SideRow(bead.target, sources)
        at = sources[-1] + 1 if sources else at
    if at < of.stop:
        yield SideRow((), tuple(range(at, of.stop)))


def with_context(used: Iterable[int]) -> set[int]:
    """Segments that are used, and what stands around them."""
    return {index + step for index in used for step in range(-CONTEXT, CONTEXT + 1)}


def runs(sources: tuple[int, ...], near: set[int]) -> list[SourceRun]:
    """Cut source segments into runs: those that are near what is used, and the others, folded."""
    cut = [(folded, tuple(run)) for folded, run in groupby(sources, key=lambda index: index not in near)]
    return [SourceRun(run, folded and len(run) >= SHORT) for folded, run in cut]
