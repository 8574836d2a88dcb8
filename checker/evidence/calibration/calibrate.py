"""Fits a ``Calibration`` for any sentence model on the statements that come with the package.

1. The cosines that faithful sentences reach, and the log-likelihood ratio of a match, are measured anew.
2. Every feature is standardised so that on these statements it has the mean and spread that the embedded model
   gives it there: the networks then see what they were trained on, whatever the scale of the cosines.
3. The log-odds are scaled (Platt 1999), drawn towards no change, for the statements are few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.align.neighbours import LEAD_AMONG, neighbours
from checker.encoders import Encoder, Vectors
from checker.evidence.calibration.fits import (
    Calibration,
    Fit,
    Quality,
    Scaling,
    networks_of,
    scorer_revision,
    with_cosines,
    with_networks,
)
from checker.evidence.calibration.statements import Trial
from checker.evidence.gather import gather
from checker.evidence.records import RenderingEvidence
from checker.evidence.scorer import logistic
from checker.evidence.scorer.networks import Network, Scorer
from checker.evidence.sentences import matching
from checker.evidence.words.lexical import WordModel
from checker.model import Segment

Floats = NDArray[np.float64]

PRIORS = {"monotone": 0.05, "free": 0.1, "omission": 0.05}
"""Share of absent sentences that each network's probabilities are for, as in ``training/evidence/networks.py``."""

PASSES = 2
"""What is left out is judged by features that hang on what is added, so they are standardised after that."""

_RATIOS = (0.05, 20.0)
_MATCH_STRENGTH = 0.01
_PLATT_STRENGTH = 10.0
"""Precision of the prior of no change, in units of the information of one statement."""

_BINS = 10

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Recorder(Network):
    """A network that keeps the features it is asked about."""

    seen: list[Floats] = field(default_factory=list)

    def logits(self, columns: NDArray[Any]) -> Floats:
        """As ``Network``."""
        self.seen.append(np.asarray(columns, float))
        return Network.logits(self, columns)


class Memory:
    """An encoder that has encoded all it will be asked for."""

    def __init__(self, encoder: Encoder, texts: Iterable[str]) -> None:
        self.name, self.revision, self.dimension = encoder.name, encoder.revision, encoder.dimension
        listed = list(dict.fromkeys(texts))
        self._vectors = dict(zip(listed, encoder.encode(listed), strict=True))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, dimension)."""
        return np.array([self._vectors[text] for text in texts], np.float32).reshape(len(texts), self.dimension)


@dataclass(frozen=True, slots=True)
class Judged:
    """Log-odds (n,), their truth (n,) 0 or 1, whose network they are from and of which original they are."""

    logits: Floats
    truth: Floats
    networks: NDArray[np.str_]
    originals: NDArray[np.str_]

    def of(self, name: str) -> Judged:
        """Those of one network."""
        return self._where(self.networks == name)

    def without(self, original: str) -> Judged:
        """Those of all other originals."""
        return self._where(self.originals != original)

    def _where(self, chosen: NDArray[np.bool_]) -> Judged:
        return Judged(self.logits[chosen], self.truth[chosen], self.networks[chosen], self.originals[chosen])

    @property
    def weights(self) -> Floats:
        """Weights (n,), with mean 1, that give the absent sentences of each network their share in real text."""
        weights = np.ones(len(self.truth))
        for name in np.unique(self.networks):
            here = self.networks == name
            share = self.truth[here].mean()
            if 0 < share < 1:
                prior = PRIORS[str(name)]
                weights[here] = np.where(self.truth[here] == 1, prior / share, (1 - prior) / (1 - share))
        return weights


def calibrate(
    encoder: Encoder,
    trials: Sequence[Trial],
    *,
    embedded: Encoder,
    word_model: WordModel,
    scorer: Scorer,
    progress: Progress | None = None,
) -> Calibration:
    """The calibration of ``encoder``; ``scorer`` is the one fitted for the ``embedded`` model.

    ``progress`` is told of trials judged and of all that will be.
    """
    texts = [text for trial in trials for text in (*trial.source, *trial.target)]
    model, usual = Memory(encoder, texts), Memory(embedded, texts)
    total = (PASSES + 3) * len(trials)
    done = 0

    def judge(of: Encoder, with_scorer: Scorer) -> list[RenderingEvidence]:
        nonlocal done
        found = []
        for trial in trials:
            found.append(_gather(trial, of, word_model, with_scorer))
            done += 1
            if progress is not None:
                progress(done, total)
        return found

    before = judge(model, scorer)
    best, match = _cosines(model, trials, scorer)
    wanted = _moments(lambda recording: judge(usual, recording), scorer)
    fitted = with_cosines(scorer, best, match)
    for _ in range(PASSES):
        seen = _moments(lambda recording: judge(model, recording), fitted)
        fitted = _standardised(fitted, scorer, wanted, seen)
    after = judge(model, fitted)
    additions, omissions = _additions(trials, after), _omissions(trials, after)
    judged = {**{name: additions.of(name) for name in ("monotone", "free")}, "omission": omissions}
    platt = {name: _platt(of) for name, of in judged.items()}
    return Calibration(
        model=encoder.name,
        revision=encoder.revision,
        scorer=scorer_revision(),
        best=best,
        match=match,
        networks={
            name: Scaling(
                network.features, _short(network.center), _short(network.scale), *_short(platt.get(name, (1.0, 0.0)))
            )
            for name, network in networks_of(fitted)
        },
        additions=_fit(_additions(trials, before), additions),
        omissions=_fit(_omissions(trials, before), omissions),
    )


def _gather(trial: Trial, encoder: Encoder, word_model: WordModel, scorer: Scorer) -> RenderingEvidence:
    return gather(
        _segments(trial.source),
        _segments(trial.target),
        [trial.language] * len(trial.target),
        source_language="en",
        target_language=trial.language,
        encoder=encoder,
        word_model=word_model,
        scorer=scorer,
    )


def _segments(texts: Sequence[str]) -> list[Segment]:
    return [Segment(k, 0, len(text), k + 1, 1, text, text) for k, text in enumerate(texts)]


def _cosines(encoder: Encoder, trials: Sequence[Trial], scorer: Scorer) -> tuple[float, tuple[float, ...]]:
    """The median best cosine of faithful sentences, and the match coefficients."""
    nears, faithful = [], []
    for trial in trials:
        near = neighbours(encoder.encode(trial.source), encoder.encode(trial.target))
        nears.append(near)
        faithful.append(np.array([added is False for added in trial.added]))
    best = float(np.median(np.concatenate([near.top[chosen, 0] for near, chosen in zip(nears, faithful, strict=True)])))
    expected = with_cosines(scorer, best, scorer.match).expected
    columns: list[Floats] = []
    truth: list[Floats] = []
    for trial, near, chosen in zip(trials, nears, faithful, strict=True):
        rows = matching.Scale.of(near, expected(trial.language)).match_columns(near.top[:, :LEAD_AMONG])
        nothing = np.array([added is True for added in trial.added])
        columns += [
            rows[chosen, 0],
            rows[chosen, 1:].reshape(-1, rows.shape[-1]),
            rows[nothing].reshape(-1, rows.shape[-1]),
        ]
        truth += [np.full(len(part), float(k == 0)) for k, part in enumerate(columns[-3:])]
    values, labels = np.concatenate(columns), np.concatenate(truth)
    count = values.shape[1]
    found = logistic.fit(values, labels, np.ones(len(labels)), np.zeros(count), np.full(count, _MATCH_STRENGTH))
    found[0] -= np.log(labels.sum() / (len(labels) - labels.sum()))
    return round(best, 4), tuple(_short(found))


def _moments(judge: Callable[[Scorer], object], scorer: Scorer) -> dict[str, tuple[Floats, Floats]]:
    """Mean and spread (f,) of the features that each network meets; a network that is never asked is left out."""
    recorders = {
        name: Recorder(network.features, network.center, network.scale, network.layers)
        for name, network in networks_of(scorer)
    }
    judge(with_networks(scorer, recorders))
    seen = {name: np.concatenate(recorder.seen) for name, recorder in recorders.items() if recorder.seen}
    return {name: (rows.mean(axis=0), rows.std(axis=0)) for name, rows in seen.items() if len(rows)}


def _standardised(
    fitted: Scorer,
    scorer: Scorer,
    wanted: dict[str, tuple[Floats, Floats]],
    seen: dict[str, tuple[Floats, Floats]],
) -> Scorer:
    """``fitted`` with networks to which ``seen`` features look as ``wanted`` ones look to those of ``scorer``."""
    changed = {}
    for name, network in networks_of(scorer):
        if name not in wanted or name not in seen:
            continue
        (mean, spread), (new_mean, new_spread) = wanted[name], seen[name]
        varies = (spread > 1e-9) & (new_spread > 1e-9)
        ratio = np.clip(np.where(varies, new_spread / np.where(varies, spread, 1.0), 1.0), *_RATIOS)
        changed[name] = replace(network, center=new_mean - (mean - network.center) * ratio, scale=network.scale * ratio)
    return with_networks(fitted, changed)


def _additions(trials: Sequence[Trial], found: Sequence[RenderingEvidence]) -> Judged:
    rows = [
        (sentence.p_addition, added, evidence.alignment.kind, trial.original)
        for trial, evidence in zip(trials, found, strict=True)
        for sentence, added in zip(evidence.sentences, trial.added, strict=True)
        if added is not None
    ]
    return _judged(rows)


def _omissions(trials: Sequence[Trial], found: Sequence[RenderingEvidence]) -> Judged:
    rows = [
        (p, omitted, "omission", trial.original)
        for trial, evidence in zip(trials, found, strict=True)
        if trial.omitted is not None and evidence.alignment.kind == "monotone"
        for p, omitted in zip(evidence.p_omission, trial.omitted, strict=True)
    ]
    return _judged(rows)


def _judged(rows: Sequence[tuple[float, bool, str, str]]) -> Judged:
    p = np.clip(np.array([row[0] for row in rows], float), 1e-9, 1 - 1e-9)
    return Judged(
        np.log(p) - np.log1p(-p),
        np.array([row[1] for row in rows], float),
        np.array([row[2] for row in rows], dtype=np.str_),
        np.array([row[3] for row in rows], dtype=np.str_),
    )


def _platt(judged: Judged) -> tuple[float, float]:
    """Slope and constant of the log-odds; no change where there is nothing to learn from."""
    if not 0 < judged.truth.sum() < len(judged.truth):
        return 1.0, 0.0
    columns = np.column_stack([judged.logits, np.ones(len(judged.logits))])
    slope, constant = logistic.fit(
        columns, judged.truth, judged.weights, np.array([1.0, 0.0]), np.full(2, _PLATT_STRENGTH)
    ).tolist()
    return max(slope, 0.05), constant


def _fit(before: Judged, after: Judged) -> Fit:
    """What the calibration gave; each original is judged by the scaling that the other originals led to."""
    scaled = np.array(after.logits)
    for original in np.unique(after.originals):
        others = after.without(str(original))
        for name in np.unique(after.networks):
            here = (after.originals == original) & (after.networks == name)
            slope, constant = _platt(others.of(str(name)))
            scaled[here] = slope * after.logits[here] + constant
    return Fit(len(after.truth), _quality(before), _quality(replace(after, logits=scaled)))


def _quality(judged: Judged) -> Quality:
    p, truth, weights = 1.0 / (1.0 + np.exp(-judged.logits)), judged.truth, judged.weights
    which = np.minimum((p * _BINS).astype(int), _BINS - 1)
    gaps = [abs(float((weights * (p - truth))[which == b].sum())) for b in range(_BINS)]
    return Quality(round(_auroc(p, truth), 4), round(sum(gaps) / max(float(weights.sum()), 1e-9), 4))


def _auroc(values: Floats, truth: Floats) -> float:
    """Probability that an absent sentence is given more than a present one, ties counted one half."""
    positives, negatives = np.sort(values[truth == 1]), np.sort(values[truth == 0])
    if not len(positives) or not len(negatives):
        return 0.5
    below = np.searchsorted(negatives, positives, "left") + np.searchsorted(negatives, positives, "right")
    return float(below.mean() / 2 / len(negatives))


def _short(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(float(f"{float(value):.6g}") for value in values)
