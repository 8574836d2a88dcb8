"""Collections of originals and copies made by program, of any size, the same on every run."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.invented import sentences

INVENTED = (
    "Regina Danemarcei a promis despăgubiri pescarilor din Constanța.",
    "Guvernul va construi un spital militar lângă aeroportul din Bacău.",
    "Sindicatul minerilor a renunțat la greva anunțată pentru luna noiembrie.",
)
INVENTED_IN = 10
"""One copy in so many has an invented sentence."""

_FOLDER = 1000


def make(folder: Path, documents: int, length: int) -> int:
    """``documents`` copies of ``length`` sentences in ``folder``/copies, their originals in ``folder``/originals.

    Returns how many sentences there are in all.
    """
    made = 0
    for number in range(documents):
        english, romanian = sentences(length, seed=number)
        if number % INVENTED_IN == 0:
            chance = random.Random(number)
            romanian.insert(chance.randrange(1, length), chance.choice(INVENTED))
        made += len(english) + len(romanian)
        for side, tag, texts in (("originals", "en", english), ("copies", "ro", romanian)):
            place = folder / side / f"{number // _FOLDER:04}"
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{number:07}.{tag}.txt").write_text(_paragraphs(texts), encoding="utf-8")
    return made


def _paragraphs(texts: list[str]) -> str:
    return "\n\n".join(" ".join(texts[start : start + 5]) for start in range(0, len(texts), 5)) + "\n"
