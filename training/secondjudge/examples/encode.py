"""Examples to rows of numbers: pieces, sides, labels of pieces and of the pair."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from checker.secondjudge.echoes import echoes
from training.secondjudge.examples.example import Example, Side

BEGIN, SEPARATOR = 0, 2
LONGEST = 176
"""Pieces of an example; longer ones are left out."""

UNKNOWN = -1


class Row(NamedTuple):
    """``ids`` int32, ``sides``, ``labels`` and ``echoes`` int8 have the length of the row; ``pair`` int8 (4,); ``twin``
    says that it is to be read together with the row before."""

    ids: NDArray[np.int32]
    sides: NDArray[np.int8]
    labels: NDArray[np.int8]
    echoes: NDArray[np.int8]
    pair: NDArray[np.int8]
    twin: bool = False


def encoded(example: Example, tokenizer: Tokenizer) -> Row | None:
    """One row, or None when it is too long or a side is empty."""
    both = example.source, example.target
    found = [tokenizer.encode(side.text, add_special_tokens=False) for side in both]
    if not all(one.ids for one in found) or sum(len(one.ids) + 1 for one in found) >= LONGEST:
        return None
    classes = echoes(found[0].tokens, found[1].tokens)
    ids, sides, labels, met = [BEGIN], [0], [UNKNOWN], [0]
    for number, (side, one, of) in enumerate(zip(both, found, classes, strict=True), 1):
        ids += [*one.ids, SEPARATOR]
        sides += [number] * len(one.ids) + [0]
        labels += [*_labels(side, one.offsets), UNKNOWN]
        met += [*of.tolist(), 0]
    pair = [UNKNOWN if label is None else label for label in example.labels]
    return Row(
        np.array(ids, np.int32),
        np.array(sides, np.int8),
        np.array(labels, np.int8),
        np.array(met, np.int8),
        np.array(pair, np.int8),
        example.twin,
    )


def _labels(side: Side, offsets: list[tuple[int, int]]) -> list[int]:
    values = np.full(len(side.text) + 1, 0 if side.known else UNKNOWN, np.int8)
    for start, end, label in side.marks:
        values[start:end] = label
    found = []
    for start, end in offsets:
        here = values[start:end]
        if not len(here):
            found.append(UNKNOWN)
        elif (here == 1).mean() >= 0.5:
            found.append(1)
        else:
            found.append(UNKNOWN if (here == UNKNOWN).any() else 0)
    return found
