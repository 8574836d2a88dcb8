"""Fit small networks on tables of features, scale their output for a realistic share, and write them as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from checker.evidence.calibration.measures import auroc, calibration_error
from checker.evidence.calibration.truths import PRIORS
from checker.evidence.scorer.networks import NETWORKS, Network, Scorer
from checker.evidence.words.pooled import (
    WORDS_FEATURES,
)
from training.monotone import MIN_STEPS, fit_monotone

PRIOR = PRIORS["monotone"]
FREE_PRIOR = PRIORS["free"]

SPAN_PRIOR = 0.2
"""The same (see ``PRIORS``) for a run of words without counterpart in a sentence that is supported as a whole."""

PAIR_PRIOR, UNRELATED_PRIOR, DIVERGENT_PRIOR = 0.05, 0.01, 0.1
"""The same in aligned segments: one side says something more; they do not belong together; they differ."""

SEED = 7


_DIGITS = 6
"""Significant digits of what is written."""

MOST_ROWS = 200_000

DIRECTIONS = {
    "best": -1, "combined": -1, "lead": -1, "second": 0, "standard": -1, "absent": 1, "absent_global": 1,
    "worst": 1, "second_worst": 1, "absent_names": 1, "covered": -1, "weight": 0, "words": 0, "length_ratio": 0,
    "length_excess": 0,
    "known": 0, "numbers_gone": 1, "numbers_kept": -1, "relative": -1, "reference": 0, "nowhere_excess": 1,
    "nowhere_expected": 0, "unsupported": 1, "unsupported_words": 1, "names_nowhere": 1, "names_found": -1,
    "rival": 1, "ahead": -1, "mutual": -1, "null": 1, "linked": -1, "neighbours_null": 0, "displaced": 1, "length": 0,
    "contribution": -1, "vacancy": -1, "partner": 1, "similarity": -1, "count": 0, "repeats": 1,
    **dict.fromkeys(WORDS_FEATURES, 1),
    "source_similarity": -1, "source_length_ratio": 0, "source_support": -1, "source_repeats": 1,
    "mean": 1, "most": 1, "support": -1, "name": 0, "share": 0, "rest": 0,
    "nowhere_words": 1, "expected": -1,
    "first": 1, "read_adds": 1, "read_lacks": 0, "read_contradicts": 0, "read_unrelated": 0, "read_mean": 0,
    "read_telling": 0, "read_most": 1, "read_second": 0, "read_third": 0, "read_share": 0, "read_name": 0,
    "read_words": 0, "read_window": 0, "word_first": 1, "word_read": 1, "word_pair": 1, "word_telling": 0,
    "word_name": 0, "read_part": 1, "read_best": 1, "read_rest": 0, "detail_first": 1, "detail_target": 1,
    "detail_source": 1, "detail_contradicts": 1, "detail_adds": 1, "detail_number": 0, "detail_date": 0,
    "detail_name": 0, "detail_polarity": 0, "detail_both": 0,
}  # fmt: skip
"""Which way a feature may speak: 1 for absence, -1 against it, 0 either way.  Evidence that things are missing
must never make them likelier to be there, whatever the training text happens to show."""


@dataclass
class Table:
    """Feature rows and labels of one network."""

    rows: list[Any] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)


def fit(
    table: Table,
    features: Sequence[str],
    hidden: int,
    check: Table,
    name: str,
    prior: float = PRIOR,
    *,
    other_side: int = 0,
    least_steps: int = MIN_STEPS,
) -> Network:
    """A network on ``table``, its output scaled on ``check`` for a ``prior``; prints what it reaches there.

    ``other_side`` is the direction of what is missing on the other side of a pair.
    """
    rows, labels = np.vstack(table.rows), np.array(table.labels)
    center, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-3)
    if len(rows) > MOST_ROWS:
        chosen = np.random.default_rng(SEED).choice(len(rows), MOST_ROWS, replace=False)
        rows, labels = rows[chosen], labels[chosen]
    values = np.clip((rows - center) / scale, -8, 8)
    directions = [other_side if name.startswith("other_") else DIRECTIONS[name] for name in features]
    layers = fit_monotone(values, labels, directions, hidden, least_steps)
    raw = Network(tuple(features), center, scale, tuple(layers))
    truth = np.array(check.labels)
    logits = raw.logits(np.vstack(check.rows))
    weights = np.where(truth == 1, prior / truth.mean(), (1 - prior) / (1 - truth.mean()))
    platt = LogisticRegression(C=1e6).fit(logits[:, None], truth, sample_weight=weights)
    slope, constant = float(platt.coef_[0, 0]), float(platt.intercept_[0])
    last, biases = layers[-1]
    layers[-1] = (last * slope, biases * slope + constant)
    network = Network(tuple(features), center, scale, tuple(layers))
    probabilities = network.probabilities(np.vstack(check.rows))
    print(
        f"{name}: {len(table.labels)} rows, {np.mean(table.labels):.3f} absent; on unseen blocks AUROC "
        f"{auroc(probabilities, truth):.4f}, expected calibration error "
        f"{calibration_error(probabilities, truth, weights):.4f} at a prior of {prior}"
    )
    return network


def empty_network(features: Sequence[str]) -> Network:
    count = len(features)
    return Network(tuple(features), np.zeros(count), np.ones(count), ((np.zeros((count, 1)), np.zeros(1)),))


def as_values(scorer: Scorer, revision: str) -> dict[str, Any]:
    """Plain values for the weights file, to six significant digits."""

    return {
        "model_revision": revision,
        "languages": {
            tag: [of.best, of.nowhere, of.length.ratio, of.length.spread] for tag, of in scorer.languages.items()
        },
        "match": _short(np.array(scorer.match)),
        "gain": _short(np.array(scorer.gain)),
        **{name: network_values(getattr(scorer, name)) for name in NETWORKS},
    }


def network_values(of: Network, digits: int = _DIGITS) -> dict[str, Any]:
    """Plain values of one network, to so many significant digits."""
    return {
        "features": list(of.features),
        "center": _short(of.center, digits),
        "scale": _short(of.scale, digits),
        "layers": [[_short(weights, digits), _short(biases, digits)] for weights, biases in of.layers],
    }


def _short(values: Any, digits: int = _DIGITS) -> Any:
    if isinstance(values, np.ndarray):
        return [_short(value, digits) for value in values]
    return float(f"{float(values):.{digits}g}")
