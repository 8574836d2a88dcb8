"""The archive of originals: sentences embedded once, searched across languages by a whole document.

>>> archive = Archive.open("originals", encoder)
>>> matches = archive.search(document)
>>> matches.p_none, [(match.original.path, match.probability) for match in matches.originals]
"""

from __future__ import annotations

from checker.archive.archive import Archive
from checker.archive.records import (
    Added,
    ArchiveInfo,
    Matches,
    Original,
    OriginalMatch,
    Passage,
    Removed,
    SentenceMatch,
)

__all__ = [
    "Added",
    "Archive",
    "ArchiveInfo",
    "Matches",
    "Original",
    "OriginalMatch",
    "Passage",
    "Removed",
    "SentenceMatch",
]
