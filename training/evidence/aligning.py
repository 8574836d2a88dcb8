"""The coefficients that alignment needs, fitted on documents and lines whose alignment is known."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from checker.align.neighbours import LEAD_AMONG, neighbours
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.scorer.networks import Expected
from checker.evidence.sentences.scale import Scale
from checker.evidence.side import Side
from training.evidence.documents import Prepared
from training.evidence.examples import Groups
from training.evidence.expected import look_up
from training.evidence.networks import SEED


def match_coefficients(prepared: Sequence[Prepared], languages: dict[str, Expected]) -> tuple[float, ...]:
    """Log-likelihood ratio of the cosine of a pair that renders against one that does not (same documents)."""
    positive: list[np.ndarray] = []
    negative: list[np.ndarray] = []
    for item in prepared:
        if item.pair.omitted is None:
            continue
        near = neighbours(item.source.vectors, item.target.vectors)
        expected = look_up(languages, item.pair.language)
        columns = Scale.of(near, expected).match_columns(near.top[:, :LEAD_AMONG])
        for row, sentence in zip(columns, item.pair.target, strict=True):
            if sentence.label == 0 and sentence.inserted is None:
                positive.append(row[0])
                negative += list(row[1:])
            elif sentence.label == 1:
                negative += list(row)
    truth = np.array([1] * len(positive) + [0] * len(negative))
    columns = np.array(positive + negative)
    learner = LogisticRegression(C=1e3, fit_intercept=False, max_iter=1000).fit(columns, truth)
    coefficients = learner.coef_[0]
    coefficients[0] -= np.log(len(positive) / len(negative))
    return tuple(float(value) for value in coefficients)


def gain_coefficients(groups: Groups, encoder: EmbeddedEncoder, languages: dict[str, Expected]) -> tuple[float, float]:
    """Log-likelihood ratio that two neighbouring segments belong to one bead, from what the second adds to the cosine.

    Two lines that render two against two that render one; the gain is relative, as ``Scale`` has it.
    """
    gains: list[float] = []
    truth: list[int] = []
    rng = np.random.default_rng(SEED)
    for language, listed in groups.items():
        for _, lines in listed:
            lines = lines[:40]
            if len(lines) < 5:
                continue
            source = Side.of([english for english, _ in lines], ["en"] * len(lines), encoder, encoder)
            target = Side.of([other for _, other in lines], [language] * len(lines), encoder, encoder)
            scale = Scale.of(neighbours(source.vectors, target.vectors), look_up(languages, language))
            for k in range(len(lines) - 1):
                both = _sum(source, (k, k + 1))
                for rendered in ((k, k + 1), (int(rng.integers(k, k + 2)),)):
                    facing = _sum(target, rendered)
                    alone = max(float(source.vectors[j] @ facing) for j in (k, k + 1))
                    gains.append((float(both @ facing) - alone) / (scale.reference - scale.background))
                    truth.append(int(len(rendered) == 2))
    learner = LogisticRegression(C=1e4).fit(np.array(gains)[:, None], truth)
    return float(learner.intercept_[0]), float(learner.coef_[0, 0])


def _sum(side: Side, rows: Sequence[int]) -> np.ndarray:
    total = (side.vectors[list(rows)] * side.lengths[list(rows), None]).sum(axis=0)
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9))
