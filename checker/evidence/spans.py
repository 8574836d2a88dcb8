"""Adjoining words without counterpart: which they are, and the features of each run of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from checker.evidence.lexical import Floats as Columns

Floats = NDArray[np.float64]

ABSENT = 0.5
RUN_FROM = 0.2
"""Probability from which a word may be part of a run; what the run amounts to, its own network says."""

TELLING = 3.3
"""Length of a word's vector from which it says something by itself; function words stay below."""

NOWHERE = 0.35
"""Support below which a telling word is said to be nowhere in the original."""

_MOST_BETWEEN = 2

SPAN_FEATURES = (
    "mean", "most", "weight", "words", "support", "name", "share", "rest", "sentence", "nowhere_words", "expected"
)  # fmt: skip


def runs(
    p_absent: Floats, norms: NDArray[np.float32], least: float = RUN_FROM
) -> list[tuple[int, int]]:
    """Half-open ranges of words: absent telling ones, with at most two function words between them."""
    found: list[tuple[int, int]] = []
    last_telling = -1
    for k, (p, norm) in enumerate(zip(p_absent.tolist(), norms.tolist(), strict=True)):
        if norm < TELLING:
            continue
        if p >= least:
            joins = found and found[-1][1] - 1 == last_telling and k - found[-1][1] <= _MOST_BETWEEN
            if joins:
                found[-1] = (found[-1][0], k + 1)
            else:
                found.append((k, k + 1))
        last_telling = k
    return found


def span_features(
    columns: Columns, p_absent: Floats, ranges: list[tuple[int, int]], p_addition: float, expected: float
) -> Floats:
    """Features (k, len(SPAN_FEATURES)) of runs of words in one sentence.

    ``expected`` is the share of unsupported words that is usual in the sentence's language.
    """
    norms = columns[:, 5].astype(float)
    weights = norms * norms
    support = np.maximum(columns[:, 0], np.where(columns[:, 2] > 0.75, columns[:, 2], 0.0)).astype(float)
    total = max(float(weights.sum()), 1e-9)
    rows = []
    for first, stop in ranges:
        here = slice(first, stop)
        weight = float(weights[here].sum())
        outside = np.concatenate([p_absent[:first], p_absent[stop:]])
        rows.append(
            [
                float(np.average(p_absent[here], weights=weights[here] + 1e-9)),
                float(p_absent[here].max()),
                np.log1p(weight),
                float((norms[here] >= TELLING).sum()),
                float(np.average(support[here], weights=weights[here] + 1e-9)),
                float(columns[here, 7].max()),
                weight / total,
                float(outside.mean()) if len(outside) else 0.0,
                p_addition,
                float(min(((support[here] < NOWHERE) & (norms[here] >= TELLING)).sum(), 5)),
                expected,
            ]
        )
    return np.array(rows, dtype=float).reshape(len(rows), len(SPAN_FEATURES))
