"""How much of the originals is rendered, in words."""

from __future__ import annotations

from collections.abc import Sequence

from checker.pipeline.originals import OriginalText


def shares_rendered(originals: Sequence[OriginalText], rendered: Sequence[tuple[int, Sequence[int]]]) -> list[str]:
    """A line for each original of which not all is rendered.

    ``rendered`` has, for each rendering, the number of its original and the sentences of it that it renders.
    """
    lines = []
    for number, original in enumerate(originals):
        indices = {index for its, some in rendered if its == number for index in some}
        of = len(original.segments)
        if len(indices) < of and any(its == number for its, _ in rendered):
            lines.append(f"{original.document.path}: {share_rendered(indices, of)}")
    return lines


def share_rendered(indices: set[int], of: int) -> str:
    """ "25 of 44 sentences rendered; the last 19 are not", where those are most of what is not."""
    said = f"{len(indices)} of {of} sentences rendered"
    first, last = min(indices, default=of), of - 1 - max(indices, default=of - 1)
    missing = of - len(indices)
    if not indices or 2 * max(first, last) <= missing:
        return said
    which, many = ("last", last) if last >= first else ("first", first)
    return f"{said}; the {which} {many} are not" if many > 1 else f"{said}; the {which} one is not"
