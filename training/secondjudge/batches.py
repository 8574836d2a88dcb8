"""Batches of rows of like length, in an order that depends on the seed and the number of the shard alone."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.secondjudge.examples.encode import UNKNOWN, Row

PADDING = 1
MULTIPLE = 8
"""Lengths are rounded up to this: fewer shapes, faster products."""


class Batch(NamedTuple):
    """``ids``, ``sides``, ``mask``, ``labels`` and ``echoes`` are (batch, length), ``pair`` is (batch, 4); labels are
    -1 where unknown."""

    ids: Tensor
    sides: Tensor
    mask: Tensor
    labels: Tensor
    echoes: Tensor
    pair: Tensor


def read_shard(path: Path) -> list[Row]:
    """The rows of one shard, as training wrote it."""
    with path.open("rb") as file:
        return [Row(*row) for row in pickle.load(file)]


def piece_counts(folder: Path, pieces: int) -> NDArray[np.int64]:
    """How often the shards of a folder use each of ``pieces`` pieces."""
    counts = np.zeros(pieces, np.int64)
    for path in sorted(folder.glob("rows-*.pkl")):
        counts += np.bincount(np.concatenate([row.ids for row in read_shard(path)]), minlength=pieces)
    return counts


def padded(rows: Sequence[Row]) -> Batch:
    """Rows side by side."""
    length = -(-max(len(row.ids) for row in rows) // MULTIPLE) * MULTIPLE
    ids = np.full((len(rows), length), PADDING, np.int64)
    sides, labels = np.zeros(ids.shape, np.int64), np.full(ids.shape, UNKNOWN, np.int64)
    mask, met = np.zeros(ids.shape, np.float32), np.zeros(ids.shape, np.int64)
    for k, row in enumerate(rows):
        size = len(row.ids)
        ids[k, :size], sides[k, :size], labels[k, :size], mask[k, :size] = row.ids, row.sides, row.labels, 1.0
        met[k, :size] = row.echoes
    pair = np.stack([row.pair for row in rows]).astype(np.float32)
    return Batch(*map(torch.from_numpy, (ids, sides, mask, labels.astype(np.float32), met, pair)))


def batches(rows: Sequence[Row], pieces: int, seed: int) -> Iterator[Batch]:
    """All rows once, each batch of about ``pieces`` pieces; twins are in one batch, so that what they share cancels
    out of the gradient and what was edited stays."""
    rng = np.random.default_rng(seed)
    together = with_twins(rows)
    longest = np.array([max(len(row.ids) for row in unit) for unit in together])
    order = np.argsort(longest + rng.random(len(together)) * 6)
    found: list[list[Row]] = [[]]
    for k in order:
        if (len(found[-1]) + len(together[k])) * longest[k] > pieces and found[-1]:
            found.append([])
        found[-1] += together[k]
    for which in rng.permutation(len(found)):
        yield padded(found[which])


def with_twins(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows, each with the twins that follow it."""
    together: list[list[Row]] = []
    for row in rows:
        if row.twin and together:
            together[-1].append(row)
        else:
            together.append([row])
    return together
