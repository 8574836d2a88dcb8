"""Sentences padded to one shape, so that numpy works on many of them at once.

Sentences of near lengths share a block; a block is bounded in size, and a longer sentence has one for itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

_MOST_CELLS = 20_000
"""Pairs of words in a block, few enough for a processor's cache: a bound of memory."""


@dataclass(frozen=True, slots=True)
class WordBlock:
    """Sentences of one side, each with the words of the other side that it is held against.

    ``sentences`` (s,) are their numbers; ``rows`` (s, k) and ``columns`` (s, c) the rows of the words in the lexicons
    of the two sides, 0 where ``is_row`` and ``is_column`` say that there is no word.
    """

    sentences: Ints
    rows: Ints
    columns: Ints
    is_row: Mask
    is_column: Mask

    @classmethod
    def of(cls, sentences: Sequence[int], rows: Sequence[Ints], columns: Sequence[Ints]) -> WordBlock:
        """The sentences of these numbers; ``rows`` and ``columns`` have the words of all sentences."""
        row_table, is_row = padded([rows[k] for k in sentences])
        column_table, is_column = padded([columns[k] for k in sentences])
        return cls(np.array(sentences, dtype=np.int64), row_table, column_table, is_row, is_column)

    def parts(self, values: NDArray[Any]) -> Iterator[tuple[int, NDArray[Any]]]:
        """The number of each sentence and, of ``values`` (s, k, ...), what belongs to its words."""
        counts = self.is_row.sum(axis=1).tolist()
        for k, part, count in zip(self.sentences.tolist(), values, counts, strict=True):
            yield k, part[:count]


def blocks(rows: Sequence[Ints], columns: Sequence[Ints]) -> Iterator[WordBlock]:
    """Blocks over all sentences that have words; ``rows`` and ``columns`` are those of each, and of what it is held
    against."""
    lengths, widths = [len(listed) for listed in rows], [len(listed) for listed in columns]
    for sentences in batches(lengths, widths, _MOST_CELLS):
        yield WordBlock.of(sentences, rows, columns)


def batches(lengths: Sequence[int], widths: Sequence[int], most: int) -> Iterator[list[int]]:
    """Numbers of sentences of near lengths, those without length left out.

    A batch of s, up to k long and c wide, has at most ``most`` cells: s * k * (k + c); or it has one sentence.
    """
    batch: list[int] = []
    width = 0
    for k in sorted((k for k, length in enumerate(lengths) if length), key=lambda k: (lengths[k], widths[k])):
        width = max(width, widths[k])
        if batch and (len(batch) + 1) * lengths[k] * (lengths[k] + width) > most:
            yield batch
            batch, width = [], widths[k]
        batch.append(k)
    if batch:
        yield batch


def padded(listed: Sequence[NDArray[Any]]) -> tuple[NDArray[Any], Mask]:
    """Arrays (k,), one or more of them, as rows (n, longest, at least 1) with zeros at their ends; where they are."""
    counts = np.array([len(values) for values in listed])
    real = np.arange(max(1, counts.max())) < counts[:, None]
    table = np.zeros(real.shape, listed[0].dtype)
    table[real] = np.concatenate(listed)
    return table, real
