"""Untouched pairs of sentences and pairs edited by program, as the judges of polarity see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from checker.evidence.details.literal import literalness_of
from checker.evidence.words.lexical import WordModel
from checker.text.polarity import Cue, Gap, cues, denials, widest_gap
from checker.text.polarity.data import CueTable
from training.polarity.english import Label, dropped, inserted
from training.polarity.judge import Features

INSERTED = 0.15
"""Share of the sentences without negation that one is put into, so that both kinds of edit are about as many."""

SURE = 0.5
"""Strength from which a cue is worth taking away."""


@dataclass(frozen=True)
class Line:
    """A pair, what its English says by grammar, how much it counts, and its fold: 0 and 1, or -1 when held out."""

    english: str
    other: str
    label: Label
    weight: float
    fold: int


class Pair(NamedTuple):
    """Two texts with their cues compared, and whether one of them was edited."""

    english: str
    other: str
    gap: Gap
    edited: bool
    weight: float


def pairs(
    lines: Iterable[Line], others: Sequence[CueTable], englishes: Sequence[CueTable], rng: np.random.Generator
) -> Iterator[Pair]:
    """Untouched and edited pairs; a line of fold k is judged by table 1 - k, held-out ones by table 2.

    Edited are the English (a negation dropped, or put in) and, by taking its cues away, the other side.
    """
    for line in lines:
        which = 2 if line.fold < 0 else 1 - line.fold
        other, english = others[which], englishes[which]
        there, here = _denials(line.other, other), _denials(line.english, english)
        yield Pair(line.english, line.other, widest_gap(here, english, there, other), False, line.weight)
        edited = None
        if line.label.negations:
            edited = dropped(line.english, rng)
            if there and max(cue.strength for cue in there) >= SURE:
                rest = () if line.label.negations == 1 else tuple(sorted(there, key=lambda cue: -cue.strength)[1:])
                yield Pair(line.english, line.other, widest_gap(here, english, rest, other), True, line.weight)
        elif rng.random() < INSERTED:
            edited = inserted(line.english, rng)
        if edited is not None:
            gap = widest_gap(_denials(edited, english), english, there, other)
            yield Pair(edited, line.other, gap, True, line.weight)


def _denials(text: str, table: CueTable) -> tuple[Cue, ...]:
    return denials(text, cues(text, table), table)


def with_words(pair: Pair, model: WordModel) -> Features:
    """The features of the judge that sees words too."""
    return (*pair.gap.features, *literalness_of(pair.gap, pair.english, pair.other, model))
