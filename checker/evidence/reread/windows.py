"""Which texts the second judge reads together: a sentence, and the part of the other side that it may draw on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.evidence.judged import Judged
from checker.evidence.sentences.matching import Matching

NEAREST_IN_ORDER, NEAREST_FREE = 1, 4
"""How many of the nearest source sentences are read besides those that a target sentence draws on (chosen: in order one
more guards against a wrong bead; a comment draws on any)."""

MOST_SENTENCES = 6
"""Sentences of a window (bound: what the reader was trained on)."""

GLUE = " "

MOST_LETTERS = 3000
"""Letters of a sentence, or window, beyond which it is not read (bound: what long ones cost)."""


def readable(*texts: str) -> bool:
    """Whether texts are worth reading together: none is empty, and none too long."""
    return all(text.strip() and len(text) <= MOST_LETTERS for text in texts)


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences of one text as they are read: their indices, in order, and where each begins in ``text``."""

    indices: tuple[int, ...]
    starts: tuple[int, ...]
    text: str

    @classmethod
    def of(cls, contents: Sequence[str], indices: Sequence[int]) -> Window:
        """Sentences of ``contents`` side by side."""
        ordered = sorted(set(indices))[:MOST_SENTENCES]
        starts, at = [], 0
        for index in ordered:
            starts.append(at)
            at += len(contents[index]) + len(GLUE)
        return cls(tuple(ordered), tuple(starts), GLUE.join(contents[index] for index in ordered))


def source_windows(judged: Judged, contents: Sequence[str]) -> list[Window]:
    """For each target sentence (m) what of the source it is read against."""
    found = judged.examined.matching
    return [Window.of(contents, _drawn(found, k, len(contents))) for k in range(len(judged.p_addition))]


def _drawn(found: Matching, k: int, count: int) -> list[int]:
    links = list(found.links[k])
    nearest = NEAREST_FREE if found.in_order is None else NEAREST_IN_ORDER
    near = [int(index) for index in found.near.nearest[k, : min(nearest, count)]]
    best = [index for index in found.best[k].sources if index not in links]
    return [*links, *near, *best][:MOST_SENTENCES]


def target_windows(judged: Judged, contents: Sequence[str]) -> list[Window]:
    """For each source sentence (n) what of the target it is read against: all that draws on it or may."""
    return [Window.of(contents, links) for links in judged.examined.source_links]
