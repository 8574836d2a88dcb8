"""The second judge as the settings want it: asked always, where it can be had, or never."""

from __future__ import annotations

from collections.abc import Iterable
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

    @property
    def note_on_texts(self) -> str:
        """What a reader should know where texts are checked that the judge has nothing to say of."""
        both = self.rereader.combination if self.rereader else None
        if both is None or both.asks("order") or both.asks("free"):
            return ""
        return "the second judge was not asked: it reads aligned pairs (bitext) only"


NOBODY = SecondOpinion(None, None)


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


def notes_on(counts: Iterable[RereadCount | None]) -> tuple[str, ...]:
    """What a reader should know of how much was read again."""
    read, left, windowed = (sum(values) for values in zip(*filter(None, counts), (0, 0, 0), strict=True))
    notes = []
    if left:
        notes.append(f"the second judge read {read} of {read + left} sentences, those most in doubt")
    if windowed:
        what = "one sentence was" if windowed == 1 else f"{windowed} sentences were"
        notes.append(f"{what} too long for the second judge to read at once and read in parts")
    return tuple(notes)
