"""Originals for large archives, and renderings of some of them: from parallel text, or invented."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lib.invented import sentences
from training.corpora import languages, read

LINES = 30
"""Sentences of a document."""

_INVENTED_AT_ONCE = 30_000


@dataclass(frozen=True, slots=True)
class Made:
    """An original, and its lines rendered in another language, or nothing where there is no rendering."""

    name: str
    lines: tuple[str, ...]
    rendering: tuple[str, ...] = ()


def from_corpora(corpora: Path) -> Iterator[Made]:
    """Every English sentence of the corpora once; then, as originals too, the sentences of half of the languages.

    Neighbouring lines stand in one document.  Renderings are in the other half of the languages, so that no text that
    is asked is itself an original.
    """
    seen: set[int] = set()
    tags = languages(corpora)
    held = tags[: len(tags) // 2]
    for side, listed in (("english", tags), ("translation", held)):
        for language in listed:
            english: list[str] = []
            rendering: list[str] = []
            count = 0
            for pair in read(corpora, "sentences", language):
                line = getattr(pair, side)
                number = hash(line)
                if number in seen:
                    continue
                seen.add(number)
                english.append(line)
                rendering.append(pair.translation)
                if len(english) == LINES:
                    count += 1
                    rendered = tuple(rendering) if side == "english" and language not in held else ()
                    yield Made(f"{side}/{language}/{count}.txt", tuple(english), rendered)
                    english, rendering = [], []


def invented() -> Iterator[Made]:
    """Invented originals with Romanian renderings, without end."""
    seed = 0
    while True:
        english, romanian = sentences(_INVENTED_AT_ONCE, seed)
        for begin in range(0, _INVENTED_AT_ONCE, LINES):
            end = begin + LINES
            yield Made(f"{seed}/{begin}.txt", tuple(english[begin:end]), tuple(romanian[begin:end]))
        seed += 1


class Reservoir:
    """An even random choice of ``size`` of the documents that pass by and have a rendering (Vitter 1985)."""

    def __init__(self, size: int) -> None:
        self.kept: list[Made] = []
        self._size, self._seen, self._random = size, 0, random.Random(0)

    def passed(self, made: Iterator[Made]) -> Iterator[Made]:
        """The same documents, looked at."""
        for one in made:
            if one.rendering:
                self._seen += 1
                if len(self.kept) < self._size:
                    self.kept.append(one)
                elif (place := self._random.randrange(self._seen)) < self._size:
                    self.kept[place] = one
            yield one
