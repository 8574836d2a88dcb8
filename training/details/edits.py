"""Names changed by program in parallel text: swapped for another of the same kind, put in, left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checker.text.ordinary import is_ordinary
from checker.text.words import Word, words

KINDS = {"swap": 0.6, "insert": 0.25, "delete": 0.15}
"""Share of each kind among the edits."""

LEAST_BEGINNING = 5
"""Letters of a name at the beginning of a sentence, where every word has a capital."""

_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Edited:
    """A line with one edit: its sides, which side was changed, where the new name stands in it (or None), and how."""

    english: str
    translation: str
    side: str
    place: tuple[int, int] | None
    kind: str


def runs(listed: Sequence[Word], text: str, language: str) -> list[tuple[int, int, int]]:
    """Start, end and number of words of each name: capitals, no ordinary words."""
    found: list[tuple[int, int, int]] = []
    for word in listed:
        begins = word.start == 0 and word.text[0].isupper() and len(word.text) >= LEAST_BEGINNING
        if not (word.is_name or begins) or len(word.text) < 3 or is_ordinary(word.text, language):
            continue
        if found and text[found[-1][1] : word.start] == " ":
            found[-1] = found[-1][0], word.end, found[-1][2] + 1
        else:
            found.append((word.start, word.end, 1))
    return [run for run in found if run[2] <= _LONGEST]


def edited(
    english: str, translation: str, language: str, pools: dict[str, list[list[str]]], rng: np.random.Generator
) -> Edited | None:
    """The pair with one name changed on one side, or None where there is none.

    ``pools`` has the names of each side: of one word, of two, of three.
    """
    sides = {"english": english, "translation": translation}
    side = "english" if not any(pools["translation"]) or rng.random() < 0.5 else "translation"
    text = sides[side]
    places = runs(words(text), text, "en" if side == "english" else language)
    if not places:
        return None
    start, end, count = places[rng.integers(len(places))]
    kind = list(KINDS)[int(rng.choice(len(KINDS), p=list(KINDS.values())))]
    pool = pools[side][min(count, _LONGEST) - 1]
    name = pool[rng.integers(len(pool))] if pool else ""
    if kind != "delete" and (not name or name.lower() in english.lower() or name.lower() in translation.lower()):
        return None
    new = {
        "swap": text[:start] + name + text[end:],
        "insert": f"{text[:end]} {name}{text[end:]}" if rng.random() < 0.3 else f"{text[:end]}, {name},{text[end:]}",
        "delete": " ".join((text[:start] + text[end:]).split()),
    }[kind]
    place = None if kind == "delete" else (new.index(name, start), new.index(name, start) + len(name))
    sides[side] = new
    return Edited(sides["english"], sides["translation"], side, place, kind)
