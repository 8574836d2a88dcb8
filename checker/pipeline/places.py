"""Where findings stand in their files."""

from __future__ import annotations

from dataclasses import replace

from checker.model import Document, Finding
from checker.pipeline.originals import OriginalText


def placed(finding: Finding, document: Document, original: OriginalText) -> Finding:
    """A finding on ``document``, with the line, column and location of each of its places.

    Rules count from the beginning of a sentence, which may run over lines, or over tags of the file it was taken
    from; the document knows better.  Indices of the original's sentences count from its first one among all originals.
    """
    nearest = tuple(
        replace(
            near,
            index=near.index + original.first,
            location=original.segments[near.index].location,
            path=original.path,
        )
        for near in finding.source
    )
    if finding.target is None:
        return replace(finding, source=nearest)
    start = finding.target.start
    line, column = document.line_and_column(start)
    target = replace(finding.target, line=line, column=column, location=document.location_at(start) or None)
    return replace(finding, target=target, source=nearest)
