"""Aligned pairs made by program from parallel text: faithful ones, harmless changes, and things put in, left out
or replaced on either side.

Lines of a held-out block are joined to segments of one to four sentences.  What is put in comes from other lines,
mostly of the same block, so that it is on the same topic.  Everything is drawn from one seeded generator.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from training.evidence.edits import Block, Line
from training.evidence.pair_kinds import (
    Pool,
    Side,
    harmless,
    joined,
    thinned,
    with_clause,
    with_name,
    with_phrase,
    with_repeat,
    with_replaced,
    with_word,
    without_clause,
    without_words,
)

_NEAR = 3
"""Lines on each side that count as the rest of the document."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of an English ``source`` and a ``target`` in ``language``, and the lines that stand next to it.

    ``unrelated`` says that the two do not belong together at all.
    """

    language: str
    source: Side
    target: Side
    unrelated: bool = False
    neighbours: tuple[Line, ...] = ()

    @property
    def added(self) -> bool:
        """Whether the target says something that the source does not."""
        return self.unrelated or bool(self.target.inserted or self.source.cut)

    @property
    def omitted(self) -> bool:
        """Whether the source says something that the target does not."""
        return self.unrelated or bool(self.source.inserted or self.target.cut)


@dataclass
class Shares:
    """How often each kind of example is drawn."""

    clause: float = 0.10
    phrase: float = 0.10
    word: float = 0.07
    name: float = 0.04
    repeat: float = 0.03
    thinned: float = 0.05
    cut_clause: float = 0.08
    cut_words: float = 0.12
    replaced: float = 0.07
    unrelated: float = 0.07
    twice: float = 0.12
    harmless: float = 0.2
    joined: tuple[float, ...] = field(default=(0.72, 0.14, 0.08, 0.06))


def make_example(
    language: str, blocks: Sequence[Block], rng: np.random.Generator, shares: Shares | None = None
) -> Example:
    """One example from the blocks of a language."""
    shares = shares or Shares()
    block = blocks[int(rng.integers(len(blocks)))]
    size = min(1 + int(rng.choice(len(shares.joined), p=shares.joined)), len(block))
    begin = int(rng.integers(len(block) - size + 1))
    lines = block[begin : begin + size]
    other = blocks[int(rng.integers(len(blocks)))]
    pool = Pool([line for line in block if line not in lines], [line for line in other if line not in lines])
    neighbours = (*block[max(begin - _NEAR, 0) : begin], *block[begin + size : begin + size + _NEAR])
    texts = [joined([line[side] for line in lines]) for side in (0, 1)]
    if rng.random() < shares.unrelated:
        text = pool.text(rng, 1)
        if text and text != texts[1]:
            return Example(language, Side(texts[0]), Side(text), True, neighbours)
    sides = [Side(texts[0]), Side(texts[1])]
    edits = (
        with_clause,
        with_phrase,
        with_word,
        with_name,
        with_repeat,
        thinned,
        without_clause,
        without_words,
        with_replaced,
    )
    weights = np.array(
        [
            shares.clause,
            shares.phrase,
            shares.word,
            shares.name,
            shares.repeat,
            shares.thinned,
            shares.cut_clause,
            shares.cut_words,
            shares.replaced,
        ]
    )
    draws = 0 if rng.random() > weights.sum() else 1 + int(rng.random() < shares.twice)
    for _ in range(draws):
        which = int(rng.integers(2))
        edit = edits[int(rng.choice(len(edits), p=weights / weights.sum()))]
        if not (sides[which].inserted or sides[which].cut):
            sides[which] = edit(sides[which], pool, which, rng)
    if rng.random() < shares.harmless:
        which = int(rng.integers(2))
        sides[which] = replace(sides[which], text=harmless(sides[which], which, rng))
    return Example(language, sides[0], sides[1], neighbours=neighbours)
