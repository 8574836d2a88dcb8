"""The scorer: what its file must hold, and what is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from checker.errors import ModelDamagedError
from checker.evidence.scorer import networks
from checker.evidence.scorer.networks import Network
from checker.evidence.sentences import collect
from checker.evidence.words import pooled, spans


def test_the_shipped_weights_are_for_the_features_of_this_version() -> None:
    shipped = networks.load()
    assert shipped.span.features == spans.SPAN_FEATURES
    assert shipped.pair.features == shipped.unsupported.features == pooled.PAIR_FEATURES
    assert shipped.divergent.features == pooled.DIVERGENCE_FEATURES
    assert shipped.free.features == collect.SENTENCE_FEATURES
    assert shipped.monotone.features == (*collect.SENTENCE_FEATURES, *collect.ORDER_FEATURES)
    assert shipped.omission.features == collect.OMISSION_FEATURES


def test_a_network_is_what_its_layers_say() -> None:
    network = Network(
        ("a", "b"),
        np.array([1.0, 0.0]),
        np.array([2.0, 1.0]),
        ((np.array([[1.0], [-1.0]]), np.array([0.5])), (np.array([[3.0]]), np.array([-1.0]))),
    )
    (logit,) = network.logits(np.array([[3.0, 0.25]]))
    assert logit == pytest.approx(3.0 * np.tanh(1.0 - 0.25 + 0.5) - 1.0)


def test_other_widths_are_refused() -> None:
    with pytest.raises(ValueError, match="feature columns"):
        networks.load().free.probabilities(np.zeros((2, 3)))


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "scorer.json"
    path.write_text("{}")
    with pytest.raises(ModelDamagedError, match=r"scorer\.json"):
        networks.load(path)


@pytest.mark.parametrize("network", networks.NETWORKS)
def test_probabilities_are_probabilities_for_any_features(network: str) -> None:
    of: Network = getattr(networks.load(), network)
    rows = np.random.default_rng(0).normal(scale=1e6, size=(100, len(of.features)))
    assert ((of.probabilities(rows) >= 0) & (of.probabilities(rows) <= 1)).all()
