"""What has to change in the scorer so that its probabilities hold for another sentence model.

The scorer's networks know the cosines of the embedded model. Another model's lie elsewhere: unrelated sentences may
have .1 or .8. A ``Calibration`` says where, feature by feature, and how the probabilities are scaled after that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from checker.encoders.cache import cache_directory
from checker.errors import CalibrationError
from checker.evidence.scorer import networks as scorer
from checker.evidence.scorer.networks import Network, Scorer
from checker.evidence.words import tagger

FOLDER = "calibrations"


@dataclass(frozen=True, slots=True)
class Scaling:
    """One network for another model: features standardised anew, log-odds stretched and shifted.

    ``center`` and ``scale`` replace the network's own, in the order of its ``features``; ``slope`` and
    ``constant`` are those of Platt (1999).
    """

    features: tuple[str, ...]
    center: tuple[float, ...]
    scale: tuple[float, ...]
    slope: float = 1.0
    constant: float = 0.0

    def of(self, network: Network) -> Network:
        """The network so scaled. Raises ``CalibrationError`` when it has other features."""
        if network.features != self.features:
            raise CalibrationError("the calibration was made for another version", "calibrate the model again")
        weights, biases = network.layers[-1]
        last = (weights * self.slope, biases * self.slope + self.constant)
        return replace(
            network, center=np.array(self.center), scale=np.array(self.scale), layers=(*network.layers[:-1], last)
        )


@dataclass(frozen=True, slots=True)
class Quality:
    """How probabilities do on the calibration statements: AUROC, expected calibration error (Guo et al. 2017)."""

    auroc: float
    error: float


@dataclass(frozen=True, slots=True)
class Fit:
    """One kind of probability before and after; after is measured on statements left out of its Platt scaling."""

    items: int
    before: Quality
    after: Quality


@dataclass(frozen=True, slots=True)
class Calibration:
    """A model's calibration: whose it is, for which scorer, and what it changes.

    ``best`` is the cosine that a faithful sentence typically reaches; ``match`` and the networks' names are
    those of ``Scorer``. ``additions`` and ``omissions`` say what it gave.
    """

    model: str
    revision: str
    scorer: str
    best: float
    match: tuple[float, ...]
    networks: Mapping[str, Scaling]
    additions: Fit
    omissions: Fit

    @property
    def digest(self) -> str:
        """Eight digits that name what the calibration changes, for a run's signature."""
        values = asdict(self)
        changes = json.dumps({key: values[key] for key in ("scorer", "best", "match", "networks")}, sort_keys=True)
        return sha256(changes.encode()).hexdigest()[:8]


def apply(fitted: Scorer, calibration: Calibration) -> Scorer:
    """The scorer for the calibrated model. Raises ``CalibrationError`` when the two do not fit together."""
    known = dict(networks_of(fitted))
    if calibration.networks.keys() != known.keys():
        raise CalibrationError("the calibration was made for another version", "calibrate the model again")
    scaled = {name: scaling.of(known[name]) for name, scaling in calibration.networks.items()}
    return with_networks(with_cosines(fitted, calibration.best, calibration.match), scaled)


def with_cosines(fitted: Scorer, best: float, match: tuple[float, ...]) -> Scorer:
    """The scorer with another model's typical best cosine, in every language, and match coefficients."""
    languages = {tag: replace(expected, best=best) for tag, expected in fitted.languages.items()}
    return replace(fitted, match=match, languages=languages)


def networks_of(fitted: Scorer) -> Iterator[tuple[str, Network]]:
    """The networks of a scorer by the names of their fields."""
    return ((name, getattr(fitted, name)) for name in scorer.NETWORKS)


def with_networks(fitted: Scorer, networks: Mapping[str, Network]) -> Scorer:
    """The scorer with other networks in the named fields."""
    changed: dict[str, Any] = dict(networks)
    return replace(fitted, **changed)


def scorer_revision() -> str:
    """Sixteen digits that name the scorer that comes with the package."""
    return sha256(scorer.WEIGHTS.read_bytes() + tagger.WEIGHTS.read_bytes()).hexdigest()[:16]


def path_of(revision: str, directory: Path | None = None) -> Path:
    """Where the calibration of a model's revision is kept: in the user's cache directory if not in another."""
    return (directory or cache_directory() / FOLDER) / f"{revision}.json"


def save(calibration: Calibration, directory: Path | None = None) -> Path:
    """Writes a calibration where ``load`` finds it. Raises ``CalibrationError`` when it cannot be written."""
    path = path_of(calibration.revision, directory)
    partial = path.with_suffix(".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(json.dumps(asdict(calibration), indent=1, sort_keys=True) + "\n", encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise CalibrationError(
            f"{path}: cannot be written ({error.strerror})", "name a writable folder in CHECKER_CACHE_DIR"
        ) from error
    return path


def load(revision: str, directory: Path | None = None) -> Calibration | None:
    """The calibration of a model's revision for the scorer of this version, or None when there is none.

    Raises ``CalibrationError`` when there is one that cannot be read.
    """
    path = path_of(revision, directory)
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        return None
    try:
        values = json.loads(text)
        if values["scorer"] != scorer_revision():
            return None
        return Calibration(
            model=str(values["model"]),
            revision=str(values["revision"]),
            scorer=str(values["scorer"]),
            best=float(values["best"]),
            match=tuple(map(float, values["match"])),
            networks={name: _scaling(of) for name, of in values["networks"].items()},
            additions=_fit(values["additions"]),
            omissions=_fit(values["omissions"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CalibrationError(f"{path}: not a calibration ({error})", "calibrate the model again") from error


def _scaling(values: dict[str, Any]) -> Scaling:
    return Scaling(
        tuple(map(str, values["features"])),
        tuple(map(float, values["center"])),
        tuple(map(float, values["scale"])),
        float(values["slope"]),
        float(values["constant"]),
    )


def _fit(values: dict[str, Any]) -> Fit:
    return Fit(int(values["items"]), Quality(**values["before"]), Quality(**values["after"]))
