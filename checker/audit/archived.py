"""The original of a copy, from an archive that is opened wherever the work is done."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import ArchiveNotFoundError, InputError, NoOriginalError
from checker.formats.decoding import read_bytes

if TYPE_CHECKING:
    from checker.archive import Archive, Matches, OriginalMatch
    from checker.encoders import Encoder
    from checker.model import Document
    from checker.pipeline.copies import Copy, Part

_MIN_PROBABILITY = 0.5
_MIN_PROBABILITY_LONG = 0.2
"""Of a second original, the second where at least ``_LONG`` sentences draw on it: see ``_is_likely``."""

_LONG = 2


@dataclass(frozen=True, slots=True)
class Found:
    """The originals of a copy, which parts of it draw on which, and what the reader should know about them."""

    originals: tuple[Document, ...]
    parts: tuple[Part, ...]
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


def find(copy: Copy, index: str, digest: str, encoder: Encoder) -> Found:
    """The originals of ``copy``, and which of its sentences draw on which.  Raises ``NoOriginalError`` without any."""
    from checker.pipeline.copies import Part

    archive = _opened(index, digest, encoder)
    (text,) = copy.texts
    matches = archive.search(copy.content(text))
    if matches.best is None:
        raise NoOriginalError(
            f"{copy.document.path}: no original of it is in {index} ({100 * matches.p_none:.0f} % sure)",
            "add its original with `checker archive add`",
        )
    drawn_on = _drawn_on(matches)
    notes = tuple(_note(match, len(sentences) / matches.sentences, index) for match, sentences in drawn_on)
    if not matches.calibrated:
        notes += ("the archive's probabilities were fitted for another model",)
    return Found(
        tuple(archive.document(match.original.id) for match, _ in drawn_on),
        tuple(
            Part(0, number, tuple(text.sentences[k] for k in sentences))
            for number, (_, sentences) in enumerate(drawn_on)
        ),
        notes,
    )


def _drawn_on(matches: Matches) -> list[tuple[OriginalMatch, list[int]]]:
    """The originals that are likely enough, each with the sentences asked that draw on it; every one draws on some."""
    from checker.archive.passages import share_out

    used = [match for match in matches.originals if match is matches.best or _is_likely(match)]
    assigned = share_out(used).tolist()
    sentences = [[k for k, number in enumerate(assigned) if number == place] for place in range(len(used))]
    return [(match, its) for match, its in zip(used, sentences, strict=True) if its]


def _is_likely(match: OriginalMatch) -> bool:
    """Whether to check what draws on it against it: each sentence of a passage left out would be a false alarm."""
    length = sum(passage.end - passage.start for passage in match.passages)
    return match.probability >= (_MIN_PROBABILITY if length < _LONG else _MIN_PROBABILITY_LONG)


def _note(match: OriginalMatch, share: float, index: str) -> str:
    return (
        f"original found in {index}: {match.original.path} ({100 * match.probability:.0f} %, "
        f"{100 * share:.0f} % of the sentences)"
    )


_open: dict[str, tuple[str, Archive]] = {}


def _opened(index: str, digest: str, encoder: Encoder) -> Archive:
    """The archive in this process, opened once for each of its states."""
    from checker.archive import Archive

    if index not in _open or _open[index][0] != digest:
        _open[index] = digest, Archive.open(index, encoder)
    return _open[index][1]
