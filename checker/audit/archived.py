"""The original of a copy, from an archive that is opened wherever the work is done."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import ArchiveNotFoundError, InputError, NoOriginalError
from checker.formats.decoding import read_bytes
from checker.model import Block, Document, Span

if TYPE_CHECKING:
    from checker.archive import Archive, OriginalMatch
    from checker.encoders import Encoder

_MIN_PROBABILITY = 0.5
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Found:
    """The text to check a copy against, and what the reader should know about where it comes from."""

    original: Document
    notes: tuple[str, ...]


def manifest_bytes(index: str) -> bytes:
    """What names the state of an archive.  Raises ``ArchiveNotFoundError``."""
    from checker.archive import manifest

    try:
        return read_bytes(str(Path(index) / manifest.NAME))
    except InputError as error:
        raise ArchiveNotFoundError(f"{index}: no archive of originals ({error.message})", "check the name") from None


def state(index: str) -> tuple[str, int, int]:
    """What changes when an archive does, quickly told."""
    from checker.archive import manifest

    path = Path(index) / manifest.NAME
    try:
        status = os.stat(path)
    except OSError as error:
        raise ArchiveNotFoundError(f"{index}: no archive of originals ({error.strerror})", "check the name") from None
    return index, status.st_mtime_ns, status.st_ino


def find(copy: Document, index: str, digest: str, encoder: Encoder) -> Found:
    """The original of ``copy``, or those of its parts one after the other.  Raises ``NoOriginalError`` without any."""
    archive = _opened(index, digest, encoder)
    matches = archive.search(copy)
    if matches.best is None:
        raise NoOriginalError(
            f"{copy.path}: no original of it is in {index} ({100 * matches.p_none:.0f} % sure)",
            "add its original with `checker archive add`",
        )
    used = [matches.best]
    used += [match for match in matches.originals[1:] if match.probability >= _MIN_PROBABILITY]
    notes = tuple(_note(match, index) for match in used)
    if not matches.calibrated:
        notes += ("the archive's probabilities were fitted for another model",)
    return Found(joined([archive.document(match.original.id) for match in used]), notes)


def joined(documents: list[Document]) -> Document:
    """Several originals as one: their texts one after the other, lines counted on, under all their names."""
    first, *others = documents
    if not others:
        return first
    starts = list(accumulate((len(document.text) + len(_BETWEEN) for document in documents), initial=0))
    return Document(
        path=" + ".join(document.path for document in documents),
        text=_BETWEEN.join(document.text for document in documents),
        view=_BETWEEN.join(document.view for document in documents),
        blocks=tuple(
            _moved(block, start)
            for document, start in zip(documents, starts, strict=False)
            for block in document.blocks
        ),
        notes=tuple(note for document in documents for note in document.notes),
    )


def _moved(block: Block, by: int) -> Block:
    return replace(block, span=Span(block.span.start + by, block.span.end + by))


def _note(match: OriginalMatch, index: str) -> str:
    return (
        f"original found in {index}: {match.original.path} ({100 * match.probability:.0f} %, "
        f"{100 * match.share:.0f} % of the sentences)"
    )


_open: dict[str, tuple[str, Archive]] = {}


def _opened(index: str, digest: str, encoder: Encoder) -> Archive:
    """The archive in this process, opened once for each of its states."""
    from checker.archive import Archive

    if index not in _open or _open[index][0] != digest:
        _open[index] = digest, Archive.open(index, encoder)
    return _open[index][1]
