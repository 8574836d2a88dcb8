"""The original of a copy, from an archive that is opened wherever the work is done."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.config import AUTO
from checker.errors import ArchiveNotFoundError, InputError, NoOriginalError
from checker.formats.decoding import read_bytes
from checker.model import DocumentResult
from checker.report.layout import chance

if TYPE_CHECKING:
    from checker.archive import Archive, Matches, OriginalMatch
    from checker.encoders import Encoder
    from checker.model import Document
    from checker.pipeline import DocumentChecker
    from checker.pipeline.copies import Copy, CopyPart, CopyText

_FIRST_GUESS = "en"
"""The language of originals, until one is found that is in another."""

_MIN_PROBABILITY = 0.5
_MIN_PROBABILITY_LONG = 0.2
"""Of a second original, the second where at least ``_LONG`` sentences draw on it: see ``_is_likely``."""

_LONG = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A copy, its originals, which parts of it draw on which, and what the reader should know about them."""

    copy: Copy
    originals: tuple[Document, ...]
    parts: tuple[CopyPart, ...]
    notes: tuple[str, ...]


def manifest_bytes(index: str) -> bytes:
    """What names the state of an archive.  Raises ``ArchiveNotFoundError``."""
    from checker.archive.disk import manifest

    try:
        return read_bytes(str(Path(index) / manifest.NAME))
    except InputError as error:
        raise ArchiveNotFoundError(f"{index}: no archive of originals ({error.message})", "check the name") from None


def state(index: str) -> tuple[str, int, int]:
    """What changes when an archive does, quickly told."""
    from checker.archive.disk import manifest

    path = Path(index) / manifest.NAME
    try:
        status = os.stat(path)
    except OSError as error:
        raise ArchiveNotFoundError(f"{index}: no archive of originals ({error.strerror})", "check the name") from None
    return index, status.st_mtime_ns, status.st_ino


def check(document: Document, index: str, digest: str, checker: DocumentChecker) -> DocumentResult:
    """A copy checked against the originals that are found; one that is an original itself is not.

    Raises ``NoOriginalError``.
    """
    from checker.pipeline.copies import no_rendering

    found = find(document, index, digest, checker)
    if any(original.text == document.text for original in found.originals):
        return DocumentResult(document.path, "checked", None, None, (), (), ("it is itself in the archive",))
    originals = checker.originals(found.originals)
    if checker.is_reprint(found.copy, originals):
        result = checker.compare_copy(no_rendering(found.copy, originals[0].language), originals, ())
    else:
        result = checker.compare_copy(found.copy, originals, found.parts)
    return replace(result, notes=found.notes + result.notes)


def find(document: Document, index: str, digest: str, checker: DocumentChecker) -> Found:
    """The renderings in a copy and the originals that their sentences draw on.

    The archive is asked for the originals of each rendering by itself; for that of the page only where it has none of
    any rendering, and the page holds text in the language of the original.  Raises ``NoOriginalError``.
    """
    from checker.pipeline.copies import CopyPart, copy_of

    archive = _opened(index, digest, checker.encoder)
    declared = checker.settings.source_language
    copy = copy_of(document, _FIRST_GUESS if declared == AUTO else declared)
    answers = _asked(archive, copy)
    best = max((best for answer in answers if (best := answer.matches.best)), key=_probability, default=None)
    if best is not None and declared == AUTO and best.original.language != copy.source_language:
        other = copy_of(document, best.original.language)
        if other.texts != copy.texts:
            copy, answers = other, _asked(archive, other)
    if not any(answer.drawn for answer in answers):
        surest = min((answer.matches for answer in answers), key=lambda matches: matches.p_none, default=None)
        raise NoOriginalError(
            f"{document.path}: {_not_found(surest, index)}", "add its original with `checker archive add`"
        )
    originals: dict[str, OriginalMatch] = {}
    sentences: Counter[str] = Counter()
    parts, unknown = [], []
    for number, (text, answer) in enumerate(zip(copy.texts, answers, strict=True)):
        for match, its in answer.drawn:
            originals.setdefault(match.original.id, match)
            sentences[match.original.id] += len(its)
            place = list(originals).index(match.original.id)
            parts.append(CopyPart(number, place, tuple(text.sentences[k] for k in its)))
        if not answer.drawn:
            unknown.append(_unknown(copy, text, answer.matches, index))
    notes = [_note(match, sentences[id_] / sentences.total(), index) for id_, match in originals.items()]
    if not all(answer.matches.calibrated for answer in answers):
        unknown.append("the archive's probabilities were fitted for another model")
    return Found(copy, tuple(map(archive.document, originals)), tuple(parts), (*notes, *unknown))


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the archive says of one rendering: its originals, each with the numbers of the sentences that draw on it."""

    matches: Matches
    drawn: list[tuple[OriginalMatch, list[int]]]


def _asked(archive: Archive, copy: Copy) -> list[_Answer]:
    """The answers for the renderings of a copy; where there are none for any, that for the page around them."""
    found = [archive.search(copy.content(text.sentences)) for text in copy.texts]
    if copy.beside and not any(matches.best for matches in found):
        page = archive.search(copy.content(k for run in copy.beside for k in run.sentences))
        if page.best is not None:
            return [_Answer(page, [(page.best, list(range(len(text.sentences))))]) for text in copy.texts]
    return [_Answer(matches, _drawn_on(matches)) for matches in found]


def _unknown(copy: Copy, text: CopyText, matches: Matches, index: str) -> str:
    from checker.pipeline.beside import places

    return (
        f"{copy.document.path}: {places(copy, text.sentences)} ({text.language}): "
        f"{_not_found(matches, index)}; not checked"
    )


def _not_found(matches: Matches | None, index: str) -> str:
    """That no original was found, and how sure that is; ``None`` where nothing was asked."""
    p_none = matches.p_none if matches else 1.0
    if matches and matches.is_undetermined:
        return f"cannot tell whether an original of it is in {index} (none with {chance(p_none)})"
    return f"no original of it is in {index} ({chance(p_none)} sure)"


def _drawn_on(matches: Matches) -> list[tuple[OriginalMatch, list[int]]]:
    """The originals that are likely enough, each with the sentences asked that draw on it, in their order."""
    from checker.archive.passages import share_out

    if matches.best is None:
        return []
    used = [match for match in matches.originals if match is matches.best or _is_likely(match)]
    assigned = share_out(used).tolist()
    sentences = [[k for k, number in enumerate(assigned) if number == place] for place in range(len(used))]
    return sorted(((match, its) for match, its in zip(used, sentences, strict=True) if its), key=lambda drawn: drawn[1])


def _probability(match: OriginalMatch) -> float:
    return match.probability


def _is_likely(match: OriginalMatch) -> bool:
    """Whether to check what draws on it against it: each sentence of a passage left out would be a false alarm."""
    length = sum(passage.end - passage.start for passage in match.passages)
    return match.probability >= (_MIN_PROBABILITY if length < _LONG else _MIN_PROBABILITY_LONG)


def _note(match: OriginalMatch, share: float, index: str) -> str:
    return (
        f"original found in {index}: {match.original.path} ({chance(match.probability)}, "
        f"{chance(share)} of the sentences)"
    )


_open: dict[str, tuple[str, Archive]] = {}


def _opened(index: str, digest: str, encoder: Encoder) -> Archive:
    """The archive in this process, opened once for each of its states."""
    from checker.archive import Archive

    if index not in _open or _open[index][0] != digest:
        _open[index] = digest, Archive.open(index, encoder)
    return _open[index][1]
