"""What stands in a copy beside its renderings, in the language of the original.

It may be the original itself, of which sentences are rendered above or below; a passage that was left untranslated,
which nothing renders; or something else, as menus or another article.  Only what is left untranslated is judged as
part of a rendering, and what stands in the middle of a paragraph of one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from checker.model import Document
from checker.pipeline.copies import BesideRun, Copy, CopyPart
from checker.pipeline.originals import OriginalText

MIN_RENDERED = 0.5
"""Text that repeats the original stands beside its rendering if so much of what it repeats is rendered, or so much of
what is rendered stands in it."""

NEXT = 3
"""A sentence of the original that is at most so much further on is the next one, or nearly so."""

_MOST_NAMED = 5

Repeats = Callable[[Sequence[str], OriginalText], Sequence[int | None]]
"""For each of some sentences, the index of the one of an original that says the same in the same words."""


@dataclass(frozen=True, slots=True)
class RepeatingRun:
    """A run beside the renderings, and which of its sentences repeat which ones of an original."""

    run: BesideRun
    original: int
    repeated: dict[int, int]


def with_repeats(copy: Copy, originals: Sequence[OriginalText], repeats: Repeats) -> list[RepeatingRun]:
    """What repeats an original, of each run beside the renderings: of that which it repeats most of."""
    every = [k for run in copy.beside for k in run.sentences]
    contents = [copy.sentences[k].of(copy.document.view) for k in every]
    same = [dict(zip(every, repeats(contents, original), strict=True)) for original in originals] if every else []
    runs = []
    for run in copy.beside:
        found = (
            RepeatingRun(run, number, {k: index for k in run.sentences if (index := indices[k]) is not None})
            for number, indices in enumerate(same)
        )
        runs.append(max(found, key=lambda one: len(one.repeated)))
    return runs


def inside_renderings(runs: Sequence[RepeatingRun]) -> list[RepeatingRun]:
    """What is judged with a rendering since it stands in the middle of it, and repeats nothing."""
    return [one for one in runs if one.run.inside and not one.repeated]


def untranslated(runs: Sequence[RepeatingRun], drawn_on: Sequence[Mapping[int, Set[int]]]) -> list[RepeatingRun]:
    """What repeats an original where the rendering around it leaves off, and is not rendered.

    ``drawn_on`` are the sentences of each original that those of the copy draw on, by both their indices.
    """
    left = []
    for number, drawn in enumerate(drawn_on):
        rendered = {index for indices in drawn.values() for index in indices}
        its = [one for one in runs if one.original == number and one.repeated]
        there = {index for one in its for index in one.repeated.values()}
        if len(there & rendered) >= MIN_RENDERED * max(len(rendered), 1):
            continue
        places = sorted(drawn)
        for one in its:
            repeated = set(one.repeated.values())
            if len(repeated & rendered) < MIN_RENDERED * len(repeated) and _goes_on(one, drawn, places):
                left.append(one)
    return left


def _goes_on(one: RepeatingRun, drawn: Mapping[int, Set[int]], places: Sequence[int]) -> bool:
    """Whether what is repeated stands in the original right after what the copy renders before it, or before.

    ``places`` are the sentences of the copy in ``drawn``, ascending.
    """
    first, last = min(one.repeated), max(one.repeated)
    before, after = bisect_left(places, first), bisect_right(places, last)
    return (before > 0 and 0 < one.repeated[first] - max(drawn[places[before - 1]]) <= NEXT) or (
        after < len(places) and 0 < min(drawn[places[after]]) - one.repeated[last] <= NEXT
    )


def with_runs(parts: Sequence[CopyPart], runs: Sequence[RepeatingRun]) -> list[CopyPart]:
    """The parts; that before each run (of the original that it repeats) has it as well, or the one after it."""
    added: dict[int, set[int]] = {}
    for one in runs:
        its = tuple(one.repeated) or one.run.sentences
        of_it = [k for k, part in enumerate(parts) if part.original == one.original] or range(len(parts))
        nearest = max(of_it, key=lambda k: _nearness(parts[k], its[0]), default=None)
        if nearest is not None:
            added.setdefault(nearest, set()).update(its)
    return [
        replace(part, sentences=tuple(sorted({*part.sentences, *added[k]}))) if k in added else part
        for k, part in enumerate(parts)
    ]


def _nearness(part: CopyPart, sentence: int) -> tuple[bool, int]:
    """How near the end of a part comes before a sentence; what is after it is further off, the later the further."""
    before = bisect_left(part.sentences, sentence)
    return (True, part.sentences[before - 1]) if before else (False, -part.sentences[0])


def not_judged(copy: Copy, runs: Sequence[RepeatingRun], parts: Sequence[CopyPart]) -> list[str]:
    """Which lines are not judged as a rendering, and why."""
    judged = {k for part in parts for k in part.sentences}
    left = [k for one in runs for k in one.run.sentences if k not in judged]
    if not left:
        return []
    repeated = sum(k in one.repeated for one in runs for k in one.run.sentences if k not in judged)
    each = f"{repeated} of {len(left)} sentences as they stand in it" if repeated else "but not of it"
    return [
        f"{copy.document.path}: {places(copy, left)} not judged as a rendering: "
        f"in the language of the original ({copy.source_language}), {each}"
    ]


def places(copy: Copy, sentences: Sequence[int]) -> str:
    """Where some sentences (ascending indices) stand: "lines 1-54, 60"."""
    ends = [0, *(k for k, (one, other) in enumerate(pairwise(sentences), 1) if other > one + 1), len(sentences)]
    runs = [(sentences[start], sentences[stop - 1]) for start, stop in pairwise(ends)]
    ranges = [_range(copy.document, copy.sentences[first].start, copy.sentences[last].end) for first, last in runs]
    named = list(dict.fromkeys(ranges))
    more = f" and {len(named) - _MOST_NAMED} more places" if len(named) > _MOST_NAMED else ""
    are_lines = not copy.document.location_at(copy.sentences[sentences[0]].start)
    one = len(named) == 1 and "-" not in named[0]
    return ("line " if one else "lines ") * are_lines + ", ".join(named[:_MOST_NAMED]) + more


def _range(document: Document, start: int, end: int) -> str:
    first, last = (document.location_at(k) or str(document.line_and_column(k)[0]) for k in (start, max(end - 1, start)))
    return first if first == last else f"{first}-{last}"
