"""The second judge as the settings want it: asked always, where it can be had, or never."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.config import ALWAYS, NEVER
from checker.errors import ModelError
from checker.evidence.records import RereadCount
from checker.evidence.reread.combination import Combination, load_combination
from checker.evidence.reread.texts import Rereader
from checker.progress import Progress
from checker.secondjudge import SecondJudge, directory, load

ORDINARY = 5000
"""Sentences, or pairs, of a file that is read whole; of a longer one as many are read as are in doubt (bound: about
two minutes on one core)."""

IN_AUDITS = 12
"""The same of each document of an audit (chosen: keeps half the speed that an audit has without)."""

EVERYTHING = 10**9


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """What reads again, or None; what the signature says of it; a note to the reader where it could not be asked."""

    rereader: Rereader | None
    signature: str | None
    note: str = ""

    def notes(self, counts: Iterable[RereadCount | None]) -> tuple[str, ...]:
        """What a reader should know of how much was read again, of each rendering or part of a file; None: nothing,
        as it is in no order."""
        if self.rereader is None:
            return (self.note,) if self.note else ()
        counts = tuple(counts)
        unasked = (_NOT_IN_ORDER,) if None in counts else ()
        return unasked + _notes_on([count for count in counts if count is not None])


NOBODY = SecondOpinion(None, None)
_NOT_IN_ORDER = "the second judge was not asked of text that is not in the order of its original"


def second_judge(setting: str, most: int = ORDINARY, progress: Progress | None = None) -> SecondOpinion:
    """The second judge for a setting.  Raises a ``ModelError`` where it is to be asked always and cannot be."""
    if setting == NEVER:
        return NOBODY
    try:
        judge, combination = _loaded()
    except ModelError as error:
        if setting == ALWAYS:
            raise
        return SecondOpinion(None, None, f"the second judge was not asked, so less is found: {error}")
    return SecondOpinion(
        Rereader(judge, combination, EVERYTHING if setting == ALWAYS else most, progress),
        f"{judge.name} {judge.revision}",
    )


@lru_cache(maxsize=1)
def _loaded() -> tuple[SecondJudge, Combination]:
    return load(), load_combination(directory())


def _notes_on(counts: Sequence[RereadCount]) -> tuple[str, ...]:
    read, left, windowed = (sum(values) for values in zip(*counts, (0, 0, 0), strict=True))
    notes = []
    if left:
        notes.append(f"the second judge read {read} of {read + left} sentences, those most in doubt")
    if windowed:
        what = "one sentence was" if windowed == 1 else f"{windowed} sentences were"
        notes.append(f"{what} too long for the second judge to read at once and read in parts")
    return tuple(notes)
