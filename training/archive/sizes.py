"""Archives of text that is only in the way: with one, more and all of them beside it, an archive becomes a large one.

Segments are never changed, so the same ones stand beside every case's originals, and are built once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from checker.archive import Archive
from checker.archive.disk.segment import ArchiveSegment
from checker.archive.disk.snapshot import Snapshot, take
from checker.encoders import Encoder
from checker.formats import document_from_text
from checker.model import Document
from checker.progress import StageProgress

SIZES = (60_000, 300_000, 1_000_000)
"""Sentences in the way, in all."""

Way = tuple[ArchiveSegment, ...]
"""The segments that hold text that is in the way."""


def build(folder: Path, texts: Iterator[Sequence[str]], encoder: Encoder, tell: Callable[[str], None]) -> list[Way]:
    """For no text in the way and for each of ``SIZES`` the segments that hold it.

    ``texts`` are documents, sentence by sentence.  What is in ``folder`` from the same texts is left as it is.
    """
    parts: list[Way] = []
    for number, (before, size) in enumerate(zip((0, *SIZES), SIZES, strict=False)):
        with Archive.create(folder / str(number), encoder) as archive:
            archive.add(_documents(texts, size - before, f"{number}/"), _telling(tell, size))
        parts.append(take(folder / str(number)).segments)
    return [(), *accumulate(parts)]


def beside(snapshot: Snapshot, segments: Sequence[ArchiveSegment]) -> Snapshot:
    """An archive that holds ``segments`` too."""
    return Snapshot(snapshot.directory, snapshot.manifest, (*snapshot.segments, *segments))


def _documents(texts: Iterator[Sequence[str]], sentences: int, prefix: str) -> Iterator[Document]:
    number = 0
    while sentences > 0 and (lines := next(texts, None)) is not None:
        yield document_from_text(f"{prefix}{number}", "\n".join(lines))
        number += 1
        sentences -= len(lines)


def _telling(tell: Callable[[str], None], size: int) -> StageProgress:
    return lambda what, done, _: tell(f"in the way, to {size:,} sentences: {what} {done:,}")
