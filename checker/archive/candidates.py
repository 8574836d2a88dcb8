"""From the neighbours of each sentence to the originals that are worth comparing sentence by sentence."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker.archive.disk.snapshot import Snapshot
from checker.encoders import Vectors

NEIGHBOURS = 16
"""Neighbours looked at for each sentence; a sentence that so many originals have votes for none of them."""

_BACKGROUND = 8
"""Neighbours in other originals whose mean similarity a match must rise above (Artetxe and Schwenk 2019)."""

_AS_NEAR = 0.1

EMPTY_BACKGROUND = 0.25
"""Similarity that stands for a neighbour that a small archive has not got."""

MIN_CANDIDATES, MAX_CANDIDATES, _SENTENCES_A_CANDIDATE = 24, 200, 4


class Neighbourhood(NamedTuple):
    """The nearest sentences of the archive to each of n sentences asked, nearest first, all (n, ``NEIGHBOURS``).

    ``documents`` numbers the originals over all segments; -1 where there is no neighbour, its similarity -inf.
    """

    documents: NDArray[np.int64]
    similarities: NDArray[np.float32]

    def background(self, document: int) -> NDArray[np.float64]:
        """float64 (n,): mean similarity of the nearest sentences of other originals."""
        places = self._places_elsewhere(document)
        is_used = (places > 0) & (places <= _BACKGROUND)
        total = np.where(is_used, self.similarities, 0).sum(1, dtype=np.float64)
        means: NDArray[np.float64] = (total + EMPTY_BACKGROUND * (_BACKGROUND - is_used.sum(1))) / _BACKGROUND
        return means

    def elsewhere(self, document: int) -> NDArray[np.float64]:
        """float64 (n,): how near other originals come to each sentence, at least ``EMPTY_BACKGROUND``.

        It is the second nearest sentence that counts: the nearest may stand in another version of the same original.
        """
        second = np.where(self._places_elsewhere(document) == 2, self.similarities, -np.inf)
        nearness: NDArray[np.float64] = np.maximum(second.max(1, initial=-np.inf).astype(np.float64), EMPTY_BACKGROUND)
        return nearness

    def _places_elsewhere(self, document: int) -> NDArray[np.int64]:
        """int64, in the shape of ``documents``: which of a sentence's neighbours in other originals, from 1; 0 for the
        others."""
        is_other = (self.documents != document) & (self.documents >= 0)
        return np.where(is_other, np.cumsum(is_other, 1), 0)

    def rarity(self, originals: int) -> NDArray[np.float64]:
        """float64 (n,), in [0, 1]: how much a sentence tells of which of so many ``originals`` it comes from.

        Inverse document frequency (Sparck Jones 1972), 1 for a sentence that comes near to one original only and
        little for one that comes as near to most.
        """
        top = self.similarities[:, :1]
        is_near = (self.documents >= 0) & (self.similarities >= top - _AS_NEAR)
        frequency = np.array([len(set(row[near].tolist())) for row, near in zip(self.documents, is_near, strict=True)])
        rarity: NDArray[np.float64] = 1 - np.log(np.maximum(frequency, 1)) / np.log(originals + 1)
        return np.clip(rarity, 0, 1)


def neighbourhood(snapshot: Snapshot, vectors: Vectors) -> Neighbourhood:
    """The neighbours of ``vectors`` (n, dimension) in all segments."""
    documents, similarities = [], []
    first = 0
    for segment in snapshot.segments:
        found = segment.nearest(vectors, NEIGHBOURS)
        documents.append(np.where(found.rows >= 0, first + segment.documents_of(np.maximum(found.rows, 0)), -1))
        similarities.append(found.similarities)
        first += segment.entry.documents
    if not documents:
        shape = (len(vectors), NEIGHBOURS)
        return Neighbourhood(np.full(shape, -1), np.full(shape, -np.inf, np.float32))
    all_documents, all_similarities = np.concatenate(documents, 1), np.concatenate(similarities, 1)
    order = np.argsort(-all_similarities, 1, kind="stable")[:, :NEIGHBOURS]
    return Neighbourhood(np.take_along_axis(all_documents, order, 1), np.take_along_axis(all_similarities, order, 1))


def candidates(found: Neighbourhood, weights: NDArray[np.float64]) -> list[int]:
    """The originals for which most sentences speak, those with most votes first.

    A sentence votes for the original of each neighbour by how far it rises above the sentence's least near one;
    ``weights`` (n,) say how much its vote counts.
    """
    there = found.documents >= 0
    floor = np.where(there, found.similarities, np.inf).min(1, initial=np.inf)
    full = there.all(1)
    above = np.where(there, found.similarities - np.where(full, floor, EMPTY_BACKGROUND)[:, None], 0)
    votes: dict[int, float] = {}
    for documents, rises, weight in zip(found.documents, np.maximum(above, 0), weights, strict=True):
        seen: set[int] = set()
        for document, rise in zip(documents.tolist(), rises.tolist(), strict=True):
            if document >= 0 and document not in seen:
                seen.add(document)
                votes[document] = votes.get(document, 0.0) + weight * rise
    count = min(max(MIN_CANDIDATES, len(weights) // _SENTENCES_A_CANDIDATE), MAX_CANDIDATES)
    return sorted(votes, key=lambda document: (-votes[document], document))[:count]
