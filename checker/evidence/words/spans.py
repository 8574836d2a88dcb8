"""Adjoining words without counterpart: which they are, and the features of each run of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checker.evidence.absence import ABSENT as ABSENT
from checker.evidence.words.columns import arranged

Floats = NDArray[np.float64]

RUN_FROM = 0.35
"""Probability from which a word may be part of a run; what the run amounts to, its own network says.
Chosen."""

BRIDGE_FROM = 0.15
"""Probability from which a word between two others does not part their run; chosen."""

LISTED_FROM = 0.1
"""Probability from which a run is worth listing beside a sentence; chosen."""

TELLING = 3.3
"""Length of a word's vector from which it says something by itself; function words stay below.
Chosen for the embedded model."""

NOWHERE = 0.35
"""Support below which a telling word is said to be nowhere in the original; chosen."""

SPAN_FEATURES = ("mean", "most", "weight", "words", "support", "name", "share", "rest", "nowhere_words", "expected")
"""Of the words of a run: mean and highest probability, weight, number of telling words, mean support anywhere, whether
there is a name, their share of the sentence; mean probability of the other words; telling words that are nowhere;
what is usual for the language."""


def runs(p_absent: Floats, norms: Floats) -> list[tuple[int, int]]:
    """Half-open ranges of words that are probably absent, with a telling one among them."""
    found: list[tuple[int, int]] = []
    bridged = False
    for k, p in enumerate(p_absent.tolist()):
        if p < RUN_FROM:
            bridged = p >= BRIDGE_FROM and bool(found) and found[-1][1] == k
            continue
        if found and (found[-1][1] == k or (bridged and found[-1][1] == k - 1)):
            found[-1] = (found[-1][0], k + 1)
        else:
            found.append((k, k + 1))
    return [(first, stop) for first, stop in found if (norms[first:stop] >= TELLING).any()]


def span_features(
    p_absent: Floats,
    norms: Floats,
    support: Floats,
    names: NDArray[np.bool_],
    ranges: Sequence[tuple[int, int]],
    expected: float,
) -> Floats:
    """Features (r, len(SPAN_FEATURES)) of runs of the words (k,) of one sentence."""
    weights = norms * norms
    total = max(float(weights.sum()), 1e-9)
    telling = norms >= TELLING
    rows = []
    for first, stop in ranges:
        here = slice(first, stop)
        weight = float(weights[here].sum())
        outside = np.concatenate([p_absent[:first], p_absent[stop:]])
        columns = {
            "mean": float(np.average(p_absent[here], weights=weights[here] + 1e-9)),
            "most": float(p_absent[here].max()),
            "weight": np.log1p(weight),
            "words": float(telling[here].sum()),
            "support": float(np.average(support[here], weights=weights[here] + 1e-9)),
            "name": float(names[here].any()),
            "share": weight / total,
            "rest": float(outside.mean()) if len(outside) else 0.0,
            "nowhere_words": float(min(((support[here] < NOWHERE) & telling[here]).sum(), 5)),
            "expected": expected,
        }
        rows.append(arranged(SPAN_FEATURES, columns))
    return np.array(rows, dtype=float).reshape(len(rows), len(SPAN_FEATURES))
