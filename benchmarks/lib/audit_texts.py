"""Collections of originals and copies made by program, of any size, the same on every run."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.lib.invented import sentences

INVENTED = (
    "Regina Danemarcei a promis despăgubiri pescarilor din Constanța.",
    "Guvernul va construi un spital militar lângă aeroportul din Bacău.",
    "Sindicatul minerilor a renunțat la greva anunțată pentru luna noiembrie.",
)
INVENTED_IN = 10
"""One copy in so many has an invented sentence."""

_FOLDER = 1000


def make(folder: Path, documents: int, length: int, sharing: int = 1) -> int:
    """``documents`` copies of ``length`` sentences in ``folder``/copies, their originals in ``folder``/originals.

    ``sharing`` copies have one original; each leaves out another of its sentences.  Returns how many sentences there
    are in all, those of an original once for each of its copies.
    """
    made = 0
    for number in range(documents):
        site, original = number % sharing, number // sharing
        english, romanian = sentences(length, seed=original)
        if site:
            del romanian[site % length]
        if number % INVENTED_IN == 0:
            chance = random.Random(number)
            romanian.insert(chance.randrange(1, length), chance.choice(INVENTED))
        made += len(english) + len(romanian)
        group, name = f"{original // _FOLDER:04}", f"{original:07}"
        _write(folder / "originals" / group / f"{name}.en.txt", english)
        _write(folder / "copies" / f"site-{site}" / group / f"{name}.ro.txt", romanian)
    return made


def _write(path: Path, texts: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_paragraphs(texts), encoding="utf-8")


def _paragraphs(texts: list[str]) -> str:
    return "\n\n".join(" ".join(texts[start : start + 5]) for start in range(0, len(texts), 5)) + "\n"
