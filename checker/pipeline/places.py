"""Where findings stand in their files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.model import Document, Finding, Segment


def placed(finding: Finding, document: Document, source: Sequence[Segment]) -> Finding:
    """A finding on ``document``, with the line, column and location of each of its places.

    Rules count from the beginning of a sentence, which may run over lines, or over tags of the file it was taken
    from; the document knows better.  ``source`` are the segments of the original.
    """
    nearest = tuple(replace(near, location=source[near.index].location) for near in finding.source)
    if finding.target is None:
        return replace(finding, source=nearest)
    start = finding.target.start
    line, column = document.line_and_column(start)
    target = replace(finding.target, line=line, column=column, location=document.location_at(start) or None)
    return replace(finding, target=target, source=nearest)
