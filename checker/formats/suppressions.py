"""Comments that dismiss findings: ``checker: ignore ADD001, MIS (why)``, or ``checker: ignore-file``.

Readers say where in their format a comment stands and what it covers; what it says is read here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from checker.model import Block, Span, Suppression

MAX_COMMENTS = 5_000
"""Comments of one file that are heeded."""

_OURS = re.compile(r"\s*checker\s*:\s*(.*?)\s*", re.S | re.I)
_SAID = re.compile(r"(ignore-file|ignore)((?:[\s,]+[a-z]{2,3}\d{0,3}\b)*)\s*(?:\((.*)\))?", re.S | re.I)
_MOST_SHOWN = 40


def not_heeded(line: int) -> Suppression:
    """What is said of the comments of a file beyond those that are heeded, the first of which stands on ``line``."""
    return Suppression(line, problem=f"comments beyond the first {MAX_COMMENTS} that are heeded in one file")


def is_ours(comment: str) -> bool:
    """Whether the text of a comment is meant for this program."""
    return _OURS.fullmatch(comment) is not None


def suppression(comment: str, line: int, *, span: Span | None = None, unit: int | None = None) -> Suppression | None:
    """What the text of a comment (without its marks) dismisses of what it covers; None for any other comment."""
    ours = _OURS.fullmatch(comment)
    if ours is None:
        return None
    said = _SAID.fullmatch(ours[1])
    if said is None:
        shown = " ".join(ours[1].split())[:_MOST_SHOWN]
        return Suppression(line, problem=f"{shown!r} is not understood; write: checker: ignore CODE, CODE (why)")
    codes = tuple(dict.fromkeys(re.findall(r"\w+", said[2].upper())))
    reason = " ".join((said[3] or "").split())
    if said[1].lower() == "ignore-file":
        return Suppression(line, codes, reason)
    return Suppression(line, codes, reason, span, unit)


def next_block(blocks: Sequence[Block], offset: int) -> Span:
    """What a comment that stands by itself at ``offset`` covers: the next block, or nothing at the end."""
    following = bisect_left(blocks, offset, key=lambda block: block.span.start)
    return blocks[following].span if following < len(blocks) else Span(offset, offset)
