"""The hot loops, compiled by numba: everything touches only the rows of the batch.

A batch is ``bags`` texts; ``rows`` int32 (tokens,) are their embedding rows one after another and ``offsets``
int64 (bags + 1,) where each begins.
"""

# numba's decorators carry no types
# mypy: disable-error-code="untyped-decorator"

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit, prange
from numpy.typing import NDArray

Ints = NDArray[np.integer[Any]]
Floats = NDArray[np.float32]

_BLOCKS = 64


@njit(cache=True, nogil=True)
def gather_rows(
    texts: Ints,
    flat: Ints,
    text_offsets: Ints,
    cut_rows: Ints,
    cut_offsets: Ints,
    variants: int,
    random_cuts: NDArray[np.bool_],
    dropout: float,
    seed: int,
    rows: Ints,
    offsets: Ints,
) -> int:
    """Fills ``rows`` and ``offsets`` with the pieces of ``texts``; returns the number of pieces.

    ``random_cuts`` bool (texts,): these texts use a random cut of each word. A piece is left out with
    probability ``dropout``; a text keeps at least one piece if it has any.
    """
    np.random.seed(seed)
    size = 0
    offsets[0] = 0
    for i in range(len(texts)):
        text = texts[i]
        begin = size
        spare = -1
        for position in range(text_offsets[text], text_offsets[text + 1]):
            cut = flat[position] * (variants + 1)
            if random_cuts[i]:
                cut += np.random.randint(0, variants + 1)
            for k in range(cut_offsets[cut], cut_offsets[cut + 1]):
                row = cut_rows[k]
                if row < 0:
                    continue
                spare = row
                if size >= len(rows) or (dropout > 0 and np.random.random() < dropout):
                    continue
                rows[size] = row
                size += 1
        if size == begin and spare >= 0 and size < len(rows):
            rows[size] = spare
            size += 1
        offsets[i + 1] = size
    return size


@njit(cache=True, parallel=True, nogil=True, fastmath=True)
def pool_bags(table: Floats, rows: Ints, offsets: Ints, units: Floats, norms: Floats) -> None:
    """``units`` float32 (bags, dim): the normalised sum of each bag's rows; ``norms`` float32 (bags,) the
    sums' norms."""
    dim = table.shape[1]
    for bag in prange(len(offsets) - 1):
        for d in range(dim):
            units[bag, d] = 0.0
        for k in range(offsets[bag], offsets[bag + 1]):
            row = rows[k]
            for d in range(dim):
                units[bag, d] += table[row, d]
        total = np.float32(0.0)
        for d in range(dim):
            total += units[bag, d] * units[bag, d]
        norm = np.sqrt(total) + np.float32(1e-6)
        norms[bag] = norm
        for d in range(dim):
            units[bag, d] /= norm


@njit(cache=True, parallel=True, nogil=True, fastmath=True)
def through_norm(units: Floats, norms: Floats, gradients: Floats) -> None:
    """Turns gradients of the unit vectors into gradients of the sums, in place."""
    dim = units.shape[1]
    for bag in prange(len(units)):
        along = np.float32(0.0)
        for d in range(dim):
            along += units[bag, d] * gradients[bag, d]
        for d in range(dim):
            gradients[bag, d] = (gradients[bag, d] - along * units[bag, d]) / norms[bag]


@njit(cache=True, nogil=True)
def by_row(rows: Ints, offsets: Ints, count: int) -> tuple[Ints, Ints, Ints]:
    """Which bags each touched row is in: ``touched`` (k,), ``begins`` (k + 1,) and ``bags`` (tokens,)."""
    size = offsets[-1]
    starts = np.zeros(count + 1, np.int64)
    for k in range(size):
        starts[rows[k] + 1] += 1
    touched = np.empty(min(size, count), np.int32)
    begins = np.empty(len(touched) + 1, np.int64)
    found = 0
    for row in range(count):
        if starts[row + 1] > 0:
            touched[found] = row
            begins[found] = starts[row]
            found += 1
        starts[row + 1] += starts[row]
    begins[found] = size
    bags = np.empty(size, np.int32)
    for bag in range(len(offsets) - 1):
        for k in range(offsets[bag], offsets[bag + 1]):
            row = rows[k]
            bags[starts[row]] = bag
            starts[row] += 1
    return touched[:found], begins[: found + 1], bags


@njit(cache=True, parallel=True, nogil=True, fastmath=True)
def adam_rows(
    table: Floats,
    first: Floats,
    second: Floats,
    touched: Ints,
    begins: Ints,
    bags: Ints,
    gradients: Floats,
    rate: np.float32,
    beta1: np.float32,
    beta2: np.float32,
    correct1: np.float32,
    correct2: np.float32,
) -> None:
    """One Adam step (Kingma and Ba 2015) on the touched rows; ``second`` (rows,) holds one moment a row."""
    dim = table.shape[1]
    for block in prange(_BLOCKS):
        total = np.empty(dim, np.float32)
        for index in range(block * len(touched) // _BLOCKS, (block + 1) * len(touched) // _BLOCKS):
            row = touched[index]
            for d in range(dim):
                total[d] = 0.0
            for k in range(begins[index], begins[index + 1]):
                bag = bags[k]
                for d in range(dim):
                    total[d] += gradients[bag, d]
            square = np.float32(0.0)
            for d in range(dim):
                square += total[d] * total[d]
            second[row] = beta2 * second[row] + (np.float32(1.0) - beta2) * square / np.float32(dim)
            step = rate / correct1 / (np.sqrt(second[row] / correct2) + np.float32(1e-9))
            for d in range(dim):
                first[row, d] = beta1 * first[row, d] + (np.float32(1.0) - beta1) * total[d]
                table[row, d] -= step * first[row, d]


@njit(cache=True, nogil=True)
def blank_equal(exponentials: Floats, keys: Ints, order: Ints) -> int:
    """Zeroes the entries of pairs with equal ``keys`` off the diagonal; ``order`` sorts the keys. Returns
    their number."""
    blanked = 0
    begin = 0
    size = len(keys)
    while begin < size:
        end = begin + 1
        while end < size and keys[order[end]] == keys[order[begin]]:
            end += 1
        for a in range(begin, end):
            for b in range(begin, end):
                if a != b:
                    exponentials[order[a], order[b]] = 0.0
                    blanked += 1
        begin = end
    return blanked


@njit(cache=True, parallel=True, nogil=True, fastmath=True)
def contrast(exponentials: Floats, by_source: Floats, by_target: Floats, factor: np.float32) -> None:
    """Entries become ``factor * (e / row sum + e / column sum)``: the loss's gradient before its diagonal."""
    for i in prange(len(exponentials)):
        for j in range(exponentials.shape[1]):
            exponentials[i, j] *= (by_source[i] + by_target[j]) * factor
