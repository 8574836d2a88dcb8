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
    Scaling,
    networks_of,
    scorer_revision,
    with_cosines,
    with_networks,
)
from checker.evidence.calibration.statements import Trial
from checker.evidence.calibration.truths import (
    Floats,
    additions_judged,
    fit_of,
    omissions_judged,
    platt_of,
)
from checker.evidence.gather import gather
from checker.evidence.judge import FirstJudge
from checker.evidence.records import RenderingEvidence
from checker.evidence.scorer import logistic
from checker.evidence.scorer.networks import Network, Scorer
from checker.evidence.sentences.scale import Scale
from checker.model import Segment
from checker.progress import Progress

PASSES = 2
"""What is left out is judged by features that hang on what is added, so they are standardised after
that: passes, a bound of the work."""

_RATIOS = (0.05, 20.0)
"""Bounds of the ratio by which the spread of a feature may differ from the embedded model's."""

_MATCH_STRENGTH = 0.01
"""Precision of the prior of the line that is fitted to cosines, in units of one pair's information; chosen."""


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


def calibrate(
    encoder: Encoder,
    trials: Sequence[Trial],
    *,
    judge: FirstJudge,
    progress: Progress | None = None,
) -> Calibration:
    """The calibration of ``encoder``, beside which the ``judge`` is put whose scorer was fitted for its own.

    ``progress`` is told of trials judged and of all that will be.
    """
    texts = [text for trial in trials for text in (*trial.source, *trial.target)]
    model, usual, scorer = Memory(encoder, texts), Memory(judge.encoder, texts), judge.scorer
    total = (PASSES + 3) * len(trials)
    done = 0

    def judged(of: Encoder, with_scorer: Scorer) -> list[RenderingEvidence]:
        nonlocal done
        found = []
        for trial in trials:
            found.append(_gather(trial, replace(judge, encoder=of, scorer=with_scorer)))
            done += 1
            if progress is not None:
                progress(done, total)
        return found

    before = judged(model, scorer)
    best, match = _cosines(model, trials, scorer)
    wanted = _moments(lambda recording: judged(usual, recording), scorer)
    fitted = with_cosines(scorer, best, match)
    for _ in range(PASSES):
        seen = _moments(lambda recording: judged(model, recording), fitted)
        fitted = _standardised(fitted, scorer, wanted, seen)
    after = judged(model, fitted)
    additions, omissions = additions_judged(trials, after), omissions_judged(trials, after)
    known = {**{name: additions.of(name) for name in ("monotone", "free")}, "omission": omissions}
    platt = {name: platt_of(of) for name, of in known.items()}
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
        additions=fit_of(additions_judged(trials, before), additions),
        omissions=fit_of(omissions_judged(trials, before), omissions),
    )


def _gather(trial: Trial, judge: FirstJudge) -> RenderingEvidence:
    return gather(
        _segments(trial.source),
        _segments(trial.target),
        [trial.language] * len(trial.target),
        source_language="en",
        target_language=trial.language,
        judge=judge,
        by_clause=False,
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
        rows = Scale.of(near, expected(trial.language)).match_columns(near.top[:, :LEAD_AMONG])
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


def _short(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(float(f"{float(value):.6g}") for value in values)
