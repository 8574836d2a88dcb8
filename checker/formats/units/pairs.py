"""From the segments of units (XLIFF, TMX, PO) to pairs: what is left out of the check, and what is said of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from enum import Enum

from checker.formats.pairs import MAX_RECORDS, Languages, Read
from checker.formats.suppressions import MAX_COMMENTS, not_heeded, suppression
from checker.model import Codes, Origin, Pair, Suppression, Unread


class Stage(Enum):
    """How far the work on a segment is, as its file says."""

    UNSAID = "unsaid"
    NEW = "new"
    DONE = "done"


class LeftOut(Enum):
    """Why segments are not checked, as a note says it of one and of several."""

    UNTRANSLATED = ("segment is not translated yet", "segments are not translated yet")
    FUZZY = ("fuzzy entry is left out", "fuzzy entries are left out")
    OBSOLETE = ("obsolete entry is left out", "obsolete entries are left out")
    NOT_FOR_TRANSLATION = ("segment is not to be translated", "segments are not to be translated")
    TEXTLESS = ("segment has no text", "segments have no text")


@dataclass(frozen=True, slots=True)
class UnitSegment:
    """A segment as it stands in its unit; languages as written there.

    ``is_empty`` says that there is nothing in its target, not even a tag.
    A target of tags alone counts as one that is not there where its source has words, unless placeholders
    ``are_content``, as in the texts of programs.
    """

    id: str
    source: str
    target: str
    line: int
    origin: Origin
    source_language: str = ""
    target_language: str = ""
    stage: Stage = Stage.UNSAID
    is_empty: bool = False
    are_content: bool = False
    codes: Codes | None = None


class Gathering:
    """Pairs of a file as its reader comes to them, and counts of what is left out."""

    def __init__(self) -> None:
        self._found: list[Pair | Unread] = []
        self._suppressions: list[Suppression] = []
        self._files: list[str] = []
        self._left_out: Counter[LeftOut] = Counter()
        self._joined = 0
        self._languages = Languages()

    @property
    def is_full(self) -> bool:
        return len(self._found) > MAX_RECORDS

    def add(self, segment: UnitSegment, file: str = "") -> None:
        """A segment of the part of the file that is called ``file``: a pair, unless there is nothing to check."""
        if not (segment.source.strip() or segment.target.strip()):
            self.leave_out(LeftOut.TEXTLESS)
        elif _is_untranslated(segment):
            self.leave_out(LeftOut.UNTRANSLATED)
        else:
            source, target = map(self._languages.tag, (segment.source_language, segment.target_language))
            pair = Pair(
                segment.id,
                segment.source,
                segment.target,
                segment.line,
                source,
                target,
                segment.origin,
                codes=segment.codes,
            )
            self._found.append(pair)
            self._files.append(file)

    def unread(self, record: Unread) -> None:
        self._found.append(record)
        self._files.append("")

    def comment(self, line: int, text: str, unit: int) -> None:
        """A comment on the unit of this number, which may dismiss findings on it or on all of the file."""
        if len(self._suppressions) > MAX_COMMENTS:
            return
        found = suppression(text, line, unit=unit)
        if found is not None:
            self._suppressions.append(found if len(self._suppressions) < MAX_COMMENTS else not_heeded(line))

    def leave_out(self, why: LeftOut, count: int = 1) -> None:
        self._left_out[why] += count

    def joined(self) -> None:
        """A unit's segments do not pair one by one, and it was added whole."""
        self._joined += 1

    def result(self) -> Read:
        """Pairs and unread records in order, comments that dismiss findings, and notes.

        Where ids occur in several files, they begin with these.
        """
        notes = [f"{count} {why.value[count != 1]}" for why in LeftOut if (count := self._left_out[why])]
        if self._joined:
            units, counts = ("unit has", "counts") if self._joined == 1 else ("units have", "count")
            notes.append(f"{self._joined} {units} not the same segments on both sides and {counts} as one segment")
        found = self._found
        files: dict[str, set[str]] = defaultdict(set)
        for record, file in zip(found, self._files, strict=True):
            if isinstance(record, Pair):
                files[record.id].add(file)
        if any(len(names) > 1 for names in files.values()):
            found = [
                replace(record, id=f"{file}/{record.id}") if isinstance(record, Pair) else record
                for record, file in zip(found, self._files, strict=True)
            ]
        return [*found, *self._suppressions], (*notes, *self._languages.notes())


def _is_untranslated(segment: UnitSegment) -> bool:
    """Not said to be done and without words in its target, or said to be new and a copy of its source."""
    if segment.is_empty or not (segment.target.strip() or segment.are_content):
        has_words = any(map(str.isalnum, segment.source))
        return segment.stage is not Stage.DONE and (has_words if not segment.is_empty else bool(segment.source.strip()))
    return segment.stage is Stage.NEW and segment.target.split() == segment.source.split()
