"""Inputs of products evened out: the product stays what it was, and one scale fits them better."""

from __future__ import annotations

import numpy as np
import torch

from training.secondjudge.examples.encode import Row
from training.secondjudge.network import PairReader, Shape
from training.secondjudge.smoothing import factors, highest_inputs

SMALL = Shape(vocabulary=40, width=24, heads=2, middle=48, layers=2, positions=32)


def test_a_product_stays_what_it_was() -> None:
    rng = np.random.default_rng(1)
    weights, inputs = rng.normal(size=(6, 8)).astype(np.float32), rng.normal(size=(5, 8)).astype(np.float32)
    inputs[:, 3] *= 30
    by = factors(np.abs(inputs).max(axis=0), weights)
    np.testing.assert_allclose((inputs / by) @ (weights * by).T, inputs @ weights.T, rtol=1e-4, atol=1e-4)


def test_a_large_channel_is_made_smaller() -> None:
    highest = np.array([1, 1, 1, 30], np.float32)
    evened = highest / factors(highest, np.ones((2, 4), np.float32))
    assert evened.max() / evened.min() < highest.max() / highest.min() / 10


def test_every_product_of_a_network_is_looked_at() -> None:
    torch.manual_seed(5)
    net = PairReader(SMALL).eval()
    short, long = (Row(np.arange(n), np.arange(n) % 3, *np.zeros((2, n)), np.zeros(4), twin=False) for n in (5, 9))
    found, more = highest_inputs(net, [short]), highest_inputs(net, [short, long])
    assert found["layer0.qkv"].shape == (24,)
    assert found["layer1.down"].shape == (48,)
    assert {"pair_in", "token"} <= found.keys()
    assert all((more[name] >= found[name]).all() for name in found)
